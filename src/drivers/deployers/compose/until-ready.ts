import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';
import type { ContainerSeen } from './containers.ts';
import { type Awaited, notSteady, type Readiness, readinessOf, steadier } from './readiness.ts';
import type { ComposeSettings } from './settings.ts';

export interface WaitForReady {
  readonly settings: ComposeSettings['ready'];
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Reads the engine. */
  look(): Promise<readonly Awaited[]>;
}

/** Looks often in the beginning, when most changes. */
const pauses = { early: 250, earlyUntil: 10_000, later: 1000 };

/** Resolves with what was seen last; rejects with a SystemFailure as soon as it is certain that waiting does not help. */
export async function untilReady({
  settings,
  clock,
  log,
  signal,
  look,
}: WaitForReady): Promise<readonly ContainerSeen[]> {
  const started = clock.now().getTime();
  let steady = notSteady;
  let seenRestarts = '';
  for (;;) {
    const awaited = await look();
    const at = clock.now().getTime();
    const containers = awaited.flatMap((one) => one.containers);
    const readiness = overall(awaited.map(readinessOf));
    if (readiness.kind === 'failed') throw notReady(readiness.reason);
    const restarts = containers.map(({ id, restarts: count }) => `${id} ${count}`).join();
    // One that was started again between two looks was not ready all the time.
    steady = steadier(steady, readiness.kind === 'ready' && (restarts === seenRestarts || seenRestarts === ''), at);
    seenRestarts = restarts;
    if (steady.readySince !== undefined && at - steady.readySince >= settings.stable) return containers;
    if (at - started >= settings.within) throw notReady(tooLate(readiness, steady.lost, settings.within));
    log.progress({
      text: readiness.kind === 'ready' ? 'Ready; watching whether it stays so' : `Not ready yet: ${readiness.reason}`,
      done: Math.round((at - started) / 1000),
      total: settings.within / 1000,
    });
    await clock.sleep(at - started < pauses.earlyUntil ? pauses.early : pauses.later, signal);
  }
}

function overall(each: readonly Readiness[]): Readiness {
  return each.find(({ kind }) => kind === 'failed') ?? each.find(({ kind }) => kind === 'not-yet') ?? { kind: 'ready' };
}

function tooLate(readiness: Readiness, lost: number, within: number): string {
  const limit = durationText(within);
  if (lost > 0)
    return `it did not stay ready within ${limit}: it was ready ${lost === 1 ? 'once' : `${lost} times`}, and then not any more`;
  return `it is not ready after ${limit}${readiness.kind === 'ready' ? '' : `: ${readiness.reason}`}`;
}

function notReady(reason: string): SystemFailure {
  return new SystemFailure({
    happened: `What was started does not become ready: ${reason}.`,
    means: '',
    next: 'Read its log (docker compose logs), correct the cause, and run the step again.',
  });
}
