import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketJournal } from '../../src/journal/bucket-journal.ts';
import { systemClock } from '../../src/world/clock.ts';
import type { ObjectBucket, StoredObject } from '../../src/world/objects/bucket.ts';
import { s3Parts } from '../../src/world/objects/s3/bucket.ts';

const unused = () => Promise.reject(new Error('a journal has no use for it'));

/** A bucket in memory, and how often an object was to be created. */
function bucket(minds: boolean): { readonly bucket: ObjectBucket; readonly asked: () => number } {
  const objects = new Map<string, Uint8Array>();
  let asked = 0;
  const stored = ([key, content]: [string, Uint8Array]): StoredObject => ({
    key,
    bytes: content.byteLength,
    version: Buffer.from(content).toString('hex'),
    modified: new Date(0),
  });
  return {
    asked: () => asked,
    bucket: {
      description: 's3 journals',
      parts: s3Parts,
      list: async (prefix) =>
        [...objects]
          .filter(([key]) => key.startsWith(prefix))
          .sort()
          .map(stored),
      read: async (key) => objects.get(key),
      create: async (key, bytes) => {
        asked += 1;
        if (minds && objects.has(key)) return 'taken';
        objects.set(key, bytes);
        return 'created';
      },
      ...{ folders: unused, startUpload: unused, heldUntil: unused, remove: unused, dropUnfinished: unused },
    },
  };
}

const run = { kind: 'terminal', id: 'a', attempt: 1, actor: 'sam' } as const;
const note = { type: 'backups-removed', backups: ['a'] } as const;

test('a server that ignores conditions cannot keep a journal', async () => {
  const { bucket: other } = bucket(false);
  const journal = bucketJournal(other, 'journal', { system: 'records', run }, systemClock);
  await assert.rejects(journal.append(note), /s3 journals has replaced an object that it was told not to replace/);
});

test('a server that supports conditions is tested only once', async () => {
  const { bucket: good, asked } = bucket(true);
  const journal = bucketJournal(good, 'journal', { system: 'records', run }, systemClock);
  for (const _ of [1, 2, 3]) await journal.append(note);
  assert.equal((await journal.read()).length, 3);
  assert.equal(asked(), 4);
});
