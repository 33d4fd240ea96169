import { z } from 'zod';
import { type Finding, problem, warning } from '../../../core/messages/finding.ts';
import type { Cluster } from './cluster.ts';
import { parsed } from './cluster-api.ts';
import type { RenderedWorkload } from './manifest.ts';
import { readWorkloads } from './workloads.ts';

/** What in the release would not survive a deploy: a missing volume, a pod that nothing replaces. */
export async function standingFindings(
  cluster: Cluster,
  subject: string,
  texts: readonly RenderedWorkload[],
): Promise<Finding[]> {
  const sets = texts.filter(({ key }) => key.startsWith('statefulset/'));
  return [
    ...(await stuckFindings(cluster, subject, sets)),
    ...(await volumeFindings(
      cluster,
      subject,
      texts.flatMap(({ claims }) => claims),
    )),
  ];
}

/** Storage classes that new StatefulSets require and the cluster does not have. */
export async function storageFindings(
  { api, namespace }: Cluster,
  subject: string,
  workloads: readonly RenderedWorkload[],
): Promise<Finding[]> {
  const asked = workloads.flatMap(({ key, resource }) => {
    const read = claiming.safeParse(resource).data;
    return (read?.spec.volumeClaimTemplates ?? []).flatMap(({ spec }) =>
      spec.storageClassName ? [{ key, name: spec.storageClassName }] : [],
    );
  });
  if (asked.length === 0) return [];
  const answer = await api.get('/apis/storage.k8s.io/v1/storageclasses');
  // They belong to the whole cluster: many accounts may not list them.
  const known = answer.kind === 'answer' ? classList.safeParse(parsed(answer.text)).data : undefined;
  if (known === undefined) return [];
  return asked
    .filter(({ name }) => !known.items.some(({ metadata }) => metadata.name === name))
    .map(({ key, name }) =>
      warning(subject, {
        happened: `${key} asks for volumes of the storage class "${name}", which the cluster does not have.`,
        means:
          'Nothing makes such a volume: unless somebody has made it by hand, its pod waits for it and does not start.',
        next: `Correct the class in the values (kubectl get storageclasses), or make the volumes by hand before the deploy: kubectl get persistentvolumeclaims --namespace ${namespace}`,
      }),
    );
}

const claiming = z.looseObject({
  spec: z.looseObject({
    volumeClaimTemplates: z
      .array(z.looseObject({ spec: z.looseObject({ storageClassName: z.string().nullish() }) }))
      .nullish(),
  }),
});
const classList = z.looseObject({ items: z.array(z.looseObject({ metadata: z.looseObject({ name: z.string() }) })) });

async function stuckFindings(cluster: Cluster, subject: string, sets: readonly RenderedWorkload[]): Promise<Finding[]> {
  if (sets.length === 0) return [];
  const seen = await readWorkloads(cluster, sets);
  return seen.flatMap(({ key, pods }) =>
    pods
      .filter(({ isReady, isDeleting }) => !isReady && !isDeleting)
      .map(({ name, namespace }) =>
        problem(subject, {
          happened: `${name} of ${key} is not ready.`,
          means:
            'Kubernetes replaces no pod of a StatefulSet that is not ready, so a deploy would wait for it, and fail.',
          next: `Make it ready first: kubectl describe pod ${name} --namespace ${namespace}. When nothing in it is to be kept, delete it, and it is made anew.`,
        }),
      ),
  );
}

const claimList = z.looseObject({
  items: z.array(
    z.looseObject({
      metadata: z.looseObject({ name: z.string(), labels: z.record(z.string(), z.string()).nullish() }),
      status: z.looseObject({ phase: z.string().optional() }).nullish(),
    }),
  ),
});

/** @param named the claims that pods of the release name; those that a StatefulSet creates begin with its template's name */
async function volumeFindings(cluster: Cluster, subject: string, named: readonly string[]): Promise<Finding[]> {
  const answer = await cluster.api.get(`/api/v1/namespaces/${cluster.namespace}/persistentvolumeclaims`);
  // An account that may not list them may still deploy.
  const read = answer.kind === 'answer' ? claimList.safeParse(parsed(answer.text)).data : undefined;
  if (read === undefined) return [];
  const claims = read.items.map(({ metadata, status }) => ({
    name: metadata.name,
    phase: status?.phase ?? 'Pending',
    instance: metadata.labels?.['app.kubernetes.io/instance'],
  }));
  const isOwn = (name: string): boolean =>
    named.some((claim) => claim === name || (claim.endsWith('-') && name.startsWith(claim)));
  const look = (name: string): string =>
    `kubectl describe persistentvolumeclaim ${name} --namespace ${cluster.namespace}`;
  return [
    ...claims
      .filter(({ name, phase, instance }) => phase !== 'Bound' && (instance === cluster.release || isOwn(name)))
      .map(({ name, phase }) =>
        problem(subject, {
          happened: `The volume claim "${name}" is ${phase}, not bound.`,
          means: 'A pod that needs it does not start.',
          next: `Look at why: ${look(name)}`,
        }),
      ),
    ...named
      .filter((claim) => !claim.endsWith('-') && !claims.some(({ name }) => name === claim))
      .map((claim) =>
        problem(subject, {
          happened: `The volume claim "${claim}", which a pod of the release uses, is not there.`,
          means: 'The pod that runs keeps its volume; the one that replaces it does not start.',
          next: `Make it again, for the volume that has the data: kubectl get persistentvolumes. Then look at it: ${look(claim)}`,
        }),
      ),
  ];
}
