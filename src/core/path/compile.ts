import { evaluate, type Facts, type When } from './graph/facts.ts';
import type { RuleSource } from './graph/rule.ts';
import type { PathRule } from './rules/rule-kind.ts';
import type { PathRules } from './rules.ts';

/** A rule that does not apply here, and why; the plan says so. */
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

/** Determines which rules apply, given what is known about the installation. */
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
    const { name, reason, url, when } = rule;
    const truth = evaluate(when, facts);
    if (truth.kind === 'unknown') {
      undecided.set(place, truth.facts);
      for (const fact of truth.facts) unknownFacts.add(fact);
    }
    if (truth.kind === 'fails') {
      idle.push({
        rule: name,
        text: `Does not apply here, because its condition (${conditionText(when)}) is not met: ${reason}`,
      });
    } else if (truth.kind === 'unknown' && rule.role === 'grant') {
      idle.push({ rule: name, text: `Does not apply, because ${truth.facts.join(', ')} is not known: ${reason}` });
    } else {
      const doubts = truth.kind === 'unknown' ? truth.facts : [];
      counting.push({ place, rule, source: { rule: name, reason, ...(url ? { url } : {}), doubts } });
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
