import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SampleClimb, WithSample } from '../sample-climb.ts';
import { annotationsOf, errorOf, jobsOf, outputsOf, stepsOf, summaryOf } from '../sample-run.ts';

const labels = ['1.2.1', '1.3.1', '2.0.1', '2.1.3'] as const;
const start = { ran: ['1.0.2', '1.1.4', '1.2.1'], records: 60 } as const;
const hops = labels.slice(1).map((to, index) => `${labels[index]}--${to}`);
const jobs = ['Read production', 'Rehearse on staging', 'Promote to production', 'Migrate production'];

export function wholePath(withSample: WithSample): void {
  test(
    'from 1.2.1 to 2.1.3 in three hops, each rehearsed, then promoted; then there is nothing left to do',
    withSample(async (sample) => {
      const run = await sample.run({ acknowledge: 'readers-of-place' });
      assert.equal(run.exitCode, 0, JSON.stringify(annotationsOf(run)));
      assert.deepEqual(annotationsOf(run), []);
      assert.deepEqual(jobsOf(run), [
        'Plan: success',
        ...hops.flatMap((_, index) => jobs.map((job) => `${index + 1} of 3: ${job}: success`)),
        'Report: success',
      ]);
      await everyStepOfAHopIsToBeSeen();
      await thePlanSaysWhatIsComing();
      await peopleReadBeforeTheyApprove();
      await theReportSaysThatItIsComplete();
      await theJournalHasEachHopInItsOrder(sample);
      const upgraded = { version: '2.1.3', healthy: true, migrations: 'done', records: { count: 60, damaged: 0 } };
      assert.deepEqual(await sample.production.seen(), upgraded);
      assert.deepEqual(await sample.staging.seen(), upgraded);
      assert.equal((await sample.backups()).length, 6, 'one to rehearse on and one to go back to, for each hop');

      await aSecondRunDoesNothing(sample);
      await theWayBackIsClosed(sample);

      function everyStepOfAHopIsToBeSeen(): void {
        assert.deepEqual(stepsOf(run, '1 of 3: Read production'), [
          'Check that production is healthy on 1.2.1: passed',
          'Back up production for the rehearsal: passed',
        ]);
        assert.deepEqual(stepsOf(run, '1 of 3: Rehearse on staging'), [
          'Restore the backup on staging, compare, scrub: passed',
          'Deploy 1.2.1 on the restored copy: passed',
          'Smoke test 1.2.1: passed',
          'Deploy 1.3.1 with its migrations deferred: passed',
          'Smoke test 1.3.1 before its migrations: passed',
          'Go back to 1.2.1, as a rollback would: passed',
          'Smoke test 1.2.1 after the way back: passed',
          'Deploy 1.3.1 again: passed',
          'Start the migrations: passed',
          'Wait for the migrations: passed',
          'Smoke test 1.3.1 after its migrations: passed',
          'Report what was proved: passed',
        ]);
        assert.deepEqual(stepsOf(run, '1 of 3: Promote to production'), [
          'Check production again: passed',
          'Take the restore point: passed',
          'Deploy 1.3.1 with its migrations deferred: passed',
          'Wait until 1.3.1 is serving: passed',
          'Smoke test 1.3.1: passed',
          'Report the state of production: passed',
        ]);
        assert.deepEqual(stepsOf(run, '1 of 3: Migrate production'), [
          'Start the migrations: the point of no return: passed',
          'Wait for the migrations: passed',
          'Smoke test 1.3.1 after its migrations: passed',
          'Report the state of production: passed',
        ]);
      }

      function thePlanSaysWhatIsComing(): void {
        const { hops: matrix = '', ...outputs } = outputsOf(run, 'Plan', 'plan');
        assert.deepEqual(
          JSON.parse(matrix).map(({ id }: { id: string }) => id),
          hops,
        );
        assert.equal(outputs.count, '3');
        assert.equal(outputs.current, '1.2.1');
        assert.equal(outputs.target, '2.1.3');
        const summary = summaryOf(run, 'Plan');
        assert.match(summary, /6 approvals/);
        assert.match(summary, /1\.2\.2 was withdrawn: It stores new records without their notes\./);
        assert.match(summary, /- \[x\] .*readers-of-place.*: Change every program/);
      }

      function peopleReadBeforeTheyApprove(): void {
        const { hops: matrix = '' } = outputsOf(run, 'Plan', 'plan');
        const before = summaryOf(run, '2 of 3: Rehearse on staging');
        assert.match(
          before,
          /\*\*The rehearsal passed\*\*: .* worked on production's data of \d+ \w+ \d\d:\d\d UTC, .*\n\n\| step .*\n.*\n.*\n\| \*\*Restore compared\*\* \| ✔ equal: \d tables, \d+ rows/,
        );
        assert.match(
          before,
          /\| staging \| deployed: 2\.0\.1, migrations deferred, down for .* \| \d/,
          'how long the steps took',
        );
        assert.match(before, /<summary>Why this hop<\/summary>\n\n- .*would skip 2\.0/);
        assert.match(before, /### To do by hand\n\n- \[x\] readers-of-place: /);
        assert.match(
          before,
          /### If you approve\n\nProduction is checked again, a restore point is taken, and 2\.0\.1 is deployed/,
        );
        assert.match(
          before,
          /### Going back\n\nUntil the migrations are started, nothing has to be restored: to go back, run the workflow "Rollback" with the hop 1\.3\.1--2\.0\.1/,
        );
        assert.ok(before.includes(`Digest of what is approved: \`${JSON.parse(matrix)[1].digest}\``));

        const gate = summaryOf(run, '2 of 3: Promote to production');
        assert.match(
          gate,
          /### If you approve\n\nThe migrations of 2\.0\.1 are started on production.*\n\n(- .*\n)*- \*\*Undoing it\*\*: This is the point of no return/,
        );
        assert.match(
          gate,
          /means restoring the restore point, which loses everything written after \d+ \w+ \d\d:\d\d:\d\d UTC/,
        );
        assert.doesNotMatch(summaryOf(run, '2 of 3: Migrate production'), /If you approve/);
      }

      function theReportSaysThatItIsComplete(): void {
        const { result, complete, current, headline } = outputsOf(run, 'Report', 'report');
        assert.deepEqual(
          { result, complete, current, headline },
          { result: 'passed', complete: 'true', current: '2.1.3', headline: 'upgraded 1.2.1 → 2.1.3 in 3 hops' },
        );
        const summary = summaryOf(run, 'Report');
        assert.match(
          summary,
          /^# 1\.2\.1 → 2\.1\.3\n\n✔ \*\*The path is complete\.\*\* Nothing is left to do\.\n\n- \*\*Production\*\*: runs 2\.1\.3, serving, no migration left, observed/,
        );
        assert.equal(summary.match(/\| ✔ complete, /g)?.length, 3);
      }
    }, start),
  );
}

/** A rehearsal proves a hop beforehand: the hop is deployed on production after it and after a restore point. */
async function theJournalHasEachHopInItsOrder(sample: SampleClimb): Promise<void> {
  const journal = await sample.journal();
  for (const hop of hops) {
    const order = [
      `checked ${hop} on production`,
      `restored ${hop} on staging`,
      `rehearsed ${hop}`,
      `: restore-point `,
      `deploying ${hop} on production`,
      `migrating ${hop} on production`,
      `completed ${hop}`,
    ];
    const places = order.map((part) => journal.findIndex((line) => line.includes(part) && line.includes(hop)));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      `${hop}: ${journal.join('\n')}`,
    );
    assert.ok(!places.includes(-1), `${hop}: ${order[places.indexOf(-1)]}`);
  }
}

