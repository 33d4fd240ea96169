import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WithSample } from '../sample-climb.ts';
import { annotationsOf, jobsOf, outputsOf, stepsOf, summaryOf } from '../sample-run.ts';

const records = { count: 60, damaged: 0 };

/** The whole path on staging, from one restore, before production is touched at all. */
export function rehearsals(withSample: WithSample): void {
  test(
    'the whole path is rehearsed on staging alone, and the climb after it counts on that',
    withSample(async (sample) => {
      const rehearsal = await sample.run({ target: '1.2', operation: 'rehearse' });
      assert.equal(rehearsal.exitCode, 0, rehearsal.stderr);
      assert.deepEqual(jobsOf(rehearsal), [
        'Plan: success',
        'Read production: success',
        'Rehearse the whole path on staging: success',
      ]);
      assert.deepEqual(annotationsOf(rehearsal), []);
      const { result, headline } = outputsOf(rehearsal, 'Rehearse the whole path on staging', 'rehearse');
      assert.equal(result, 'passed');
      assert.match(headline ?? '', /^Rehearsed the whole path on staging, 2 hops in .*; production was not touched\.$/);
      const summary = summaryOf(rehearsal, 'Rehearse the whole path on staging');
      for (const hop of ['1.0.2 → 1.1.4', '1.1.4 → 1.2.1']) assert.ok(summary.includes(hop), hop);
      assert.equal(summary.match(/\*\*The rehearsal passed\*\*/g)?.length, 2);
      assert.deepEqual(await sample.production.seen(), {
        version: '1.0.2',
        healthy: true,
        migrations: 'done',
        records,
      });
      assert.equal((await sample.staging.seen()).version, '1.2.1');
      assert.equal((await sample.journal()).filter((line) => line.includes('restored')).length, 1, 'one restore');

      const climb = await sample.run({ target: '1.1' });
      assert.equal(outputsOf(climb, 'Report', 'report').complete, 'true', climb.stderr);
      const steps = stepsOf(climb, '1 of 1: Rehearse on staging').slice(0, -1);
      assert.ok(
        steps.every((step) => step.endsWith(': skipped')),
        `What was rehearsed was rehearsed again: ${steps.join('\n')}`,
      );
      assert.deepEqual(await sample.production.seen(), {
        version: '1.1.4',
        healthy: true,
        migrations: 'done',
        records,
      });
    }),
  );
}
