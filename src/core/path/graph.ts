import { lineOf } from './graph/release-graph.ts';
import type { Exception, HopRule, LandingRule, PlannerContext, RuleEffects, RuleSource } from './graph/rule.ts';
import { contains, type ReleaseSpan, uncovered, without } from './graph/span.ts';

/** A rule that forbids something, and a sentence about what it forbids here. */
export interface Block {
  readonly source: RuleSource;
  readonly text: string;
}

/** Answers one question: may a hop lead from here to there, and if not, which rules forbid it? */
export interface Graph {
  readonly context: PlannerContext;
  /** The rules that forbid one hop; empty if it is allowed. Does not say whether a path may stop at `to`. */
  blocks(from: number, to: number): Block[];
  /** Where hops from `from` may lead, within a span, lowest first. */
  openings(from: number, within: ReleaseSpan): ReleaseSpan[];
  /** Why a path may not make a stop here; empty if it may. */
  refusals(place: number): Block[];
  /** The same, without the reasons. */
  isStop(place: number): boolean;
  /** Whether a path may end here if this release is the requested target. */
  isUsable(place: number): boolean;
  /** The exceptions that let this hop through a rule that would forbid it. */
  exceptionsUsed(from: number, to: number): Exception[];
}

export function graphOf(context: PlannerContext, effects: readonly RuleEffects[]): Graph {
  const hops = effects.flatMap((effect) => effect.hops ?? []);
  const landings = [finalWhereThereIsOne(context), ...effects.flatMap((effect) => effect.landings ?? [])];
  const exceptions = effects.flatMap((effect) => effect.exceptions ?? []);
  const named = new Set(
    effects.flatMap((effect) => (effect.named ?? []).flatMap(({ start, end }) => placesIn(start, end))),
  );

  const lifting = (rule: HopRule, from: number) =>
    exceptions.filter((one) => one.overrules.includes(rule.source.rule) && contains(one.from, from));
  const blockedBy = (rule: HopRule, from: number) => {
    const lifted = exceptions.length === 0 ? [] : lifting(rule, from).flatMap((exception) => exception.to);
    return without(rule.blocked(from), lifted);
  };
  const unusable = (place: number) => context.unusable[place];
  const isNamed = (place: number) => named.has(place);
  return {
    context,
    blocks: (from, to) =>
      hops
        .filter((rule) => contains(blockedBy(rule, from), to))
        .map((rule) => ({ source: rule.source, text: rule.why(from, to) })),
    openings: (from, within) =>
      uncovered(
        within,
        hops.flatMap((rule) => blockedBy(rule, from)),
      ),
    refusals: (place) => {
      const reason = unusable(place);
      if (reason !== undefined) {
        const { rule, text, url } = reason;
        return [{ source: { rule, reason: '', ...(url ? { url } : {}), doubts: [] }, text }];
      }
      if (isNamed(place)) return [];
      return landings
        .filter((rule) => rule.refuses(place))
        .map((rule) => ({ source: rule.source, text: rule.why(place) }));
    },
    isStop: (place) =>
      unusable(place) === undefined && (isNamed(place) || !landings.some((rule) => rule.refuses(place))),
    isUsable: (place) => unusable(place) === undefined,
    exceptionsUsed: (from, to) => {
      const used = hops.flatMap((rule) =>
        contains(rule.blocked(from), to) ? lifting(rule, from).filter((exception) => contains(exception.to, to)) : [],
      );
      return [...new Set(used)];
    },
  };
}

function placesIn(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** Prereleases that were requested are targets; on the way a path uses one only in a line without a final release. */
function finalWhereThereIsOne({ catalogue, lines }: PlannerContext): LandingRule {
  const isPrerelease = (place: number | undefined) =>
    place !== undefined && catalogue.entries[place]?.isPrerelease === true;
  const newest = (place: number) => lineOf(lines.minor, place).newest;
  return {
    source: { rule: 'prerelease', reason: '', doubts: [] },
    refuses: (place) => isPrerelease(place) && newest(place) !== undefined && !isPrerelease(newest(place)),
    why: (place) =>
      `${catalogue.entries[place]?.version.label ?? ''} is a prerelease, and its line has final releases.`,
  };
}
