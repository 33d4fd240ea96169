import assert from 'node:assert/strict';
import type { SampleClimb } from '../sample-climb.ts';

/** Production is what it was, serves what it served, and nothing was even started on it. */
export async function assertUntouched(sample: SampleClimb): Promise<void> {
  assert.deepEqual(await sample.production.seen(), {
    version: '1.0.2',
    healthy: true,
    migrations: 'done',
    records: { count: 60, damaged: 0 },
  });
  const touching = /(deploying|deployed|migrating|rolling back) \S+ on production|: restore-point /;
  assert.deepEqual(
    (await sample.journal()).filter((line) => touching.test(line)),
    [],
  );
}
