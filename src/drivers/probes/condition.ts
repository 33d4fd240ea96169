import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { lineExpression, longestLine } from '../../core/path/sources/versions/regular-expression.ts';
import { onDemand } from '../../core/settings/on-demand.ts';
import { numberIn, valueAt } from './json-value.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A comparison; if there are several, all must hold. */
export const comparison = onDemand(() =>
  z
    .strictObject({
      equals: z.json().optional().describe('The value itself, which may be a list or a mapping.'),
      not: z.json().optional().describe('Any other value than this.'),
      'at-least': z.number().optional().describe('This number or more.'),
      above: z.number().optional().describe('More than this number.'),
      'at-most': z.number().optional().describe('This number or less.'),
      below: z.number().optional().describe('Less than this number.'),
      matches: lineExpression.optional(),
      exists: z.boolean().optional().describe('Whether there is any value, including `null`.'),
      'same-as': z
        .string()
        .min(1)
        .optional()
        .describe('The dotted path of another value of the response that must be equal.'),
      default: z.json().optional().describe('The value to use if there is none: `0`.'),
    })
    .refine((written) => Object.keys(written).some((key) => key !== 'default'), {
      error: 'a comparison, such as { at-least: 1 } or { equals: … }',
    }),
);

export type Comparison = z.output<typeof comparison>;

/** What a value must be: itself, or a comparison. */
export const condition = z.union([scalar, z.array(z.json()), comparison]);
export type Condition = z.output<typeof condition>;

/** A server's words for a state: a text or number itself, or a comparison. */
export const stateWord = z.union([z.string(), z.number(), comparison]);
export type StateWord = z.output<typeof stateWord>;

/** @param whole the answer, for a comparison with another value in it */
export function holds(value: unknown, expected: Condition, whole: unknown): boolean {
  if (!isComparison(expected)) return isDeepStrictEqual(value, expected);
  const given = value === undefined ? expected.default : value;
  const number = numberIn(given);
  const isNumber = (test: (number: number) => boolean): boolean => number !== undefined && test(number);
  const { equals, not, above, below, matches, exists } = expected;
  const [least, most, other] = [expected['at-least'], expected['at-most'], expected['same-as']];
  return (
    (equals === undefined || isDeepStrictEqual(given, equals)) &&
    (not === undefined || (given !== undefined && !isDeepStrictEqual(given, not))) &&
    (least === undefined || isNumber((is) => is >= least)) &&
    (above === undefined || isNumber((is) => is > above)) &&
    (most === undefined || isNumber((is) => is <= most)) &&
    (below === undefined || isNumber((is) => is < below)) &&
    (matches === undefined || matchesText(given, matches)) &&
    (exists === undefined || (given !== undefined) === exists) &&
    (other === undefined || (given !== undefined && isDeepStrictEqual(given, valueAt(whole, other))))
  );
}

/** A word is compared as text, so that a number may be written either way. */
export function isOneOf(words: readonly StateWord[], value: string | number, whole: unknown): boolean {
  return words.some((word) => (typeof word === 'object' ? holds(value, word, whole) : String(word) === String(value)));
}

/** What was expected, for a reason: `is not at least 3`. Never the actual value. */
export function conditionText(expected: Condition): string {
  if (!isComparison(expected)) return JSON.stringify(expected);
  const { equals, not, above, below, matches, exists } = expected;
  const [least, most, other] = [expected['at-least'], expected['at-most'], expected['same-as']];
  return [
    ...(equals === undefined ? [] : [JSON.stringify(equals)]),
    ...(not === undefined ? [] : [`anything but ${JSON.stringify(not)}`]),
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
    ...(matches === undefined ? [] : [`a match of ${matches}`]),
    ...(exists === undefined ? [] : [exists ? 'there' : 'absent']),
    ...(other === undefined ? [] : [`the same as "${other}"`]),
  ].join(' and ');
}

function isComparison(expected: Condition): expected is Comparison {
  return typeof expected === 'object' && expected !== null && !Array.isArray(expected);
}

function matchesText(value: unknown, pattern: string): boolean {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
  return text !== undefined && new RegExp(pattern).test(text.slice(0, longestLine));
}

/** The first value that is not as it must be, as a clause; undefined if all are. */
export function firstUnmet(
  expected: Readonly<Record<string, Condition>> | undefined,
  given: (place: string) => unknown,
  whole: unknown,
): string | undefined {
  const wrong = Object.entries(expected ?? {}).find(([place, each]) => !holds(given(place), each, whole));
  return wrong && `"${wrong[0]}" is not ${conditionText(wrong[1])}`;
}
