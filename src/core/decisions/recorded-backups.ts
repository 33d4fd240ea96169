import { isOf } from '../history/entries.ts';
import type { Entry } from '../model/event.ts';
import type { BackupManifest, DamagedBackup } from '../model/manifest.ts';
import { manifestDigest } from '../model/manifest-digest.ts';

export interface RecordedBackups {
  readonly backups: readonly BackupManifest[];
  readonly changed: readonly DamagedBackup[];
}

/**
 * Separates backups that match the journal from those whose manifest was changed since. For backups that the journal does not
 * have, or recorded without a digest, the caller decides.
 */
export function asRecorded(stored: readonly BackupManifest[], entries: readonly Entry[]): RecordedBackups {
  const digests = new Map(
    entries.flatMap((entry) =>
      isOf(entry, 'backed-up') && entry.event.manifest !== undefined
        ? [[entry.event.backup, entry.event.manifest] as const]
        : [],
    ),
  );
  const isChanged = (manifest: BackupManifest): boolean => {
    const recorded = digests.get(manifest.id);
    return recorded !== undefined && recorded !== manifestDigest(manifest);
  };
  return {
    backups: stored.filter((manifest) => !isChanged(manifest)),
    changed: stored.filter(isChanged).map(({ id }) => ({ id, reason })),
  };
}

const reason = 'its manifest is not the one that the journal recorded when it was taken';
