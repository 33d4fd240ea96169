import { refuse, type Settled } from '../../core/decisions/decision.ts';
import { compareIdentities, isSamePlace } from '../../core/decisions/identity.ts';
import { after, inEnvironment, isOf } from '../../core/history/entries.ts';
import { type DataReference, dataPlace, dataText } from '../../core/model/data.ts';
import type { Entry } from '../../core/model/event.ts';
import type { Identity } from '../../core/model/identity.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';

/**
 * A restore over production goes to the very store that the restore point was taken from, or nowhere.
 * @param now what answers as production's store of that name
 * @param entries the whole journal
 */
export function notTheSameData(
  backup: BackupManifest,
  data: DataReference,
  now: Identity,
  entries: readonly Entry[],
): Settled | undefined {
  const taken = backup.data.find(({ name }) => name === data.name)?.identity;
  const comparison = taken === undefined ? undefined : compareIdentities(taken, now);
  if (comparison?.kind === 'same') return undefined;
  // If a restore replaces the old file by a new one, a rollback that was killed after that continues.
  const isReplaced = taken !== undefined && comparison?.kind === 'cannot-tell' && isSamePlace(taken, now);
  if (isReplaced && wasRestoredOver(backup, entries)) return undefined;
  const why = comparison?.kind === 'cannot-tell' ? comparison.reason : `it is another ${data.noun}`;
  return refuse(
    `The ${dataText('production', data)} is not shown to be the one that ${backup.id} was taken from: ${why}.`,
    'A restore could replace unrelated data. Nothing was changed.',
    `Look at ${dataPlace('production', data)}. If production was rebuilt on purpose, restore the backup by hand and start the release that it was taken from; a new run then says how to continue.`,
  );
}

/** A rollback has started to restore a backup over production since this one was taken: what is there may be its work. */
function wasRestoredOver({ id }: BackupManifest, entries: readonly Entry[]): boolean {
  const taken = entries.find(({ event }) => event.type === 'backed-up' && event.backup === id);
  if (taken === undefined) return false;
  return inEnvironment(after(entries, taken), 'production').some((entry) => isOf(entry, 'restoring'));
}
