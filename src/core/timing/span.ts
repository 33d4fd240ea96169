/** Half-open, in milliseconds since 1970; infinite where nothing bounds it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const always: Span = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/** What is left of a span: none, one or two. */
export function without(span: Span, hole: Span): Span[] {
  return [
    { start: span.start, end: Math.min(span.end, hole.start) },
    { start: Math.max(span.start, hole.end), end: span.end },
  ].filter(({ start, end }) => start < end);
}

/** In their order, none touching another; empty ones left out. */
export function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  const ordered = spans.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}
