import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseFailure } from '../../../../src/drivers/data/mysql/failure.ts';

test('a file that the server itself could not use is reported in plain words, and no path of it is shown', () => {
  const cause = Object.assign(new Error("Error on delete of '/tmp/#sql-temptable-a-b-3.MAI' (Errcode: 2)"), {
    errno: 6,
  });
  const { happened, next } = databaseFailure(cause, 'Reading the database', '').detail;
  assert.equal(
    happened,
    'Reading the database failed: the server could not open, read or remove one of its own files (6).',
  );
  assert.match(next, /tmpdir, which no other server may share/);
});
