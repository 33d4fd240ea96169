import { createRequire } from 'node:module';
import { z } from 'zod';
import { answersSoon } from '../../core/path/sources/versions/regular-expression.ts';
import { withinTimeLeft } from '../../core/settings/checking-time.ts';
import { once } from '../../core/settings/once.ts';
import type { PartContext } from '../../world/effects/kind.ts';
import type { Evaluation } from './evaluation.ts';
import { mistakeOf } from './expression-error.ts';
import { expressionProgram } from './expression-program.ts';

/** Parsing takes time that grows with the square of the length: at this limit, a tenth of a second at most. */
const longest = 5_000;

/** Turns the JSON of an answer into the JSON that is read. */
export const expression = z
  .string()
  .min(1)
  .max(longest)
  .superRefine((text, context) => {
    const mistake = text.length > longest ? undefined : mistakeIn(text);
    if (mistake !== undefined)
      context.addIssue({ code: 'custom', message: `an expression in JSONata, which this is not: ${mistake}` });
  });

export type Evaluated =
  /** Undefined if the expression finds nothing. */
  | { readonly kind: 'json'; readonly value: unknown }
  /** A phrase: `its JSONata expression …`. Never with a value of the answer. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * @param answers the JSON of earlier requests, by name: `$answers.login`
 */
export async function evaluate(
  text: string,
  json: unknown,
  answers: Readonly<Record<string, unknown>>,
  { effects: { clock, expressions, signal } }: PartContext,
): Promise<Evaluated> {
  const program = expressions ?? expressionProgram();
  try {
    const asked: Evaluation = { text, json, answers, now: clock.now().getTime() };
    const answered = await program.ask(JSON.stringify(asked), signal);
    if (answered.kind !== 'answer') return { kind: 'failed', reason: stopped(text, answered.kind) };
    const read = answer.parse(JSON.parse(answered.text));
    return read.kind === 'json' ? { kind: 'json', value: read.value } : read;
  } finally {
    if (expressions === undefined) program.close();
  }
}

const answer = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('json'), value: z.unknown().optional() }),
    z.object({ kind: z.literal('failed'), reason: z.string() }),
  ]),
);

const shownOfExpression = 60;

function stopped(text: string, why: 'too-long' | 'too-much'): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const shown = line.length > shownOfExpression ? `${line.slice(0, shownOfExpression)}…` : line;
  const happened = why === 'too-long' ? 'takes too long and was stopped' : 'needs too much memory and was stopped';
  return `its JSONata expression "${shown}" ${happened}: let it filter and count before it joins or repeats, and give each range, recursion and padding a small bound`;
}

function mistakeIn(text: string): string | undefined {
  return withinTimeLeft(text, undefined, () => {
    const read = treeOf(text);
    return read.kind === 'tree' ? forbiddenIn(read.tree, new Set()) : read.mistake;
  });
}

const require = createRequire(import.meta.url);
/** Loaded for the first expression of the user's: most configurations have none, and a schema cannot wait for an import. */
const library = once((): typeof import('jsonata') => require('jsonata'));

type Read = { readonly kind: 'tree'; readonly tree: unknown } | { readonly kind: 'wrong'; readonly mistake: string };

function treeOf(text: string): Read {
  // What goes wrong when it is loaded is no mistake of the expression.
  const jsonata = library();
  try {
    return { kind: 'tree', tree: jsonata(text).ast() };
  } catch (error) {
    return { kind: 'wrong', mistake: mistakeOf(error) };
  }
}

/** A node of the library's parse tree of an expression. */
const node = z.lazy(() => z.looseObject({ type: z.string().optional(), value: z.unknown().optional() }));

/**
 * Finds what lets an answer run as an expression, or an expression run for as long as an answer makes it.
 * @param seen some nodes are in several places of the tree
 */
function forbiddenIn(tree: unknown, seen: Set<object>): string | undefined {
  if (typeof tree !== 'object' || tree === null || seen.has(tree)) return undefined;
  seen.add(tree);
  if (tree instanceof RegExp)
    return answersSoon(tree.source)
      ? undefined
      : `its regular expression /${tree.source}/ may not end on some texts: where a group that repeats holds something that repeats, say what separates the repetitions`;
  const { type, value } = node.safeParse(tree).data ?? {};
  if (type === 'variable' && value === 'eval') return '$eval would run what a server answers';
  return firstOf(Object.values(tree), (each) => forbiddenIn(each, seen));
}

function firstOf(values: readonly unknown[], find: (value: unknown) => string | undefined): string | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
