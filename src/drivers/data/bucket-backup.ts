import { SystemFailure } from '../../core/messages/errors.ts';
import type { Fingerprint } from '../../core/model/fingerprint.ts';
import type { Clock } from '../../world/clock.ts';
import { eachOf } from '../../world/each-of.ts';
import type { Log } from '../../world/log.ts';
import type { ObjectVersion, Versioning } from '../../world/objects/contents.ts';
import { fileOf, type KeptObject, keepBytes, writeList } from './bucket-kept.ts';
import type { Method } from './bucket-method.ts';
import { fingerprintOf, listObjects, type Prefixed, type ReadObject, readObject } from './bucket-objects.ts';
import type { BucketWords } from './bucket-words.ts';

export interface BackUpBucket extends Prefixed {
  readonly name: string;
  readonly server: string;
  readonly where: string;
  readonly words: BucketWords;
  readonly method: Method;
  readonly content: boolean;
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}

export interface BackedUp {
  readonly at: Date;
  readonly kind: 'versions' | 'copies';
  readonly fingerprint: Fingerprint;
}

/** How many objects are read at the same time. */
export const atOnce = 8;

export async function backUp(request: BackUpBucket): Promise<BackedUp> {
  const { contents, prefix, name, server, directory, clock, signal } = request;
  const kind = kindOf(request.method, await contents.versioning(prefix, signal), request);
  const at = clock.now();
  const objects = await listObjects(request, signal);
  const kept = kind === 'versions' ? await listed(objects, request) : await copied(objects, request);
  await writeList(directory, { kind, bucket: name, prefix, server, objects: kept });
  return { at, kind, fingerprint: fingerprintOf(kept, at) };
}

/** A suspended bucket keeps no version of what is written from now on, so it is copied as if there were none. */
function kindOf(method: Method, versioning: Versioning, { name, where, words }: BackUpBucket): 'versions' | 'copies' {
  if (method === 'copy') return 'copies';
  if (versioning === 'enabled') return 'versions';
  if (method === 'auto') return 'copies';
  throw new SystemFailure({
    happened: `${where}.method is "versions", and versioning of the ${words.noun} "${name}" ${words.unversioned[versioning]}.`,
    means: 'Anything replaced or removed would be lost. There is no backup.',
    next: `Enable versioning of the ${words.noun}, or set "method: copy".`,
  });
}

/** Versions never change, so what is listed stays what it is, whatever is written in the meantime. */
async function listed(objects: readonly ObjectVersion[], request: BackUpBucket): Promise<KeptObject[]> {
  const { prefix, content, log, signal } = request;
  let done = 0;
  return await eachOf(objects, atOnce, async (object) => {
    const read: ReadObject = content
      ? await readObject(request, object, signal)
      : { key: object.key.slice(prefix.length), bytes: object.bytes };
    done += 1;
    log.progress({ text: 'Objects read', done, total: objects.length });
    return { ...read, ...(object.version !== undefined && { version: object.version }) };
  });
}

async function copied(objects: readonly ObjectVersion[], request: BackUpBucket): Promise<KeptObject[]> {
  const { contents, prefix, directory, content, log, signal } = request;
  const numbered = objects.map((object, index) => ({ object, index }));
  let done = 0;
  return await eachOf(numbered, atOnce, async ({ object, index }) => {
    // The newest, as it is when it is read: without versions there is none to name.
    const read = await keepBytes(contents, { key: object.key, bytes: object.bytes }, fileOf(directory, index), signal);
    done += 1;
    log.progress({ text: 'Objects copied', done, total: objects.length });
    const key = object.key.slice(prefix.length);
    return content ? { key, ...read } : { key, bytes: read.bytes, headers: read.headers };
  });
}
