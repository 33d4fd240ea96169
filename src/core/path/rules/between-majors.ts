import { z } from 'zod';
import { type Lines, lineAt, lineOf } from '../graph/release-graph.ts';
import { from, labelAt, type PlannerContext, type RuleEffects, type RuleSource } from '../graph/rule.ts';
import { reasonKeys, since, startOf } from './common.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      'leave-from': z
        .enum(['last-minor', 'any'])
        .default('last-minor')
        .describe('The line of the old major from which the next one may be entered.'),
      'enter-at': z
        .enum(['first-minor', 'any'])
        .default('any')
        .describe('The line of the new major at which a path may arrive.'),
      since,
      ...reasonKeys,
    })
    .describe('Majors are upgraded one by one; the keys say how one leads to the next.');

export const betweenMajors = ruleKind(
  'between-majors',
  { role: 'demand', lifted: 'by-default' },
  settings,
  (settings) => ({
    apply: (context, source) => effectsOf(settings, context, source),
    whyInactive: (known) => known.noneIn(settings.since === undefined ? undefined : `>=${settings.since}`),
  }),
);

type Settings = z.output<ReturnType<typeof settings>>;

function effectsOf(settings: Settings, context: PlannerContext, source: RuleSource): RuleEffects {
  const { major, minor } = context.lines;
  const start = startOf(settings.since, context);
  const exits = edgeLines(major, minor, 'last');
  const entries = edgeLines(major, minor, 'first');
  const next = (rank: number) => {
    let other = rank + 1;
    while (other < major.list.length && !lineAt(major, other).isPublished) other++;
    return other < major.list.length ? other : undefined;
  };
  const beyond = (place: number) => {
    const end = lineOf(major, place).end;
    return Math.max(end, start);
  };
  const mayLeave = (place: number) =>
    settings['leave-from'] === 'any' || exits[major.rankOf(place)] === minor.rankOf(place);
  return {
    hops: [
      {
        source,
        blocked: (place) => {
          if (!mayLeave(place)) return from(beyond(place));
          const following = next(major.rankOf(place));
          if (following === undefined) return [];
          const entry = entries[following];
          const isFree = settings['enter-at'] === 'any' || entry === undefined;
          const allowedEnd = isFree ? lineAt(major, following).end : lineAt(minor, entry).end;
          return from(Math.max(allowedEnd, start));
        },
        why: (place, to) => {
          const way = `Going from ${labelAt(context, place)} straight to ${labelAt(context, to)}`;
          const exit = exits[major.rankOf(place)];
          if (!mayLeave(place) && exit !== undefined) {
            return `${way} would leave ${lineOf(major, place).label} before its last line ${lineAt(minor, exit).label}.`;
          }
          const following = next(major.rankOf(place)) ?? major.rankOf(to);
          const entry = entries[following];
          if (following < major.rankOf(to)) return `${way} would skip ${lineAt(major, following).label}.`;
          return `${way} would enter ${lineAt(major, following).label} past its first line ${entry === undefined ? '' : lineAt(minor, entry).label}.`;
        },
      },
    ],
  };
}

/** For each major, the rank of its first or last minor that has been published. */
function edgeLines(major: Lines, minor: Lines, which: 'first' | 'last'): (number | undefined)[] {
  const edges: (number | undefined)[] = major.list.map(() => undefined);
  minor.list.forEach((one, rank) => {
    const owner = major.rankOf(one.start);
    if (one.isPublished && (which === 'last' || edges[owner] === undefined)) edges[owner] = rank;
  });
  return edges;
}
