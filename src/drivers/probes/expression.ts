import jsonata from 'jsonata';
import { z } from 'zod';
import type { PartContext } from '../../world/effects/kind.ts';

/** What turns the JSON of an answer into the JSON that is read. */
export const expression = z
  .string()
  .min(1)
  .max(20_000)
  .refine((text) => mistakeIn(text) === undefined, {
    error: ({ input }) =>
      `an expression in JSONata${typeof input === 'string' ? `, which this is not: ${mistakeIn(input)}` : ''}`,
  });

export type Evaluated =
  /** Undefined where the expression finds nothing. */
  | { readonly kind: 'json'; readonly value: unknown }
  /** A phrase: `of its JSONata expression …`. Never with a value of the answer. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Far above what any answer needs; an expression that calls itself without end is stopped. */
const limits = { timeout: 5_000, stack: 500, sequence: 1_000_000 };

/**
 * @param answers the JSON of the requests that were made before, by their names: `$answers.login`
 */
export async function evaluate(
  text: string,
  json: unknown,
  answers: Readonly<Record<string, unknown>>,
  { effects: { clock } }: PartContext,
): Promise<Evaluated> {
  const now = clock.now();
  const bindings = { answers, now: () => now.toISOString(), millis: () => now.getTime() };
  try {
    const found: unknown = await jsonata(text, limits).evaluate(json, bindings);
    // Its lists and objects carry marks of its own, and may hold functions.
    return { kind: 'json', value: found === undefined ? undefined : JSON.parse(JSON.stringify(found)) };
  } catch (error) {
    return { kind: 'failed', reason: `its JSONata expression cannot be evaluated${placeOf(error)}: ${why(error)}` };
  }
}

function mistakeIn(text: string): string | undefined {
  try {
    jsonata(text);
    return undefined;
  } catch (error) {
    const read = thrown.safeParse(error);
    return `${read.data?.message?.replace(/\.$/, '') ?? 'it cannot be read'}${placeOf(error)}`;
  }
}

const thrown = z.looseObject({
  message: z.string().optional(),
  position: z.number().optional(),
  value: z.unknown().optional(),
  value2: z.unknown().optional(),
});

function placeOf(error: unknown): string {
  const read = thrown.safeParse(error);
  return read.success && read.data.position !== undefined ? ` at character ${read.data.position}` : '';
}

/** Its messages quote the value that did not fit, which may be a patient's. */
function why(error: unknown): string {
  const read = thrown.safeParse(error);
  if (!read.success || read.data.message === undefined) return 'it fails';
  const { message, value, value2 } = read.data;
  const quoted = [value, value2].flatMap((each) =>
    each === undefined ? [] : [JSON.stringify(each) ?? '', String(each)],
  );
  return quoted
    .filter((text) => text.length > 0)
    .reduce((shown, text) => shown.replaceAll(text, '…'), message)
    .replace(/\.$/, '');
}
