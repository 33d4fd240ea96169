import type { Observation } from '../model/observation.ts';
import { firstPauseMilliseconds } from './expected.ts';

/** How soon to look again. */
export interface Pace {
  /** What was seen, as far as a change in it matters. */
  readonly seen: string;
  /** Since when it has been so. Milliseconds since the epoch. */
  readonly since: number;
  /** Milliseconds. */
  readonly pause: number;
}

const growth = 1.5;
const longestPauseMilliseconds = 15_000;
/** An end must be noticed within two seconds or 2 % of the duration; a look takes time too. */
const atLeastMilliseconds = 1500;
const shareOfDuration = 0.015;

/** Looks become rarer the longer nothing changes, and frequent again at each change: when one thing ends, the next one starts. */
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
