import type { Project } from '../../config/project.ts';
import type { Hop } from '../../core/model/hop.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';

/** The backups that the store really has for this hop with this digest. Damaged ones are told, and do not count. */
export async function storedFor(project: Project, hop: Hop): Promise<readonly BackupManifest[]> {
  // Without data nothing was ever stored, and no store need be configured.
  if (project.traits.dataless) return [];
  const { backups, damaged } = await project.store().list();
  for (const { id, reason } of damaged)
    project.effects.log.warn(`The backup ${id} is damaged and does not count: ${reason}`);
  return backups.filter(
    (manifest) =>
      manifest.system === project.configuration.system &&
      manifest.hop.id === hop.id &&
      manifest.hop.digest === hop.digest,
  );
}
