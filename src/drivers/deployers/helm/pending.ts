import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';
import type { Cluster } from './cluster.ts';
import type { HookJob } from './manifest.ts';
import { markFailed } from './mark-failed.ts';
import { readRecord } from './record.ts';
import { isPending, type Revision, readRevisions } from './release.ts';
import type { HelmSettings } from './settings.ts';
import { readNamespace } from './workloads.ts';

export interface Recovery {
  readonly settings: Pick<HelmSettings, 'hooks' | 'ready' | 'pending-after'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A deploy of ours that has died is recognized by its label; its Helm may live on for a moment, on whatever machine it was. */
const ownAfterMilliseconds = 15_000;
const pauseMilliseconds = 1000;

/**
 * Waits for what is left of an earlier deploy to end, and recovers a release from `pending-…` if nobody works on it
 * any more: as failed, in Helm's own record, as Helm would have done itself. Nothing is started, stopped or restored by that.
 */
export async function recoverPending(cluster: Cluster, recovery: Recovery): Promise<readonly Revision[]> {
  const { settings, clock, log, signal } = recovery;
  const started = clock.now().getTime();
  for (;;) {
    const revisions = await readRevisions(cluster);
    const newest = revisions.at(-1);
    if (newest === undefined) return revisions;
    const { hooks, updated } = await readRecord(cluster, newest.number);
    const running = await runningHook(cluster, hooks);
    const waited = clock.now().getTime() - started;
    if (running !== undefined) {
      if (waited >= settings.hooks.within) throw stillRuns(cluster, running, waited);
      log.progress({ text: `Waiting for the Job ${running.name}, which an earlier deploy has started` });
      await clock.sleep(pauseMilliseconds, signal);
      continue;
    }
    if (!isPending(newest)) return revisions;
    const age = clock.now().getTime() - Date.parse(updated);
    const isOwn = newest.ours !== undefined;
    // Before a hook that runs at the end, a Helm that lives on waits for the workloads.
    const ownLimit = hooks.some(({ isAfter }) => isAfter) ? settings.ready.within : ownAfterMilliseconds;
    const limit = isOwn ? ownLimit : settings['pending-after'];
    // Another machine's clock must not make an operation look old, so it is also watched here for some time.
    if (age >= limit && (!isOwn || waited >= Math.min(limit, 5000))) {
      await markFailed(cluster, newest, `Left ${newest.status} by a Helm that was killed`);
      log.warn(
        `Revision ${newest.number} of the release "${cluster.release}" was left ${newest.status} ${durationText(age)} ago by ${isOwn ? 'a deploy of Staged Upgrade that was killed' : 'somebody else'}. It was marked as failed in Helm's record; nothing else was changed.`,
      );
      return await readRevisions(cluster);
    }
    if (!isOwn) throw somebodyWorks(cluster, newest, { age, limit });
    log.progress({ text: `Waiting whether the Helm that left the release ${newest.status} still works` });
    await clock.sleep(pauseMilliseconds, signal);
  }
}

/** A hook's Job belongs to the cluster: it continues after the Helm that started it is gone. */
async function runningHook(cluster: Cluster, hooks: readonly HookJob[]): Promise<HookJob | undefined> {
  if (hooks.length === 0) return undefined;
  const jobs = hooks.map(({ name }) => ({ key: `job/${name}` }));
  const seen = await readNamespace(cluster, jobs);
  return hooks.find(({ name }) => {
    const [job] = seen.workloads([{ key: `job/${name}` }]);
    return job?.pods.some(({ phase, isDeleting }) => phase === 'Running' && !isDeleting) ?? false;
  });
}

function stillRuns({ namespace }: Cluster, { name }: HookJob, waited: number): SystemFailure {
  return new SystemFailure({
    happened: `The Job ${name}, which an earlier deploy has started as a hook of the chart, still runs after ${durationText(waited)}.`,
    means: 'A new deploy would end it in the middle of its work and start it again. Nothing was changed.',
    next: `Look at what it does (kubectl logs job/${name} --namespace ${namespace}). When it has ended, run the step again; where it will not end and may be ended: kubectl delete job ${name} --namespace ${namespace}`,
  });
}

function somebodyWorks(
  { release, namespace }: Cluster,
  { number, status }: Revision,
  { age, limit }: { readonly age: number; readonly limit: number },
): SystemFailure {
  return new SystemFailure({
    happened: `The release "${release}" is ${status} (revision ${number}, for ${durationText(Math.max(age, 1000))}), and this was not started by Staged Upgrade.`,
    means: 'Somebody may be deploying at this moment. Nothing was changed.',
    next: `Find out who (helm history ${release} --namespace ${namespace}). When it has ended, run the step again. What was left behind is recovered after ${durationText(limit)} (pending-after).`,
  });
}
