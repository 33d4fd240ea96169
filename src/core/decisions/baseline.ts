import { durationText } from '../messages/quantities.ts';
import type { EnvironmentName } from '../model/hop.ts';

/** One value that was measured. The value itself is not kept, unless it is a number. */
export interface Measured {
  readonly name: string;
  readonly count?: number;
  /** Shows whether two values are equal without revealing them. */
  readonly digest?: string;
  readonly milliseconds: number;
}

export type Taken =
  | { readonly kind: 'taken'; readonly measured: Measured }
  | { readonly kind: 'unknown'; readonly reason: string };

/** How much worse a number may get: by an amount, or by a fraction of the previous value. */
export type Tolerance = { readonly by: number } | { readonly percent: number };

export interface BaselineRules {
  readonly compare: 'not-fewer' | 'not-more' | 'same' | undefined;
  /** For a number; undefined where it must not get worse at all. */
  readonly tolerance: Tolerance | undefined;
  /** At most how many times as long it may take. */
  readonly factor: number | undefined;
  /** Whether the value must differ between production and staging. */
  readonly apart: boolean;
}

export type Compared =
  | { readonly kind: 'passed'; readonly note: string }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The value was measured differently before, so the two cannot be compared. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** The duration of short requests varies by large factors without meaning anything. */
const alwaysAllowedMilliseconds = 100;

/** Whether the new release does as well as the previous one. */
export function compareMeasured(
  before: Measured,
  now: Measured,
  { compare, tolerance, factor }: Omit<BaselineRules, 'apart'>,
): Compared {
  const notes: string[] = [];
  if (compare === 'not-fewer' || compare === 'not-more') {
    if (before.count === undefined || now.count === undefined) return otherwise();
    const numbers = `${numberText(now.count)} now, ${numberText(before.count)} before`;
    const allowed = allowedBy(tolerance, before.count);
    const limit = compare === 'not-fewer' ? before.count - allowed : before.count + allowed;
    if (compare === 'not-fewer' ? now.count < limit : now.count > limit) {
      const most = `at ${compare === 'not-fewer' ? 'least' : 'most'} ${numberText(limit)} is accepted`;
      return { kind: 'failed', reason: tolerance === undefined ? numbers : `${numbers}; ${most}` };
    }
    notes.push(numbers);
  }
  if (compare === 'same') {
    if (before.digest === undefined || now.digest === undefined) return otherwise();
    if (now.digest !== before.digest) return { kind: 'failed', reason: 'it is not the same as before' };
    notes.push('the same as before');
  }
  const times = `answered in ${durationText(now.milliseconds)} now, ${durationText(before.milliseconds)} before`;
  if (factor !== undefined) {
    const most = Math.max(before.milliseconds * factor, before.milliseconds + alwaysAllowedMilliseconds);
    if (now.milliseconds > most)
      return { kind: 'failed', reason: `${times}; at most ${durationText(most)} are accepted` };
    notes.push(times);
  }
  return { kind: 'passed', note: notes.join('; ') };
}

function allowedBy(tolerance: Tolerance | undefined, before: number): number {
  if (tolerance === undefined) return 0;
  return 'by' in tolerance ? tolerance.by : (Math.abs(before) * tolerance.percent) / 100;
}

/** Counts are shown exactly; rates only with their significant digits. */
function numberText(number: number): string {
  return String(Number.isInteger(number) ? number : Number(number.toPrecision(4)));
}

/** Whether a copy has its own value. */
export function compareApart(other: Measured, now: Measured, name: EnvironmentName): Compared {
  if (other.digest === undefined || now.digest === undefined) return otherwise();
  if (other.digest === now.digest) return { kind: 'failed', reason: `it is the same as on ${name}` };
  return { kind: 'passed', note: `different from ${name}` };
}

function otherwise(): Compared {
  return { kind: 'unknown', reason: 'it was measured differently before, so nothing can be compared' };
}
