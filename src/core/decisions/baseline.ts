import { durationText } from '../messages/quantities.ts';
import type { EnvironmentName } from '../model/hop.ts';

/** What was measured once. The value itself is not kept, unless it is a number. */
export interface Measured {
  readonly name: string;
  readonly count?: number;
  /** Shows whether a value is the same, and not what it is. */
  readonly digest?: string;
  readonly milliseconds: number;
}

export type Taken =
  | { readonly kind: 'taken'; readonly measured: Measured }
  | { readonly kind: 'unknown'; readonly reason: string };

/** How much worse a number may be: by so much, or by a part of what it was. */
export type Tolerance = { readonly by: number } | { readonly percent: number };

export interface BaselineRules {
  readonly compare: 'not-fewer' | 'not-more' | 'same' | undefined;
  /** Of a number; undefined where it must not be worse at all. */
  readonly tolerance: Tolerance | undefined;
  /** How many times as long it may take at most. */
  readonly factor: number | undefined;
  /** Whether production and staging must not have the same. */
  readonly apart: boolean;
}

export type Compared =
  | { readonly kind: 'passed'; readonly note: string }
  | { readonly kind: 'failed'; readonly reason: string }
  /** What is measured now was measured otherwise before. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Short requests differ by more than a factor without any meaning. */
const alwaysAllowedMilliseconds = 100;

/** Whether what a release does is as good as what the previous one did. */
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

/** A count is shown exactly; a rate only with the digits that mean something. */
function numberText(number: number): string {
  return String(Number.isInteger(number) ? number : Number(number.toPrecision(4)));
}

/** Whether a copy has a value of its own. */
export function compareApart(other: Measured, now: Measured, name: EnvironmentName): Compared {
  if (other.digest === undefined || now.digest === undefined) return otherwise();
  if (other.digest === now.digest) return { kind: 'failed', reason: `it is the same as on ${name}` };
  return { kind: 'passed', note: `different from ${name}` };
}

function otherwise(): Compared {
  return { kind: 'unknown', reason: 'it was measured differently before, so nothing can be compared' };
}
