import type { BackupManifest } from '../../core/model/manifest.ts';

/** Where backups are kept: a folder, a bucket. One file a kind, one line in registry.ts. */
export interface BackupStore {
  /** For messages: `folder /srv/backups`, `s3 acme-backups`. */
  readonly description: string;
  /** A place to write a new backup into. Nothing of it is visible before `commit`. */
  begin(id: string): Promise<BackupDraft>;
  /** Every backup with a manifest, oldest first. Damaged manifests are reported in `damaged`, not left out silently. */
  list(): Promise<{ readonly backups: readonly BackupManifest[]; readonly damaged: readonly DamagedBackup[] }>;
  /** Fetches a backup and verifies size and SHA-256 of every file. Rejects with a SystemFailure naming the file. */
  open(id: string): Promise<StoredBackup>;
  /** Bytes that a draft can still take; undefined when the store has no such limit. */
  freeBytes(): Promise<number | undefined>;
}

export interface BackupDraft {
  /** Existing and empty. */
  readonly directory: string;
  /** Adds checksums of every file in the folder to the manifest, stores the files, and the manifest last. */
  commit(manifest: Omit<BackupManifest, 'format' | 'files'>): Promise<BackupManifest>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

export interface StoredBackup {
  readonly manifest: BackupManifest;
  readonly directory: string;
  /** Removes a fetched copy; does nothing where the store is read in place. */
  release(): Promise<void>;
}

export interface DamagedBackup {
  readonly id: string;
  readonly reason: string;
}
