import type { PathRules } from './rules.ts';

/** The ids of all manual steps that the rules can ask for: what `acknowledge` may name. */
export function manualStepIds(rules: PathRules): string[] {
  return rules.flatMap((rule) => rule.manual?.id ?? rule['needs-part']?.alone?.id ?? []);
}
