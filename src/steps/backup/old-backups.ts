import { decideRetention, type Protection, type Retention } from '../../core/decisions/retention.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import { dayTime } from '../../core/messages/moments.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';
import type { LiveData } from '../environment/open-data.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

const whyKept: Readonly<Record<Protection, string>> = {
  'newest proved': 'it is the newest that was proved by a restore',
  'way back of the last hop': 'it is the way back of the last hop',
  'restore point of an open hop': 'it is the restore point of a hop that is not complete',
  'in use': 'a hop that is not complete was restored from it',
};

/**
 * After a new backup, removes the backups that the configuration no longer keeps, and reports what it did. If an older one
 * cannot be removed, that does not affect the new one.
 */
export async function removeOldBackups(
  { project, confirmLease }: Pick<HopStepContext, 'project' | 'confirmLease'>,
  taken: string,
  data: () => readonly Pick<LiveData, 'name' | 'store'>[],
): Promise<readonly string[]> {
  const { configuration, journal, effects } = project;
  const keep = configuration.backup?.keep;
  if (keep === undefined) return [];
  const store = project.store();
  const removed: string[] = [];
  const held: string[] = [];
  let kept: Retention['protected'] = [];
  try {
    const stored = (await store.list()).backups;
    const decided = decideRetention({
      system: configuration.system,
      taken,
      stored,
      entries: await journal.read(),
      keep: { newest: keep.newest, milliseconds: keep.for },
      now: effects.clock.now(),
    });
    kept = decided.protected;
    for (const id of decided.remove) {
      await confirmLease();
      const removal = await store.remove(id);
      if (removal.kind === 'removed') {
        removed.push(id);
        await forget(stored, id, data());
      } else held.push(`${id} is old and is kept: the store holds it until ${dayTime(removal.until)}.`);
    }
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    effects.log.warn(`Old backups could not be removed: ${error.message}`);
  } finally {
    // What was removed stays removed, however this ends.
    if (removed.length > 0) await journal.append({ type: 'backups-removed', backups: removed });
  }
  return [
    ...(removed.length === 0
      ? []
      : [`Removed because they are older than the backups to keep: ${removed.join(', ')}.`]),
    ...kept.map(({ id, because }) => `${id} is old and is kept: ${whyKept[because]}.`),
    ...held,
  ];
}

/** Vendor-side copies are removed after the manifest: left over, they only cost money, but a backup without them is useless. */
async function forget(
  stored: readonly BackupManifest[],
  id: string,
  data: readonly Pick<LiveData, 'name' | 'store'>[],
): Promise<void> {
  const manifest = stored.find((each) => each.id === id);
  for (const { name, references } of manifest?.data ?? [])
    await data.find((each) => each.name === name)?.store.forget?.(references);
}
