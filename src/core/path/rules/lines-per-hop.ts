import { z } from 'zod';
import { type Line, type LineKind, type Lines, lineAt, lineOf } from '../graph/release-graph.ts';
import {
  from,
  type HopRule,
  labelAt,
  type PlannerContext,
  type RuleEffects,
  type RuleManualStep,
  type RuleSource,
} from '../graph/rule.ts';
import { firstPlace } from '../graph/span.ts';
import { land, line, listed, missing, reasonKeys, since, until } from './common.ts';
import { type KnownReleases, ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      line,
      'at-most': z.int().min(1).describe('How many lines one hop may advance. 1 means that none may be skipped.'),
      land,
      missing,
      since,
      until,
      ...reasonKeys,
    })
    .describe('One hop may advance over a limited number of lines; the path goes as far as that allows.');

export const linesPerHop = ruleKind(
  'lines-per-hop',
  { role: 'demand', lifted: 'by-default' },
  settings,
  linesPerHopRule,
);

interface Settings {
  readonly line: LineKind;
  readonly 'at-most': number;
  readonly land: 'newest' | 'any';
  readonly missing: 'ask' | 'refuse' | 'pass';
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** What a rule about lines does, under whichever name it is used. */
export function linesPerHopRule(settings: Settings) {
  return {
    apply: (context: PlannerContext, source: RuleSource) => effectsOf(settings, context, source),
    whyInactive: (known: KnownReleases) => known.noneIn(heldRange(settings)),
  };
}

/** The releases from `since` to `until`; undefined for all. */
function heldRange({ since, until }: Settings): string | undefined {
  const bounds = [...(since === undefined ? [] : [`>=${since}`]), ...(until === undefined ? [] : [`<=${until}`])];
  return bounds.length === 0 ? undefined : bounds.join(' ');
}

function effectsOf(settings: Settings, context: PlannerContext, source: RuleSource): RuleEffects {
  const lines = context.lines[settings.line];
  const [held = { start: 0, end: 0 }] = context.catalogue.spans(heldRange(settings) ?? '*');
  const isCounted = (one: Line) => one.isPublished && Math.max(one.start, held.start) < Math.min(one.end, held.end);
  const counted = lines.list.flatMap((one, rank) => (isCounted(one) ? [rank] : []));
  const gaps = gapsOf(lines, counted);
  const nextCounted = (place: number) => {
    const rank = lines.rankOf(place);
    return firstPlace(counted.length, (index) => (counted[index] ?? 0) > rank);
  };
  const between = (start: number, end: number) => {
    const labels: string[] = [];
    const last = lines.rankOf(end);
    for (let index = nextCounted(start); index < counted.length; index++) {
      const rank = counted[index] ?? last;
      if (rank >= last) break;
      labels.push(lineAt(lines, rank).label);
    }
    return labels;
  };
  return {
    hops: [
      {
        source,
        blocked: (start) => {
          const last = counted[nextCounted(start) + settings['at-most'] - 1];
          return last === undefined ? [] : from(lineAt(lines, last).end);
        },
        why: (start, end) => {
          const way = `Going from ${labelAt(context, start)} straight to ${labelAt(context, end)}`;
          const skipped = between(start, end);
          if (settings['at-most'] === 1) return `${way} would skip ${listed(skipped)}.`;
          return `${way} would pass over ${listed(skipped)} in one hop, but a hop may advance at most ${settings['at-most']} lines.`;
        },
      },
      ...(settings.missing === 'refuse' && gaps.length > 0 ? [refusalOf(gaps, lines, context, source)] : []),
    ],
    ...(settings.missing === 'pass'
      ? { cautions: [(start: number, end: number) => gapsBetween(gaps, lines, start, end)] }
      : {}),
    ...(settings.missing === 'ask' ? { manualSteps: gaps.map((gap) => manualStepFor(gap, lines, source)) } : {}),
    landings: settings.land === 'any' ? [] : [{ source, ...landNewest(settings.line, context, isCounted) }],
  };
}

/** A line that is missing from the list although its neighbours are in it. */
interface Gap {
  /** The rank of the line below it. */
  readonly rank: number;
  readonly below: string;
  readonly above: string;
  /** The first number that is missing: `1.3`. */
  readonly first: string;
}

/** An incomplete list would make a rule about lines silently pass over the missing ones. */
function gapsOf(lines: Lines, counted: readonly number[]): Gap[] {
  return counted.flatMap((rank): Gap[] => {
    const before = lines.list[rank - 1];
    if (before === undefined) return [];
    const above = lineAt(lines, rank).label;
    const [low, high] = [before.label, above].map((label) => label.split('.').map(Number));
    const isSameMajor = lines.kind === 'major' || low?.[0] === high?.[0];
    const last = low?.at(-1) ?? 0;
    if (!isSameMajor || (high?.at(-1) ?? 0) - last <= 1) return [];
    const first = [...(low?.slice(0, -1) ?? []), last + 1].join('.');
    return [{ rank: rank - 1, below: before.label, above, first }];
  });
}

function isPassed({ rank }: Gap, lines: Lines, start: number, end: number): boolean {
  return lines.rankOf(start) <= rank && rank < lines.rankOf(end);
}

function gapsBetween(gaps: readonly Gap[], lines: Lines, start: number, end: number): string[] {
  return gaps.filter((gap) => isPassed(gap, lines, start, end)).map(gapText);
}

function gapText({ below, above }: Gap): string {
  return `No release between ${below} and ${above} is listed: make sure that the source of releases is complete.`;
}

function manualStepFor(gap: Gap, lines: Lines, { url }: RuleSource): RuleManualStep {
  return {
    id: `missing-${gap.first}`,
    text: `${gapText(gap)} Make sure that ${gap.first} was never published, or that it may be skipped.`,
    ...(url === undefined ? {} : { url }),
    concerns: (start, end) => isPassed(gap, lines, start, end),
  };
}

function refusalOf(gaps: readonly Gap[], lines: Lines, context: PlannerContext, source: RuleSource): HopRule {
  const firstAbove = (start: number) => gaps.find(({ rank }) => lines.rankOf(start) <= rank);
  return {
    source,
    blocked: (start) => {
      const gap = firstAbove(start);
      return gap === undefined ? [] : from(lineAt(lines, gap.rank + 1).start);
    },
    why: (start, end) => {
      const gap = firstAbove(start);
      return `Going from ${labelAt(context, start)} to ${labelAt(context, end)} would pass ${gap?.first ?? ''}. ${gap === undefined ? '' : gapText(gap)}`;
    },
  };
}

function landNewest(kind: LineKind, context: PlannerContext, isCounted: (line: Line) => boolean) {
  const lines = context.lines[kind];
  return {
    refuses: (place: number) => isCounted(lineOf(lines, place)) && lineOf(lines, place).newest !== place,
    why: (place: number) => {
      const { newest, label } = lineOf(lines, place);
      if (newest === undefined) return `No release of ${label} may be used.`;
      return `Of ${label} the path lands on its newest usable release, ${labelAt(context, newest)}.`;
    },
  };
}
