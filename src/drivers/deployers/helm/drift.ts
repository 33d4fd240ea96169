import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import { partPlaceholders } from '../../../core/model/parts.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { DeployRequest } from '../deployer.ts';
import { fetchChart } from './chart.ts';
import type { Cluster } from './cluster.ts';
import { type Manifest, renderRelease, type WorkloadText } from './manifest.ts';
import type { ReleaseRecord } from './record.ts';
import type { HelmSettings } from './settings.ts';
import { stageValues } from './values.ts';
import { readWorkloads, type WorkloadSeen } from './workloads.ts';

export interface DriftQuestion {
  readonly cluster: Cluster;
  readonly settings: HelmSettings;
  readonly context: PartContext;
  readonly request: DeployRequest;
  /** What is to be deployed. */
  readonly manifest: Manifest;
  /** What is deployed, as Helm has recorded it. */
  readonly deployed: { readonly number: number; readonly record: ReleaseRecord } | undefined;
}

/**
 * On production, only what the hop is about may be running: anything else was deployed by somebody else. Helm does not know
 * about it: `helm list` shows the release that it has deployed, whatever kubectl has done since.
 */
export async function refuseDrift(question: DriftQuestion): Promise<void> {
  const { cluster, manifest, deployed, request } = question;
  if (deployed === undefined) return;
  const { workloads: kept } = deployed.record;
  const other = (await otherSide(question)) ?? kept;
  for (const workload of await readWorkloads(cluster, kept)) {
    const found = unknownImage(workload, [...manifest.workloads, ...other]);
    if (found === undefined) continue;
    const byHelm = kept.find(({ key }) => key === workload.key)?.images[found.container];
    const behind =
      byHelm === undefined || byHelm === found.image
        ? ''
        : ` Helm's own record (revision ${deployed.number}) has ${byHelm}: it was changed behind Helm's back.`;
    const wanted = [other, manifest.workloads].map(
      (texts) => texts.find(({ key }) => key === workload.key)?.images[found.container] ?? 'nothing',
    );
    throw new SystemFailure({
      happened: `${workload.key} runs ${found.image}, and the hop leads from ${request.from} to ${request.to}: ${wanted.join(' to ')}.${behind}`,
      means: 'Somebody else has put something in place. Nothing was changed.',
      next: `Find out who and why (kubectl rollout history ${workload.key} --namespace ${workload.namespace}). Deploy by hand what the configuration says, or correct the configuration; then run the step again.`,
    });
  }
}

interface UnknownImage {
  readonly container: string;
  readonly image: string;
}

/** Of its template, and of its pods; containers that the chart does not have were injected by the cluster. */
function unknownImage({ key, images, pods }: WorkloadSeen, known: readonly WorkloadText[]): UnknownImage | undefined {
  const asked = known.filter((one) => one.key === key);
  const running = pods.filter(({ isDeleting, phase }) => !isDeleting && phase !== 'Succeeded' && phase !== 'Failed');
  const seen = [
    ...Object.entries(images).map(([container, image]) => ({ container, image })),
    ...running.flatMap(({ containers }) => containers.map(({ name: container, image }) => ({ container, image }))),
  ];
  return seen.find(({ container, image }) => {
    const allowed = asked.flatMap((one) => one.images[container] ?? []);
    return allowed.length > 0 && !allowed.includes(image);
  });
}

/** What the other side of the hop would be; undefined if that is unknown. */
async function otherSide({
  cluster,
  settings,
  context,
  request,
}: DriftQuestion): Promise<readonly WorkloadText[] | undefined> {
  const version = request.version === request.to ? request.from : request.to;
  try {
    const within = {
      ...context,
      placeholders: { ...context.placeholders, ...partPlaceholders(request.otherParts), version },
    };
    const chart = await fetchChart(cluster, settings, within);
    const values = await stageValues(cluster, settings, within, { environment: request.environment });
    return (await renderRelease(cluster, chart, values, [])).workloads;
  } catch (error) {
    if (error instanceof UserError || error instanceof SystemFailure) return undefined;
    throw error;
  }
}
