import jsonata from 'jsonata';
import { z } from 'zod';
import { canonicalJson } from '../../core/model/digest.ts';
import { answersSoon } from '../../core/path/sources/versions/regular-expression.ts';
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
    const compiled = jsonata(text, limits);
    compiled.registerFunction('distinct', distinct, '<x:x>');
    const found: unknown = await compiled.evaluate(json, bindings);
    // Its lists and objects carry marks of its own, and may hold functions.
    return { kind: 'json', value: found === undefined ? undefined : JSON.parse(JSON.stringify(found)) };
  } catch (error) {
    return {
      kind: 'failed',
      reason: `its JSONata expression cannot be evaluated${placeOf(error)}: ${why(error, text)}`,
    };
  }
}

/** The library compares each with each, which takes minutes for a list of 300,000, and looks at no clock meanwhile. */
function distinct(list: unknown): unknown {
  if (!Array.isArray(list) || list.length <= 1) return list;
  const seen = new Map<string, unknown>();
  for (const each of list) {
    const key = canonicalJson(each);
    if (!seen.has(key)) seen.set(key, each);
  }
  const values = [...seen.values()];
  // Of what was selected, a list of one is that one.
  return 'sequence' in list ? Object.assign(values, { sequence: true }) : values;
}

function mistakeIn(text: string): string | undefined {
  try {
    return forbiddenIn(jsonata(text).ast());
  } catch (error) {
    const read = thrown.safeParse(error);
    return `${read.data?.message?.replace(/\.$/, '') ?? 'it cannot be read'}${placeOf(error)}`;
  }
}

/** A node of the tree that the library makes of an expression. */
const node = z.looseObject({ type: z.string().optional(), value: z.unknown().optional() });

/** What lets an answer run as an expression, or an expression run for as long as an answer makes it. */
function forbiddenIn(tree: unknown): string | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined;
  if (tree instanceof RegExp)
    return answersSoon(tree.source)
      ? undefined
      : `its regular expression /${tree.source}/ may not end on some texts: where a group that repeats holds something that repeats, say what separates the repetitions`;
  const { type, value } = node.safeParse(tree).data ?? {};
  if (type === 'variable' && value === 'eval') return '$eval would run what a server answers';
  return firstOf(Object.values(tree), forbiddenIn);
}

function firstOf(values: readonly unknown[], find: (value: unknown) => string | undefined): string | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

const thrown = z.looseObject({
  code: z.string().optional(),
  exp: z.unknown().optional(),
  message: z.string().optional(),
  position: z.number().optional(),
  value: z.unknown().optional(),
  value2: z.unknown().optional(),
});

function placeOf(error: unknown): string {
  const read = thrown.safeParse(error);
  return read.success && read.data.position !== undefined ? ` at character ${read.data.position}` : '';
}

/** What an expression says itself: its `$error` and `$assert`. */
const ofItself = ['D3137', 'D3141'];

/** Messages quote the value that did not fit, which may be a patient's. */
function why(error: unknown, expression: string): string {
  if (error instanceof RangeError) return 'it goes too deep, or makes too much';
  const read = thrown.safeParse(error);
  // Those of the language itself quote values where nothing shows which.
  if (!read.success || read.data.message === undefined || read.data.code === undefined)
    return 'it does not fit what was answered';
  const { code, message, value, value2, exp } = read.data;
  if (ofItself.includes(code)) return expression.includes(message) ? message : 'it ends with an error of its own';
  const quoted = [value, value2, exp].flatMap((each) =>
    each === undefined ? [] : [JSON.stringify(each) ?? '', String(each)],
  );
  return quoted
    .filter((text) => text.length > 0)
    .reduce((shown, text) => shown.replaceAll(text, '…'), message)
    .replace(/\.$/, '');
}
