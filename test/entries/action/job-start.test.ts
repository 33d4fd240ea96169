import assert from 'node:assert/strict';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { jobStart } from '../../../src/entries/action/job-start.ts';

test('a job started when its event was written; without an event, nothing is guessed', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-job-'));
  t.after(() => rm(folder, { recursive: true }));
  const event = join(folder, 'event.json');
  assert.equal(await jobStart({ GITHUB_EVENT_PATH: event }), undefined);
  assert.equal(await jobStart({}), undefined);
  await writeFile(event, '{}');
  const started = new Date('2026-03-01T02:14:09Z');
  await utimes(event, started, started);
  assert.deepEqual(await jobStart({ GITHUB_EVENT_PATH: event }), started);
});
