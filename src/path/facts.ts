import { z } from 'zod';
import { slug } from '../config/scalars.ts';

/** What is known of the installation, by name. A name that is missing is not known, which is not the same as false. */
export type Facts = Readonly<Record<string, boolean | number | string>>;

const condition = z
  .strictObject({
    fact: slug.describe('The name of a fact of the installation; its value comes from `facts:` or `--facts`.'),
    is: z.union([z.boolean(), z.number(), z.string()]).optional().describe('Holds when the fact has this value.'),
    'is-not': z.union([z.boolean(), z.number(), z.string()]).optional().describe('Holds when it has another value.'),
    'at-least': z.number().optional().describe('Holds when the fact is this number or more.'),
    'at-most': z.number().optional().describe('Holds when the fact is this number or less.'),
  })
  .refine(
    (value) => Object.values(value).filter((part) => part !== undefined).length === 2,
    'a fact and exactly one of is, is-not, at-least, at-most',
  );

/** A condition on facts. All items must hold; an item `any` holds when one of its conditions does. */
export const when = z
  .union([
    condition,
    z
      .array(
        z.union([condition, z.strictObject({ any: z.array(condition).min(2).describe('One of these must hold.') })]),
      )
      .min(1),
  ])
  .describe(
    'The rule counts only where this holds, e.g. `{ fact: multiple-web-nodes, is: true }`; of a list, all must hold. A fact that is not known makes a demand count, with a word about it in the plan, and an exception not count.',
  );

type Condition = z.output<typeof condition>;
export type When = z.output<typeof when>;

/** `unknown` lists the facts that would have to be known. */
export type Truth =
  | { readonly kind: 'holds' }
  | { readonly kind: 'fails' }
  | { readonly kind: 'unknown'; readonly facts: readonly string[] };

export function evaluate(condition: When | undefined, facts: Facts): Truth {
  if (condition === undefined) return { kind: 'holds' };
  const items = [condition].flat();
  const truths = items.map((item) =>
    'any' in item ? anyOf(item.any.map((one) => evaluateOne(one, facts))) : evaluateOne(item, facts),
  );
  if (truths.some((truth) => truth.kind === 'fails')) return { kind: 'fails' };
  return withUnknown(truths, 'holds');
}

function anyOf(truths: readonly Truth[]): Truth {
  if (truths.some((truth) => truth.kind === 'holds')) return { kind: 'holds' };
  return withUnknown(truths, 'fails');
}

function withUnknown(truths: readonly Truth[], otherwise: 'holds' | 'fails'): Truth {
  const facts = truths.flatMap((truth) => (truth.kind === 'unknown' ? truth.facts : []));
  return facts.length > 0 ? { kind: 'unknown', facts: [...new Set(facts)] } : { kind: otherwise };
}

function evaluateOne(condition: Condition, facts: Facts): Truth {
  const value = Object.hasOwn(facts, condition.fact) ? facts[condition.fact] : undefined;
  if (value === undefined) return { kind: 'unknown', facts: [condition.fact] };
  if (condition.is !== undefined) return decided(String(value) === String(condition.is));
  if (condition['is-not'] !== undefined) return decided(String(value) !== String(condition['is-not']));
  const amount = typeof value === 'boolean' || String(value).trim() === '' ? Number.NaN : Number(value);
  // A text where a number is asked for says nothing about how many there are.
  if (Number.isNaN(amount)) return { kind: 'unknown', facts: [condition.fact] };
  if (condition['at-least'] !== undefined) return decided(amount >= condition['at-least']);
  return decided(amount <= (condition['at-most'] ?? amount));
}

function decided(holds: boolean): Truth {
  return { kind: holds ? 'holds' : 'fails' };
}

/** The names of the facts that a condition asks for, each once. */
export function factsIn(condition: When | undefined): string[] {
  if (condition === undefined) return [];
  const names = [condition].flat().flatMap((item) => ('any' in item ? item.any.map((one) => one.fact) : [item.fact]));
  return [...new Set(names)];
}
