import type { BackupManifest, DamagedBackup, DataBackup } from '../../core/model/manifest.ts';
import type { Seal } from '../../world/sealing/seal.ts';

/** Opens a store, once it is known how its content is encrypted. */
export type BackupStoreOpener = (options: { readonly seal?: Seal | undefined }) => BackupStore;

/** Where backups are kept: a folder, a bucket. One folder for each kind, and one line in the list of the family. */
export interface BackupStore {
  /** For messages: `folder /srv/backups`, `s3 acme-backups`. */
  readonly description: string;
  /** A place to write a new backup into. None of it is visible before `commit`. */
  begin(id: string): Promise<BackupDraft>;
  /** Every backup with a manifest, oldest first. Damaged manifests are reported in `damaged`, not left out silently. */
  list(): Promise<{ readonly backups: readonly BackupManifest[]; readonly damaged: readonly DamagedBackup[] }>;
  /** Fetches a backup and verifies size and SHA-256 of every file. Rejects with a SystemFailure naming the file. */
  open(id: string): Promise<StoredBackup>;
  /** Removes a backup for good, unless something prevents its deletion; then none of it is removed. */
  remove(id: string): Promise<Removal>;
  /** Bytes that a draft can still take; undefined if the store has no such limit. */
  freeBytes(): Promise<number | undefined>;
  /** Where that room is, if a draft is not written into the store itself: `the folder /tmp`. */
  readonly room?: string;
}

export type Removal =
  | { readonly kind: 'removed' }
  /** Until when, as the store shows it: a time, or what must happen first. */
  | { readonly kind: 'held'; readonly until: string };

export interface BackupDraft {
  /** A folder for one data store, existing and empty. */
  directoryFor(data: string): Promise<string>;
  /** Reports that a file of this folder will not change any more: it may be sent while others are still being written. */
  finished?(data: string, path: string): void;
  /** Adds checksums of every file in these folders to the manifest, stores the files, and the manifest last. */
  commit(facts: BackupFacts): Promise<BackupManifest>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/** A manifest without what the store adds. */
export interface BackupFacts extends Omit<BackupManifest, 'format' | 'data' | 'encryption' | 'place'> {
  readonly data: readonly Omit<DataBackup, 'files'>[];
}

export interface StoredBackup {
  readonly manifest: BackupManifest;
  /** The folder with the files of one data store. */
  directoryOf(data: string): string;
  /** Removes a fetched copy; does nothing if the store is read in place. */
  release(): Promise<void>;
}
