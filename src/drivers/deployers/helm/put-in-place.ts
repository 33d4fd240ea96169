import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';
import type { ProcessResult } from '../../../world/processes/process.ts';
import { pauseAfter, quietAfter } from '../look-pace.ts';
import { type Readiness, untilReady } from '../until-ready.ts';
import { askAgain, type Cluster } from './cluster.ts';
import { type HookEnd, type HookRules, type HookWatch, watchHooks } from './hooks.ts';
import type { Manifest } from './manifest.ts';
import { judgeWorkload } from './readiness.ts';
import type { HelmSettings } from './settings.ts';
import { restoreScale } from './stop.ts';
import { readNamespace, readWorkloads, type WorkloadSeen } from './workloads.ts';

/** What Helm is told to do, and how it is watched meanwhile. */
export interface Placement {
  readonly cluster: Cluster;
  readonly settings: Pick<HelmSettings, 'hooks' | 'ready'>;
  readonly manifest: Manifest;
  readonly hookRules: HookRules;
  /** The arguments of Helm: `upgrade …` or `rollback …`. */
  readonly args: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A short hook may be gone with its log before a later look. */
const maxWithHooksMilliseconds = 500;

/**
 * Runs Helm and watches the cluster at the same time: Helm itself notices only when its time is over that an image does not
 * exist. Helm is ended in that case, which marks the release as failed; what it has deployed stays.
 */
export async function putInPlace(placement: Placement): Promise<readonly WorkloadSeen[]> {
  const { cluster, manifest, log, signal } = placement;
  const texts = manifest.workloads;
  const watched = [...texts, ...manifest.hooks.map(({ name }) => ({ key: `job/${name}` }))];
  const before = await readNamespace(cluster, watched);
  const old = new Map(before.workloads(watched).map(({ uid, generation }) => [uid, generation]));
  const hooks = watchHooks(cluster, manifest.hooks, log, (uid) => !old.has(uid), placement.hookRules);
  const judge = judgeOf(placement);
  const verdict = new AbortController();
  // Without Helm's output of the chart's notes: some of them show passwords that nobody here knows about.
  const helm = cluster.helm(placement.args, {
    onLine: (line, stream) => (stream === 'stderr' ? log.output(line) : undefined),
    signal: verdict.signal,
  });
  const ended = helm.then(
    () => true,
    () => true,
  );
  const { clock } = placement;
  let failure: string | undefined;
  let quiet = quietAfter(undefined, '', clock.now().getTime());
  const pause = async (): Promise<false> => {
    const most = manifest.hooks.length > 0 ? maxWithHooksMilliseconds : Infinity;
    await clock.sleep(Math.min(pauseAfter(quiet, clock.now().getTime()), most), signal);
    return false;
  };
  try {
    while (failure === undefined && !(await Promise.race([ended, pause()]))) {
      const seen = await readNamespace(cluster, watched).catch(askAgain);
      if (seen === undefined) continue;
      quiet = quietAfter(quiet, JSON.stringify(seen.workloads(watched)), clock.now().getTime());
      // What was there before and has not been changed yet is not a sign of the new release.
      const changed = seen.workloads(texts).filter(({ uid, generation }) => old.get(uid) !== generation);
      failure = hooks.look(seen) ?? failureOf(changed.map(judge));
    }
  } catch (error) {
    verdict.abort(error);
    await ended;
    throw error;
  }
  if (failure !== undefined) {
    verdict.abort(new Error('the verdict is known'));
    await ended;
    throw notReady(failure, cluster);
  }
  const result = await helm;
  // A hook may have started and ended since the last look.
  if (manifest.hooks.length > 0) {
    const seen = await readNamespace(cluster, watched).catch(askAgain);
    if (seen !== undefined) hooks.look(seen);
  }
  if (result.exitCode !== 0) throw await helmFailed(result, placement, hooks);
  await hooks.settle();
  const lie = hooks.fault();
  if (lie !== undefined) throw hooksLied(lie, cluster);
  await restoreScale(cluster, texts, log);
  return await ready(placement, judge);
}

/** Waits until everything is as it was requested, and stays so. */
async function ready(
  { cluster, settings, manifest, clock, log, signal }: Placement,
  judge: (workload: WorkloadSeen) => Readiness,
): Promise<readonly WorkloadSeen[]> {
  return await untilReady({
    settings: settings.ready,
    clock,
    log,
    signal,
    next: nextFor(cluster),
    look: async () => {
      const seen = await readWorkloads(cluster, manifest.workloads);
      const missing = manifest.workloads.filter(({ key }) => !seen.some((one) => one.key === key));
      return {
        seen,
        each: [
          ...seen.map(judge),
          ...missing.map(({ key }): Readiness => ({ kind: 'not-yet', reason: `${key} is not there` })),
        ],
        starts: seen
          .flatMap(({ pods }) =>
            pods.map(({ name, containers }) => [name, ...containers.map(({ restarts }) => restarts)].join(' ')),
          )
          .join(),
      };
    },
  });
}

/** A problem that may recover is given time, from when it is first seen. */
function judgeOf({ settings, clock }: Placement): (workload: WorkloadSeen) => Readiness {
  const since = new Map<string, number>();
  return (workload) => {
    const judged = judgeWorkload(workload, settings.ready.restarts);
    if (judged.kind !== 'suspicious') {
      since.delete(workload.key);
      return judged;
    }
    const now = clock.now().getTime();
    const first = since.get(workload.key) ?? now;
    since.set(workload.key, first);
    return { kind: now - first >= judged.grace ? 'failed' : 'not-yet', reason: judged.reason };
  };
}

function failureOf(each: readonly Readiness[]): string | undefined {
  const failed = each.find(({ kind }) => kind === 'failed');
  return failed === undefined || failed.kind === 'ready' ? undefined : failed.reason;
}

async function helmFailed(
  result: ProcessResult,
  { cluster, settings, args }: Placement,
  hooks: HookWatch,
): Promise<SystemFailure> {
  const words = cluster.lastWords(result);
  const hook = /hooks? failed/i.test(words) ? await hooks.unfinished() : undefined;
  if (hook !== undefined) return hookFailed(hook, settings.hooks.within, cluster);
  return new SystemFailure({
    happened: `"helm ${args[0] ?? ''}" of the release "${cluster.release}" failed${words}.`,
    means: '',
    next: 'Correct the cause, and run the step again.',
  });
}

function hookFailed(
  { job: { name, namespace }, kind, exitCode, words }: HookEnd,
  within: number,
  cluster: Cluster,
): SystemFailure {
  const said = cluster.lastWords({ stdout: '', stderr: words, exitCode, endedBy: undefined, milliseconds: 0 });
  const quoted = said === '' ? ', and has logged nothing' : `. Its log ends with${said}`;
  if (kind === 'running') {
    return new SystemFailure({
      happened: `The Job ${name}, a hook of the chart, has not ended after ${durationText(within)}${quoted}.`,
      means: 'It continues to run in the cluster.',
      next: `Look at what it does (kubectl logs job/${name} --namespace ${namespace}), then run the step again: it waits for the Job first. Where it will not end and may be ended: kubectl delete job ${name} --namespace ${namespace}`,
    });
  }
  return new SystemFailure({
    happened: `The Job ${name}, a hook of the chart, failed${exitCode === undefined ? '' : ` with exit code ${exitCode}`}${quoted}.`,
    means: '',
    next: `Its whole log is above and, while the Job is there, in: kubectl logs job/${name} --namespace ${namespace}. Correct the cause, and run the step again.`,
  });
}

/** An exit code of 0 is not proof. */
function hooksLied(fault: string, { namespace }: Cluster): SystemFailure {
  return new SystemFailure({
    happened: `The hooks of the chart ended as if all were well, but ${fault}.`,
    means: '',
    next: `Read what they have logged, above or with kubectl logs --namespace ${namespace}. Correct the cause, restore where the data may be half migrated, and run the step again.`,
  });
}

function notReady(reason: string, cluster: Cluster): SystemFailure {
  return new SystemFailure({
    happened: `What was started does not become ready: ${reason}.`,
    means: '',
    next: nextFor(cluster),
  });
}

function nextFor({ namespace }: Cluster): string {
  return `Look at its events and logs (kubectl describe pods, kubectl logs, both with --namespace ${namespace}), correct the cause, and run the step again.`;
}
