import type { PathDetails, UnknownRelease } from '../model/path-plan.ts';
import { countingRules } from './compile.ts';
import { detailsOf } from './details.ts';
import type { Explainer } from './explain.ts';
import { type Catalogue, catalogueOf, entryAt } from './graph/catalogue.ts';
import { releaseGraphOf } from './graph/release-graph.ts';
import { labelAt, type PlannerContext, type RuleSource } from './graph/rule.ts';
import { judge, judgeReleases, type Unusable } from './graph/usability.ts';
import { graphOf } from './graph.ts';
import { inactiveRules } from './inactive.ts';
import { nearestKnown, nothingMatches, unknownRelease } from './no-plan.ts';
import type { PathQuestion } from './path-question.ts';
import { partsAskedBy } from './rules.ts';
import { readVersion } from './sources/versions/version-scheme.ts';
import { hardlyAnyMatch, type UnreadTags, unreadAbove } from './unread-tags.ts';

/** Everything that is known before the target is: the graph of releases and rules, and what belongs to its hops. */
export interface Survey extends Explainer {
  readonly kind: 'surveyed';
  /** What was read and what was left out; only the releases between two places. */
  details(start: number, end: number): PathDetails;
  unknown(which: 'current' | 'target', asked: string): UnknownRelease;
  /** The rules that apply and, for the others, the facts that would decide it, by their places among the product's rules. */
  readonly sources: ReadonlyMap<number, RuleSource>;
  readonly undecided: ReadonlyMap<number, readonly string[]>;
  /** Tags above the present release that were left out although nobody asked for that. */
  unread(line: readonly number[]): UnreadTags[];
}

/** @param asked what is requested by name: prereleases among it are wanted */
export function surveyOf(request: PathQuestion, asked: readonly string[]): Survey | UnknownRelease {
  const { counting, idle, unknownFacts, undecided } = countingRules(request.rules, request.facts ?? {});
  const listed = catalogueOf(request.releases.releases, request.scheme);
  const { catalogue, unlisted } = withPresent(listed, request.current);
  const inactive = inactiveRules(counting, listed);
  const unmatched = hardlyAnyMatch(request.releases, listed);
  if (unmatched !== undefined) throw nothingMatches(request.releases, unmatched, listed);
  const usability = {
    avoided: counting.flatMap(({ rule, source }) => rule.avoided?.(catalogue, source) ?? []),
    allowPrereleases: request.allowPrereleases ?? false,
    minimumAge: request.minimumAge ?? 0,
    now: request.now,
  };
  const unusable = judgeReleases(catalogue, usability);
  for (const place of placesOf(asked, catalogue)) {
    unusable[place] = judge(entryAt(catalogue.entries, place), place, { ...usability, allowPrereleases: true });
  }
  if (unlisted !== undefined) unusable[unlisted] = notListed(catalogue, unlisted, request.releases.source);
  const details = (start: number, end: number) =>
    detailsOf(request.releases, catalogue, unusable, { idle: [...idle, ...inactive], unknownFacts }, { start, end });
  const unknown = (which: 'current' | 'target', name: string) =>
    unknownRelease(which, name, nearestKnown(name, listed), details(0, 0));

  const current = catalogue.find(request.current);
  if (current === undefined) return unknown('current', request.current);
  const partTables = counting.flatMap(({ rule, source }) => rule.partTable?.(catalogue, source) ?? []);
  const context: PlannerContext = {
    ...releaseGraphOf(catalogue, unusable),
    partTables,
    carriedParts: new Set([
      ...partTables.map(({ part }) => part),
      ...catalogue.entries.flatMap(({ release }) => Object.keys(release.parts ?? {})),
    ]),
    parts: request.parts ?? {},
    partNames: [...new Set([...partsAskedBy(request.rules), ...(request.partNames ?? [])])],
    current,
    currentLabel: request.currentLabel ?? labelAt({ catalogue }, current),
    migrationLists: request.migrationLists ?? new Map(),
  };
  const effects = counting.flatMap(({ rule, source }) => rule.apply?.(context, source) ?? []);
  return {
    kind: 'surveyed',
    graph: graphOf(context, effects),
    manualSteps: effects.flatMap((effect) => effect.manualSteps ?? []),
    partsFirst: effects.flatMap((effect) => effect.partsFirst ?? []),
    remarks: effects.flatMap((effect) => effect.remarks ?? []),
    cautions: effects.flatMap((effect) => effect.cautions ?? []),
    sources: new Map(counting.map(({ place, source }) => [place, source])),
    undecided,
    details,
    unknown,
    unread: (line) => unreadAbove(request.releases, catalogue, current, line),
  };
}

function placesOf(names: readonly string[], catalogue: Catalogue): number[] {
  return names.flatMap((name) => catalogue.find(name) ?? []);
}

/** A present release that no source lists any more is placed by its version, if the scheme can read one. */
function withPresent(
  listed: Catalogue,
  current: string,
): { readonly catalogue: Catalogue; readonly unlisted?: number } {
  if (listed.find(current) !== undefined || listed.entries.length === 0) return { catalogue: listed };
  const reading = readVersion(current, listed.scheme);
  if (reading.kind === 'ignored') return { catalogue: listed };
  const present = { tag: current.trim(), version: reading.version.label, prerelease: false };
  const catalogue = catalogueOf([...listed.entries.map(({ release }) => release), present], listed.scheme);
  const unlisted = catalogue.find(current);
  return {
    catalogue: { ...catalogue, unreadable: listed.unreadable },
    ...(unlisted === undefined ? {} : { unlisted }),
  };
}

function notListed(catalogue: Catalogue, place: number, source: string): Unusable {
  const { label } = entryAt(catalogue.entries, place).version;
  const [below, above] = [place - 1, place + 1].map((one) => catalogue.entries[one]?.version.label);
  const between =
    below === undefined ? `below ${above}` : above === undefined ? `above ${below}` : `between ${below} and ${above}`;
  return {
    rule: 'unlisted',
    text: `The current release ${label} is not listed by ${source}; it was placed by its version, ${between}.`,
  };
}
