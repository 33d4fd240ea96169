import { cannotTell, type Finding, fine, problem } from '../../core/messages/finding.ts';
import { bytesText } from '../../core/messages/quantities.ts';
import { compareSpace } from '../../drivers/backup-stores/disk-space.ts';
import type { BackupStore } from '../../drivers/backup-stores/store.ts';
import type { DataStore } from '../../drivers/data/data-store.ts';
import { estimatedBytesOf } from '../../drivers/data/estimated-bytes.ts';

/** Whether the store has room for one backup; each hop takes two, and only some stores remove old ones. */
export async function spaceFindings(
  data: readonly Pick<DataStore, 'estimatedBytes'>[],
  store: Pick<BackupStore, 'freeBytes' | 'description' | 'room'>,
  signal: AbortSignal,
): Promise<Finding[]> {
  const subject = 'room for backups';
  const place = store.room ?? store.description;
  const estimated = await estimatedBytesOf(data, signal);
  const free = await store.freeBytes();
  const space = compareSpace(estimated, free);
  switch (space.kind) {
    case 'enough':
      return [
        fine(
          subject,
          free === undefined || estimated === undefined
            ? `The ${store.description} has no limit of its own.`
            : estimated === 0
              ? `There is no data to back up yet; ${bytesText(free)} are free in ${place}.`
              : `A backup takes up to ${bytesText(estimated)}; ${bytesText(free)} are free in ${place}.`,
        ),
      ];
    case 'too-little':
      return [
        problem(subject, {
          happened: `A backup takes up to ${bytesText(space.neededBytes)}, and ${bytesText(space.freeBytes)} are free in ${place}.`,
          means: 'The backup would fail when the disk is full, and so would everything else that writes there.',
          next: 'Free space there, or keep backups elsewhere (backup.store).',
        }),
      ];
    case 'cannot-tell':
      return [
        cannotTell(subject, {
          happened: `It could not be determined whether ${store.description} has room for a backup: ${space.reason}.`,
          means: 'The backup may fail when the disk is full.',
          next: 'Compare the size of the data with the free space by hand.',
        }),
      ];
  }
}
