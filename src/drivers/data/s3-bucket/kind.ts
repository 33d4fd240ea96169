import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import { s3Place } from '../../../world/objects/s3/settings.ts';
import type { DataStore } from '../data-store.ts';
import { storeOnDemand } from '../store-on-demand.ts';
import { s3BucketInit } from './init.ts';
import { methods } from './method.ts';

const settings = z
  .strictObject({
    ...s3Place,
    bucket: template.meta({
      description: "The name of the bucket. Staging has one of its own, never production's.",
      examples: ['acme-documents'],
    }),
    prefix: template
      .default('')
      .describe('What the keys start with, without a slash at the end. Left out, all objects of the bucket.'),
    method: z
      .enum(methods)
      .default('auto')
      .describe(
        'What a backup is. `versions`: the list of objects and their versions, which the bucket keeps; `copy`: all their bytes; `auto`: versions where versioning is enabled, otherwise copies.',
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
  })
  .describe('A bucket of S3, or of a server that speaks its protocol, with files of the application.');

const part = namedKind<typeof settings, DataStore>('s3-bucket', settings, (chosen, context) =>
  storeOnDemand({ kind: 's3-bucket', noun: 'bucket' }, async () => {
    const { s3BucketStore } = await import('./store.ts');
    const { method, fingerprint, ...place } = chosen;
    return s3BucketStore({ settings: place, method, content: fingerprint.content, context });
  }),
);

export const s3Bucket: Kind<NamedPart<DataStore>> = { part, init: s3BucketInit };
