/** What a bucket holds for others: objects with their versions, and what is stored beside their bytes. */
export interface BucketContents {
  /** Whether what is below the prefix is kept in versions. */
  readonly versioning: (prefix: string, signal?: AbortSignal) => Promise<Versioning>;
  /** How long the server keeps what was removed; left out where that is not a setting of a server of its kind. */
  readonly softDelete?: (signal?: AbortSignal) => Promise<SoftDelete>;
  /** Rules by which the bucket itself removes objects or versions, below the prefix. */
  readonly expiry: (prefix: string, signal?: AbortSignal) => Promise<Expiry>;
  /** The newest version of each object below the prefix, in the order of their keys. */
  readonly current: (prefix: string, signal?: AbortSignal) => Promise<readonly ObjectVersion[]>;
  /** The next `pieceBytes` of a version from `from` on, and what is stored beside them; undefined when it is not there. */
  readonly read: (object: Named, from: number, signal?: AbortSignal) => Promise<ReadPiece | undefined>;
  /** Copies a version of another bucket of the same server, with what is stored beside it; left out where a server does not. */
  readonly copy?: (from: CopySource, key: string, signal?: AbortSignal) => Promise<void>;
}

/** `suspended` is not `never`: there may be old versions, and what is written now replaces what was there. */
export type Versioning = 'enabled' | 'suspended' | 'never';

/** `unknown`: the credentials may not read it. */
export type SoftDelete = { readonly kind: 'days'; readonly days: number } | { readonly kind: 'off' | 'unknown' };

export interface Expiry {
  /** So many days after it was replaced, a version is gone. */
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

/** What an object is served with, and what an application has stored beside it. */
export type StoredHeaders = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export interface ReadPiece {
  readonly bytes: Uint8Array;
  readonly headers: StoredHeaders;
}

/** One request copies no more: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const mostBytesOfCopy = 5 * 1024 ** 3;
