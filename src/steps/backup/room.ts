import { refuse, type Settled } from '../../core/decisions/decision.ts';
import { bytesText } from '../../core/messages/quantities.ts';
import { compareSpace } from '../../drivers/backup-stores/disk-space.ts';
import type { BackupStore } from '../../drivers/backup-stores/store.ts';
import type { DataStore } from '../../drivers/data/data-store.ts';
import { estimatedBytesOf } from '../../drivers/data/estimated-bytes.ts';

export type Room =
  | { readonly kind: 'enough' }
  /** The size of the data is unknown, and nothing is reported about it. */
  | { readonly kind: 'not-known' }
  | { readonly kind: 'too-little'; readonly settled: Settled };

/** Checked before production's services are stopped for a backup, or half a backup fills its disk. */
export async function lookForRoom(
  data: readonly Pick<DataStore, 'estimatedBytes'>[],
  store: Pick<BackupStore, 'freeBytes' | 'description' | 'room'>,
  signal: AbortSignal,
): Promise<Room> {
  const estimated = await estimatedBytesOf(data, signal);
  const space = compareSpace(estimated, await store.freeBytes());
  if (space.kind === 'enough') return space;
  if (space.kind === 'cannot-tell') return { kind: 'not-known' };
  return {
    kind: 'too-little',
    settled: refuse(
      `A backup takes up to ${bytesText(space.neededBytes)}, and ${bytesText(space.freeBytes)} are free in ${store.room ?? store.description}.`,
      'It would fail when the disk is full, and so would everything else that writes there. No backup was taken.',
      'Free space there, or keep backups elsewhere (backup.store). Then run again.',
    ),
  };
}
