import { eachOf } from '../../world/each-of.ts';
import type { Effects } from '../../world/effects/effects.ts';
import type { PartContext } from '../../world/effects/kind.ts';
import type { BucketConnection } from '../../world/objects/opened-place.ts';
import { steadyBucket, steadyContents } from '../../world/objects/steady-bucket.ts';
import { atOnce, backUp } from './bucket-backup.ts';
import { type BucketPlace, markDisposable, readIdentity } from './bucket-identity.ts';
import { readList, requireFiles } from './bucket-kept.ts';
import type { Method } from './bucket-method.ts';
import { fingerprintOf, hasContent, listObjects, readObject } from './bucket-objects.ts';
import { asSample, preflight, sampleOf } from './bucket-preflight.ts';
import { restoreBucket } from './bucket-restore.ts';
import type { BucketWords } from './bucket-words.ts';
import type { DataStore } from './data-store.ts';

export interface BucketOptions {
  readonly words: BucketWords;
  readonly own: BucketConnection;
  /** Where the versions are that a backup lists, with the rights of this environment. */
  readonly source: (listed: ListedIn) => BucketConnection;
  readonly method: Method;
  readonly content: boolean;
  readonly context: PartContext;
}

const means = {
  read: 'Nothing was changed by that.',
  write: 'Not all objects were written: the bucket may hold old ones and new ones.',
};

/** As a backup records it: the unique name of the bucket, and its server. */
export interface ListedIn {
  readonly bucket: string;
  readonly server: string;
}

/** Objects beside a database: the binary storage of a server, artifacts. */
export function bucketStore({ words, own, source: listedIn, method, content, context }: BucketOptions): DataStore {
  const { effects, where } = context;
  const { clock } = effects;
  const prefix = own.prefix === '' ? '' : `${own.prefix}/`;
  const contentsOf = ({ contents: found, bucket }: BucketConnection) =>
    steadyContents(found, bucket.description, steadiness(effects));
  const steady = steadyBucket(own.bucket, steadiness(effects));
  const place: BucketPlace = { bucket: steady, name: own.name, server: own.server, prefix, where, words };
  const contents = contentsOf(own);
  const source = (listed: ListedIn) => contentsOf(listedIn(listed));

  return {
    kind: words.kind,
    noun: words.noun,
    identity: (signal) => readIdentity(place, signal),
    preflight: async ({ use, subject, needs, signal }) =>
      await preflight(
        { contents, prefix },
        { use, subject, method, words, name: place.name, signal, source },
        asSample(needs),
      ),
    needs: async (signal) => await sampleOf({ contents, prefix }, place, method, signal),
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
      const request = { contents, prefix, name, server, where, words, method, content, directory, clock, log, signal };
      const { at, fingerprint, kind } = await backUp(request);
      return {
        identity,
        dataAt: at.toISOString(),
        // Of the very versions that are listed, or the very bytes that were copied.
        fingerprint: { kind: 'same-snapshot', value: fingerprint },
        tools: {},
        references: kind === 'versions' ? [{ kind: words.reference, id: name }] : [],
      };
    },
    verify: async ({ directory, signal }) => await requireFiles(directory, await readList(directory), signal),
    restore: async ({ directory, log, signal, mayReplace, isOriginal }) => {
      signal?.throwIfAborted();
      const list = await readList(directory);
      await requireFiles(directory, list, signal);
      return await restoreBucket({
        ...{ place, contents, list, directory, log, signal, mayReplace, isOriginal },
        source: source(list),
        storing: (headers) => steadyBucket(own.storing(headers), steadiness(effects)),
      });
    },
  };
}

function steadiness({ clock, signal }: Effects) {
  return { clock, signal, means };
}
