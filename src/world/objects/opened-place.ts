import type { ObjectBucket } from './bucket.ts';

/** A bucket that settings name, and where in it. */
export interface OpenedPlace {
  readonly bucket: ObjectBucket;
  /** Without a slash at the end. */
  readonly prefix: string;
}
