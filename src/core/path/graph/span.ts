/** Places in the sorted list of releases, from `start` up to but not including `end`. */
export interface ReleaseSpan {
  readonly start: number;
  readonly end: number;
}

export function contains(spans: readonly ReleaseSpan[], place: number): boolean {
  return spans.some(({ start, end }) => start <= place && place < end);
}

/** The parts of `whole` that no span covers, in order. */
export function uncovered(whole: ReleaseSpan, spans: readonly ReleaseSpan[]): ReleaseSpan[] {
  const sorted = spans.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  const free: ReleaseSpan[] = [];
  let place = whole.start;
  for (const { start, end } of sorted) {
    if (start > place) free.push({ start: place, end: Math.min(start, whole.end) });
    place = Math.max(place, end);
    if (place >= whole.end) return free;
  }
  if (place < whole.end) free.push({ start: place, end: whole.end });
  return free;
}

/** What is left of `spans` without `taken`. */
export function without(spans: readonly ReleaseSpan[], taken: readonly ReleaseSpan[]): readonly ReleaseSpan[] {
  return taken.length === 0 ? spans : spans.flatMap((span) => uncovered(span, taken));
}

/** The first place in [0, length) where the monotone test becomes true; `length` when it never does. */
export function firstPlace(length: number, isTrue: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
