import type { Observation } from '../model/observation.ts';
import { firstPauseMilliseconds } from './expected.ts';

/** How soon to look again. */
export interface Pace {
  /** What was seen, as far as a change of it counts. */
  readonly seen: string;
  /** Since when it is so. Milliseconds since the epoch. */
  readonly since: number;
  /** Milliseconds. */
  readonly pause: number;
}

const growth = 1.5;
const longestPauseMilliseconds = 15_000;
/** An end is to be noticed within two seconds or 2 % of what it took; a look takes time too. */
const atLeastMilliseconds = 1500;
const shareOfDuration = 0.015;

/** Looks are rarer the longer nothing changes, and frequent again at each change: what ended is followed by the next. */
export function paceAfter(before: Pace | undefined, { version, serving, migrations }: Observation, at: number): Pace {
  const name = migrations.kind === 'pending' ? migrations.next : 'current' in migrations ? migrations.current : '';
  const applied = 'applied' in migrations ? migrations.applied : '';
  const seen = JSON.stringify([
    version.kind === 'known' ? version.value : '',
    serving.kind,
    migrations.kind,
    name,
    applied,
  ]);
  if (before === undefined || before.seen !== seen) return { seen, since: at, pause: firstPauseMilliseconds };
  const bound = Math.max(atLeastMilliseconds, shareOfDuration * (at - before.since));
  return { ...before, pause: Math.min(before.pause * growth, bound, longestPauseMilliseconds) };
}
