import type { EntryOf } from './event.ts';
import type { Hop } from './hop.ts';

export type PlannedHop = EntryOf<'planned'>['event']['hops'][number];

/** The hops of a path as planned, from their entries in the journal. */
export function hopsOf({ hops }: EntryOf<'planned'>['event']): readonly Hop[] {
  return hops.map((hop, index) => ({
    ...hop,
    index: index + 1,
    count: hops.length,
    title: `${hop.from} → ${hop.to}`,
    reasons: hop.reasons ?? [],
  }));
}
