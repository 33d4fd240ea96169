import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { ActRun } from '../../support/act.ts';
import type { SampleClimb, WithSample } from '../sample-climb.ts';
import { annotationsOf, jobsOf, noticesOf, outputsOf, stepsOf, summaryOf } from '../sample-run.ts';

const records = { count: 60, damaged: 0 };

/** A long migration is not a failure: the run ends, and a new one continues from what it observes. */
export function waits(withSample: WithSample): void {
  test(
    'a wait whose budget ends, and the scheduled run that continues from there',
    withSample(async (sample) => {
      const nothing = await sample.runBySchedule();
      assert.deepEqual(jobsOf(nothing), ['Plan: success'], 'what nobody has started is not started by itself');
      assert.equal(outputsOf(nothing, 'Plan', 'plan').headline, 'Nothing to continue. Nobody has started a climb yet.');
      await sample.production.faults('migrations-crawl=600000');
      await sample.configure('budget: 20s');
      const run = await sample.run({ target: '1.1' });
      assert.equal(run.exitCode, 0, 'nobody is called when there is nothing to do');
      assert.deepEqual(
        annotationsOf(run).filter(({ level }) => level !== 'notice'),
        [],
      );
      assert.deepEqual(stepsOf(run, '1 of 1: Migrate production'), [
        'Start the migrations: the point of no return: waiting',
        'Report the state of production: waiting',
      ]);
      assert.match(
        noticesOf(run)[0] ?? '',
        /^After 20\.0 s the migration v1 split-labels is still running \(\d+ of 60\)\.\nNothing failed: .*\nWhat to do: Start a new run later, which continues to watch/,
      );
      assert.match(
        summaryOf(run, '1 of 1: Migrate production'),
        /> \[!NOTE\]\n> \*\*Production runs 1\.1\.4 on data whose migration to 1\.1\.4 was started, serving: yes\.\*\* Start a new run later/,
      );
      assert.equal(jobsOf(run).at(-1), 'Report: success');
      assert.equal(outputsOf(run, 'Report', 'report').complete, 'false');
      assert.deepEqual(await sample.production.seen(), {
        version: '1.1.4',
        healthy: true,
        migrations: 'running',
        records,
      });

      await sample.production.faults('');
      const again = await sample.runBySchedule();
      assert.equal(again.exitCode, 0, again.stderr);
      assert.deepEqual(annotationsOf(again), []);
      assert.deepEqual(
        jobsOf(again).filter((job) => job.startsWith('1 of 1')),
        ['Read production', 'Rehearse on staging', 'Promote to production'].map((job) => `1 of 1: ${job}: success`),
        'its migrations were started and are watched to their end, so nothing is left to approve',
      );
      const rehearsal = stepsOf(again, '1 of 1: Rehearse on staging').slice(0, -1);
      assert.ok(
        rehearsal.every((step) => step.endsWith(': skipped')),
        `What was rehearsed was rehearsed again: ${rehearsal.join('\n')}`,
      );
      const { complete, headline } = outputsOf(again, 'Report', 'report');
      assert.deepEqual({ complete, headline }, { complete: 'true', headline: 'upgraded 1.0.2 → 1.1.4 in 1 hop' });
      assert.deepEqual(await sample.production.seen(), {
        version: '1.1.4',
        healthy: true,
        migrations: 'done',
        records,
      });
      const journal = await sample.journal();
      for (const once of ['deploying 1.0.2--1.1.4 on production', 'restored 1.0.2--1.1.4 on staging']) {
        assert.equal(journal.filter((line) => line.includes(once)).length, 1, once);
      }
      const over = await sample.runBySchedule();
      assert.deepEqual(jobsOf(over), ['Plan: success']);
      assert.match(outputsOf(over, 'Plan', 'plan').headline ?? '', /The climb to 1\.1\.4 is complete\.$/);
    }, scheduled),
  );

  test(
    'gates that a person opens by starting the workflow again, each with a confirmation of its own',
    withSample(async (sample) => {
      const [, asked] = await waitsFor(sample, {}, 'Promote to production', /the promotion of hop 1\.0\.2--1\.1\.4/);
      assert.deepEqual(await sample.production.seen(), {
        version: '1.0.2',
        healthy: true,
        migrations: 'done',
        records,
      });
      const [confirmed, last] = await waitsFor(
        sample,
        { confirm: asked },
        'Migrate production',
        /the migrations of hop 1\.0\.2--1\.1\.4/,
      );
      assert.ok(jobsOf(confirmed).includes('1 of 1: Promote to production: success'));
      assert.match(last, /^finalize-/);
      assert.notEqual(last, `finalize-${asked}`, 'what opens one gate does not tell what opens the other');
      assert.equal((await sample.production.seen()).migrations, 'pending');

      const end = await sample.run({ target: '1.1', confirm: last });
      assert.equal(outputsOf(end, 'Report', 'report').complete, 'true', end.stderr);
      const approvals = (await sample.journal()).filter((line) => line.includes('approved'));
      assert.deepEqual(
        approvals.map((line) => /\(dispatch, \w+\)/.exec(line)?.[0]),
        ['(dispatch, production)', '(dispatch, finalize)'],
      );
      // GitHub is asked for the time, without a credential.
      const asking = sample.github.requests.filter((request) => !isOfTime(request));
      assert.deepEqual(asking, [], 'no reviewer is asked for');
    }, dispatched),
  );
}

const scheduled = { ran: ['1.0.2'], records: 60, flags: ['--schedule', '17 * * * *'] } as const;
const dispatched = { ran: ['1.0.2'], records: 60, gates: 'dispatch' } as const;

/** Runs until a gate; resolves with what has to be typed to open it. */
async function waitsFor(
  sample: SampleClimb,
  inputs: Readonly<Record<string, string>>,
  job: string,
  what: RegExp,
): Promise<readonly [ActRun, string]> {
  const run = await sample.run({ target: '1.1', ...inputs });
  assert.equal(run.exitCode, 0, run.stderr);
  assert.equal(outputsOf(run, 'Report', 'report').complete, 'false');
  const said = summaryOf(run, `1 of 1: ${job}`);
  assert.match(said, what);
  const digits = /"confirm" set to: ((?:finalize-)?[0-9a-f]{12})/.exec(noticesOf(run).join())?.[1];
  assert.ok(digits !== undefined, `What is to be typed is not said: ${noticesOf(run).join()}`);
  return [run, digits];
}

const ofTime = { method: 'GET', path: '/rate_limit', status: 200, isCounted: false, isAuthorized: false };

function isOfTime(request: unknown): boolean {
  return isDeepStrictEqual(request, ofTime);
}
