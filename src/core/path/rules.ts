import { z } from 'zod';
import type { FactType } from './graph/fact-values.ts';
import { factsIn, typesIn } from './graph/facts.ts';
import { allowedAmong, liftable } from './rules/allowed.ts';
import { avoid } from './rules/avoid.ts';
import { betweenMajors } from './rules/between-majors.ts';
import { configuration } from './rules/configuration.ts';
import { enterOnlyFrom } from './rules/enter-only-from.ts';
import type { FileRequirement } from './rules/file-requirement.ts';
import { finishLineFirst } from './rules/finish-line-first.ts';
import { forbidden } from './rules/forbidden.ts';
import { landOn } from './rules/land-on.ts';
import { linesPerHop } from './rules/lines-per-hop.ts';
import { listedUpgrades } from './rules/listed-upgrades.ts';
import { manual } from './rules/manual.ts';
import type { MigrationListSource } from './rules/migration-list.ts';
import { migrations } from './rules/migrations.ts';
import { movesTogether } from './rules/moves-together.ts';
import { needsPart } from './rules/needs-part.ts';
import { noLineSkipped } from './rules/no-line-skipped.ts';
import { note } from './rules/note.ts';
import { only } from './rules/only.ts';
import { requiredStops } from './rules/required-stops.ts';
import type { PathRule } from './rules/rule-kind.ts';

/** The kinds of rules, in the order of the reference page: a new one is one file and one line here. */
const withoutExceptions = [
  noLineSkipped,
  linesPerHop,
  finishLineFirst,
  betweenMajors,
  enterOnlyFrom,
  landOn,
  requiredStops,
  forbidden,
  only,
  listedUpgrades,
  needsPart,
  movesTogether,
  migrations,
  avoid,
  manual,
  configuration,
  note,
] as const;

/** What an exception may lift depends on all the other kinds. */
export const ruleKinds = [...withoutExceptions, allowedAmong(withoutExceptions)] as const;

export const liftedBy = liftable(ruleKinds);

/** One rule: an object with the one key that names its kind. */
const pathRule = z
  .strictObject(Object.fromEntries(ruleKinds.map(({ name, rule }) => [name, rule])))
  .partial()
  .refine((rule) => chosenIn(rule).length === 1, {
    error: `a rule with exactly one key: ${ruleKinds.map(({ name }) => name).join(', ')}`,
  })
  .meta({ minProperties: 1, maxProperties: 1 });

function chosenIn(rule: Readonly<Record<string, PathRule | undefined>>): PathRule[] {
  return Object.values(rule).flatMap((chosen) => chosen ?? []);
}

export const pathRules = z
  .array(pathRule)
  .transform((rules) => rules.flatMap(chosenIn))
  .refine(
    (rules) => {
      const ids = manualStepIds(rules);
      return new Set(ids).size === ids.length;
    },
    { error: 'manual steps whose ids all differ: a step is acknowledged by its id' },
  );

export type PathRules = z.output<typeof pathRules>;

/** The ids of all manual steps in the rules: what `acknowledge` may name. */
export function manualStepIds(rules: PathRules): string[] {
  return rules.flatMap(({ manualId }) => manualId ?? []);
}

/** By id, the manual steps that concern files which can be read. */
export function fileRequirementsOf(rules: PathRules): ReadonlyMap<string, readonly FileRequirement[]> {
  return new Map(
    rules.flatMap(({ manualId, changes }) =>
      manualId === undefined || changes === undefined ? [] : [[manualId, changes] as const],
    ),
  );
}

/** The names of the parts in the rules, each once: what `parts:` and `--part` may name. */
export function partsAskedBy(rules: PathRules): string[] {
  return [...new Set(rules.flatMap(({ part }) => part ?? []))];
}

/** The types as which the rules compare each fact. A fact that is compared in several ways must parse as each of them. */
export function factTypesIn(rules: PathRules): ReadonlyMap<string, readonly FactType[]> {
  const types = new Map<string, FactType[]>();
  for (const { fact, type } of rules.flatMap(({ when }) => typesIn(when))) {
    const known = types.get(fact) ?? [];
    types.set(fact, known.includes(type) ? known : [...known, type]);
  }
  return types;
}

/** The names of the facts that the rules use, each once: what `facts:` and `--facts` may name. */
export function factsAskedBy(rules: PathRules): string[] {
  return [...new Set(rules.flatMap(({ when }) => factsIn(when)))];
}

/** Lists of migrations that are published with each release, and are read once the target is known. */
export function migrationListsAskedBy(rules: PathRules): MigrationListSource[] {
  return rules.flatMap(({ migrationList }) => migrationList ?? []);
}
