import { refuse, type Settled } from '../../core/decisions/decision.ts';
import { compareIdentities, isSamePlace } from '../../core/decisions/identity.ts';
import { after, inEnvironment, isOf } from '../../core/history/entries.ts';
import type { Entry } from '../../core/model/event.ts';
import type { Identity } from '../../core/model/identity.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';

/**
 * A restore over production goes to the very database that the restore point was taken from, or nowhere.
 * @param now what answers as production's database
 * @param entries the whole journal
 */
export function notTheSameDatabase(
  backup: BackupManifest,
  now: Identity,
  entries: readonly Entry[],
): Settled | undefined {
  const comparison = compareIdentities(backup.identity, now);
  if (comparison.kind === 'same') return undefined;
  // Where a restore puts a new file in the place of the old one, a rollback that was killed behind it goes on.
  if (comparison.kind === 'cannot-tell' && isSamePlace(backup.identity, now) && wasRestoredOver(backup, entries))
    return undefined;
  const why = comparison.kind === 'different' ? 'it is another database' : comparison.reason;
  return refuse(
    `The database of production is not shown to be the one that ${backup.id} was taken from: ${why}.`,
    'A restore could replace data that has nothing to do with it. Nothing was changed.',
    'Look at environments.production.database. If production was rebuilt on purpose, restore the backup by hand and start the release that it was taken from; a new run then says how to go on.',
  );
}

/** Since the backup was taken, a rollback has begun to put one over production: what stands there may be its work. */
function wasRestoredOver({ id }: BackupManifest, entries: readonly Entry[]): boolean {
  const taken = entries.find(({ event }) => event.type === 'backed-up' && event.backup === id);
  if (taken === undefined) return false;
  return inEnvironment(after(entries, taken), 'production').some((entry) => isOf(entry, 'restoring'));
}
