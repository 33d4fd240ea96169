import { SystemFailure } from '../../core/messages/errors.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { Clock } from '../../world/clock.ts';
import type { Log } from '../../world/log.ts';
import { pauseAfter, type Quiet, quietAfter } from './look-pace.ts';

export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-yet'; readonly reason: string }
  /** Waiting will not improve it. Phrases about what is waited for. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What was deployed, judging by one look. */
export interface Look<Seen> {
  readonly seen: Seen;
  readonly each: readonly Readiness[];
  /** Differs if something was restarted since: then it was not ready the whole time. */
  readonly starts: string;
}

export interface WaitForReady<Seen> {
  readonly settings: { readonly within: number; readonly stable: number };
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** What a person does about it, for the message. */
  readonly next: string;
  /** Reads what runs. */
  look(): Promise<Look<Seen>>;
}

/** Resolves with what was last seen; rejects with a SystemFailure as soon as it is certain that waiting is of no use. */
export async function untilReady<Seen>({
  settings,
  clock,
  log,
  signal,
  next,
  look,
}: WaitForReady<Seen>): Promise<Seen> {
  const started = clock.now().getTime();
  let steady = notSteady;
  let seenStarts = '';
  let quiet: Quiet | undefined;
  for (;;) {
    const { seen, each, starts } = await look();
    const at = clock.now().getTime();
    const readiness = overall(each);
    if (readiness.kind === 'failed') throw notReady(readiness.reason, next);
    // A container that was restarted between two looks was not ready the whole time.
    steady = steadier(steady, readiness.kind === 'ready' && (starts === seenStarts || seenStarts === ''), at);
    seenStarts = starts;
    if (steady.readySince !== undefined && at - steady.readySince >= settings.stable) return seen;
    if (at - started >= settings.within) throw notReady(tooLate(readiness, steady.lost, settings.within), next);
    log.progress({
      text: readiness.kind === 'ready' ? 'Ready; watching whether it stays so' : `Not ready yet: ${readiness.reason}`,
      done: Math.round((at - started) / 1000),
      total: settings.within / 1000,
    });
    quiet = quietAfter(quiet, JSON.stringify([each, starts]), at);
    const stableIn = steady.readySince === undefined ? Infinity : settings.stable - (at - steady.readySince);
    await clock.sleep(Math.min(pauseAfter(quiet, at), stableIn), signal);
  }
}

export function overall(each: readonly Readiness[]): Readiness {
  return each.find(({ kind }) => kind === 'failed') ?? each.find(({ kind }) => kind === 'not-yet') ?? { kind: 'ready' };
}

/** For how long everything has been ready, over many looks. */
interface Steadiness {
  readonly readySince: number | undefined;
  /** How often it was ready and then no longer. */
  readonly lost: number;
}

const notSteady: Steadiness = { readySince: undefined, lost: 0 };

function steadier({ readySince, lost }: Steadiness, isReady: boolean, at: number): Steadiness {
  if (isReady) return { readySince: readySince ?? at, lost };
  return { readySince: undefined, lost: readySince === undefined ? lost : lost + 1 };
}

function tooLate(readiness: Readiness, lost: number, within: number): string {
  const limit = durationText(within);
  if (lost > 0)
    return `it did not stay ready within ${limit}: it was ready ${lost === 1 ? 'once' : `${lost} times`}, and then not any more`;
  return `it is not ready after ${limit}${readiness.kind === 'ready' ? '' : `: ${readiness.reason}`}`;
}

function notReady(reason: string, next: string): SystemFailure {
  return new SystemFailure({
    happened: `What was started does not become ready: ${reason}.`,
    means: '',
    next,
  });
}
