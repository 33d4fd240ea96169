import type { Project } from '../../config/project.ts';
import { asRecorded } from '../../core/decisions/recorded-backups.ts';
import type { Hop } from '../../core/model/hop.ts';
import type { BackupManifest, DamagedBackup } from '../../core/model/manifest.ts';

/** For a hop with its digest; which hop the damaged ones belong to is unknown. */
export interface StoredBackups {
  readonly stored: readonly BackupManifest[];
  readonly damaged: readonly DamagedBackup[];
}

/** The backups for this hop and digest that are actually in the store. Damaged ones are reported, and do not count. */
export async function storedFor(project: Project, hop: Hop): Promise<StoredBackups> {
  // Without data nothing was ever stored, and no store need be configured.
  if (project.traits.dataless) return { stored: [], damaged: [] };
  const found = await project.store().list();
  const { backups, changed } = asRecorded(found.backups, await project.journal.read());
  const damaged = [...found.damaged, ...changed];
  for (const { id, reason } of damaged)
    project.effects.log.warn(
      `The backup ${id} is damaged and does not count: ${reason}. Put it back as it was written, or move it out of the store.`,
    );
  const stored = backups.filter(
    (manifest) =>
      manifest.system === project.configuration.system &&
      manifest.hop.id === hop.id &&
      manifest.hop.digest === hop.digest,
  );
  return { stored, damaged };
}
