import { isOf, latest, ofHop } from '../history/entries.ts';
import type { Entry } from '../model/event.ts';
import type { BackupManifest } from '../model/manifest.ts';

/** How long backups are kept. A backup is kept if either limit keeps it. */
export interface Keep {
  /** This many, whatever their age. */
  readonly newest: number;
  /** All that are younger than this. */
  readonly milliseconds?: number | undefined;
}

export interface RetentionQuestion {
  readonly system: string;
  /** The backup taken just now: it is the newest, whatever the clocks say. */
  readonly taken: string;
  /** Those in the store, without damaged ones: nobody knows what those are. */
  readonly stored: readonly BackupManifest[];
  readonly entries: readonly Entry[];
  readonly keep: Keep;
  readonly now: Date;
}

/** Why a backup is kept although it is old. */
export type Protection = 'newest proved' | 'way back of the last hop' | 'restore point of an open hop' | 'in use';

export interface Retention {
  /** Oldest first. */
  readonly remove: readonly string[];
  readonly protected: readonly { readonly id: string; readonly because: Protection }[];
}

/**
 * Which backups may be deleted. The journal says which of them were proved and which hops are unfinished. Backups that it does
 * not have are judged by age alone, and those of other systems are left alone. Order and age are those of the backups, not of
 * their data: a standby that lags behind can give a later backup older data.
 */
export function decideRetention({ system, taken, stored, entries, keep, now }: RetentionQuestion): Retention {
  const own = stored.filter((manifest) => manifest.system === system).toSorted(newestFirst(taken));
  const isOld = ({ startedAt }: BackupManifest, index: number): boolean =>
    index >= keep.newest &&
    !(keep.milliseconds !== undefined && now.getTime() - Date.parse(startedAt) <= keep.milliseconds);
  const judged = own.filter(isOld).map(({ id }) => ({ id, because: protectionOf(id, own, entries) }));
  return {
    remove: judged.flatMap(({ id, because }) => (because === undefined ? [id] : [])).toReversed(),
    protected: judged.flatMap(({ id, because }) => (because === undefined ? [] : [{ id, because }])),
  };
}

function newestFirst(taken: string) {
  return (one: BackupManifest, other: BackupManifest): number =>
    Number(other.id === taken) - Number(one.id === taken) || Date.parse(other.startedAt) - Date.parse(one.startedAt);
}

function protectionOf(id: string, own: readonly BackupManifest[], entries: readonly Entry[]): Protection | undefined {
  if (id === newestProved(own, entries)) return 'newest proved';
  const taken = own.find((manifest) => manifest.id === id);
  if (taken?.purpose === 'restore-point') {
    if (id === own.find(({ purpose }) => purpose === 'restore-point')?.id) return 'way back of the last hop';
    if (isOpen(taken.hop, entries)) return 'restore point of an open hop';
  }
  const restoring = entries.findLast((entry) => isOf(entry, 'restoring') && entry.event.backup === id);
  if (restoring === undefined || !isOf(restoring, 'restoring')) return undefined;
  return isOpen(restoring.event.hop, entries) ? 'in use' : undefined;
}

/** The newest of those that were restored and compared equal. */
function newestProved(own: readonly BackupManifest[], entries: readonly Entry[]): string | undefined {
  const proved = new Set(
    entries.flatMap((entry) => {
      if (isOf(entry, 'restored')) return entry.event.proved ? [entry.event.backup] : [];
      return isOf(entry, 'point-proved') ? [entry.event.backup] : [];
    }),
  );
  return own.find(({ id }) => proved.has(id))?.id;
}

/** Neither it nor any later hop was completed since something was done for it. */
function isOpen(hop: BackupManifest['hop'], entries: readonly Entry[]): boolean {
  const last = ofHop(entries, hop).at(-1);
  if (last === undefined) return false;
  const ended = [latest(entries, 'completed'), latest(entries, 'adopted')];
  return !ended.some((entry) => entry !== undefined && entry.sequence >= last.sequence);
}
