import type { Entry } from '../model/event.ts';

/** What GitHub's clock showed while this machine's went from `asked` to `answered`. */
export interface ClockReading {
  /** The `Date` header of an answer, in whole seconds. */
  readonly served: Date;
  readonly asked: Date;
  readonly answered: Date;
}

export type ClockVerdict =
  /** Nothing suggests that this clock is wrong; `confirmed` if GitHub's agrees with it. */
  | { readonly kind: 'plausible'; readonly confirmed: boolean }
  | { readonly kind: 'ahead' | 'behind'; readonly milliseconds: number; readonly reading: ClockReading }
  /** This clock is behind, or the writer's was ahead; if GitHub confirms this one, it was the writer's. */
  | {
      readonly kind: 'entry-ahead';
      readonly milliseconds: number;
      readonly entry: Entry;
      readonly confirmed: boolean;
    };

/** A wrong time further back has passed, or was reported when it was new. */
const newestEntries = 20;

/** `Date` counts whole seconds. */
const roundingMilliseconds = 1_000;

/**
 * Whether this machine's clock can be relied on. Leases are taken, renewed and taken over by time, so a clock that is
 * off by more than the tolerance takes a lease that is still in use, or holds one that others consider expired.
 */
export function clockVerdict(
  now: Date,
  entries: readonly Entry[],
  reading: ClockReading | undefined,
  toleranceMilliseconds: number,
): ClockVerdict {
  if (reading !== undefined) {
    const ahead = reading.asked.getTime() - reading.served.getTime() - roundingMilliseconds;
    if (ahead > toleranceMilliseconds) return { kind: 'ahead', milliseconds: ahead, reading };
    const behind = reading.served.getTime() - reading.answered.getTime();
    if (behind > toleranceMilliseconds) return { kind: 'behind', milliseconds: behind, reading };
  }
  const confirmed = reading !== undefined;
  const latest = latestOf(entries.slice(-newestEntries));
  if (latest === undefined) return { kind: 'plausible', confirmed };
  const milliseconds = Date.parse(latest.at) - now.getTime();
  return milliseconds > toleranceMilliseconds
    ? { kind: 'entry-ahead', milliseconds, entry: latest, confirmed }
    : { kind: 'plausible', confirmed };
}

function latestOf(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (latest, entry) => (latest === undefined || Date.parse(entry.at) > Date.parse(latest.at) ? entry : latest),
    undefined,
  );
}
