/** Half-open, in milliseconds since 1970; infinite on an unbounded side. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

export const always: TimeSpan = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/** What is left of a span: none, one or two. */
export function without(span: TimeSpan, hole: TimeSpan): TimeSpan[] {
  return [
    { start: span.start, end: Math.min(span.end, hole.start) },
    { start: Math.max(span.start, hole.end), end: span.end },
  ].filter(({ start, end }) => start < end);
}

/** In order, none touching another; without empty ones. */
export function merged(spans: readonly TimeSpan[]): TimeSpan[] {
  const joined: TimeSpan[] = [];
  const ordered = spans.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}
