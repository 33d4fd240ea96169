import type { ObjectBucket } from './bucket.ts';
import type { BucketContents, StoredHeaders } from './contents.ts';

/** A bucket that settings name, and where in it. */
export interface OpenedPlace {
  readonly bucket: ObjectBucket;
  /** Without a slash at the end. */
  readonly prefix: string;
}

/** The same, with what else there is in it: versions, and what is stored beside the bytes of an object. */
export interface BucketConnection extends OpenedPlace {
  /** What no other one has: the name of a bucket, or of an account and a container. */
  readonly name: string;
  /** The server, without what a request adds to it. */
  readonly server: string;
  readonly contents: BucketContents;
  /** The same bucket, which stores these headers with what is written. */
  readonly storing: (headers: StoredHeaders) => ObjectBucket;
}
