import { z } from 'zod';
import { once } from '../../core/settings/once.ts';

/** What a backup of a bucket consists of. */
const methods = ['auto', 'versions', 'copy'] as const;
export type Method = (typeof methods)[number];

/** The same for buckets of every kind. */
export const bucketComparison = once(() => ({
  method: z
    .enum(methods)
    .default('auto')
    .describe(
      'What a backup consists of. `versions`: the list of objects and their versions, which the bucket keeps; `copy`: all their bytes; `auto`: versions where versioning is enabled, otherwise copies.',
    ),
  fingerprint: z
    .strictObject({
      content: z
        .boolean()
        .default(true)
        .describe('Compare the bytes of each object, which reads all of them. `false` compares keys and sizes.'),
    })
    .prefault({})
    .describe('What is compared after a restore.'),
}));
