import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, migrationJobs, readJobs } from '../../../src/drivers/probes/migration-jobs.ts';

const settings = migrationJobs.parse({
  list: 'jobs',
  id: 'id',
  migration: 'of',
  state: { at: 'is', queued: ['accepted'], running: ['active'], failed: ['error'], done: ['completed', 'cancelled'] },
});
type Job = readonly [of: string, is: string];

function seen(kind: 'done' | 'pending', ...jobs: readonly Job[]) {
  const list = jobs.map(([of, is], index) => ({ id: `job-${index}`, of, is }));
  const read = readJobs(list, settings, 'http://server/jobs');
  assert.ok(read.kind === 'jobs');
  const status = kind === 'done' ? ({ kind, applied: 'm6' } as const) : ({ kind, next: 'm7', applied: 'm6' } as const);
  const { jobs: _, ...rest } = {
    jobs: undefined,
    ...joined({ kind: 'read', status, progress: undefined }, read, settings, 0),
  };
  return rest;
}

test('a job that is queued or running is named, although the older release that answers reports nothing pending', () => {
  for (const state of ['accepted', 'active'])
    assert.deepEqual(seen('done', ['m7', state]), { kind: 'running', current: 'm7', applied: 'm6' });
  assert.deepEqual(seen('done', ['m6', 'completed'], ['m8', 'accepted']), {
    kind: 'running',
    current: 'm8',
    applied: 'm6',
  });
});

test('a job is over if a newer one of the same migration follows', () => {
  assert.deepEqual(seen('done', ['m7', 'completed'], ['m7', 'active']), { kind: 'done', applied: 'm6' });
  assert.deepEqual(seen('done', ['m6', 'cancelled']), { kind: 'done', applied: 'm6' });
});
