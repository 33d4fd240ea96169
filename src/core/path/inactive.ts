import type { CountingRule, InactiveRule } from './compile.ts';
import type { Catalogue } from './graph/catalogue.ts';
import type { KnownReleases } from './rules/rule-kind.ts';

/** Rules that apply but can have no effect with the known releases. */
export function inactiveRules(counting: readonly CountingRule[], catalogue: Catalogue): InactiveRule[] {
  const known = knownReleases(catalogue, new Set(counting.map(({ source }) => source.rule)));
  return counting.flatMap(({ rule, source }) => {
    const because = rule.whyInactive(known);
    return because === undefined
      ? []
      : [{ rule: source.rule, text: `\`${source.rule}\` can never apply, because ${because}: ${source.reason}` }];
  });
}

function knownReleases(catalogue: Catalogue, rules: ReadonlySet<string>): KnownReleases {
  const end = catalogue.entries.length;
  const isEmpty = (range: string) => catalogue.spans(range).every((span) => span.start === span.end);
  const isAbove = (range: string) => catalogue.spans(range).every(({ start }) => start === end);
  return {
    rules,
    isEmpty,
    noneIn: (...ranges) => {
      const range = ranges.find((one) => one !== undefined && isEmpty(one));
      return range === undefined ? undefined : `no release matches "${range}"`;
    },
    allBelow: (...ranges) =>
      ranges.length > 0 && ranges.every(isAbove)
        ? `every release is below ${ranges.map((one) => `"${one}"`).join(', ')}`
        : undefined,
  };
}
