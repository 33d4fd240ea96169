import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/steps/backup/stored-backups.ts
async function storedFor(project, hop) {
  if (project.traits.dataless) return [];
  const { backups, damaged } = await project.store().list();
  for (const { id, reason } of damaged)
    project.effects.log.warn(`The backup ${id} is damaged and does not count: ${reason}`);
  return backups.filter(
    (manifest) => manifest.system === project.configuration.system && manifest.hop.id === hop.id && manifest.hop.digest === hop.digest
  );
}

export {
  storedFor
};
