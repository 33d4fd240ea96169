/** How much of an object is requested at a time: little compared with a runner's memory, much compared with a request. */
export const pieceBytes = 8 * 2 ** 20;

/**
 * A place for objects by their keys: an S3 bucket or one on a compatible server, an Azure container, a Google bucket. It relies
 * only on what all of them guarantee: a listing shows what was written before, an object exists completely or not at all,
 * and of two writers that create the same key one is told that it is taken.
 *
 * Each kind tries once and rejects with a `BucketError`; `steadyBucket` retries temporary failures.
 */
export interface ObjectBucket {
  /** For messages: `s3 acme-backups`. */
  readonly description: string;
  readonly parts: PartLimits;
  /** All objects whose keys start with the prefix, in the order of their keys. */
  list(prefix: string, signal?: AbortSignal): Promise<readonly StoredObject[]>;
  /** What is between the prefix and the next `/`, for all keys: the folders, without the slash. */
  folders(prefix: string, signal?: AbortSignal): Promise<readonly string[]>;
  /**
   * The next `pieceBytes` from `from` on, fewer if the object ends; undefined if there is no such object. A piece is
   * read completely: Node.js ends the process if a server closes a connection whose answer nobody reads.
   */
  read(key: string, from: number, signal?: AbortSignal): Promise<Uint8Array | undefined>;
  /** Writes a small object, unless there is one with this key. It is durable when this resolves. */
  create(key: string, bytes: Uint8Array, signal?: AbortSignal): Promise<'created' | 'taken'>;
  /** Starts a large object, which exists once it is finished and not before. */
  startUpload(key: string, signal?: AbortSignal): Promise<PartUpload>;
  /** Until when nobody may remove it, as far as the store shows: `2026-03-01T00:00:00Z`, or `a legal hold is removed`. */
  heldUntil(key: string, signal?: AbortSignal): Promise<string | undefined>;
  /** Does nothing for a key that does not exist. */
  remove(key: string, signal?: AbortSignal): Promise<void>;
  /** Removes parts of uploads that nobody finished, below the prefix. */
  dropUnfinished(prefix: string, signal?: AbortSignal): Promise<void>;
}

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  /** Differs if the content differs. */
  readonly version: string;
  /** By the store's clock. */
  readonly modified: Date;
}

/** For one upload in parts. */
export interface PartLimits {
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly maxParts: number;
  readonly maxObjectBytes: number;
  /** Each part but the last must be a multiple of it. */
  readonly multipleOf: number;
  /** False if each part must follow the one before it. */
  readonly inAnyOrder: boolean;
}

export interface PartUpload {
  /**
   * Sends a part; sending the same number again replaces it.
   * @param part its number, from 1 on; where it starts; whether it is the last one
   */
  send(part: PartPlace, bytes: Uint8Array, signal?: AbortSignal): Promise<void>;
  /** Makes the object from the parts, in the order of their numbers. */
  finish(signal?: AbortSignal): Promise<void>;
  /** Removes what was sent. */
  drop(): Promise<void>;
}

export interface PartPlace {
  readonly number: number;
  readonly offset: number;
  readonly isLast: boolean;
}

interface BucketErrorDetail {
  readonly passes: boolean;
  readonly next: string;
  readonly withoutLogin?: boolean;
  readonly cause?: unknown;
}

/** Why a request to a bucket failed. */
export class BucketError extends Error {
  override readonly name = 'BucketError';
  /** A retry may work: the server is busy, the connection was lost. */
  readonly passes: boolean;
  /** What to do about it. */
  readonly next: string;
  /** Nobody has logged in here: no request was sent. */
  readonly withoutLogin: boolean;
  /** @param message a phrase that follows "The bucket could not be used: " */
  constructor(message: string, { passes, next, withoutLogin = false, cause }: BucketErrorDetail) {
    super(message, { cause });
    this.passes = passes;
    this.next = next;
    this.withoutLogin = withoutLogin;
  }
}
