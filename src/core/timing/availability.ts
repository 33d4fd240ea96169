import { downtimeText, durationText } from '../messages/quantities.ts';

/** One time that health was asked for. */
export interface HealthLook {
  /** When it was asked. Milliseconds since the epoch. */
  readonly at: number;
  /** When it was answered, or given up. */
  readonly until: number;
  readonly isGood: boolean;
}

/** How a system was reachable while it was changed. */
export interface Availability {
  /** How often its health was asked for. */
  readonly looks: number;
  readonly failed: number;
  /** From each first failed to the next good look. */
  readonly downtimeMilliseconds: number;
  readonly longestGapMilliseconds: number;
  /** Of the good looks: half of them were answered sooner. */
  readonly medianMilliseconds: number;
  readonly slowestMilliseconds: number;
}

/** What is kept while it is watched. */
export interface Watched {
  readonly looks: number;
  readonly failed: number;
  readonly downtime: number;
  readonly longest: number;
  /** Since when it does not serve; undefined while it does. */
  readonly downSince: number | undefined;
  readonly hasServed: boolean;
  readonly wasDownBefore: boolean;
  /** How many good looks were answered within each of `steps`. */
  readonly answered: readonly number[];
  readonly slowest: number;
}

/** Milliseconds; each is a quarter above the previous one: a median that is as exact, and needs no list of all looks. */
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
  // Before the first good look there was nothing to lose.
  if (!before.hasServed) return { ...before, looks, wasDownBefore: true };
  return { ...before, looks, failed: before.failed + 1, downSince: before.downSince ?? at };
}

/**
 * Undefined where it was never seen serving, or only from a time on: what was down and came up was not serving before the
 * watch, for nobody knows how long.
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

/** The same of writes, where they are asked for by themselves. */
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
