import { SystemFailure } from '../../core/messages/errors.ts';
import type { LiveIdentity, MarkTarget } from '../../core/model/identity.ts';
import { markIn, markText, type NewMark, withoutMarks } from '../../core/model/mark.ts';
import type { ObjectBucket } from '../../world/objects/bucket.ts';
import { readWhole } from '../../world/objects/read-object.ts';
import { markPrefix } from './bucket-objects.ts';
import type { BucketWords } from './bucket-words.ts';

export interface BucketPlace {
  readonly bucket: ObjectBucket;
  readonly name: string;
  /** The server, without what a request adds to it. */
  readonly server: string;
  /** Empty, or with a trailing slash. */
  readonly prefix: string;
  readonly where: string;
  readonly words: BucketWords;
}

/**
 * A bucket is identified by its unique name, whatever address leads there. Two places in one bucket have one lineage, so
 * staging cannot be in production's. Buckets of one name on different servers might be the same one, too.
 */
export async function readIdentity(place: BucketPlace, signal?: AbortSignal): Promise<LiveIdentity> {
  const { bucket, name, server, prefix, words } = place;
  const text = (await readWhole(bucket, markKey(place), signal))?.toString('utf8') ?? '';
  return {
    kind: words.kind,
    lineage: { [words.noun]: name },
    // Its own files name a container without its account.
    location: { server, [words.noun]: name.slice(name.indexOf('/') + 1), ...(prefix !== '' && { prefix }) },
    // A copy of the object in another bucket, or under another prefix, reads with another tie.
    mark: markIn(text, {
      tiedTo: `${name}/${prefix}`,
      place: `the object "${markKey(place)}" of ${words.noun} "${name}"`,
    }),
  };
}

function markKey({ prefix }: BucketPlace): string {
  return prefix === '' ? markPrefix : `${markPrefix}/${prefix.slice(0, -1)}`;
}

/** An object outside of what is backed up; a restore leaves it there. */
export async function markDisposable(
  place: BucketPlace,
  choose: (found: MarkTarget) => Promise<NewMark | undefined>,
  signal?: AbortSignal,
): Promise<LiveIdentity | undefined> {
  const identity = await readIdentity(place, signal);
  const mark = await choose({ identity, name: place.name });
  if (mark === undefined) return undefined;
  const { bucket } = place;
  const key = markKey(place);
  const kept = (await readWhole(bucket, key, signal))?.toString('utf8') ?? '';
  await bucket.remove(key, signal);
  const text = `${withoutMarks(kept)} ${markText(mark)}`.trim();
  if ((await bucket.create(key, Buffer.from(text), signal)) === 'created') return await readIdentity(place, signal);
  throw new SystemFailure({
    happened: `Somebody else has marked the ${place.words.noun} "${place.name}" at the same moment.`,
    means: 'Which of the two marks counts is not known.',
    next: 'Mark it again.',
  });
}
