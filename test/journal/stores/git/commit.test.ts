import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCommit } from '../../../../src/journal/stores/git/commit.ts';

test('if git names no commit nothing is pushed: a push of nothing would remove the branch', async () => {
  const silent = async () => ({ exitCode: 0, endedBy: undefined, stdout: '', stderr: '', milliseconds: 1 });
  const request = { parent: '', message: 'An entry.', at: '2026-01-01T00:00:00.000Z', files: [] };
  await assert.rejects(writeCommit(silent, request), /did not name the commit that it wrote.*Nothing was recorded/);
});
