import type { Catalogue } from './graph/catalogue.ts';
import { evaluate, type Facts, type When } from './graph/facts.ts';
import type { PartTable, PlannerContext, RuleEffects, RuleSource } from './graph/rule.ts';
import type { Avoided } from './graph/usability.ts';
import { applyEnterOnlyFrom, applyForbidden, applyOnly, exceptionOf } from './rules/hops.ts';
import { applyLandOn } from './rules/land-on.ts';
import { applyBetweenMajors, applyFinishLineFirst } from './rules/lines.ts';
import { applyLinesPerHop } from './rules/lines-per-hop.ts';
import { hopTest, manualStepOf } from './rules/manual.ts';
import { applyMigrations } from './rules/migrations.ts';
import { applyNeedsPart, partTableOf } from './rules/parts.ts';
import { applyRequiredStops } from './rules/required-stops.ts';
import type { PathRule, PathRules } from './rules.ts';

/** A rule that does not count here, and why; the plan says so. */
export interface InactiveRule {
  readonly rule: string;
  readonly text: string;
}

export interface CountingRule {
  /** Its place among the product's rules. */
  readonly place: number;
  readonly rule: PathRule;
  readonly source: RuleSource;
}

/** Sorts out which rules count, given what is known of the installation. */
export function countingRules(
  rules: PathRules,
  facts: Facts,
): {
  counting: CountingRule[];
  idle: InactiveRule[];
  unknownFacts: string[];
  undecided: ReadonlyMap<number, readonly string[]>;
} {
  const counting: CountingRule[] = [];
  const idle: InactiveRule[] = [];
  const unknownFacts = new Set<string>();
  const undecided = new Map<number, readonly string[]>();
  for (const [place, rule] of rules.entries()) {
    for (const [name, settings] of Object.entries(rule)) {
      if (settings === undefined) continue;
      const truth = evaluate(settings.when, facts);
      const reason = 'reason' in settings ? settings.reason : settings.text;
      if (truth.kind === 'unknown') {
        undecided.set(place, truth.facts);
        for (const fact of truth.facts) unknownFacts.add(fact);
      }
      const isGrant = name === 'allowed';
      if (truth.kind === 'fails') {
        idle.push({
          rule: name,
          text: `Does not apply here, because its condition (${conditionText(settings.when)}) is not met: ${reason}`,
        });
      } else if (truth.kind === 'unknown' && isGrant) {
        idle.push({ rule: name, text: `Does not apply, because ${truth.facts.join(', ')} is not known: ${reason}` });
      } else {
        const doubts = truth.kind === 'unknown' ? truth.facts : [];
        counting.push({
          place,
          rule,
          source: { rule: name, reason, ...(settings.url ? { url: settings.url } : {}), doubts },
        });
      }
    }
  }
  return { counting, idle, unknownFacts: [...unknownFacts], undecided };
}

function conditionText(when: When | undefined): string {
  const one = (condition: object) =>
    Object.entries(condition)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => (key === 'fact' ? value : `${key} ${value}`))
      .join(' ');
  return [when ?? []]
    .flat()
    .map((item) => ('any' in item ? item.any.map(one).join(' or ') : one(item)))
    .join(' and ');
}

export function avoidedBy(rules: readonly CountingRule[], catalogue: Catalogue): Avoided[] {
  return rules.flatMap(({ rule: { avoid }, source }) => {
    if (avoid === undefined) return [];
    const fixedIn = avoid['fixed-in'];
    return [{ source, spans: catalogue.spans(avoid.versions), ...(fixedIn ? { fixedIn } : {}) }];
  });
}

export function partTablesOf(rules: readonly CountingRule[], catalogue: Catalogue): PartTable[] {
  return rules.flatMap(({ rule, source }) =>
    rule['moves-together'] === undefined ? [] : [partTableOf(rule['moves-together'], catalogue, source)],
  );
}

export function effectsOf({ rule, source }: CountingRule, context: PlannerContext): RuleEffects {
  if (rule['no-line-skipped']) return applyLinesPerHop({ ...rule['no-line-skipped'], 'at-most': 1 }, context, source);
  if (rule['lines-per-hop']) return applyLinesPerHop(rule['lines-per-hop'], context, source);
  if (rule['required-stops']) return applyRequiredStops(rule['required-stops'], context, source);
  if (rule['finish-line-first']) return applyFinishLineFirst(rule['finish-line-first'], context, source);
  if (rule['between-majors']) return applyBetweenMajors(rule['between-majors'], context, source);
  if (rule['enter-only-from']) return applyEnterOnlyFrom(rule['enter-only-from'], context, source);
  if (rule['land-on']) return applyLandOn(rule['land-on'], context, source);
  if (rule.forbidden) return applyForbidden(rule.forbidden, context, source);
  if (rule.allowed) return { exceptions: [exceptionOf(rule.allowed, context, source)] };
  if (rule.only) return applyOnly(rule.only, context, source);
  if (rule.migrations) return applyMigrations(rule.migrations, context, source);
  if (rule['needs-part']) return applyNeedsPart(rule['needs-part'], context, source);
  if (rule.manual) return { manualSteps: [manualStepOf(rule.manual, context, source)] };
  if (rule.note) return { remarks: [{ source, concerns: hopTest(rule.note, context) }] };
  return {};
}
