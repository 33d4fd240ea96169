import jsonata from 'jsonata';
import { canonicalJson } from '../../core/model/digest.ts';
import { placeOf, why } from './expression-error.ts';

export interface Evaluation {
  readonly text: string;
  readonly json?: unknown;
  /** The JSON of the requests that were made before, by their names: `$answers.login` */
  readonly answers: Readonly<Record<string, unknown>>;
  /** In milliseconds. */
  readonly now: number;
}

export type Evaluated =
  /** Undefined where the expression finds nothing. */
  | { readonly kind: 'json'; readonly value?: unknown }
  /** A phrase: `its JSONata expression …`. Never with a value of the answer. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What the library looks at between two of its steps. A single step may take any time and memory: `evaluate` limits those. */
const limits = { timeout: 5_000, stack: 500, sequence: 1_000_000 };

export async function evaluated({ text, json, answers, now }: Evaluation): Promise<Evaluated> {
  const bindings = { answers, now: () => new Date(now).toISOString(), millis: () => now };
  try {
    const compiled = jsonata(text, limits);
    compiled.registerFunction('distinct', distinct, '<x:x>');
    const found: unknown = await compiled.evaluate(json, bindings);
    // Its lists and objects carry marks of its own, and may hold functions: what is sent on as JSON has neither.
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
  // Of what was selected, a list of one is that one.
  return 'sequence' in list ? Object.assign(values, { sequence: true }) : values;
}
