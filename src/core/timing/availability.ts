import { downtimeText, durationText } from '../messages/quantities.ts';

/** One health check. */
export interface HealthLook {
  /** When it was sent. Milliseconds since the epoch. */
  readonly at: number;
  /** When it was answered, or given up. */
  readonly until: number;
  readonly isGood: boolean;
}

/** How reachable a system was while it was changed. */
export interface Availability {
  /** The number of health checks. */
  readonly looks: number;
  readonly failed: number;
  /** From each first failed check to the next good one. */
  readonly downtimeMilliseconds: number;
  readonly longestGapMilliseconds: number;
  /** Of the good checks: half of them were answered faster. */
  readonly medianMilliseconds: number;
  readonly slowestMilliseconds: number;
}

/** What is kept while it is watched. */
export interface Watched {
  readonly looks: number;
  readonly failed: number;
  readonly downtime: number;
  readonly longest: number;
  /** Since when it has not been serving; undefined while it serves. */
  readonly downSince: number | undefined;
  readonly hasServed: boolean;
  readonly wasDownBefore: boolean;
  /** How many good checks were answered within each of `steps`. */
  readonly answered: readonly number[];
  readonly slowest: number;
}

/** Milliseconds; each is a quarter above the previous one: the median is as exact, and no list of all checks is needed. */
const steps: readonly number[] = Array.from({ length: 64 }, (_, index) => 1.25 ** index);

export const notWatched: Watched = {
  looks: 0,
  failed: 0,
  downtime: 0,
  longest: 0,
  downSince: undefined,
  hasServed: false,
  wasDownBefore: false,
  answered: steps.map(() => 0),
  slowest: 0,
};

export function withLook(before: Watched, { at, until, isGood }: HealthLook): Watched {
  const looks = before.looks + 1;
  if (isGood) {
    const gap = before.downSince === undefined ? 0 : until - before.downSince;
    const step = steps.findIndex((most) => until - at <= most);
    return {
      ...before,
      looks,
      hasServed: true,
      downSince: undefined,
      downtime: before.downtime + gap,
      longest: Math.max(before.longest, gap),
      answered: before.answered.map((count, index) => (index === step ? count + 1 : count)),
      slowest: Math.max(before.slowest, until - at),
    };
  }
  // Before the first good check there was nothing to lose.
  if (!before.hasServed) return { ...before, looks, wasDownBefore: true };
  return { ...before, looks, failed: before.failed + 1, downSince: before.downSince ?? at };
}

/**
 * Undefined if it was never seen serving, or was not serving at first: what was down when the watch began had been down for an
 * unknown time.
 * @param end milliseconds since the epoch
 */
export function availabilityOf(watched: Watched, end: number): Availability | undefined {
  const { looks, failed, downSince, hasServed, wasDownBefore, slowest } = watched;
  const gap = downSince === undefined ? 0 : end - downSince;
  const downtime = watched.downtime + gap;
  if (!hasServed || (wasDownBefore && downtime === 0)) return undefined;
  return {
    looks,
    failed,
    downtimeMilliseconds: downtime,
    longestGapMilliseconds: Math.max(watched.longest, gap),
    medianMilliseconds: Math.min(Math.round(medianOf(watched.answered)), slowest),
    slowestMilliseconds: slowest,
  };
}

function medianOf(answered: readonly number[]): number {
  const half = answered.reduce((sum, count) => sum + count, 0) / 2;
  let seen = 0;
  const step = answered.findIndex((count) => {
    seen += count;
    return seen >= half;
  });
  return steps[step] ?? 0;
}

/** A sentence. */
export function availabilityText(seen: Availability): string {
  const { looks, failed, downtimeMilliseconds: down, longestGapMilliseconds: longest } = seen;
  const good = `the others were answered in ${durationText(seen.medianMilliseconds)} (median), at most ${durationText(seen.slowestMilliseconds)}`;
  if (failed === 0)
    return `It kept serving: none of ${looks} health checks failed; ${good.replace('the others', 'they')}.`;
  const gaps = longest < down ? `, at most ${downtimeText(longest)} at a time` : '';
  return `Not serving for ${downtimeText(down)}${gaps}: ${failed} of ${looks} health checks failed; ${good}.`;
}

/** The same for writes, if they are checked separately. */
export function writesText({
  looks,
  failed,
  downtimeMilliseconds: down,
  longestGapMilliseconds: longest,
}: Availability): string {
  if (failed === 0) return `It kept taking writes: none of ${looks} failed.`;
  return `It took no writes for ${downtimeText(down)}, at most ${downtimeText(longest)} at a time: ${failed} of ${looks} failed.`;
}

interface Watchings {
  readonly availability: Availability | undefined;
  readonly writes: Availability | undefined;
}

/** Each a sentence. */
export function serviceTexts({ availability, writes }: Watchings): string[] {
  return [
    ...(availability === undefined ? [] : [availabilityText(availability)]),
    ...(writes === undefined ? [] : [writesText(writes)]),
  ];
}

/** As the journal keeps it. */
export function availabilityFacts({ availability, writes }: Watchings): {
  readonly downtimeMilliseconds?: number;
  readonly availability?: Availability;
  readonly writes?: Availability;
} {
  return {
    ...(availability === undefined ? {} : { downtimeMilliseconds: availability.downtimeMilliseconds, availability }),
    ...(writes === undefined ? {} : { writes }),
  };
}
