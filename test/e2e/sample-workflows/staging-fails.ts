import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WithSample } from '../sample-climb.ts';
import { errorOf, jobsOf, noticesOf, stepsOf, summaryOf } from '../sample-run.ts';
import { assertUntouched } from './untouched.ts';

const rehearsal = '1 of 1: Rehearse on staging';
const untouched = String.raw`> \[!CAUTION\]\n> \*\*Production was not touched by this step; it was last seen on 1\.0\.2 on \d+ \w+ \d{4} \d\d:\d\d UTC\.\*\* `;

/** Failures on staging are what the rehearsal is for: production is not touched, and nothing after it starts. */
export function failuresOnStaging(withSample: WithSample): void {
  test(
    'a failing smoke test on staging, then a failing migration: neither this hop nor the one behind it reaches production',
    withSample(async (sample) => {
      await sample.staging.faults('smoke-fails@1.1.4');
      const run = await sample.run({ target: '1.2' });
      assert.equal(run.exitCode, 1);
      // GitHub would not start the second leg, act does: the step has to find out by itself.
      assert.deepEqual(jobsOf(run), [
        'Plan: success',
        '1 of 2: Read production: success',
        '1 of 2: Rehearse on staging: failure',
        '2 of 2: Read production: success',
      ]);
      assert.deepEqual(stepsOf(run, '2 of 2: Read production'), ['Check that production is healthy on 1.1.4: waiting']);
      assert.ok(
        noticesOf(run).some((text) =>
          text.startsWith('Production runs 1.0.2, which comes earlier on the path than 1.1.4.'),
        ),
      );
      assert.match(
        errorOf(run).message,
        /^1\.1\.4 on staging did not pass its smoke tests: "every record can be read": /,
      );
      assert.match(
        errorOf(run).message,
        /What to do: Fix the cause, then start a new run: it rehearses again\. If a test itself is wrong, correct it in the configuration and start a new run: tests are not part of what was approved\.$/,
      );
      const summary = summaryOf(run, '1 of 2: Rehearse on staging');
      assert.match(summary, new RegExp(`${untouched}Fix the cause, then start a new run`));
      assert.match(summary, /\*\*The rehearsal does not count\*\*: smoke failed on staging\./);
      assert.match(summary, /There is nothing to approve before the rehearsal has passed\./);
      await assertUntouched(sample);

      await sample.staging.faults('migration-fails');
      const again = await sample.run({ target: '1.1' });
      assert.deepEqual(stepsOf(again, rehearsal).slice(0, 1), [
        'Restore the backup on staging, compare, scrub: passed',
      ]);
      assert.equal((await sample.backups()).length, 2, 'rehearsed on data as they are now, not as they were');
      assert.equal(again.exitCode, 1);
      assert.deepEqual(jobsOf(again), ['Plan: success', '1 of 1: Read production: success', `${rehearsal}: failure`]);
      assert.deepEqual(stepsOf(again, rehearsal).slice(-3), [
        'Deploy 1.1.4 again: passed',
        'Start the migrations: failed',
        'Report what was proved: waiting',
      ]);
      assert.equal(
        errorOf(again).message,
        'The migration v1 split-labels of 1.1.4 has failed: the disk is full (it was told to fail).\n' +
          'The rehearsal found this before production was affected.\n' +
          'What to do: Fix its cause, then start a new run: it rehearses again.',
      );
      assert.match(summaryOf(again, rehearsal), new RegExp(`${untouched}Fix its cause, then start a new run`));
      await assertUntouched(sample);
    }),
  );

  test(
    'a server that never starts on staging',
    withSample(async (sample) => {
      await sample.staging.faults('start-hangs@1.1.4');
      await sample.configure('start-timeout: 20s');
      const run = await sample.run({ target: '1.1' });
      assert.equal(run.exitCode, 1);
      assert.deepEqual(jobsOf(run), ['Plan: success', '1 of 1: Read production: success', `${rehearsal}: failure`]);
      assert.deepEqual(stepsOf(run, rehearsal).slice(-2), [
        'Deploy 1.1.4 with its migrations deferred: failed',
        'Report what was proved: waiting',
      ]);
      assert.match(
        errorOf(run).message,
        /^1\.1\.4 was deployed on staging, but after 20 s it does not answer \(.*ECONNREFUSED/,
      );
      assert.match(errorOf(run).message, /What to do: Look at the server's log\. Production was not touched\.$/);
      assert.match(summaryOf(run, rehearsal), new RegExp(`${untouched}Look at the server's log\\.`));
      await assertUntouched(sample);
    }),
  );
}
