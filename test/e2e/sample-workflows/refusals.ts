import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { WithSample } from '../sample-climb.ts';
import { errorOf, jobsOf, noticesOf, outputsOf, stepsOf, summaryOf } from '../sample-run.ts';
import { assertUntouched } from './untouched.ts';

const oneLeg = `
name: One leg
on: { workflow_dispatch: { inputs: { hop: { type: string } } } }
jobs:
  leg:
    uses: ./.github/workflows/hop.yml
    with: { hop: "\${{ inputs.hop }}" }
    secrets: inherit
`;

/** None of them comes as far as staging. */
const usualUnmarked = { ran: ['1.0.2'], records: 60, isMarked: false } as const;

/** What cannot be right is refused before anything is done. */
export function refusals(withSample: WithSample): void {
  test(
    'a leg out of order waits for the ones before it',
    withSample(async (sample) => {
      const plan = await sample.run({ operation: 'plan' });
      assert.deepEqual(jobsOf(plan), ['Plan: success']);
      const hops = z
        .array(z.looseObject({ id: z.string() }))
        .parse(JSON.parse(outputsOf(plan, 'Plan', 'plan').hops ?? ''));
      assert.equal(hops[2]?.id, '1.2.1--1.3.1');
      await sample.edit('workflows/leg.yml', () => oneLeg);
      const leg = await sample.run({ hop: JSON.stringify(hops[2]) }, 'leg.yml');
      assert.deepEqual(jobsOf(leg), ['Hop/Read production: success'], leg.stderr);
      assert.deepEqual(noticesOf(leg), [
        'Production runs 1.0.2, which comes earlier on the path than 1.2.1.\n' +
          'This hop was not started; an earlier hop is not finished yet.\n' +
          'What to do: Finish the earlier hop; a new run then continues here on its own. ' +
          'New run: https://github.com/acme/records/actions (choose the workflow, then "Run workflow")',
      ]);
      await assertUntouched(sample);
      assert.deepEqual(await sample.backups(), []);
    }, usualUnmarked),
  );

  test(
    'a preflight lists what is missing in both environments, and changes nothing',
    withSample(async (sample) => {
      const run = await sample.run({ operation: 'preflight' });
      assert.deepEqual(jobsOf(run), [
        'Plan: success',
        'Preflight of production: failure',
        'Preflight of staging: failure',
      ]);
      const production = summaryOf(run, 'Preflight of production');
      assert.match(production, /To be corrected[\s\S]*readers-of-place/);
      assert.match(production, /environment staging.*It was not checked/);
      const staging = summaryOf(run, 'Preflight of staging');
      assert.match(staging, /To be corrected[\s\S]*The database of staging .* is not marked as disposable/);
      await assertUntouched(sample);
      assert.deepEqual(await sample.backups(), []);
    }, usualUnmarked),
  );

  test(
    'a hop whose manual step nobody has acknowledged is refused before anything is done',
    withSample(
      async (sample) => {
        const before = await sample.production.seen();
        const run = await sample.run({ target: '2.0' });
        assert.equal(run.exitCode, 1);
        assert.deepEqual(jobsOf(run), ['Plan: success', '1 of 1: Read production: failure']);
        assert.match(summaryOf(run, 'Plan'), /- \[ \] .*readers-of-place.*: Change every program/);
        const error = errorOf(run);
        assert.equal(error.properties.title, 'Refused: nothing was done');
        assert.match(
          error.message,
          /^Hop 1\.3\.1--2\.0\.1 needs a person first: readers-of-place \(Change every program/,
        );
        assert.match(
          error.message,
          /What to do: Do it, then start a new run with "readers-of-place" as its input "acknowledge"/,
        );
        assert.match(
          summaryOf(run, '1 of 1: Read production'),
          /^> \[!CAUTION\]\n> \*\*Production runs 1\.3\.1 on data of 1\.3\.1, serving: yes\.\*\* Do it, then/,
        );
        assert.deepEqual(await sample.backups(), []);
        assert.deepEqual(await sample.production.seen(), before);
        assert.equal((await sample.staging.seen()).version, undefined);
      },
      { ran: ['1.0.2', '1.1.4', '1.2.1', '1.3.1'], records: 20, isMarked: false },
    ),
  );

  test(
    'an environment that asks nobody lets nothing through to production',
    withSample(async (sample) => {
      for (const repository of sample.github.world.repositories ?? []) {
        for (const environment of repository.environments ?? []) environment.reviewers = [];
      }
      const run = await sample.run({ target: '1.1' });
      assert.equal(run.exitCode, 1);
      assert.match(
        errorOf(run).message,
        /^The GitHub environment "production" lets jobs start without anybody's approval/,
      );
      assert.ok(sample.github.requests.length <= 10, `${sample.github.requests.length} requests`);
      await assertUntouched(sample);
    }),
  );

  test(
    'a mistake in the configuration is shown where it stands',
    withSample(async (sample) => {
      await sample.edit('staged-upgrade.yml', (text) => text.replace('data: { sqlite:', 'data: { sqlit:'));
      const run = await sample.run({ target: '1.1' });
      assert.equal(run.exitCode, 1);
      assert.deepEqual(jobsOf(run), ['Plan: failure']);
      assert.deepEqual(stepsOf(run, 'Plan'), ['Plan the path from what production runs: failed']);
      const { properties, message } = errorOf(run);
      const line =
        (await sample.read('staged-upgrade.yml')).split('\n').findIndex((text) => text.includes('sqlit:')) + 1;
      assert.equal(properties.title, 'Something to correct');
      assert.equal(properties.file, '.github/staged-upgrade.yml');
      assert.equal(properties.line, String(line));
      assert.match(message, /Unknown kind "sqlit"\.\n.*Accepted: sqlite, postgres.*\n.*did you mean "sqlite"\?/);
    }, usualUnmarked),
  );
}
