import type { TakenFingerprint } from './fingerprint.ts';
import type { LiveIdentity } from './identity.ts';

/**
 * Why a backup was taken. The rehearsal backup is proved by being restored on staging; the restore point is taken
 * after the approval, directly before the deploy on production, and is the way back.
 */
export const backupPurposes = ['rehearsal', 'restore-point'] as const;
export type BackupPurpose = (typeof backupPurposes)[number];

/** The format that this version writes and reads. */
export const manifestFormat = 2;

/** Written last: a backup without a manifest is half-written and is never offered. */
export interface BackupManifest {
  readonly format: typeof manifestFormat;
  readonly id: string;
  readonly system: string;
  readonly product: string;
  readonly purpose: BackupPurpose;
  readonly hop: { readonly id: string; readonly digest: string };
  /** The version that production was seen to run when the backup was taken. */
  readonly version: string;
  /** When the backup was started and when its last byte was written. ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** The data of all its stores is complete up to here; what was written later is lost by restoring. ISO 8601. */
  readonly dataAt: string;
  /** How many entries the journal had when the backup was started: a later mark proves nothing. */
  readonly journalEntries: number;
  /** How its files are encrypted; left out if they are not. */
  readonly encryption?: BackupEncryption;
  /** The prefix of its files, below the backup's own place; left out by stores that need none. */
  readonly place?: string;
  /** For each of production's data stores, in the order of the configuration. */
  readonly data: readonly DataBackup[];
}

/** What was backed up of one data store. */
export interface DataBackup {
  /** Its name in the configuration. */
  readonly name: string;
  /** The data is complete up to here; what was written later is lost by restoring. ISO 8601. */
  readonly dataAt: string;
  /** The store that it was taken from, with the mark that it had: staging is compared with it before anything is written. */
  readonly identity: LiveIdentity;
  readonly fingerprint: TakenFingerprint;
  readonly tools: Readonly<Record<string, string>>;
  readonly files: readonly BackupFile[];
  readonly references: readonly BackupReference[];
}

/** A backup whose manifest cannot be read. */
export interface DamagedBackup {
  readonly id: string;
  readonly reason: string;
}

export interface BackupFile {
  /** Relative to the folder of its data store, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** What the store holds if the file is encrypted. */
  readonly stored?: StoredBytes;
}

export interface StoredBytes {
  readonly bytes: number;
  readonly sha256: string;
}

export interface BackupEncryption {
  readonly kind: 'age';
  /** The public keys of those who can read it. */
  readonly recipients: readonly string[];
}

export interface BackupReference {
  readonly kind: string;
  readonly id: string;
}
