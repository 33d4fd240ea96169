import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { assertNoCanary } from '../support/canary.ts';
import { missingPostgres } from '../support/postgres.ts';
import { need } from '../support/tools.ts';
import { allWell, exampleWorkflows, withoutStaging } from './example-workflows.ts';
import { createMoveWorld, nothingIsLost } from './postgres-major-world.ts';
import { annotationsOf, jobsOf, stepsOf, summaryOf } from './sample-run.ts';

/* The same move by the workflows that `init` writes, as a runner runs them. */

const act = need('act');
const skip = act.skip || (await missingPostgres()) || false;
const hops = ['old--second', 'second--replicated', 'replicated--switched', 'switched--removed'];

test('the workflows move a database in stages without a staging', { skip, timeout: 2_700_000 }, async (t) => {
  const ends: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const end of ends.toReversed()) await end();
  });
  const world = await createMoveWorld((end) => ends.push(end));
  const { staged, repository, variables } = world;
  const workflows = await exampleWorkflows({ after: (end) => ends.push(end) }, { repository, staged, variables });
  const run = await workflows.run({ acknowledge: 'new-server-started,new-backups-restored' });
  assert.equal(run.exitCode, 0, `${JSON.stringify(annotationsOf(run))}\n${run.stderr}`);
  assert.deepEqual(jobsOf(run), allWell(...hops.map(() => withoutStaging)));
  assert.deepEqual(stepsOf(run, '3 of 4: Promote to production'), [
    'Check production again: passed',
    'Deploy switched: passed',
    'Wait until switched is serving: passed',
    'Smoke test switched: passed',
    'Report the state of production: passed',
  ]);
  const plan = summaryOf(run, 'Plan');
  assert.match(plan, /waives staging/);
  await nothingIsLost(world, 'young');
  assert.deepEqual(await world.old.sql('postgres', "SELECT FROM pg_database WHERE datname = 'records'"), []);
  await assertNoCanary([world.password, workflows.token], {
    folders: [workflows.folder, join(dirname(workflows.folder), 'home')],
    texts: { 'what the run showed': run.shown + run.stderr },
  });
});
