import { z } from 'zod';
import { type Line, type LineKind, type Lines, lineAt, lineOf } from '../landscape.ts';
import { type Effects, from, type Ground, labelAt, type Source } from '../rule.ts';
import { firstPlace } from '../span.ts';
import { land, line, said, since, until } from './common.ts';

export const noLineSkipped = z
  .strictObject({ line, land, since, until, ...said })
  .describe('Every line on the way must be visited.');

export const linesPerHop = z
  .strictObject({
    line,
    'at-most': z.int().min(1).describe('How many lines further one hop may lead. 1 means that none may be skipped.'),
    land,
    since,
    until,
    ...said,
  })
  .describe('One hop may lead over a limited number of lines; the path goes as far as that allows.');

interface Settings {
  readonly line: LineKind;
  readonly 'at-most': number;
  readonly land: 'newest' | 'any';
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export function applyLinesPerHop(settings: Settings, ground: Ground, source: Source): Effects {
  const lines = ground.lines[settings.line];
  const range = [settings.since ? `>=${settings.since}` : '', settings.until ? `<=${settings.until}` : '']
    .join(' ')
    .trim();
  const [held = { start: 0, end: 0 }] = ground.catalogue.spans(range === '' ? '*' : range);
  const isCounted = (one: Line) => one.isPublished && Math.max(one.start, held.start) < Math.min(one.end, held.end);
  const counted = lines.list.flatMap((one, rank) => (isCounted(one) ? [rank] : []));
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
          const way = `Going from ${labelAt(ground, start)} straight to ${labelAt(ground, end)}`;
          const skipped = between(start, end);
          if (settings['at-most'] === 1) return `${way} would skip ${listed(skipped)}.`;
          return `${way} would pass over ${listed(skipped)} in one hop, and a hop may lead at most ${settings['at-most']} lines further.`;
        },
      },
    ],
    cautions: [(start, end) => gapsBetween(lines, start, end)],
    landings: settings.land === 'any' ? [] : [{ source, ...landNewest(settings.line, ground, isCounted) }],
  };
}

/**
 * Lines whose numbers are left out of the list although their neighbours are in it. A source that was not read whole
 * would make a rule about lines silently pass over them.
 */
function gapsBetween(lines: Lines, start: number, end: number): string[] {
  const cautions: string[] = [];
  for (let rank = lines.rankOf(start); rank < lines.rankOf(end); rank++) {
    const [below, above] = [lineAt(lines, rank).label, lineAt(lines, rank + 1).label];
    const [low, high] = [below, above].map((label) => label.split('.').map(Number));
    const isSameMajor = lines.kind === 'major' || low?.[0] === high?.[0];
    if (isSameMajor && (high?.at(-1) ?? 0) - (low?.at(-1) ?? 0) > 1) {
      cautions.push(
        `No release between ${below} and ${above} is listed: make sure that the source of releases is whole.`,
      );
    }
  }
  return cautions;
}

function landNewest(kind: LineKind, ground: Ground, isCounted: (line: Line) => boolean) {
  const lines = ground.lines[kind];
  return {
    refuses: (place: number) => isCounted(lineOf(lines, place)) && lineOf(lines, place).newest !== place,
    why: (place: number) => {
      const { newest, label } = lineOf(lines, place);
      if (newest === undefined) return `No release of ${label} may be used.`;
      return `Of ${label} the path lands on its newest usable release, ${labelAt(ground, newest)}.`;
    },
  };
}

/** `4.0, 4.1 and 4.2`; a long list is cut. */
export function listed(names: readonly string[], most = 6): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
