import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { failureReasons } from './running-now.ts';
import { capital, type EcsService, type ServiceSeen } from './service.ts';

export interface SteadyRule {
  /** Milliseconds that a deployment may take. */
  readonly within: number;
  /** How long it must stay stable without interruption. */
  readonly stable: number;
}

export interface SteadyWait {
  readonly service: EcsService;
  /** The task definition that should run. */
  readonly revision: string;
  readonly ready: SteadyRule;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A service without a circuit breaker starts failing tasks for ever. */
const maxFailed = 3;

/** Frequent at first; later the account's limit of about one call a second is needed for other things too. */
const pauses = { early: 500, earlyUntil: 10_000, later: 2000 };

/** Resolves when the deployment has been complete for some time; rejects as soon as waiting is of no use. */
export async function untilSteady(wait: SteadyWait): Promise<void> {
  const { service, revision, ready, clock, log, signal } = wait;
  const started = clock.now().getTime();
  let steadySince: number | undefined;
  for (;;) {
    const verdict = verdictOn(await service.look(), revision);
    const at = clock.now().getTime();
    if (verdict.kind === 'failed') throw await notReady(wait, verdict.reason);
    steadySince = verdict.kind === 'steady' ? (steadySince ?? at) : undefined;
    if (steadySince !== undefined && at - steadySince >= ready.stable) return;
    if (at - started >= ready.within) {
      const why = verdict.kind === 'steady' ? 'it did not stay steady' : verdict.reason;
      throw await notReady(wait, `after ${durationText(ready.within)} ${why}`);
    }
    log.progress({
      text: verdict.kind === 'steady' ? 'Steady; watching whether it stays so' : `Not ready yet: ${verdict.reason}`,
      done: Math.round((at - started) / 1000),
      total: ready.within / 1000,
    });
    await clock.sleep(at - started < pauses.earlyUntil ? pauses.early : pauses.later, signal);
  }
}

export type SteadyVerdict =
  | { readonly kind: 'steady' }
  | { readonly kind: 'not-yet' | 'failed'; readonly reason: string };

export function verdictOn(seen: ServiceSeen, revision: string): SteadyVerdict {
  const { deployments = [], desiredCount = 0, runningCount = 0, pendingCount = 0 } = seen;
  const primary = deployments.find(({ status }) => status === 'PRIMARY');
  const own = deployments.find(({ taskDefinition }) => taskDefinition === revision);
  if (own?.rolloutState === 'FAILED' || primary?.taskDefinition !== revision) {
    // A finished rollback reports itself as complete, without mentioning what it replaced.
    const said = own?.rolloutStateReason ?? primary?.rolloutStateReason ?? '';
    const reason = own !== undefined || /circuit breaker/i.test(said) ? said : 'its deployment was ended';
    const back = primary?.taskDefinition !== revision ? ', and Amazon ECS has gone back to the previous revision' : '';
    return { kind: 'failed', reason: `${reason.replace(/\.$/, '')}${back}` };
  }
  const failed = primary.failedTasks ?? 0;
  // A circuit breaker has the last word: it also says what runs afterwards.
  const isGuarded = seen.deploymentConfiguration?.deploymentCircuitBreaker?.enable === true;
  if (!isGuarded && failed >= maxFailed && runningCount < desiredCount + (deployments.length > 1 ? 1 : 0))
    return { kind: 'failed', reason: `${failed} of its tasks have failed` };
  const isComplete = primary.rolloutState === undefined || primary.rolloutState === 'COMPLETED';
  if (deployments.length === 1 && isComplete && runningCount === desiredCount && pendingCount === 0)
    return { kind: 'steady' };
  const running = primary.runningCount ?? 0;
  return { kind: 'not-yet', reason: `${running} of ${desiredCount} tasks of the new revision run` };
}

async function notReady({ service, revision }: SteadyWait, reason: string): Promise<SystemFailure> {
  const [cause] = (await failureReasons(service, revision)).toReversed();
  return new SystemFailure({
    happened: `${capital(service.title)} does not become steady: ${reason}${cause === undefined ? '' : `. A task ended: ${cause}`}.`,
    means: '',
    next: 'Read the log of the task that ended, correct the cause, and run the step again.',
  });
}
