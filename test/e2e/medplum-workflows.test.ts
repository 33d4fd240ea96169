import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { createActRepository } from '../support/act.ts';
import { plainCanary } from '../support/canary.ts';
import { startGitHub } from '../support/github-api/server.ts';
import { missingPostgres } from '../support/postgres.ts';
import { need } from '../support/tools.ts';
import { action, actionsIn, exportSources, protectedBy } from './action-for-act.ts';
import { createMedplumWorld } from './medplum-world.ts';
import { annotationsOf, jobsOf, outputsOf, stepsOf, summaryOf } from './sample-run.ts';

const act = need('act');
const missing = act.skip === false ? ((await missingPostgres()) ?? false) : act.skip;

/** act's parser does not know that an environment can be used without a record of a deployment. */
const edits = [
  'hop.yml: environment: deployment: false removed',
  ...Array.from({ length: 4 }, () => 'upgrade.yml: environment: deployment: false removed'),
];

/** Two hops of the example's own workflows, with a new major, its work by hand, and the window used at each of them. */
test('the workflows of the example climb Medplum from 4.4.3 to 5.0.15', {
  skip: missing,
  timeout: 1_800_000,
}, async (t) => {
  const world = await createMedplumWorld(t, { release: '4.4.3', scale: 0.002 });
  await world.configure(['journal', 'store'], { git: {} });
  const updated = await world.staged('init', '--update', '--action', action);
  assert.equal(updated.exitCode, 0, updated.stderr);

  const exported = await mkdtemp(join(tmpdir(), 'staged-upgrade-action-'));
  t.after(() => rm(exported, { recursive: true, force: true }));
  await exportSources(exported);
  const token = plainCanary('GITHUB_TOKEN').value;
  const github = await startGitHub(protectedBy('release-engineer', token));
  t.after(() => github[Symbol.asyncDispose]());
  const repository = await createActRepository({
    act: act.path,
    contents: world.repository,
    edits,
    actions: actionsIn(exported),
  });
  t.after(() => repository.remove());

  const isSecret = (name: string): boolean => /_(CLIENT_SECRET|DATABASE_URL|REDIS_URL)$/.test(name);
  const all = Object.entries(world.variables);
  const run = (inputs: Readonly<Record<string, string>>, job?: string) =>
    repository.run({
      workflow: 'upgrade.yml',
      inputs,
      ...(job === undefined ? {} : { job }),
      variables: Object.fromEntries(all.filter(([name]) => !isSecret(name))),
      secrets: { ...Object.fromEntries(all.filter(([name]) => isSecret(name))), GITHUB_TOKEN: token },
      environment: { GITHUB_API_URL: github.url, ARTIFACTS: join(world.folder, 'artifacts') },
      timeoutMilliseconds: 1_500_000,
    });
  for (const [data, confirm] of [
    ['records', 'medplum'],
    ['binary', join(world.folder, 'staging/binary')],
  ] as const) {
    const marked = await run({ operation: 'mark-disposable', data, confirm }, 'mark');
    assert.equal(marked.exitCode, 0, `${marked.shown}\n${marked.stderr}`);
  }

  const climbed = await run({ target: '5.0.15', acknowledge: 'code-for-v5' });
  assert.equal(climbed.exitCode, 0, JSON.stringify(annotationsOf(climbed), undefined, 2));
  const jobs = ['Read production', 'Rehearse on staging', 'Promote to production', 'Migrate production'];
  assert.deepEqual(jobsOf(climbed), [
    'Plan: success',
    ...['1 of 2', '2 of 2'].flatMap((leg) =>
      jobs.filter((job) => leg === '2 of 2' || job !== 'Migrate production').map((job) => `${leg}: ${job}: success`),
    ),
    'Report: success',
  ]);
  const rehearsed = stepsOf(climbed, '2 of 2: Rehearse on staging');
  for (const step of [
    'Deploy 5.0.15 with its migrations deferred',
    'Go back to 4.5.2, as a rollback would',
    'Start the migrations',
  ])
    assert.ok(rehearsed.includes(`${step}: passed`), rehearsed.join('\n'));
  assert.equal(outputsOf(climbed, 'Report', 'report').complete, 'true');
  assert.match(summaryOf(climbed, 'Plan'), /data-version-manifest\.json/);
  assert.deepEqual(await world.production.seen(), { version: '5.0.15', data: 32 });
  const history = await systemProcesses.run({
    argv: ['git', 'log', '--patch', '--all'],
    directory: repository.remote,
    environment: { PATH: process.env.PATH ?? '' },
  });
  for (const [name, value] of all.filter(([each]) => /_CLIENT_SECRET$/.test(each)))
    assert.ok(!history.stdout.includes(value) && !climbed.shown.includes(value), `${name} is nowhere`);
});
