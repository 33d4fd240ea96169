import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import type { SampleClimb, WithSample } from '../sample-climb.ts';
import { annotationsOf, errorOf, jobsOf, outputsOf, stepsOf, summaryOf } from '../sample-run.ts';

const records = { count: 60, damaged: 0 };

/** What the rehearsal could not find: production keeps serving, or the message says how to roll back, and that works. */
export function failuresOnProduction(withSample: WithSample): void {
  test(
    'a migration that fails only on production: it serves on, and the next run starts the migration once more',
    withSample(async (sample) => {
      await sample.production.faults('migration-fails');
      const run = await sample.run({ target: '1.1' });
      assert.equal(run.exitCode, 1);
      assert.equal(jobsOf(run).at(-1), '1 of 1: Migrate production: failure');
      assert.deepEqual(stepsOf(run, '1 of 1: Migrate production'), [
        'Start the migrations: the point of no return: failed',
        'Report the state of production: waiting',
      ]);
      const next =
        'Fix its cause. Then retry it: run the workflow "Upgrade" with "retry" ticked, or in a terminal: staged-upgrade climb --retry, or staged-upgrade migrate --hop 1.0.2--1.1.4 --environment production --retry. What vendor support will ask for is in staged-upgrade-diagnostics-1.0.2--1.1.4.md, an artifact of this run.';
      assert.equal(
        errorOf(run).message,
        'The migration v1 split-labels of 1.1.4 has failed: the disk is full (it was told to fail).\n' +
          `Later migrations wait for it; the next hop is blocked. Health checks can still pass. It is restarted only when somebody asks for it.\nWhat to do: ${next}`,
      );
      const summary = summaryOf(run, '1 of 1: Migrate production');
      assert.ok(
        summary.includes(
          `> [!CAUTION]\n> **Production runs 1.1.4 on data whose migration to 1.1.4 was started, serving: yes.** ${next}\n`,
        ),
        summary,
      );
      assert.match(
        summary,
        /The rollback window is closed: only a restore goes back\. Restoring the restore point loses everything written after \d+ \w+ \d\d:\d\d:\d\d UTC/,
      );
      assert.doesNotMatch(summary, /If you approve/);
      assert.deepEqual(await sample.production.seen(), {
        version: '1.1.4',
        healthy: true,
        migrations: 'failed',
        records,
      });
      await theReportOfAFailedRun(sample);

      await sample.production.faults('');
      const again = await sample.run({ target: '1.1', retry: 'true' });
      assert.equal(again.exitCode, 0, JSON.stringify(annotationsOf(again)));
      assert.equal(outputsOf(again, 'Report', 'report').complete, 'true');
      assert.deepEqual(await sample.production.seen(), {
        version: '1.1.4',
        healthy: true,
        migrations: 'done',
        records,
      });
      const deploys = (await sample.journal()).filter((line) => line.includes('deploying 1.0.2--1.1.4 on production'));
      assert.equal(deploys.length, 1, 'what had been done was not done again');
    }),
  );

  test(
    'a server that never starts on production: the way back is named, and works',
    withSample(async (sample) => {
      await sample.production.faults('start-hangs@1.1.4');
      await sample.configure('start-timeout: 20s');
      const run = await sample.run({ target: '1.1' });
      assert.equal(run.exitCode, 1);
      assert.deepEqual(stepsOf(run, '1 of 1: Promote to production'), [
        'Check production again: passed',
        'Take the restore point: passed',
        'Deploy 1.1.4 with its migrations deferred: failed',
        'Report the state of production: waiting',
      ]);
      assert.match(errorOf(run).message, /^1\.1\.4 was deployed on production, but after 20 s it does not answer/);
      assert.match(errorOf(run).message, /To go back, run the workflow "Rollback" with the hop 1\.0\.2--1\.1\.4, or/);
      const summary = summaryOf(run, '1 of 1: Promote to production');
      assert.match(
        summary,
        /> \*\*Production runs something that does not answer .* on data of 1\.0\.2, serving: unknown/,
      );
      assert.match(
        summary,
        /It is not known whether migrations of 1\.1\.4 have started, since it was not seen after its deploy/,
      );
      assert.doesNotMatch(summary, /nothing is lost|nothing has to be restored/);

      const rollback = { hop: '1.0.2--1.1.4', reason: 'It does not start.' };
      const asked = await sample.run(rollback, 'rollback.yml');
      assert.equal(asked.exitCode, 1);
      assert.match(errorOf(asked).message, /^Nothing shows whether migrations of 1\.1\.4 have started/);
      const back = await sample.run({ ...rollback, confirm: 'not-migrated-1.0.2--1.1.4' }, 'rollback.yml');
      assert.equal(back.exitCode, 0, JSON.stringify(annotationsOf(back)));
      assert.match(
        outputsOf(back, 'Go back on production', 'rollback').headline ?? '',
        /^Went back from 1\.1\.4 to 1\.0\.2 on production in .*; 1\.0\.2 passed \d smoke tests?; nothing was restored, and nothing shows whether migrations had started\.$/,
      );
      assert.match(
        summaryOf(back, 'Go back on production'),
        /\*\*Rolled back\*\* \d+ \w+ \d\d:\d\d UTC, just now: 1\.0\.2 was deployed on production again\./,
      );
      assert.deepEqual(await sample.production.seen(), {
        version: '1.0.2',
        healthy: true,
        migrations: 'done',
        records,
      });
    }),
  );
}

/** act never runs what comes after a failed call, so a job that fails replaces the call: the rest is as it is. */
async function theReportOfAFailedRun(sample: SampleClimb): Promise<void> {
  const upgrade = parseDocument(await sample.read('workflows/upgrade.yml'));
  upgrade.setIn(
    ['jobs', 'hop'],
    upgrade.createNode({ needs: 'plan', 'runs-on': 'self-hosted', steps: [{ run: 'exit 1' }] }),
  );
  await sample.edit('workflows/failed.yml', () => upgrade.toString());
  const run = await sample.run({ target: '1.1' }, 'failed.yml');
  assert.deepEqual(jobsOf(run), ['Plan: success', 'hop: failure', 'Report: success']);
  assert.equal(outputsOf(run, 'Report', 'report').complete, 'false');
  assert.match(
    summaryOf(run, 'Report'),
    /^# 1\.0\.2 → 1\.1\.4\n\n\*\*The path is not complete\.\*\* Fix its cause\. Then retry it: run the workflow "Upgrade" with "retry" ticked, .* Or, to go back, run .*\n\n- \*\*Production\*\*: runs 1\.1\.4, serving/,
  );
  assert.match(summaryOf(run, 'Report'), /\| half done on production/);
}
