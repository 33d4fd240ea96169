import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookForRoom } from '../../../src/steps/backup/room.ts';

const gigabyte = 1e9;
const look = (estimated: readonly (number | undefined)[], free: number | undefined) =>
  lookForRoom(
    estimated.map((bytes) => ({ estimatedBytes: async () => bytes })),
    { description: 'the folder "backups"', freeBytes: async () => free },
    new AbortController().signal,
  );

test('a backup that does not fit is refused before it starts, with both sizes', async () => {
  const room = await look([3 * gigabyte, 2 * gigabyte], 5 * gigabyte);
  assert.ok(room.kind === 'too-little' && room.settled.kind === 'refuse');
  assert.match(
    room.settled.message.happened,
    /^A backup takes up to \S+ \S+, and \S+ \S+ are free in the folder "backups"\./,
  );
  assert.match(room.settled.message.means, /No backup was taken\./);
});

test('there is room if that was seen, and in a store without a limit', async () => {
  assert.equal((await look([3 * gigabyte, gigabyte], 5 * gigabyte)).kind, 'enough');
  assert.equal((await look([undefined], undefined)).kind, 'enough');
});

test('if the size of one store is unknown, nothing is claimed', async () => {
  assert.equal((await look([gigabyte, undefined], 5 * gigabyte)).kind, 'not-known');
});
