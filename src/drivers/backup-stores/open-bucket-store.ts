import type { PartContext } from '../../world/effects/kind.ts';
import type { ObjectBucket } from '../../world/objects/bucket.ts';
import { steadyBucket } from '../../world/objects/steady-bucket.ts';
import { bucketStore } from './bucket-store.ts';
import { scratchOf } from './scratch.ts';
import type { BackupStoreOpener } from './store.ts';

/** The store in a bucket that a kind has opened. */
export function openBucketStore(
  { bucket, prefix }: { readonly bucket: ObjectBucket; readonly prefix: string },
  settings: { readonly scratch?: string | undefined },
  context: PartContext,
): BackupStoreOpener {
  const { clock, signal } = context.effects;
  const scratch = scratchOf(settings, context);
  const means = {
    read: 'It could not be seen which backups there are. Nothing was restored.',
    write: 'No backup was added; those that are there are unchanged.',
  };
  return ({ seal }) =>
    bucketStore({
      bucket: steadyBucket(bucket, { clock, signal, means }),
      prefix,
      scratch,
      seal,
      clock,
      signal,
    });
}
