import type { Entry, EntryOf, RecordedIdentity } from '../model/event.ts';
import type { LiveIdentity } from '../model/identity.ts';
import type { BackupManifest } from '../model/manifest.ts';
import { isOf } from './entries.ts';

/*
 * What the journal says of marks: which stores were marked as disposable, and which were seen to be production's.
 */

/** The entry that recorded a mark; undefined where this journal never did. */
export function recordOfMark(entries: readonly Entry[], mark: string): EntryOf<'disposable-marked'> | undefined {
  return entries.find(
    (entry): entry is EntryOf<'disposable-marked'> => isOf(entry, 'disposable-marked') && entry.event.mark === mark,
  );
}

/** When production was found to bear a mark, which proves nothing from then on. */
export function foundOnProduction(
  entries: readonly Entry[],
  mark: string,
): EntryOf<'production-found-marked'> | undefined {
  return entries.find(
    (entry): entry is EntryOf<'production-found-marked'> =>
      isOf(entry, 'production-found-marked') && entry.event.mark === mark,
  );
}

/** The newest mark that counts: what staging bears now, as far as the journal knows. */
export function newestMark(entries: readonly Entry[]): EntryOf<'disposable-marked'> | undefined {
  return entries.findLast(
    (entry): entry is EntryOf<'disposable-marked'> =>
      isOf(entry, 'disposable-marked') && foundOnProduction(entries, entry.event.mark) === undefined,
  );
}

/** What keeps a backup from being restored on a store that bears a mark. */
export type MarkOrder =
  | { readonly kind: 'older' }
  /** The manifest does not say whether production bore a mark, or which entries the journal had then. */
  | { readonly kind: 'not-told' }
  | { readonly kind: 'younger' }
  /** The journal has the mark first, and its time is later than the start of the backup: one of two clocks was wrong. */
  | { readonly kind: 'clocks-differ' };

/** Whether a mark is older than a backup, by the order of the journal and by time. */
export function orderOf(marked: EntryOf<'disposable-marked'>, backup: BackupManifest): MarkOrder {
  if (backup.identity.mark === undefined || backup.journalEntries === undefined) return { kind: 'not-told' };
  if (marked.sequence > backup.journalEntries) return { kind: 'younger' };
  return marked.at < backup.startedAt ? { kind: 'older' } : { kind: 'clocks-differ' };
}

/** Every store that was seen to be production's, in the journal and in the manifests of backups. */
export function productionStores(
  entries: readonly Entry[],
  backups: readonly BackupManifest[],
): readonly RecordedIdentity[] {
  const recorded = entries.flatMap(({ event }) =>
    (event.type === 'checked' || event.type === 'backed-up') &&
    event.environment === 'production' &&
    event.database !== undefined
      ? [event.database]
      : event.type === 'production-found-marked'
        ? [event.database]
        : [],
  );
  return [...recorded, ...backups.map(({ identity }) => identity)];
}

/** What the journal keeps of an identity: without what changes with each start, and without the mark. */
export function asRecorded({ kind, lineage, location }: LiveIdentity): RecordedIdentity {
  return { kind, lineage, location };
}
