import type { Clock } from '../../world/clock.ts';
import { eachOf } from '../../world/each-of.ts';
import type { ObjectBucket } from '../../world/objects/bucket.ts';
import type { Seal } from '../../world/sealing/seal.ts';
import type { Scratch } from './scratch.ts';

export interface BucketStoreOptions {
  /** Retries temporary failures. */
  readonly bucket: ObjectBucket;
  /** The prefix of the keys, without a trailing slash. */
  readonly prefix: string;
  readonly scratch: Scratch;
  readonly seal?: Seal | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** The names below a prefix. No backup id starts with a dot, so none can be taken for the list of drafts. */
export const draftsName = '.drafts';

const removedAtOnce = 16;

/** All files of a draft, or of a backup that has no manifest any more. */
export async function dropPlace(bucket: ObjectBucket, below: string): Promise<void> {
  await bucket.dropUnfinished(below);
  const objects = await bucket.list(below);
  await eachOf(objects, removedAtOnce, ({ key }) => bucket.remove(key));
}
