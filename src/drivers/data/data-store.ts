import type { Finding } from '../../core/messages/finding.ts';
import type { Fingerprint, TakenFingerprint } from '../../core/model/fingerprint.ts';
import type { LiveIdentity, MarkTarget } from '../../core/model/identity.ts';
import type { BackupReference } from '../../core/model/manifest.ts';
import type { NewMark } from '../../core/model/mark.ts';
import type { Log } from '../../world/log.ts';

/**
 * The interface of every data store, be it a database, a folder or a bucket, checked against tools as different as
 * pg_dump, mongodump, an RDS cluster snapshot and infrahub-backup. A backup may be files or a reference to something that
 * the vendor keeps; the fingerprint may come from the very snapshot that was dumped, or only from a copy; an identity may
 * have many attributes or one.
 */
export interface DataStore {
  /** The key of the configuration: `sqlite`, `postgres`, … */
  readonly kind: string;
  /** What people call it: `database`, `folder`. */
  readonly noun: string;
  /**
   * Set to `running` by a tool that restores through the live server (infrahub-backup works on running containers, and a
   * database server that is itself upgraded is restored through itself). All others need the server stopped, or it would write
   * while its data is replaced.
   */
  readonly serverDuringRestore?: 'running';
  identity(signal?: AbortSignal): Promise<LiveIdentity>;
  /**
   * Checks whether a backup could be taken, or a restore be done: tools, rights, versions. It writes nothing. Rejects with
   * a SystemFailure if the store is out of reach. Left out if reaching it is all that can be checked beforehand.
   */
  preflight?(request: PreflightRequest): Promise<readonly Finding[]>;
  /** What restoring it elsewhere will require of the target: for the preflight of a store of the same kind, which alone reads it. */
  needs?(signal?: AbortSignal): Promise<StoreNeeds>;
  /**
   * The fingerprint of its present content, in one consistent read.
   * @param like what it will be compared with: everything is read in the same way as there, whatever the
   * configuration says. Left out, the configuration decides.
   */
  fingerprint(signal?: AbortSignal, like?: Fingerprint): Promise<Fingerprint>;
  /** How many bytes it takes now, as an upper estimate of a backup; undefined if that could not be determined. */
  estimatedBytes(signal?: AbortSignal): Promise<number | undefined>;
  /**
   * Puts a mark on the store, in a place that no backup includes: it may be emptied from then on. The store is read, decided
   * on, marked and read again in one session, since two sessions may lead to different stores.
   * @param choose the mark that replaces the present one, if any; undefined leaves it unchanged
   * @returns what the store is seen to be afterwards; undefined if it was left unchanged
   */
  markDisposable(
    choose: (found: MarkTarget) => Promise<NewMark | undefined>,
    signal?: AbortSignal,
  ): Promise<LiveIdentity | undefined>;
  /**
   * Writes a backup into an empty folder and returns what is needed to trust it. It never writes to the store itself.
   * If it rejects or the process dies, the folder holds garbage, which is never offered: the manifest is written last.
   */
  backup(request: BackupRequest): Promise<BackupTaken>;
  /** Checks, without restoring it, that a backup can be read: archive listing, integrity check. Rejects if not. */
  verify(request: RestoreRequest): Promise<void>;
  /**
   * Replaces all of its content by the backup, unless `mayReplace` says why not: that is called in the session that
   * empties, directly before, after a check for other sessions. Rejects with a SystemFailure if the result is not
   * exactly the backup, as far as the tool can determine; the caller compares fingerprints.
   * @returns what `mayReplace` returned, in which case nothing was changed
   */
  restore<Refusal>(request: ReplaceRequest<Refusal>): Promise<Refusal | undefined>;
  /** Deletes what the vendor keeps of a removed backup; left out if that is nothing. Rejects with a SystemFailure. */
  forget?(references: readonly BackupReference[], signal?: AbortSignal): Promise<void>;
}

/** Production's is backed up, staging's restored. */
export type DataUse = 'backup' | 'restore';

/** In a form that only the kind interprets, as it would be in a backup's files. */
export type StoreNeeds = Readonly<Record<string, unknown>>;

export interface PreflightRequest {
  readonly use: DataUse;
  /** What its findings are about: `the database of staging`. */
  readonly subject: string;
  /** Of the store that would be restored from, if they are known. */
  readonly needs?: StoreNeeds | undefined;
  readonly signal?: AbortSignal;
}

export interface BackupRequest {
  /** An existing, empty folder. */
  readonly directory: string;
  /** Called with each file, by its path in the folder, that will not change any more while others are still being written. */
  readonly finished?: (path: string) => void;
  readonly log: Log;
  readonly signal?: AbortSignal;
}

export interface RestoreRequest {
  /** The folder with the backup's files, whose checksums were verified. */
  readonly directory: string;
  readonly references: readonly BackupReference[];
  readonly log: Log;
  readonly signal?: AbortSignal;
}

export interface ReplaceRequest<Refusal> extends RestoreRequest {
  readonly mayReplace: (now: LiveIdentity) => Refusal | undefined;
  /** Set by a rollback, which restores the original. Anything else is a copy, which must not act on the outside world. */
  readonly isOriginal?: boolean;
}

export interface BackupTaken {
  /** Read in the session that dumps. */
  readonly identity: LiveIdentity;
  /** The data is complete up to here; what was written later is lost by restoring. ISO 8601. */
  readonly dataAt: string;
  readonly fingerprint: TakenFingerprint;
  /** Name and version of the tools, e.g. `{ pg_dump: "15.18" }`. */
  readonly tools: Readonly<Record<string, string>>;
  /** What the vendor keeps (a snapshot's ARN); empty if the folder holds everything. */
  readonly references: readonly BackupReference[];
}
