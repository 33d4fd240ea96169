import type { DamagedBackup } from '../model/manifest.ts';

/** What happened to a backup that is in the journal and cannot be used: `restore-point-1 is not in the store`. */
export function whatBecameOf(id: string, damaged: readonly DamagedBackup[]): string {
  const found = damaged.find((each) => each.id === id);
  return found === undefined ? `${id} is not in the store` : `${id} is damaged (${found.reason})`;
}
