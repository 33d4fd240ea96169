import type { CountingRule, InactiveRule } from './compile.ts';
import type { Catalogue } from './graph/catalogue.ts';
import { liftedByDefault } from './rules/hops.ts';
import type { PathRule } from './rules.ts';

/** Rules that count and can never apply, with the releases that are known: a slip of the pen in a range, mostly. */
export function inactiveRules(counting: readonly CountingRule[], catalogue: Catalogue): InactiveRule[] {
  const names = new Set(counting.map(({ source }) => source.rule));
  return counting.flatMap(({ rule, source }) => {
    const because = whyInactive(rule, catalogue, names);
    return because === undefined
      ? []
      : [{ rule: source.rule, text: `\`${source.rule}\` can never apply, because ${because}: ${source.reason}` }];
  });
}

function whyInactive(rule: PathRule, catalogue: Catalogue, names: ReadonlySet<string>): string | undefined {
  const end = catalogue.entries.length;
  const isEmpty = (range: string) => catalogue.spans(range).every((span) => span.start === span.end);
  /** Above everything that is published: whatever a hop would have to pass. */
  const isAbove = (range: string) => catalogue.spans(range).every(({ start }) => start === end);
  const nothing = (...ranges: readonly (string | undefined)[]) => {
    const range = ranges.find((one) => one !== undefined && isEmpty(one));
    return range === undefined ? undefined : `no release matches "${range}"`;
  };
  const above = (...ranges: readonly string[]) =>
    ranges.length > 0 && ranges.every(isAbove)
      ? `every release is below ${ranges.map((one) => `"${one}"`).join(', ')}`
      : undefined;
  if (rule.forbidden) return nothing(rule.forbidden.from, rule.forbidden.to);
  if (rule.allowed) {
    const { from, to, overrules } = rule.allowed;
    const lifts = overrules.some((name) => names.has(name));
    const usual =
      overrules.length === liftedByDefault.length
        ? 'there is no rule that it could lift'
        : `there is no rule ${overrules.join(' or ')} that it could lift`;
    return nothing(from, to) ?? (lifts ? undefined : usual);
  }
  if (rule.only) return nothing(rule.only.within);
  if (rule['enter-only-from']) return nothing(rule['enter-only-from'].entering);
  if (rule['land-on']) return nothing(rule['land-on'].line);
  if (rule['required-stops']) return above(...[rule['required-stops'].at].flat().map((at) => `>=${at}`));
  if (rule['needs-part']) return nothing(rule['needs-part'].entering);
  if (rule.avoid) return nothing(rule.avoid.versions);
  if (rule['moves-together']) {
    const rows = rule['moves-together'].table.map(({ releases }) => releases);
    return rows.every(isEmpty) ? `no release matches ${rows.map((one) => `"${one}"`).join(', ')}` : undefined;
  }
  if (rule.migrations) {
    const before = rule.migrations.list.flatMap((one) => one['required-before'] ?? []);
    return before.length === 0 ? 'no release requires any of them yet' : above(...before.map((one) => `>=${one}`));
  }
  const step = rule.manual ?? rule.note;
  if (step !== undefined) {
    const { entering, 'landing-on': landing, from } = step;
    return (entering === undefined ? undefined : above(entering)) ?? nothing(landing, from);
  }
  const lines = rule['no-line-skipped'] ?? rule['lines-per-hop'];
  if (lines !== undefined) {
    const held = [lines.since ? `>=${lines.since}` : '', lines.until ? `<=${lines.until}` : ''].join(' ').trim();
    return nothing(held === '' ? undefined : held);
  }
  const sinceRule = rule['finish-line-first'] ?? rule['between-majors'];
  return nothing(sinceRule?.since === undefined ? undefined : `>=${sinceRule.since}`);
}
