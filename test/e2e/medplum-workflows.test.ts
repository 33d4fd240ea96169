import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { missingPostgres } from '../support/postgres.ts';
import { need } from '../support/tools.ts';
import { allWell, exampleWorkflows, inWindow, withoutWindow } from './example-workflows.ts';
import { createMedplumWorld, disposable, sides } from './medplum-world.ts';
import { annotationsOf, jobsOf, outputsOf, stepsOf, summaryOf } from './sample-run.ts';
import { isWholeLadder } from './whole-ladder.ts';

const act = need('act');
const missing = act.skip === false ? ((await missingPostgres()) ?? false) : act.skip;

/** Each hop, and the data versions that it brings. */
const whole = [
  { from: '4.1.12', to: '4.2.6', brought: [] },
  { from: '4.2.6', to: '4.3.15', brought: versions(13, 28) },
  { from: '4.3.15', to: '4.4.3', brought: versions(29, 29) },
  { from: '4.4.3', to: '4.5.2', brought: [] },
  { from: '4.5.2', to: '5.0.15', brought: versions(30, 32) },
  { from: '5.0.15', to: '5.1.12', brought: versions(33, 37) },
] as const;

/**
 * The workflows take one way for each kind of hop, and two hops cover them all: one with nothing to migrate, and one to
 * a new major, with manual work, and migrations of which one reports "accepted" all the time. CONTRIBUTING says when the
 * whole ladder is climbed.
 */
const hops = isWholeLadder ? whole : ([whole[3], whole[4]] as const);
const { from: first } = hops[0];
const { to: last, brought: lastBrought } = isWholeLadder ? whole[5] : whole[4];

function versions(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `v${first + index}`);
}

/** The example's own workflows, with a new major, its manual work, and the window used at each hop. */
test(`the workflows of the example climb ${isWholeLadder ? 'the whole ladder of ' : ''}Medplum from ${first} to ${last}, the window used at each hop`, {
  skip: missing,
  timeout: 3_600_000,
}, async (t) => {
  const world = await createMedplumWorld(t, { release: first, scale: 0.002 });
  await world.configure(['journal', 'store'], { git: {} });
  // When nothing is left to migrate, the server is to migrate by itself again.
  for (const side of sides) {
    const env = { ENV_FILE: `\${${side.toUpperCase()}_ENV_FILE}` };
    const again = { run: ['node', 'deploy.mjs', 'start', '{to}'], env };
    await world.configure(['environments', side, 'hooks', 'after-migrations'], again);
  }
  const { staged, repository, variables } = world;
  const { run, mark, remote } = await exampleWorkflows(t, { repository, staged, variables });
  for (const [data, confirm] of disposable(world.folder)) await mark(data, confirm);

  const started = Date.now();
  const climbed = await run({ target: last, acknowledge: 'code-for-v5' });
  assert.equal(climbed.exitCode, 0, JSON.stringify(annotationsOf(climbed), undefined, 2));
  t.diagnostic(`${hops.length} hops, each rehearsed with its way back: ${Math.round((Date.now() - started) / 1000)} s`);
  assert.deepEqual(
    jobsOf(climbed),
    allWell(...hops.map(({ brought }) => (brought.length > 0 ? inWindow : withoutWindow))),
  );
  for (const [index, { from, to, brought }] of hops.entries()) {
    const rehearsed = stepsOf(climbed, `${index + 1} of ${hops.length}: Rehearse on staging`);
    for (const step of [
      `Deploy ${to} with its migrations deferred`,
      `Go back to ${from}, as a rollback would`,
      ...(brought.length === 0 ? [] : ['Start the migrations']),
    ])
      assert.ok(rehearsed.includes(`${step}: passed`), `${step} of ${rehearsed.join('\n')}`);
  }
  assert.equal(outputsOf(climbed, 'Report', 'report').complete, 'true');
  assert.match(summaryOf(climbed, 'Plan'), /data-version-manifest\.json/);

  const data = Number(lastBrought.at(-1)?.slice(1));
  for (const side of sides) assert.deepEqual(await world[side].seen(), { version: last, data }, side);
  const log = await world.production.log();
  assert.deepEqual(
    logged(log, 'Post-deploy migration started').map(({ version }) => version),
    hops.flatMap(({ brought }) => brought),
    'each data version ran once, one after the other',
  );
  t.diagnostic(gapsText(log));
  assert.equal(
    log.match(/"Server started"/g)?.length,
    1 + 2 * hops.length,
    'each hop deploys twice: with its migrations kept back, and when nothing is left without',
  );
  const staging = await world.staging.database();
  const [subscription] = await staging.list('Subscription');
  await staging.end();
  assert.equal(subscription?.status, 'off', 'what acts was switched off on the copy');
  const history = await systemProcesses.run({
    argv: ['git', 'log', '--patch', '--all'],
    directory: remote,
    environment: { PATH: process.env.PATH ?? '' },
  });
  for (const [name, value] of Object.entries(variables).filter(([each]) => /_CLIENT_SECRET$/.test(each)))
    assert.ok(!history.stdout.includes(value) && !climbed.shown.includes(value), `${name} is nowhere`);
});

interface Logged {
  readonly at: number;
  readonly version: string;
}

function logged(log: string, message: string): readonly Logged[] {
  const line = new RegExp(`"timestamp":"(?<at>[^"]+)","msg":"${message}","version":"(?<version>v\\d+)"`, 'g');
  return [...log.matchAll(line)].map(({ groups }) => ({
    at: Date.parse(groups?.at ?? ''),
    version: groups?.version ?? '',
  }));
}

/** How long after the end of a migration the next one of the same hop started. */
function gapsText(log: string): string {
  const starts = new Map(logged(log, 'Post-deploy migration started').map(({ version, at }) => [version, at]));
  const ends = new Map(logged(log, 'Post-deploy migration completed').map(({ version, at }) => [version, at]));
  const gaps = hops
    .flatMap(({ brought }) => brought.slice(1).map((version, index) => [brought[index] ?? '', version] as const))
    .map(([before, version]) => (starts.get(version) ?? Number.NaN) - (ends.get(before) ?? Number.NaN))
    .sort((a, b) => a - b);
  return `from the end of a migration to the next start: median ${gaps[gaps.length >> 1]} ms, longest ${gaps.at(-1)} ms`;
}
