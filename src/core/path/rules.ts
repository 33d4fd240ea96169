import { z } from 'zod';
import type { FactType } from './graph/fact-values.ts';
import { factsIn, typesIn } from './graph/facts.ts';
import { avoid } from './rules/avoid.ts';
import { allowed, enterOnlyFrom, forbidden, only } from './rules/hops.ts';
import { landOn } from './rules/land-on.ts';
import { betweenMajors, finishLineFirst } from './rules/lines.ts';
import { linesPerHop, noLineSkipped } from './rules/lines-per-hop.ts';
import { manual, note } from './rules/manual.ts';
import { migrations } from './rules/migrations.ts';
import { movesTogether, needsPart } from './rules/parts.ts';
import { requiredStops } from './rules/required-stops.ts';

/** Every kind of rule, under the key by which the configuration asks for it. */
export const ruleKinds = {
  'no-line-skipped': noLineSkipped,
  'lines-per-hop': linesPerHop,
  'finish-line-first': finishLineFirst,
  'between-majors': betweenMajors,
  'enter-only-from': enterOnlyFrom,
  'land-on': landOn,
  'required-stops': requiredStops,
  allowed,
  forbidden,
  only,
  'needs-part': needsPart,
  'moves-together': movesTogether,
  migrations,
  avoid,
  manual,
  note,
};

const names = Object.keys(ruleKinds);

/** One rule: an object with the one key that names its kind. */
export const pathRule = z
  .strictObject(ruleKinds)
  .partial()
  .refine((rule) => Object.values(rule).filter((settings) => settings !== undefined).length === 1, {
    error: `a rule with exactly one key: ${names.join(', ')}`,
  })
  .meta({ minProperties: 1, maxProperties: 1 });

export const pathRules = z.array(pathRule).refine(
  (rules) => {
    const ids = rules.flatMap((rule) => rule.manual?.id ?? rule['needs-part']?.alone?.id ?? []);
    return new Set(ids).size === ids.length;
  },
  { error: 'manual steps whose ids all differ: a step is acknowledged by its id' },
);

export type PathRule = z.output<typeof pathRule>;
export type PathRules = z.output<typeof pathRules>;

/** The names of the parts that the rules speak of, each once: what `parts:` and `--part` may name. */
export function partsAskedBy(rules: PathRules): string[] {
  const names = rules.flatMap((rule) => rule['needs-part']?.part ?? rule['moves-together']?.part ?? []);
  return [...new Set(names)];
}

/** What the rules take each fact for. One that is compared in several ways must read as each of them. */
export function factTypesIn(rules: PathRules): ReadonlyMap<string, readonly FactType[]> {
  const types = new Map<string, FactType[]>();
  for (const rule of rules) {
    for (const settings of Object.values(rule)) {
      for (const { fact, type } of typesIn(settings?.when)) {
        const known = types.get(fact) ?? [];
        types.set(fact, known.includes(type) ? known : [...known, type]);
      }
    }
  }
  return types;
}

/** The names of the facts that the rules ask for, each once: what `facts:` and `--facts` may name. */
export function factsAskedBy(rules: PathRules): string[] {
  const names = rules.flatMap((rule) => Object.values(rule).flatMap((settings) => factsIn(settings?.when)));
  return [...new Set(names)];
}
