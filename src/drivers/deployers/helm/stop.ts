import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Clock } from '../../../world/clock.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Log } from '../../../world/log.ts';
import type { StopRequest } from '../deployer.ts';
import { askCluster, type Cluster, withCluster } from './cluster.ts';
import type { WorkloadText } from './manifest.ts';
import { readRecord } from './record.ts';
import { lastGood, readRevisions } from './release.ts';
import { runningNow } from './running-now.ts';
import type { HelmSettings } from './settings.ts';
import { readWorkloads, type WorkloadSeen } from './workloads.ts';

/** A workload's former scale: stored in the cluster, since the deploy that follows may run elsewhere. */
const annotation = 'staged-upgrade/before-stop';

const pauseMilliseconds = 500;
const limitMilliseconds = 10 * 60_000;

export interface Stopping {
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Stops the server, and everything in the release that runs by itself. Which release it is does not matter. */
export async function stopHelm(settings: HelmSettings, context: PartContext, request: StopRequest): Promise<void> {
  const { effects } = context;
  const signal = request.signal ? AbortSignal.any([request.signal, effects.signal]) : effects.signal;
  await withCluster(settings, context, signal, async (cluster) => {
    await askCluster(cluster);
    await stopWorkloads(cluster, settings, { log: request.log, clock: effects.clock, signal });
  });
}

/** Scales to zero, suspends, and waits until nothing runs any more. */
export async function stopWorkloads(
  cluster: Cluster,
  settings: Pick<HelmSettings, 'stop'>,
  { log, clock, signal }: Stopping,
): Promise<void> {
  const texts = await toStop(cluster, settings);
  for (const workload of await readWorkloads(cluster, texts)) {
    const { key, wanted, suspended } = workload;
    const isScaled = /^(?:deployment|statefulset)\//.test(key);
    if (isScaled ? wanted === 0 : suspended || (key.startsWith('job/') && workload.succeeded)) continue;
    log.info(isScaled ? `Scaling ${key} from ${wanted} to zero.` : `Suspending ${key}.`);
    await patch(
      cluster,
      workload,
      isScaled ? String(wanted) : 'active',
      isScaled ? { replicas: 0 } : { suspend: true },
    );
  }
  const started = clock.now().getTime();
  for (;;) {
    const pods = (await readWorkloads(cluster, texts))
      .flatMap((workload) => workload.pods)
      .filter(({ phase }) => phase !== 'Succeeded' && phase !== 'Failed');
    if (pods.length === 0) return;
    if (clock.now().getTime() - started >= limitMilliseconds)
      throw await notStopped(cluster, `${pods[0]?.name ?? ''} still runs after ${durationText(limitMilliseconds)}`);
    log.progress({ text: `Waiting until ${pods.map(({ name }) => name).join(', ')} has ended` });
    await clock.sleep(pauseMilliseconds, signal);
  }
}

/** A DaemonSet cannot be scaled, and is left alone. */
async function toStop(cluster: Cluster, { stop }: Pick<HelmSettings, 'stop'>): Promise<readonly WorkloadText[]> {
  const revisions = await readRevisions(cluster);
  const newest = revisions.at(-1);
  if (newest === undefined) return [];
  const numbers = new Set([newest.number, lastGood(revisions)?.number ?? newest.number]);
  const texts: WorkloadText[] = [];
  for (const number of numbers) {
    const { hooks, workloads } = await readRecord(cluster, number);
    const jobs = hooks.map(({ name, namespace, images }) => ({ key: `job/${name}`, hook: 'hook', namespace, images }));
    const all = [...workloads, ...jobs];
    texts.push(...all.filter(({ key }) => !texts.some((one) => one.key === key)));
  }
  return texts.filter(({ key }) =>
    /^(?:deployment|statefulset|cronjob)\//.test(key) ? (stop?.includes(key) ?? true) : key.startsWith('job/'),
  );
}

/** What a stop has removed is restored, unless the chart sets it itself. */
export async function restoreScale(cluster: Cluster, texts: readonly WorkloadText[], log: Log): Promise<void> {
  for (const workload of await readWorkloads(cluster, texts)) {
    const before = workload.annotations[annotation];
    if (before === undefined) continue;
    const { key, wanted, suspended } = workload;
    const isScaled = wanted === 0 && Number(before) > 0;
    if (isScaled) log.info(`Scaling ${key} to ${before} again, as it was before it was stopped.`);
    const spec =
      before === 'active' ? (suspended ? { suspend: false } : {}) : isScaled ? { replicas: Number(before) } : {};
    await patch(cluster, workload, null, spec);
  }
}

/** In one request, so that the former scale is not lost if this is killed in between. */
async function patch(
  cluster: Cluster,
  { key, namespace }: WorkloadSeen,
  before: string | null,
  spec: object,
): Promise<void> {
  const text = JSON.stringify({ metadata: { annotations: { [annotation]: before } }, spec });
  const result = await cluster.kubectl(['patch', key, '--type=merge', `--patch=${text}`, `--namespace=${namespace}`]);
  if (result.exitCode === 0) return;
  throw await notStopped(cluster, `"kubectl patch" of ${key} failed${cluster.lastWords(result)}`);
}

async function notStopped(cluster: Cluster, why: string): Promise<SystemFailure> {
  return new SystemFailure({
    happened: `The release "${cluster.release}" could not be stopped, or started again: ${why}.`,
    means: await runningNow(cluster, []),
    next: 'Correct the cause, and run the step again.',
  });
}
