import { lineOf, type ReleaseGraph } from './graph/release-graph.ts';
import type { ReleaseSpan } from './graph/span.ts';
import { newestUsable } from './rules/newest-usable.ts';

export type Target =
  | { readonly kind: 'release'; readonly place: number; readonly wanted: string }
  /** The line is known and older than the present release. */
  | { readonly kind: 'older'; readonly place: number; readonly wanted: string }
  /** No usable release above the present one, up to `end`, matches the request. */
  | { readonly kind: 'nothing-newer'; readonly wanted: string; readonly end: number; readonly line: readonly number[] }
  | { readonly kind: 'unknown' };

/** Which release a target stands for; resolved once, so that every hop refers to the same one. */
export function resolveTarget(text: string, current: number, releaseGraph: ReleaseGraph): Target {
  const { catalogue, lines } = releaseGraph;
  if (text === 'newest') {
    return newestOf({ start: 0, end: catalogue.entries.length }, 'the newest release', current, releaseGraph, []);
  }
  if (text === 'newest-patch') {
    const line = lineOf(lines.minor, current);
    return newestOf(
      line,
      `the newest release of the current line ${line.label}`,
      current,
      releaseGraph,
      numbersOf(line.label),
    );
  }
  const line = /^v?(?<numbers>\d+(?:\.\d+)?)$/.exec(text)?.groups?.numbers;
  const [span] = line === undefined ? [] : catalogue.spans(line);
  if (line !== undefined && span !== undefined && span.start < span.end) {
    return newestOf(span, `the newest release of ${line}`, current, releaseGraph, numbersOf(line));
  }
  const place = catalogue.find(text.replace(/^=\s*/, ''));
  if (place === undefined) return { kind: 'unknown' };
  return { kind: place < current ? 'older' : 'release', place, wanted: 'the requested release' };
}

function numbersOf(line: string): number[] {
  return line.split('.').map(Number);
}

/** @param line the numbers with which the requested releases begin */
function newestOf(
  span: ReleaseSpan,
  wanted: string,
  current: number,
  releaseGraph: ReleaseGraph,
  line: readonly number[],
): Target {
  if (span.end <= current) return { kind: 'older', place: newestUsable(releaseGraph, span) ?? span.end - 1, wanted };
  const above = { start: Math.max(span.start, current), end: span.end };
  // Prereleases are usable only if they were requested, and then the newest may be one.
  const place = highestUsable(releaseGraph, above);
  if (place !== undefined && place > current) return { kind: 'release', place, wanted };
  if (span.start > current) return { kind: 'release', place: span.end - 1, wanted };
  return { kind: 'nothing-newer', wanted, end: span.end, line };
}

function highestUsable({ unusable }: ReleaseGraph, { start, end }: ReleaseSpan): number | undefined {
  for (let place = end - 1; place >= start; place--) if (unusable[place] === undefined) return place;
  return undefined;
}
