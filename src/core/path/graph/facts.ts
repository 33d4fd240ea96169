import { z } from 'zod';
import { onDemand } from '../../settings/on-demand.ts';
import { slug } from '../../settings/scalars.ts';
import { versionOrLine } from '../sources/versions/version-range.ts';
import { compareFacts, type FactType, type FactValue, factTypes, readFact } from './fact-values.ts';

/** What is known about the installation, by name. A missing name is unknown, which is not the same as false. */
export type Facts = Readonly<Record<string, FactValue>>;

/** A fact that a product asks for, with what a person must know to answer. */
export const declaredFact = onDemand(() =>
  z.strictObject({
    type: z.enum(factTypes).describe('The type of its values. `text` is compared case-insensitively.'),
    question: z.string().min(1).describe('The question to a person: `Does the registry hold npm packages?`'),
    values: z.array(z.string().min(1)).min(1).optional().describe('The allowed values of a `text`. Default: any.'),
    url: z.url().optional().describe('Where the vendor says how to find out.'),
  }),
);

export type DeclaredFacts = Readonly<Record<string, z.output<typeof declaredFact>>>;

const condition = onDemand(() =>
  z
    .strictObject({
      fact: slug.describe('The name of a fact of the installation; its value comes from `facts:` or `--facts`.'),
      is: z.union([z.boolean(), z.number(), z.string()]).optional().describe('True when the fact has this value.'),
      'is-not': z.union([z.boolean(), z.number(), z.string()]).optional().describe('True when it has another value.'),
      'at-least': z
        .union([z.number(), versionOrLine])
        .optional()
        .describe('True when the fact is this or more: a number, or a version in quotes.'),
      'at-most': z
        .union([z.number(), versionOrLine])
        .optional()
        .describe('True when the fact is this or less: a number, or a version in quotes.'),
    })
    .refine(
      (value) => Object.values(value).filter((part) => part !== undefined).length === 2,
      'a fact and exactly one of is, is-not, at-least, at-most',
    ),
);

/** A condition on facts. All items must hold; an item `any` holds when one of its conditions does. */
export const when = onDemand(() =>
  z
    .union([
      condition,
      z
        .array(
          z.union([
            condition,
            z.strictObject({ any: z.array(condition).min(2).describe('At least one of these must be true.') }),
          ]),
        )
        .min(1),
    ])
    .describe(
      'The rule applies only where this is true, e.g. `{ fact: multiple-web-nodes, is: true }`; in a list, all must be true. If a fact is not known, a demand applies, with a note in the plan, and an exception does not.',
    ),
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
  const type = typeCompared(condition);
  const value = readFact(Object.hasOwn(facts, condition.fact) ? facts[condition.fact] : undefined, type);
  const order = compareFacts(value, readFact(comparedWith(condition), type));
  // A value that does not parse as the type the rule compares with decides nothing, so that no stop is dropped because of it.
  if (order === undefined) return { kind: 'unknown', facts: [condition.fact] };
  if (condition.is !== undefined) return decided(order === 0);
  if (condition['is-not'] !== undefined) return decided(order !== 0);
  return decided(condition['at-least'] !== undefined ? order >= 0 : order <= 0);
}

function comparedWith(condition: Condition): FactValue | undefined {
  return condition.is ?? condition['is-not'] ?? condition['at-least'] ?? condition['at-most'];
}

/** The value that a rule compares a fact with shows its type: `"true"` in quotes is still a boolean. */
function typeCompared(condition: Condition): FactType {
  const value = comparedWith(condition);
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  if (condition['at-least'] !== undefined || condition['at-most'] !== undefined) return 'version';
  return /^(true|false|yes|no|on|off)$/i.test(String(value).trim()) ? 'boolean' : 'text';
}

function decided(holds: boolean): Truth {
  return { kind: holds ? 'holds' : 'fails' };
}

/** For each fact that conditions use, the types that they compare it as, each once. */
export function typesIn(condition: When | undefined): { readonly fact: string; readonly type: FactType }[] {
  const all = [condition ?? []].flat().flatMap((item) => ('any' in item ? item.any : [item]));
  return all.map((one) => ({ fact: one.fact, type: typeCompared(one) }));
}

/** The names of the facts that a condition uses, each once. */
export function factsIn(condition: When | undefined): string[] {
  if (condition === undefined) return [];
  const names = [condition].flat().flatMap((item) => ('any' in item ? item.any.map((one) => one.fact) : [item.fact]));
  return [...new Set(names)];
}
