import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import { s3Place } from '../../../world/objects/s3/settings.ts';
import { bucketComparison } from '../bucket-method.ts';
import type { DataStore } from '../data-store.ts';
import { storeOnDemand } from '../store-on-demand.ts';
import { s3BucketInit } from './init.ts';
import { s3Words } from './words.ts';

const settings = () =>
  z
    .strictObject({
      ...s3Place(),
      bucket: template.meta({
        description: "The name of the bucket. Staging has its own, never production's.",
        examples: ['acme-documents'],
      }),
      prefix: template
        .default('')
        .describe('The prefix of the keys, without a slash at the end. Default: all objects of the bucket.'),
      ...bucketComparison(),
    })
    .describe('A bucket in S3, or on a server that speaks its protocol, with files of the application.');

const part = namedKind<ReturnType<typeof settings>, DataStore>('s3-bucket', settings, (chosen, context) =>
  storeOnDemand({ kind: 's3-bucket', noun: 'bucket' }, async () => {
    const [{ bucketStore }, { connectS3 }] = await Promise.all([
      import('../bucket-store.ts'),
      import('../../../world/objects/s3/open.ts'),
    ]);
    const { method, fingerprint, ...place } = chosen;
    return bucketStore({
      ...{ words: s3Words, method, content: fingerprint.content, context },
      own: connectS3(place, context),
      source: ({ bucket }) => connectS3({ ...place, bucket }, context),
    });
  }),
);

export const s3Bucket: Kind<NamedPart<DataStore>> = { part, init: s3BucketInit };
