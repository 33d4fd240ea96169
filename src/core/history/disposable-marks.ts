import type { Entry, EntryOf, RecordedData, RecordedIdentity } from '../model/event.ts';
import type { LiveIdentity } from '../model/identity.ts';
import type { BackupManifest } from '../model/manifest.ts';
import { isOf } from './entries.ts';

/*
 * What the journal says about marks: which stores were marked as disposable, and which were seen to be production's.
 */

/** The entry that recorded a mark; undefined if this journal never recorded it. */
export function recordOfMark(entries: readonly Entry[], mark: string): EntryOf<'disposable-marked'> | undefined {
  return entries.find(
    (entry): entry is EntryOf<'disposable-marked'> => isOf(entry, 'disposable-marked') && entry.event.mark === mark,
  );
}

/** When production was found to have this mark; it proves nothing from then on. */
export function foundOnProduction(
  entries: readonly Entry[],
  mark: string,
): EntryOf<'production-found-marked'> | undefined {
  return entries.find(
    (entry): entry is EntryOf<'production-found-marked'> =>
      isOf(entry, 'production-found-marked') && entry.event.mark === mark,
  );
}

/** By store name, the newest mark that counts: what staging has now, as far as the journal knows. */
export function newestMarks(entries: readonly Entry[]): ReadonlyMap<string, EntryOf<'disposable-marked'>> {
  const counting = entries.filter(
    (entry): entry is EntryOf<'disposable-marked'> =>
      isOf(entry, 'disposable-marked') && foundOnProduction(entries, entry.event.mark) === undefined,
  );
  return new Map(counting.map((entry) => [entry.event.data, entry]));
}

/** Why a backup may not be restored on a store that has a mark. */
export type MarkOrder =
  | { readonly kind: 'older' }
  | { readonly kind: 'younger' }
  /** The journal has the mark first, but its time is later than the start of the backup: one of two clocks was wrong. */
  | { readonly kind: 'clocks-differ' };

/** Whether a mark is older than a backup, both in journal order and by time. */
export function orderOf(marked: EntryOf<'disposable-marked'>, backup: BackupManifest): MarkOrder {
  if (marked.sequence > backup.journalEntries) return { kind: 'younger' };
  return marked.at < backup.startedAt ? { kind: 'older' } : { kind: 'clocks-differ' };
}

/** Every store that was seen to be production's, in the journal and in the manifests of backups. */
export function productionStores(
  entries: readonly Entry[],
  backups: readonly BackupManifest[],
): readonly RecordedIdentity[] {
  const recorded = entries.flatMap(({ event }): readonly RecordedIdentity[] => {
    if (event.type === 'production-found-marked') return [event.identity];
    const isSeen = event.type === 'checked' || event.type === 'backed-up';
    return isSeen && event.environment === 'production' ? (event.data ?? []) : [];
  });
  return [...recorded, ...backups.flatMap(({ data }) => data.map(({ identity }) => identity))];
}

/** The part of an identity that the journal keeps: without what changes at each start, and without the mark. */
export function asRecorded({ kind, lineage, location }: LiveIdentity): RecordedIdentity {
  return { kind, lineage, location };
}

export function recordedAs(name: string, identity: LiveIdentity): RecordedData {
  return { name, ...asRecorded(identity) };
}
