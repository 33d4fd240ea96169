import jsonata from 'jsonata';
import { canonicalJson } from '../../core/model/digest.ts';
import { placeOf, why } from './expression-error.ts';

export interface Evaluation {
  readonly text: string;
  readonly json?: unknown;
  /** The JSON of earlier requests, by name: `$answers.login` */
  readonly answers: Readonly<Record<string, unknown>>;
  /** In milliseconds. */
  readonly now: number;
}

export type Evaluated =
  /** Undefined if the expression finds nothing. */
  | { readonly kind: 'json'; readonly value?: unknown }
  /** A phrase: `its JSONata expression …`. Never with a value of the answer. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What the library checks between two of its steps. A single step may take any time and memory: `evaluate` limits those. */
const limits = { timeout: 5_000, stack: 500, sequence: 1_000_000 };

export async function evaluated({ text, json, answers, now }: Evaluation): Promise<Evaluated> {
  const bindings = { answers, now: () => new Date(now).toISOString(), millis: () => now };
  try {
    const compiled = jsonata(text, limits);
    compiled.registerFunction('distinct', distinct, '<x:x>');
    const found: unknown = await compiled.evaluate(json, bindings);
    // Its lists and objects carry internal marks, and may contain functions: the JSON that is sent on has neither.
    return { kind: 'json', value: found };
  } catch (error) {
    return {
      kind: 'failed',
      reason: `its JSONata expression cannot be evaluated${placeOf(error)}: ${why(error, text)}`,
    };
  }
}

/** The library compares each with each, which takes minutes for a list of 300,000. */
function distinct(list: unknown): unknown {
  if (!Array.isArray(list) || list.length <= 1) return list;
  const seen = new Map<string, unknown>();
  for (const each of list) {
    const key = canonicalJson(each);
    if (!seen.has(key)) seen.set(key, each);
  }
  const values = [...seen.values()];
  // A selection of one gives the element instead of a list.
  return 'sequence' in list ? Object.assign(values, { sequence: true }) : values;
}
