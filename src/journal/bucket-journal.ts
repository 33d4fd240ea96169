import { SystemFailure } from '../core/messages/errors.ts';
import type { Clock } from '../world/clock.ts';
import { BucketError, type ObjectBucket, type StoredObject } from '../world/objects/bucket.ts';
import { readWhole } from '../world/objects/read-object.ts';
import { steadyBucket } from '../world/objects/steady-bucket.ts';
import type { StoredFile } from './chain.ts';
import { chainedJournal, type FileStore } from './chained-journal.ts';
import type { Journal, JournalIdentity } from './journal.ts';

const readAtOnce = 16;

const means = {
  read: 'Nothing was done.',
  write: 'It is not certain that the entry is recorded, and the step does not continue without it.',
};

/**
 * A journal in a bucket: `<prefix>/<system>/000042.json`. An entry is created under its number, which only one writer can do;
 * a later writer sees that the number is taken, reads that entry and uses the next number.
 */
export function bucketJournal(bucket: ObjectBucket, prefix: string, identity: JournalIdentity, clock: Clock): Journal {
  // Without a signal: what was being done when a run was cancelled must still be recorded.
  const steady = steadyBucket(bucket, { clock, means });
  return chainedJournal(bucketFiles(steady, bucket, `${prefix}/${identity.system}/`), identity, clock);
}

/** What a listing found: the entries from the first on, and the version of each. */
interface Listed {
  readonly revision: string;
  readonly objects: readonly StoredObject[];
}

/** @param once the same bucket, in a mode where an object that it has written itself counts as existing */
function bucketFiles(bucket: ObjectBucket, once: ObjectBucket, below: string): FileStore {
  let listed: Listed = { revision: '0', objects: [] };
  let confirmed = listed;
  let isConditional = false;
  return {
    description: `${bucket.description}/${below.slice(0, -1)}`,
    list: async (verified) => {
      if (listed.revision === verified) confirmed = listed;
      const before = confirmed.revision === verified ? confirmed.objects : [];
      const objects = await bucket.list(below);
      const differing = before.findIndex(({ key, version }, index) => {
        const now = objects[index];
        return now?.key !== key || now.version !== version;
      });
      const unchanged = differing === -1 ? before.length : 0;
      listed = { revision: String(Number(listed.revision) + 1), objects };
      return { files: await read(objects.slice(unchanged)), unchanged, revision: listed.revision };
    },
    add: async ({ file }) => {
      const key = `${below}${file.name}`;
      if ((await bucket.create(key, file.content)) === 'taken') return 'taken';
      if (!isConditional) isConditional = await knowsConditions(once, key, file.content);
      return 'added';
    },
  };

  async function read(objects: readonly StoredObject[]): Promise<StoredFile[]> {
    const files: StoredFile[] = [];
    for (let from = 0; from < objects.length; from += readAtOnce) {
      const some = objects.slice(from, from + readAtOnce);
      const contents = await Promise.all(some.map(({ key }) => readWhole(bucket, key)));
      // What was deleted since it was listed is missing from the chain, which reports it.
      for (const [index, content] of contents.entries())
        if (content !== undefined) files.push({ name: (some[index]?.key ?? '').slice(below.length), content });
    }
    return files;
  }
}

/**
 * Some servers ignore a condition: two runs would then get the same number, and the lease. False if it could not be
 * determined now.
 */
async function knowsConditions(once: ObjectBucket, key: string, content: Uint8Array): Promise<boolean> {
  try {
    if ((await once.create(key, content)) === 'taken') return true;
  } catch (error) {
    if (error instanceof BucketError) return false;
    throw error;
  }
  throw unconditional(once.description);
}

function unconditional(description: string): SystemFailure {
  return new SystemFailure({
    happened: `${description} has replaced an object that it was told not to replace: its server ignores conditional writes (If-None-Match).`,
    means:
      'Two runs could act at the same time, and each would overwrite what the other recorded. The step does not continue.',
    next: 'Use a server that supports conditional writes, as AWS and newer versions of MinIO and Ceph do, or keep the journal on a branch or in a folder (journal.store).',
  });
}
