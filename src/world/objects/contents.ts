/** What a bucket stores for others: objects with their versions, and the headers stored with their bytes. */
export interface BucketContents {
  /** Whether versions are kept below the prefix. */
  readonly versioning: (prefix: string, signal?: AbortSignal) => Promise<Versioning>;
  /** How long the server keeps what was removed; left out if its kind of server has no such setting. */
  readonly softDelete?: (signal?: AbortSignal) => Promise<SoftDelete>;
  /** Rules by which the bucket itself removes objects or versions, below the prefix. */
  readonly expiry: (prefix: string, signal?: AbortSignal) => Promise<Expiry>;
  /** The newest version of each object below the prefix, in the order of their keys. */
  readonly current: (prefix: string, signal?: AbortSignal) => Promise<readonly ObjectVersion[]>;
  /** The next `pieceBytes` of a version from `from` on, and its headers; undefined if it does not exist. */
  readonly read: (object: Named, from: number, signal?: AbortSignal) => Promise<ReadPiece | undefined>;
  /** Copies a version from another bucket of the same server, with its headers; left out if the server cannot. */
  readonly copy?: (from: CopySource, key: string, signal?: AbortSignal) => Promise<void>;
}

/** `suspended` is not `never`: there may be old versions, and what is written now replaces what was there. */
export type Versioning = 'enabled' | 'suspended' | 'never';

/** `unknown`: the credentials may not read it. */
export type SoftDelete = { readonly kind: 'days'; readonly days: number } | { readonly kind: 'off' | 'unknown' };

export interface Expiry {
  /** A replaced version is deleted after this many days. */
  readonly replacedDays?: number;
  /** Objects in use are removed as well. */
  readonly removesCurrent: boolean;
}

export interface Named {
  readonly key: string;
  /** Left out, the newest one. */
  readonly version?: string | undefined;
}

export interface ObjectVersion extends Named {
  readonly bytes: number;
}

export interface CopySource extends Named {
  readonly bucket: string;
}

/** The headers an object is served with, and the metadata an application has stored. */
export type StoredHeaders = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export interface ReadPiece {
  readonly bytes: Uint8Array;
  readonly headers: StoredHeaders;
}

/** One request copies no more: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const maxBytesOfCopy = 5 * 1024 ** 3;
