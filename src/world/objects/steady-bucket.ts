import { SystemFailure } from '../../core/messages/errors.ts';
import type { Clock } from '../clock.ts';
import { BucketError, type ObjectBucket, type PartUpload } from './bucket.ts';
import type { BucketContents } from './contents.ts';
import { readWhole } from './read-object.ts';

export interface Steadiness {
  readonly clock: Clock;
  /** Ends requests that have no signal of their own; left out for what must be recorded even if a run is cancelled. */
  readonly signal?: AbortSignal;
  /** What it means for people if it cannot be read or written: `Nothing was restored.` */
  readonly means: { readonly read: string; readonly write: string };
}

/** About a minute and a half in all. */
const attempts = 8;
const firstPause = 500;
const longestPause = 30_000;

type Asking = <T>(
  what: keyof Steadiness['means'],
  ask: (signal?: AbortSignal) => Promise<T>,
  own?: AbortSignal,
) => Promise<T>;

/** Retries temporary failures, waits longer each time, and rejects with a SystemFailure that says what to do. */
function steadily(description: string, { clock, signal: usual, means }: Steadiness): Asking {
  return async (what, ask, own) => {
    const signal = own ?? usual;
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(signal);
      } catch (cause) {
        signal?.throwIfAborted();
        if (!(cause instanceof BucketError)) throw cause;
        if (!cause.passes || attempt === attempts) throw failure(description, means[what], cause);
        await clock.sleep(pause(attempt), signal);
      }
    }
  };
}

export function steadyBucket(bucket: ObjectBucket, steadiness: Steadiness): ObjectBucket {
  const asking = steadily(bucket.description, steadiness);
  const steadyUpload = (upload: PartUpload): PartUpload => ({
    send: (part, bytes, own) => asking('write', (signal) => upload.send(part, bytes, signal), own),
    finish: (own) => asking('write', (signal) => upload.finish(signal), own),
    // Tried once: what is left is removed later, when nobody waits for it.
    drop: () => upload.drop(),
  });
  return {
    description: bucket.description,
    parts: bucket.parts,
    list: (prefix, own) => asking('read', (signal) => bucket.list(prefix, signal), own),
    folders: (prefix, own) => asking('read', (signal) => bucket.folders(prefix, signal), own),
    read: (key, from, own) => asking('read', (signal) => bucket.read(key, from, signal), own),
    create: async (key, bytes, own) => {
      const created = await asking('write', (signal) => bucket.create(key, bytes, signal), own);
      if (created === 'created') return created;
      // The answer to an earlier request may have been lost: then what is there is what was to be written.
      const there = await asking('write', (signal) => readWhole(bucket, key, signal), own);
      return there?.equals(bytes) === true ? 'created' : 'taken';
    },
    startUpload: (key, own) =>
      asking('write', async (signal) => steadyUpload(await bucket.startUpload(key, signal)), own),
    heldUntil: (key, own) => asking('read', (signal) => bucket.heldUntil(key, signal), own),
    remove: (key, own) => asking('write', (signal) => bucket.remove(key, signal), own),
    dropUnfinished: (prefix, own) => asking('write', (signal) => bucket.dropUnfinished(prefix, signal), own),
  };
}

export function steadyContents(contents: BucketContents, description: string, steadiness: Steadiness): BucketContents {
  const asking = steadily(description, steadiness);
  const { copy, softDelete } = contents;
  return {
    versioning: (prefix, own) => asking('read', (signal) => contents.versioning(prefix, signal), own),
    expiry: (prefix, own) => asking('read', (signal) => contents.expiry(prefix, signal), own),
    current: (prefix, own) => asking('read', (signal) => contents.current(prefix, signal), own),
    read: (object, from, own) => asking('read', (signal) => contents.read(object, from, signal), own),
    ...(softDelete && { softDelete: (own) => asking('read', (signal) => softDelete(signal), own) }),
    ...(copy && { copy: (from, key, own) => asking('write', (signal) => copy(from, key, signal), own) }),
  };
}

/** Half of it is random: clients that a busy server turned away do not all come back at once. */
function pause(attempt: number): number {
  const whole = Math.min(longestPause, firstPause * 2 ** (attempt - 1));
  return whole / 2 + (Math.random() * whole) / 2;
}

function failure(description: string, means: string, cause: BucketError): SystemFailure {
  return new SystemFailure(
    { happened: `${description} could not be used: ${cause.message}.`, means, next: cause.next },
    { cause },
  );
}
