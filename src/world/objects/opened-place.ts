import type { ObjectBucket } from './bucket.ts';
import type { BucketContents, StoredHeaders } from './contents.ts';

/** A bucket that settings name, and a prefix in it. */
export interface OpenedPlace {
  readonly bucket: ObjectBucket;
  /** Without a trailing slash. */
  readonly prefix: string;
}

/** The same with access to more of it: versions, and the headers of an object. */
export interface BucketConnection extends OpenedPlace {
  /** Its unique name: the name of a bucket, or of an account and a container. */
  readonly name: string;
  /** The server, without what a request adds to it. */
  readonly server: string;
  readonly contents: BucketContents;
  /** The same bucket, which stores these headers with what is written. */
  readonly storing: (headers: StoredHeaders) => ObjectBucket;
}
