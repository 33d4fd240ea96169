import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Message } from '../../../core/messages/message.ts';
import type { Cluster } from './cluster.ts';
import type { RenderedWorkload } from './manifest.ts';

/** The server's messages for what cannot be changed after creation, such as the volumes or the selector of a StatefulSet. */
const immutable = /The (?<kind>\w+) "(?<name>[^"]+)" is invalid: .*(?:field is immutable|for fields other than)/;

export interface Unchangeable {
  readonly key: string;
  readonly message: Message;
}

/**
 * What in a release cannot become what the chart says now: otherwise Helm would notice half way through a deploy. The server is
 * asked, and changes nothing.
 */
export async function unchangeable(cluster: Cluster, workloads: readonly RenderedWorkload[]): Promise<Unchangeable[]> {
  const asked = workloads.filter(({ key }) => /^(?:deployment|statefulset|daemonset)\//.test(key));
  if (asked.length === 0) return [];
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: asked.map(({ resource }) => resource) });
  const args = ['apply', '--server-side', '--force-conflicts', '--dry-run=server', '--filename=-'];
  const { stderr } = await cluster.kubectl(args, { input });
  // Anything else that the server would refuse here may work in Helm's own way of changing it.
  return stderr.split('\n').flatMap((line): Unchangeable[] => {
    const { kind = '', name = '' } = immutable.exec(line)?.groups ?? {};
    const key = `${kind.toLowerCase()}/${name}`;
    const found = asked.find((one) => one.key === key);
    if (found === undefined) return [];
    const place = `${kind.toLowerCase()} ${name} --namespace ${found.namespace}`;
    return [
      {
        key,
        message: {
          happened: `${key} cannot become what the chart says now: Kubernetes does not let ${kind === 'StatefulSet' ? 'its volume claims, its service name and its selector' : 'its selector'} be changed.`,
          means: 'Helm would stop there in the middle of the deploy. Nothing was changed.',
          next: `See what the chart says about this version. Where it says nothing else, a person makes way for the new one directly before the deploy, which leaves its pods and its volumes: kubectl delete ${place} --cascade=orphan`,
        },
      },
    ];
  });
}

/** @throws SystemFailure for the first of them */
export async function refuseUnchangeable(cluster: Cluster, workloads: readonly RenderedWorkload[]): Promise<void> {
  const [first] = await unchangeable(cluster, workloads);
  if (first !== undefined) throw new SystemFailure(first.message);
}
