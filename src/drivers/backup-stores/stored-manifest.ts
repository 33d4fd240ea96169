import { aboutBadBackup } from '../../core/messages/bad-backup.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { type BackupManifest, manifestFormat } from '../../core/model/manifest.ts';
import type { Seal } from '../../world/sealing/seal.ts';
import { isBackupId } from './backup-id.ts';
import { type ManifestReading, readManifest } from './read-manifest.ts';
import type { BackupFacts } from './store.ts';

export const manifestName = 'manifest.json';

export interface IdAndReading {
  readonly id: string;
  readonly reading: ManifestReading;
}

export interface WrittenManifest {
  /** As a reader of the text will find it. */
  readonly manifest: BackupManifest;
  readonly text: string;
}

/** The manifest of a draft whose files are stored. If it could not be read again, that is found now and not at a restore. */
export function newManifest(
  facts: BackupFacts,
  data: BackupManifest['data'],
  { seal, place }: { seal?: Seal | undefined; place?: string },
): WrittenManifest {
  const manifest: BackupManifest = {
    format: manifestFormat,
    ...facts,
    ...(seal && { encryption: { kind: 'age', recipients: seal.recipients } }),
    ...(place !== undefined && { place }),
    data,
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const reading = readingUnder(facts.id, text);
  if (reading.kind === 'damaged') throw new Error(`the new manifest of ${facts.id} cannot be read: ${reading.reason}`);
  return { manifest: reading.manifest, text };
}

/** Of a text that is stored under an id. */
export function readingUnder(id: string, text: string): ManifestReading {
  const reading = readManifest(text);
  if (reading.kind === 'manifest' && reading.manifest.id !== id)
    return { kind: 'damaged', reason: `the manifest is that of backup "${reading.manifest.id}"` };
  return reading;
}

export function listed(all: readonly IdAndReading[]) {
  const backups = all.flatMap(({ reading }) => (reading.kind === 'manifest' ? [reading.manifest] : []));
  return {
    backups: backups.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt)),
    damaged: all.flatMap(({ id, reading }) => (reading.kind === 'damaged' ? [{ id, reason: reading.reason }] : [])),
  };
}

export function requireId(id: string): void {
  if (isBackupId(id)) return;
  throw new UserError({
    happened: `"${id}" cannot be the id of a backup.`,
    means: 'Nothing was done.',
    next: 'Use an id as the backup command printed it: letters, digits and . _ + -',
  });
}

export function notOpened(id: string, description: string, reason: string): SystemFailure {
  return new SystemFailure({
    happened: `Backup "${id}" in ${description} cannot be used: ${reason}.`,
    means: 'Nothing was restored.',
    next: aboutBadBackup,
  });
}

/** Checked before any of it is fetched. */
export function requireSeal(manifest: BackupManifest, seal: Seal | undefined): void {
  if (manifest.encryption === undefined || seal !== undefined) return;
  throw new UserError({
    happened: `The backup "${manifest.id}" is encrypted, and the configuration has no "backup.encryption".`,
    means: 'It cannot be read. Nothing was restored.',
    next: `Write backup.encryption with the recipients (${manifest.encryption.recipients.join(', ')}) and the identity of one of them.`,
  });
}
