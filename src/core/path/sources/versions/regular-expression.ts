import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import { withinTimeLeft } from '../../../settings/checking-time.ts';
import { once } from '../../../settings/once.ts';

const longest = 1_000;

/** A user's regular expression, which is searched for in tags and in what servers report. */
export const regularExpression = z
  .string()
  .min(1)
  .max(longest)
  .refine((text) => text.length > longest || compiles(text), 'a regular expression as JavaScript reads it')
  .refine(
    (text) => !compiles(text) || answersSoon(text),
    'a regular expression that finishes quickly: where a group that repeats holds something that repeats, as in (\\d+)*, say what separates the repetitions, as in (\\.\\d+)*',
  )
  .describe('A JavaScript regular expression. It may match anywhere, so use `^` and `$` to match a whole tag.');

/** Longer expressions are not tried: one like a*a*a*… of 20,000 letters takes minutes. */
export function compiles(text: string): boolean {
  if (text.length > longest) return false;
  try {
    new RegExp(text).test('');
    return true;
  } catch {
    return false;
  }
}

/** A search in a text, such as a line of a log, only covers its beginning: nobody expects a match further back. */
export const longestLine = 4_000;

/** With one of them the time grows with the square of a line's length, which does not matter. */
const unbounded = /[*+]|\{\d+,\}/g;

/** A regular expression that is searched for in texts of up to `longestLine`. */
export const lineExpression = regularExpression.refine(
  (text) => !compiles(text) || (text.match(unbounded)?.length ?? 0) < 2 || searchesSoon(text, longLines),
  'a regular expression that finishes quickly on a long line: each further .* or .+ multiplies how long it takes; begin with what is looked for, as in error:.*, or with ^',
);

/** The characters of a tag, and an ending that matches nothing. */
const units = ['1', '1.', 'a', 'a1', '-', '1-', '.'];
const endless = (length: number, start = ''): string[] =>
  units.map((unit) => `${start}${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}\u0000`);
const longTags = [...endless(60), ...endless(60, 'v')];
/** Shorter than the longest: an expression of quadratic time is fast enough, one of cubic time is noticed. */
const longLines = endless(1_000);

/** Any sensible expression needs a thousandth of it for all of them. */
const soonMilliseconds = 200;
const repeatedGroup = /\)[*+{]/;
const searches = once(() => new Script('for (const text of texts) pattern.test(text)'));

/**
 * An expression whose repetitions can be divided up in many ways tries all of them on a tag that it does not match, which
 * takes longer than anybody waits. So it is tried on such tags, within a time limit.
 */
export function answersSoon(text: string): boolean {
  return !repeatedGroup.test(text) || searchesSoon(text, longTags);
}

function searchesSoon(text: string, texts: readonly string[]): boolean {
  return withinTimeLeft(text, true, () => endsSoon(text, texts));
}

/** Made for the first expression that is tried, since making one takes ten times as long as a search. */
const trials = once(() => createContext({}));

function endsSoon(text: string, texts: readonly string[]): boolean {
  const context = Object.assign(trials(), { pattern: new RegExp(text), texts });
  const start = process.threadCpuUsage();
  for (;;) {
    try {
      searches().runInContext(context, { timeout: soonMilliseconds });
      return true;
    } catch {
      // On a busy machine time passes without anything being done.
      const { user, system } = process.threadCpuUsage(start);
      if (user + system > soonMilliseconds * 500) return false;
    }
  }
}