async function aSecondRunDoesNothing(sample: SampleClimb): Promise<void> {
  const journal = await sample.journal();
  const running = await readFile(join(sample.production.folder, 'server.pid'), 'utf8');
  const run = await sample.run({ acknowledge: 'readers-of-place' });
  assert.equal(run.exitCode, 0, run.stderr);
  assert.deepEqual(jobsOf(run), ['Plan: success', 'Report: success']);
  const { result, count, headline } = outputsOf(run, 'Plan', 'plan');
  assert.deepEqual({ result, count }, { result: 'skipped', count: '0' });
  assert.match(headline ?? '', /2\.1\.3/);
  assert.match(summaryOf(run, 'Plan'), /nothing/i);
  assert.equal(outputsOf(run, 'Report', 'report').complete, 'true');
  assert.deepEqual(await sample.journal(), journal);
  assert.equal(await readFile(join(sample.production.folder, 'server.pid'), 'utf8'), running);
}

/** After the point of no return only a restore goes back, and only when a person has read what it loses. */
async function theWayBackIsClosed(sample: SampleClimb): Promise<void> {
  const before = await sample.production.seen();
  const refused = await sample.run({ hop: '2.0.1--2.1.3' }, 'rollback.yml');
  assert.equal(refused.exitCode, 1);
  const error = errorOf(refused);
  assert.equal(error.properties.title, 'Refused: nothing was done');
  assert.match(error.message, /2\.0\.1 must not simply be deployed again: the migrations of 2\.1\.3 were started/);
  assert.match(error.message, /that loses everything written after \d+ \w+ \d{4} \d\d:\d\d:\d\d UTC\./);
  assert.match(error.message, /start the workflow "Rollback" again with the hop's id typed/);
  assert.match(
    summaryOf(refused, 'Go back on production'),
    /\*\*Production runs 2\.1\.3 on data of 2\.1\.3, serving: yes\.\*\*/,
  );
  assert.deepEqual(await sample.production.seen(), before);
  assert.deepEqual(await sample.artifacts(), [
    'staged-upgrade-diagnostics-2.0.1--2.1.3.md',
    'staged-upgrade-report.html',
  ]);

  const restored = await sample.run({ hop: '2.0.1--2.1.3', confirm: '2.0.1--2.1.3' }, 'rollback.yml');
  assert.equal(restored.exitCode, 0, JSON.stringify(annotationsOf(restored)));
  assert.match(
    outputsOf(restored, 'Go back on production', 'rollback').headline ?? '',
    /^Went back from 2\.1\.3 to 2\.0\.1 on production in .*; 2\.0\.1 passed \d smoke tests?; the restore point was restored\.$/,
  );
  assert.deepEqual(await sample.production.seen(), { ...before, version: '2.0.1' });
}
