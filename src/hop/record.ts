import type { Entry, HopReference } from '../journal/event.ts';
import { latest, ofHop } from '../journal/history.ts';

/**
 * What the journal says of one hop with one digest, in order. Events of another digest are left out: what was proved
 * for another configuration was not proved for this one.
 */
export interface HopRecord {
  readonly hop: HopReference;
  readonly entries: readonly Entry[];
}

export function recordOf(entries: readonly Entry[], hop: HopReference): HopRecord {
  return { hop, entries: ofHop(entries, hop) };
}

/** The labels of the path that was planned last, from the first `from` to the last `to`. */
export function plannedLabels(entries: readonly Entry[]): readonly string[] {
  const hops = latest(entries, 'planned')?.event.hops ?? [];
  return hops.length === 0 ? [] : [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
}
