import type { Finding } from '../../core/messages/finding.ts';
import type { Fingerprint, TakenFingerprint } from '../../core/model/fingerprint.ts';
import type { LiveIdentity, MarkTarget } from '../../core/model/identity.ts';
import type { BackupReference } from '../../core/model/manifest.ts';
import type { NewMark } from '../../core/model/mark.ts';
import type { Log } from '../../world/log.ts';

/**
 * The interface that every data store offers, a database, a folder or a bucket, held against tools as different as
 * pg_dump, mongodump, an RDS cluster snapshot and infrahub-backup: a backup may be files or a reference to something that
 * the vendor keeps; the fingerprint may come from the very snapshot that was dumped, or only from a copy; an identity may
 * be rich or one word.
 */
export interface DataStore {
  /** The key of the configuration: `sqlite`, `postgres`, … */
  readonly kind: string;
  /** What people call it: `database`, `folder`. */
  readonly noun: string;
  /**
   * Set to `running` by a tool that restores through the live server (infrahub-backup works on running containers, and a
   * database that is itself upgraded is restored by itself); all others need the server stopped, or it writes while they are replaced.
   */
  readonly serverDuringRestore?: 'running';
  identity(signal?: AbortSignal): Promise<LiveIdentity>;
  /**
   * Looks whether a backup could be taken, or a restore be done: tools, rights, versions. It writes nothing. Rejects with
   * a SystemFailure when the store is out of reach. Left out where reaching it is all that can be seen beforehand.
   */
  preflight?(request: PreflightRequest): Promise<readonly Finding[]>;
  /** What a restore of it elsewhere will ask of the place: for the preflight of a store of the same kind, which alone reads it. */
  needs?(signal?: AbortSignal): Promise<StoreNeeds>;
  /**
   * The fingerprint of what is in it now, in one consistent read.
   * @param like what it will be compared with: everything is read the way that it was read there, whatever the
   * configuration says. Left out, the configuration decides.
   */
  fingerprint(signal?: AbortSignal, like?: Fingerprint): Promise<Fingerprint>;
  /** How many bytes it takes now, as an upper estimate of a backup; undefined when it could not be determined. */
  estimatedBytes(signal?: AbortSignal): Promise<number | undefined>;
  /**
   * Puts a mark on the store, where no backup carries it along: it may be emptied from then on. What is there is read,
   * decided about, marked and read again in one session, since two may lead to different stores.
   * @param choose the mark that is to be put in the place of whatever mark there is; undefined leaves it as it is
   * @returns what the store is seen to be afterwards; undefined where it was left as it is
   */
  markDisposable(
    choose: (found: MarkTarget) => Promise<NewMark | undefined>,
    signal?: AbortSignal,
  ): Promise<LiveIdentity | undefined>;
  /**
   * Writes a backup into an empty folder and returns what is needed to trust it. It never writes to the store itself.
   * When it rejects or the process dies, the folder holds rubbish, which is never offered: the manifest is written last.
   */
  backup(request: BackupRequest): Promise<BackupTaken>;
  /** Checks, without restoring it, that a backup can be read: archive listing, integrity check. Rejects if not. */
  verify(request: RestoreRequest): Promise<void>;
  /**
   * Replaces everything in it by the backup, unless `mayReplace` says why not: it is asked in the session that
   * empties, directly before, after other sessions were looked for. Rejects with a SystemFailure when it is not
   * exactly the backup afterwards, as far as the tool can determine; the caller compares fingerprints.
   * @returns what `mayReplace` said, in which case nothing was changed
   */
  restore<Refusal>(request: ReplaceRequest<Refusal>): Promise<Refusal | undefined>;
  /** Deletes what the vendor keeps of a backup that is removed; left out where that is nothing. Rejects with a SystemFailure. */
  forget?(references: readonly BackupReference[], signal?: AbortSignal): Promise<void>;
}

/** Production's is backed up, staging's restored. */
export type DataUse = 'backup' | 'restore';

/** Whatever the kind makes of it, as it would stand in a backup's files. */
export type StoreNeeds = Readonly<Record<string, unknown>>;

export interface PreflightRequest {
  readonly use: DataUse;
  /** What its findings are about: `the database of staging`. */
  readonly subject: string;
  /** Of the store that would be restored from, where they are known. */
  readonly needs?: StoreNeeds | undefined;
  readonly signal?: AbortSignal;
}

export interface BackupRequest {
  /** An existing, empty folder. */
  readonly directory: string;
  /** Told of each file, by its path in the folder, that will not change any more while others are still being written. */
  readonly finished?: (path: string) => void;
  readonly log: Log;
  readonly signal?: AbortSignal;
}

export interface RestoreRequest {
  /** The folder with the backup's files, checksums already verified. */
  readonly directory: string;
  readonly references: readonly BackupReference[];
  readonly log: Log;
  readonly signal?: AbortSignal;
}

export interface ReplaceRequest<Refusal> extends RestoreRequest {
  readonly mayReplace: (now: LiveIdentity) => Refusal | undefined;
  /** Set by a rollback, which puts the original back. Anything else is a copy, which must not act on what is outside of it. */
  readonly isOriginal?: boolean;
}

export interface BackupTaken {
  /** Read in the session that dumps. */
  readonly identity: LiveIdentity;
  /** The data is whole up to here; what was written later is lost by restoring. ISO 8601. */
  readonly dataAt: string;
  readonly fingerprint: TakenFingerprint;
  /** Name and version of the tools, e.g. `{ pg_dump: "15.18" }`. */
  readonly tools: Readonly<Record<string, string>>;
  /** What the vendor keeps (a snapshot's ARN); empty when the folder holds everything. */
  readonly references: readonly BackupReference[];
}
