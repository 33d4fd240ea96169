import { createContext, Script } from 'node:vm';
import { z } from 'zod';

const longest = 1_000;

/** A regular expression of the user's, which is searched for in tags and in what servers report. */
export const regularExpression = z
  .string()
  .min(1)
  .max(longest)
  .refine((text) => text.length > longest || compiles(text), 'a regular expression as JavaScript reads it')
  .refine(
    (text) => !compiles(text) || answersSoon(text),
    'a regular expression that finishes quickly: where a group that repeats holds something that repeats, as in (\\d+)*, say what separates the repetitions, as in (\\.\\d+)*',
  )
  .describe(
    'A regular expression, as JavaScript reads it. It is searched for, so `^` and `$` are needed to match a whole tag.',
  );

/** What is too long is not tried: a text like a*a*a*… of 20,000 letters takes minutes. */
export function compiles(text: string): boolean {
  if (text.length > longest) return false;
  try {
    new RegExp(text).test('');
    return true;
  } catch {
    return false;
  }
}

/** What a tag is made of, and an end that matches nothing. */
const longTags = ['1', '1.', 'a', 'a1', '-', '1-', '.'].flatMap((unit) =>
  ['', 'v'].map((start) => `${start}${unit.repeat(60)}\u0000`),
);

/** Any sensible expression needs a thousandth of it for all of them. */
const soonMilliseconds = 200;
const repeatedGroup = /\)[*+{]/;
const searches = new Script('for (const tag of longTags) pattern.test(tag)');

/**
 * An expression whose repetitions can be divided up in many ways tries them all on a tag that it does not match, which
 * takes longer than anybody waits. So it is tried on such tags, within a limit.
 */
export function answersSoon(text: string): boolean {
  if (!repeatedGroup.test(text)) return true;
  const context = createContext({ pattern: new RegExp(text), longTags });
  const start = process.threadCpuUsage();
  for (;;) {
    try {
      searches.runInContext(context, { timeout: soonMilliseconds });
      return true;
    } catch {
      // On a busy machine the time passes without anything being done.
      const { user, system } = process.threadCpuUsage(start);
      if (user + system > soonMilliseconds * 500) return false;
    }
  }
}
