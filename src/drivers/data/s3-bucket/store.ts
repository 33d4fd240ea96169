import { eachOf } from '../../../world/each-of.ts';
import type { Effects } from '../../../world/effects/effects.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { connectS3, type S3Connection } from '../../../world/objects/s3/open.ts';
import type { S3Settings } from '../../../world/objects/s3/settings.ts';
import { steadyBucket, steadyContents } from '../../../world/objects/steady-bucket.ts';
import type { DataStore } from '../data-store.ts';
import { atOnce, backUp } from './backup.ts';
import { type BucketPlace, markDisposable, readIdentity } from './identity.ts';
import { readList, requireFiles } from './kept.ts';
import type { Method } from './method.ts';
import { fingerprintOf, hasContent, listObjects, readObject } from './objects.ts';
import { asSample, preflight, sampleOf } from './preflight.ts';
import { restoreBucket } from './restore.ts';

export interface BucketOptions {
  readonly settings: S3Settings;
  readonly method: Method;
  readonly content: boolean;
  readonly context: PartContext;
}

const means = {
  read: 'Nothing was changed by that.',
  write: 'Not all objects were written: the bucket may hold old ones and new ones.',
};

/** Objects beside a database: the binary storage of a server, artifacts. */
export function s3BucketStore({ settings, method, content, context }: BucketOptions): DataStore {
  const { effects, where } = context;
  const { clock } = effects;
  const own = connectS3(settings, context);
  const prefix = own.prefix === '' ? '' : `${own.prefix}/`;
  const contentsOf = ({ contents, options }: S3Connection) =>
    steadyContents(contents, options.description, steadiness(effects));
  const steady = steadyBucket(own.bucket, steadiness(effects));
  const place: BucketPlace = { bucket: steady, name: own.options.bucket, server: own.options.server, prefix, where };
  const contents = contentsOf(own);
  const source = (bucket: string) => contentsOf(connectS3({ ...settings, bucket }, context));

  return {
    kind: 's3-bucket',
    noun: 'bucket',
    identity: (signal) => readIdentity(place, signal),
    preflight: async ({ use, subject, needs, signal }) =>
      await preflight(
        { contents, prefix },
        { use, subject, method, name: place.name, signal, source },
        asSample(needs),
      ),
    needs: async (signal) => await sampleOf({ contents, prefix }, place.name, method, signal),
    fingerprint: async (signal, like) => {
      const at = clock.now();
      const withContent = like === undefined ? content : hasContent(like);
      const objects = await listObjects({ contents, prefix }, signal);
      const read = await eachOf(objects, atOnce, async (object) =>
        withContent
          ? await readObject({ contents, prefix }, object, signal)
          : { key: object.key.slice(prefix.length), bytes: object.bytes },
      );
      return fingerprintOf(read, at);
    },
    estimatedBytes: async (signal) =>
      (await listObjects({ contents, prefix }, signal)).reduce((sum, { bytes }) => sum + bytes, 0),
    markDisposable: (choose, signal) => markDisposable(place, choose, signal),
    backup: async ({ directory, log, signal }) => {
      signal?.throwIfAborted();
      const identity = await readIdentity(place, signal);
      const { server, name } = place;
      const request = { contents, prefix, name, server, where, method, content, directory, clock, log, signal };
      const { at, fingerprint, kind } = await backUp(request);
      return {
        identity,
        dataAt: at.toISOString(),
        // Of the very versions that are listed, or the very bytes that were copied.
        fingerprint: { kind: 'same-snapshot', value: fingerprint },
        tools: {},
        references: kind === 'versions' ? [{ kind: 's3-versions', id: name }] : [],
      };
    },
    verify: async ({ directory, signal }) => await requireFiles(directory, await readList(directory), signal),
    restore: async ({ directory, log, signal, mayReplace, isOriginal }) => {
      signal?.throwIfAborted();
      const list = await readList(directory);
      await requireFiles(directory, list, signal);
      return await restoreBucket({
        ...{ place, contents, list, directory, log, signal, mayReplace, isOriginal },
        source: source(list.bucket),
        storing: (headers) => steadyBucket(own.storing(headers), steadiness(effects)),
      });
    },
  };
}

function steadiness({ clock, signal }: Effects) {
  return { clock, signal, means };
}
