import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { BucketContents, ObjectVersion, StoredHeaders } from '../../world/objects/contents.ts';
import { bytesOf, type ReadObject } from './bucket-objects.ts';

/*
 * The stored form of a bucket: the list of its objects and, if the bucket keeps no versions, their bytes beside it, in
 * numbered files, since a key need not be a valid path.
 */

const headers = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));
const keptObject = z.object({
  /** After the prefix. */
  key: z.string(),
  bytes: z.int().min(0),
  version: z.string().optional(),
  sha256: z.string().optional(),
  headers: headers.optional(),
});
const keptList = z.object({
  kind: z.enum(['versions', 'copies']),
  /** Where the versions are. */
  bucket: z.string(),
  prefix: z.string(),
  server: z.string(),
  objects: z.array(keptObject),
});

export type KeptObject = z.output<typeof keptObject>;
export type KeptList = z.output<typeof keptList>;

const listName = 'objects.json.gz';

export function fileOf(directory: string, index: number): string {
  return join(directory, 'objects', String(Math.floor(index / 1000)), String(index));
}

export async function writeList(directory: string, list: KeptList): Promise<void> {
  await writeFile(join(directory, listName), gzipSync(JSON.stringify(list)), { mode: 0o600 });
}

export async function readList(directory: string): Promise<KeptList> {
  try {
    return keptList.parse(JSON.parse(gunzipSync(await readFile(join(directory, listName))).toString('utf8')));
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The backup has no readable "${listName}".`,
        means: 'It is not a whole backup of a bucket. Nothing was restored.',
        next: 'Take another backup.',
      },
      { cause },
    );
  }
}

/** Copies the bytes of an object into a backup's folder. */
export async function keepBytes(
  contents: BucketContents,
  object: ObjectVersion,
  file: string,
  signal?: AbortSignal,
): Promise<Omit<ReadObject, 'key'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  let beside: StoredHeaders = {};
  const onHeaders = (found: StoredHeaders): void => {
    beside = found;
  };
  const counted = async function* () {
    for await (const piece of bytesOf(contents, object, onHeaders, signal)) {
      hash.update(piece);
      bytes += piece.byteLength;
      yield piece;
    }
  };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(counted()), createWriteStream(file, { mode: 0o600 }));
  return { bytes, sha256: hash.digest('hex'), headers: beside };
}

/** Rejects if a file of the backup is missing, or has other bytes than were read. */
export async function requireFiles(directory: string, list: KeptList, signal?: AbortSignal): Promise<void> {
  if (list.kind === 'versions') return;
  for (const [index, { key, bytes, sha256 }] of list.objects.entries()) {
    signal?.throwIfAborted();
    const file = fileOf(directory, index);
    const found = await stat(file).catch(() => undefined);
    if (found?.size === bytes && (sha256 === undefined || (await hashOf(file, signal)) === sha256)) continue;
    throw new SystemFailure({
      happened: `The backup has the bytes of the object "${key}" no more, or others.`,
      means: 'It cannot be used to go back. Nothing was restored from it.',
      next: 'Check the disk that holds the backup, and take another backup.',
    });
  }
}

async function hashOf(file: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { signal })) hash.update(chunk);
  return hash.digest('hex');
}
