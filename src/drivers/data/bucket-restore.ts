import { createReadStream } from 'node:fs';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';
import { eachOf } from '../../world/each-of.ts';
import type { Log } from '../../world/log.ts';
import type { ObjectBucket } from '../../world/objects/bucket.ts';
import { type BucketContents, maxBytesOfCopy, type StoredHeaders } from '../../world/objects/contents.ts';
import { partSize } from '../../world/objects/part-size.ts';
import { upload } from '../../world/objects/upload.ts';
import { atOnce } from './bucket-backup.ts';
import { type BucketPlace, readIdentity } from './bucket-identity.ts';
import { fileOf, type KeptList, type KeptObject } from './bucket-kept.ts';
import { bytesOf, gone, listObjects } from './bucket-objects.ts';

export interface RestoreBucket<Refusal> {
  readonly place: BucketPlace;
  readonly contents: BucketContents;
  /** The bucket that holds the versions, with the rights of this environment. */
  readonly source: BucketContents;
  /** The same bucket, which stores these headers with what is written. */
  readonly storing: (headers: StoredHeaders) => ObjectBucket;
  readonly list: KeptList;
  readonly directory: string;
  readonly isOriginal?: boolean | undefined;
  readonly mayReplace: (now: LiveIdentity) => Refusal | undefined;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes all objects of a backup, and finally removes all others: anyone who reads meanwhile finds the old object or the new
 * one, complete. A restore that died is finished by the next one. If the bucket keeps versions, the previous ones stay.
 */
export async function restoreBucket<Refusal>(request: RestoreBucket<Refusal>): Promise<Refusal | undefined> {
  const { place, contents, list, log, signal, mayReplace } = request;
  if (list.bucket === place.name && list.prefix !== place.prefix) throw sameBucket(place);
  await requireVersions(request);
  const refused = mayReplace(await readIdentity(place, signal));
  if (refused !== undefined) return refused;
  const there = new Map(
    (await listObjects({ contents, prefix: place.prefix }, signal)).map((each) => [each.key, each]),
  );
  let done = 0;
  const numbered = list.objects.map((object, index) => ({ object, index }));
  await eachOf(numbered, atOnce, async ({ object, index }) => {
    signal?.throwIfAborted();
    const now = there.get(`${place.prefix}${object.key}`);
    // Production's own, and not replaced since: no server copies an object to itself.
    const isThere = list.kind === 'versions' && list.bucket === place.name && now?.version === object.version;
    if (!isThere) await write(object, index, request);
    done += 1;
    log.progress({ text: 'Objects restored', done, total: list.objects.length });
  });
  // Writing may have taken long.
  if (mayReplace(await readIdentity(place, signal)) !== undefined) throw changedMeanwhile(place);
  const wanted = new Set(list.objects.map(({ key }) => `${place.prefix}${key}`));
  const besides = (await listObjects({ contents, prefix: place.prefix }, signal)).filter(({ key }) => !wanted.has(key));
  await eachOf(besides, atOnce, ({ key }) => place.bucket.remove(key, signal));
  return undefined;
}

/** Checked before anything is written: a missing version would leave a bucket that is neither the old one nor the new one. */
async function requireVersions<Refusal>({ list, source, signal }: RestoreBucket<Refusal>): Promise<void> {
  if (list.kind !== 'versions') return;
  await eachOf(list.objects, atOnce, async ({ key, version, bytes }) => {
    const named = { key: `${list.prefix}${key}`, version };
    // A range after the end: the answer shows that the version exists, without sending a byte.
    if ((await source.read(named, bytes, signal)) === undefined) throw gone(named);
  });
}

async function write<Refusal>(
  { key, version, bytes, headers = {} }: KeptObject,
  index: number,
  { place, contents, source, storing, list, directory, signal }: RestoreBucket<Refusal>,
): Promise<void> {
  const to = `${place.prefix}${key}`;
  const from = { bucket: list.bucket, key: `${list.prefix}${key}`, version };
  if (list.kind === 'versions' && list.server === place.server && contents.copy && bytes <= maxBytesOfCopy) {
    return await contents.copy(from, to, signal);
  }
  const stopping = signal ?? new AbortController().signal;
  const size = partSize(bytes, place.bucket.parts);
  if (size === undefined) throw new Error(`an object of ${bytes} bytes was read, and cannot be written`);
  if (list.kind === 'copies') {
    await upload(storing(headers), to, createReadStream(fileOf(directory, index)), size, stopping);
    return;
  }
  const first = await source.read(from, 0, signal);
  if (first === undefined) throw gone(from);
  await upload(
    storing(first.headers),
    to,
    bytesOf(source, from, () => undefined, signal),
    size,
    stopping,
  );
}

function sameBucket({ name, words: { noun } }: BucketPlace): SystemFailure {
  return new SystemFailure({
    happened: `The backup is a list of versions in the ${noun} "${name}", and would be restored into the same ${noun}.`,
    means: `Nothing was restored; the ${noun} is unchanged.`,
    next: `Give staging its own ${noun}.`,
  });
}

function changedMeanwhile({ name, words: { noun } }: BucketPlace): SystemFailure {
  return new SystemFailure({
    happened: `While objects were written, the ${noun} "${name}" stopped being one that may be replaced: its mark was changed.`,
    means: 'What it had besides the backup was not removed: do not start the server on it.',
    next: 'Find out who did that. Then mark it again (staged-upgrade mark-disposable), and start a new run.',
  });
}
