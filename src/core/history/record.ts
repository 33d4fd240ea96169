import type { Entry, EntryOf, HopReference } from '../model/event.ts';
import { isOf, latest, ofHop } from './entries.ts';

/**
 * What the journal says about one hop with one digest, in order. Events of another digest are left out: what was proved
 * for another configuration was not proved for this one.
 */
export interface HopRecord {
  readonly hop: HopReference;
  readonly entries: readonly Entry[];
  /** The backup that it was last rehearsed on; on a path that was rehearsed as a whole it was taken for an earlier hop. */
  readonly rehearsedOn: EntryOf<'backed-up'> | undefined;
}

export function recordOf(entries: readonly Entry[], hop: HopReference): HopRecord {
  const own = ofHop(entries, hop);
  return { hop, entries: own, rehearsedOn: rehearsedOn(entries, own) };
}

function rehearsedOn(entries: readonly Entry[], own: readonly Entry[]): EntryOf<'backed-up'> | undefined {
  const rehearsal = own.findLast(
    (entry) => isOf(entry, 'carried-over') || (isOf(entry, 'backed-up') && entry.event.purpose === 'rehearsal'),
  );
  if (rehearsal === undefined || isOf(rehearsal, 'backed-up')) return rehearsal;
  const { event } = rehearsal;
  return entries.findLast(
    (entry): entry is EntryOf<'backed-up'> =>
      isOf(entry, 'backed-up') && event.type === 'carried-over' && entry.event.backup === event.backup,
  );
}

/** The labels of the most recently planned path, from the first `from` to the last `to`. */
export function plannedLabels(entries: readonly Entry[]): readonly string[] {
  const hops = latest(entries, 'planned')?.event.hops ?? [];
  return hops.length === 0 ? [] : [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
}
