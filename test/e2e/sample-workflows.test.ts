import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { need } from '../support/tools.ts';
import { sampleClimbs } from './sample-climb.ts';

const act = need('act');

describe('the workflows that init writes, in a real runner', { skip: act.skip }, () => {
  const withSample = sampleClimbs();

  test(
    'climb from 1.0.2 to 2.1.3, every hop rehearsed before it is promoted',
    withSample(async (sample) => {
      const run = await sample.run({ acknowledge: 'readers-of-place' });
      for (const job of run.jobs) {
        console.log(job.name, job.result);
        for (const s of job.steps)
          console.log(
            '   ',
            s.stage,
            s.id,
            s.name,
            s.result,
            s.milliseconds,
            JSON.stringify(s.annotations),
            s.outputs.headline,
          );
      }
      console.log(run.exitCode, run.stderr, await sample.production.seen(), (await sample.journal()).join('\n'));
      console.log(
        run.jobs
          .at(-1)
          ?.steps.map((s) => s.summary)
          .join(''),
      );
      assert.equal(run.exitCode, 0);
    }),
  );
});
