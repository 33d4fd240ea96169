import type { Catalogue } from './catalogue.ts';
import { evaluate, type Facts, type When } from './facts.ts';
import type { Effects, Ground, Source } from './rule.ts';
import { applyLinesPerHop } from './rules/lines-per-hop.ts';
import { dutyOf, hopTest } from './rules/manual.ts';
import { applyRequiredStops } from './rules/required-stops.ts';
import type { PathRule, PathRules } from './rules.ts';
import type { Avoided } from './usability.ts';

/** A rule that does not count here, and why; the plan says so. */
export interface Idle {
  readonly rule: string;
  readonly text: string;
}

export interface CountingRule {
  readonly rule: PathRule;
  readonly source: Source;
}

/** Sorts out which rules count, given what is known of the installation. */
export function countingRules(rules: PathRules, facts: Facts): { counting: CountingRule[]; idle: Idle[] } {
  const counting: CountingRule[] = [];
  const idle: Idle[] = [];
  for (const rule of rules) {
    for (const [name, settings] of Object.entries(rule)) {
      if (settings === undefined) continue;
      const truth = evaluate(settings.when, facts);
      const reason = 'reason' in settings ? settings.reason : settings.text;
      const isGrant = name === 'allowed';
      if (truth.kind === 'fails') {
        idle.push({
          rule: name,
          text: `Does not count here, because ${conditionText(settings.when)} does not hold: ${reason}`,
        });
      } else if (truth.kind === 'unknown' && isGrant) {
        idle.push({ rule: name, text: `Does not count, because ${truth.facts.join(', ')} is not known: ${reason}` });
      } else {
        const doubts = truth.kind === 'unknown' ? truth.facts : [];
        counting.push({ rule, source: { rule: name, reason, ...(settings.url ? { url: settings.url } : {}), doubts } });
      }
    }
  }
  return { counting, idle };
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

export function effectsOf({ rule, source }: CountingRule, ground: Ground): Effects {
  if (rule['no-line-skipped']) return applyLinesPerHop({ ...rule['no-line-skipped'], 'at-most': 1 }, ground, source);
  if (rule['lines-per-hop']) return applyLinesPerHop(rule['lines-per-hop'], ground, source);
  if (rule['required-stops']) return applyRequiredStops(rule['required-stops'], ground, source);
  if (rule.manual) return { duties: [dutyOf(rule.manual, ground, source)] };
  if (rule.note) return { remarks: [{ source, concerns: hopTest(rule.note, ground) }] };
  return {};
}
