import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { createActRepository } from '../support/act.ts';
import { assertNoCanary, plainCanary } from '../support/canary.ts';
import { startGitHub } from '../support/github-api/server.ts';
import { missingPostgres } from '../support/postgres.ts';
import { need } from '../support/tools.ts';
import { action, actionsIn, exportSources, protectedBy } from './action-for-act.ts';
import { createMoveWorld, nothingIsLost, succeed } from './postgres-major-world.ts';
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
  const exported = await mkdtemp(join(tmpdir(), 'staged-upgrade-action-'));
  ends.push(() => rm(exported, { recursive: true, force: true }));
  await exportSources(exported);
  succeed(await world.staged('init', '--update', '--action', action));
  const token = plainCanary('GITHUB_TOKEN');
  const github = await startGitHub(protectedBy('release-engineer', token.value));
  ends.push(async () => github[Symbol.asyncDispose]());
  const repository = await createActRepository({
    act: act.path,
    contents: world.repository,
    // act's parser does not know that an environment can be used without a record of a deployment.
    edits: ['hop.yml', 'upgrade.yml', 'upgrade.yml'].map((file) => `${file}: environment: deployment: false removed`),
    actions: actionsIn(exported),
  });
  ends.push(() => repository.remove());
  const { APPLICATION_FILE = '', ...secrets } = world.variables;
  const artifacts = join(exported, 'artifacts');
  const run = await repository.run({
    workflow: 'upgrade.yml',
    inputs: { acknowledge: 'new-server-started,new-backups-restored' },
    variables: { APPLICATION_FILE },
    secrets: { ...secrets, GITHUB_TOKEN: token.value },
    environment: { GITHUB_API_URL: github.url, ARTIFACTS: artifacts },
    unmasked: true,
  });
  assert.equal(run.exitCode, 0, `${JSON.stringify(annotationsOf(run))}\n${run.stderr}`);
  assert.deepEqual(jobsOf(run), [
    'Plan: success',
    ...hops.flatMap((_, index) =>
      ['Read production', 'Promote to production'].map((job) => `${index + 1} of 4: ${job}: success`),
    ),
    'Report: success',
  ]);
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
  await assertNoCanary([world.password, token], {
    folders: [repository.folder, join(dirname(repository.folder), 'home')],
    texts: { 'what the run showed': run.shown + run.stderr },
  });
});
