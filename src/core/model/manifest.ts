import type { TakenFingerprint } from './fingerprint.ts';
import type { Identity } from './identity.ts';
import type { Mark } from './mark.ts';

/**
 * Why a backup was taken. The rehearsal backup is proved by being restored on staging; the restore point is taken
 * after the approval, directly before the deploy on production, and is the way back.
 */
export const backupPurposes = ['rehearsal', 'restore-point'] as const;
export type BackupPurpose = (typeof backupPurposes)[number];

/** Written last: a backup without a manifest is a half-written one and is never offered. */
export interface BackupManifest {
  readonly format: 1;
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
  /** The data is whole up to here; what was written later is lost by restoring. ISO 8601. */
  readonly dataAt: string;
  /** The database that it was taken from: staging is compared with it before anything is written. */
  readonly identity: BackedUpIdentity;
  /** How many entries the journal had when the backup was started: what was marked later is no proof. */
  readonly journalEntries?: number;
  readonly fingerprint: TakenFingerprint;
  readonly tools: Readonly<Record<string, string>>;
  readonly files: readonly BackupFile[];
  readonly references: readonly BackupReference[];
}

export interface BackedUpIdentity extends Identity {
  /** What production bore. Absent in the manifests of versions that did not look for it; those are not restored on staging. */
  readonly mark?: Mark;
}

export interface BackupFile {
  /** Relative to the backup's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface BackupReference {
  readonly kind: string;
  readonly id: string;
}
