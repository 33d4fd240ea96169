import { type Catalogue, entryAt } from './catalogue.ts';
import type { Unusable } from './usability.ts';

export const lineKinds = ['major', 'minor'] as const;
export type LineKind = (typeof lineKinds)[number];

/** The releases that share their first number (`major`) or their first two (`minor`). */
export interface Line {
  /** `4` or `4.1`. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** The place of its newest usable release; a final one if there is one. */
  readonly newest: number | undefined;
  /** False while it has only prereleases: then there is nothing that could be skipped. */
  readonly isPublished: boolean;
}

export interface Lines {
  readonly kind: LineKind;
  readonly list: readonly Line[];
  /** The rank, in `list`, of the line to which a place belongs. */
  rankOf(place: number): number;
}

/** What is published, which of it may be used, and how it groups into lines. */
export interface ReleaseGraph {
  readonly catalogue: Catalogue;
  readonly unusable: readonly (Unusable | undefined)[];
  readonly lines: Readonly<Record<LineKind, Lines>>;
}

export function releaseGraphOf(catalogue: Catalogue, unusable: readonly (Unusable | undefined)[]): ReleaseGraph {
  return {
    catalogue,
    unusable,
    lines: { major: linesOf(catalogue, unusable, 'major'), minor: linesOf(catalogue, unusable, 'minor') },
  };
}

function linesOf(catalogue: Catalogue, unusable: readonly (Unusable | undefined)[], kind: LineKind): Lines {
  const list: Line[] = [];
  const ranks: number[] = [];
  let start = 0;
  while (start < catalogue.entries.length) {
    const label = lineLabel(catalogue, start, kind);
    let end = start + 1;
    while (end < catalogue.entries.length && lineLabel(catalogue, end, kind) === label) end++;
    for (let place = start; place < end; place++) ranks.push(list.length);
    list.push({ label, start, end, ...summary(catalogue, unusable, start, end) });
    start = end;
  }
  return {
    kind,
    list,
    rankOf: (place) => {
      const rank = ranks[place];
      if (rank === undefined) throw new RangeError(`no release at place ${place} of ${ranks.length}`);
      return rank;
    },
  };
}

function summary(
  catalogue: Catalogue,
  unusable: readonly (Unusable | undefined)[],
  start: number,
  end: number,
): Pick<Line, 'newest' | 'isPublished'> {
  let newest: number | undefined;
  let isPublished = false;
  for (let place = start; place < end; place++) {
    const isFinal = !entryAt(catalogue.entries, place).isPrerelease;
    isPublished ||= isFinal || unusable[place] === undefined;
    const isOvertaken = newest !== undefined && !entryAt(catalogue.entries, newest).isPrerelease && !isFinal;
    if (unusable[place] === undefined && !isOvertaken) newest = place;
  }
  return { newest, isPublished };
}

/** The line of a place: `4` or `4.1`. */
export function lineLabel(catalogue: Catalogue, place: number, kind: LineKind): string {
  return entryAt(catalogue.entries, place)
    .version.numbers.slice(0, kind === 'major' ? 1 : 2)
    .join('.');
}

export function lineOf(lines: Lines, place: number): Line {
  return lineAt(lines, lines.rankOf(place));
}

export function lineAt(lines: Lines, rank: number): Line {
  const line = lines.list[rank];
  if (line === undefined) throw new RangeError(`no line of rank ${rank} among ${lines.list.length}`);
  return line;
}
