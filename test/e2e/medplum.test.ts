import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { latest } from '../../src/core/history/entries.ts';
import { missingPostgres } from '../support/postgres.ts';
import { createMedplumWorld, type MedplumWorld, markStaging } from './medplum-world.ts';

/*
 * One hop with one data migration, and everything that can happen to it, in the terminal and one after the other: each part
 * continues where the previous one has left production. The whole path is climbed in medplum-workflows.test.ts.
 */

const missing = await missingPostgres();
const config = ['--config', '.github/staged-upgrade.yml'] as const;
const hop = '4.3.15--4.4.3';
const climb = ['climb', '--target', '4.4.3', ...config] as const;

test('a Medplum hop in which everything goes wrong that can', {
  skip: missing ?? false,
  timeout: 60 * 60_000,
}, async (t) => {
  const world = await createMedplumWorld(t, { release: '4.3.15' });
  const { production, staging } = world;
  await markStaging(world);
  // Nobody is asked before production is deployed; the start of the migrations is left to a person.
  await world.configure(['gates'], { production: 'none', finalize: 'environment' });
  const untilTheWindow = async (): Promise<void> => {
    const climbed = await world.staged(...climb);
    assert.equal(climbed.exitCode, 3, `${climbed.stdout}\n${climbed.stderr}`);
    assert.deepEqual(await production.seen(), { version: '4.4.3', data: 28 });
  };

  await t.test('a setting that defers nothing is noticed on staging', async () => {
    const file = join(world.repository, '.github/staged-upgrade.yml');
    const written = await readFile(file, 'utf8');
    const env = { MEDPLUM_DATABASE_DISABLE_POST_DEPLOY_MIGRATIONS: 'true' };
    await world.configure(['product', 'migrations', 'defer'], { env });
    const unread = /It names disablePostDeployMigrations, and no server reads that/;
    const preflight = await world.staged('preflight');
    assert.match(preflight.stdout + preflight.stderr, unread, 'before anything is deployed');
    const planned = await world.staged('plan', '--target', '4.4.3', ...config);
    assert.match(planned.stdout + planned.stderr, unread);
    const climbed = await world.staged(...climb);
    assert.equal(climbed.exitCode, 1, `${climbed.stdout}\n${climbed.stderr}`);
    assert.match(
      climbed.stderr,
      /4\.4\.3 was deployed with its migrations deferred, but they were not deferred: .*Production was not touched/s,
    );
    assert.deepEqual(await production.seen(), { version: '4.3.15', data: 28 });
    await writeFile(file, written);
  });

  await t.test('a failed migration is reported at once, with its text, and production is not touched', async (part) => {
    await staging.behave({ fails: { 29: 'column "x" is missing' } });
    const climbed = await world.staged(...climb);
    assert.equal(climbed.exitCode, 1, climbed.stderr);
    assert.match(climbed.stderr, /v29 .*column "x" is missing/s);
    const entries = await world.journal();
    const [started, ended] = [latest(entries, 'starting'), latest(entries, 'ended')];
    assert.ok(started && ended);
    const seconds = (Date.parse(ended.at) - Date.parse(started.at)) / 1000;
    part.diagnostic(`a failure is said ${seconds} s after its start`);
    assert.ok(seconds < 300, `${seconds} s, of a budget of hours`);
    assert.deepEqual(await production.seen(), { version: '4.3.15', data: 28 });
    await staging.behave({});
  });

  await t.test('a rollback in the window', async (part) => {
    await untilTheWindow();
    await world.staged('report', '--output', 'report.md');
    const report = await readFile(join(world.repository, 'report.md'), 'utf8');
    assert.match(report, /The rollback window has been open for /, 'its age is shown');

    const started = Date.now();
    const back = await world.staged('rollback', '--hop', hop);
    assert.equal(back.exitCode, 0, back.stderr);
    part.diagnostic(`back in the window within ${Math.round((Date.now() - started) / 1000)} s`);
    assert.deepEqual(await production.seen(), { version: '4.3.15', data: 28 });
    const database = await production.database();
    assert.equal((await database.list('Patient')).length, 20, 'the data is whole');
    assert.deepEqual(await database.list('AsyncJob'), []);
    await database.end();
  });

  await t.test('no rollback once somebody has started a migration by hand', async () => {
    await untilTheWindow();
    // As v31 does, it says "accepted" all the time while it works.
    await production.behave({ takes: { 29: 600_000 }, silent: [29] });
    await startByHand(world);
    const refused = await world.staged('rollback', '--hop', hop);
    assert.equal(refused.exitCode, 5, `${refused.stdout}\n${refused.stderr}`);
    assert.match(refused.stderr, /4\.3\.15 must not simply be deployed again/);
    const files = (await readdir(world.repository)).filter((name) => name.startsWith('staged-upgrade-diagnostics-'));
    assert.deepEqual(files, [`staged-upgrade-diagnostics-${hop}.md`]);
    const diagnostics = await readFile(join(world.repository, files[0] ?? ''), 'utf8');
    assert.match(diagnostics, /"dataVersion":\s?29/, 'the list of jobs');
    assert.match(diagnostics, /Not auto-queueing pending post-deploy migration/, "the server's log");
    assert.match(diagnostics, /4\.4\.3-[0-9a-f]{7}/, 'the exact build');
    assert.match(diagnostics, /4\.4\.3: https:\/\/github\.com\/medplum\/medplum\/releases\/tag\/v4\.4\.3/);
    assert.ok(!diagnostics.includes(world.variables.PRODUCTION_CLIENT_SECRET ?? ''), 'and no secret');
  });

  await t.test('a migration longer than the budget, and a server that is killed during it', async () => {
    await world.configure(['budget'], '10s');
    const short = await world.staged(...climb, '--yes');
    assert.equal(short.exitCode, 3, `${short.stdout}\n${short.stderr}`);
    assert.match(short.stdout + short.stderr, /v29 is still running/);

    await world.configure(['budget'], '10m');
    const next = await world.begun(/^ +Wait until 4\.4\.3 is serving …$/, ...climb, '--yes');
    await production.behave({ fails: { 29: 'the disk is full' } });
    await production.stop('kill');
    await production.deploy('4.4.3', { MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: 'true' });
    const failed = await next();
    assert.equal(failed.exitCode, 1, `${failed.stdout}\n${failed.stderr}`);
    assert.match(failed.stderr, /v29 .*the disk is full/s, 'the next run watched it to its end');
    assert.match(await production.log(), /PostDeployMigrationQueue worker: stalled/);
  });

  await t.test(
    'what somebody has started by hand, and has failed, is started once more when a person asks, and ends the hop',
    async () => {
      const asked = async () =>
        (await world.journal()).flatMap(({ event }) =>
          event.type === 'starting' && event.environment === 'production' ? [event.retry] : [],
        );
      await production.behave({});
      const failedClimb = await world.staged(...climb, '--yes');
      assert.equal(failedClimb.exitCode, 1, `${failedClimb.stdout}\n${failedClimb.stderr}`);
      assert.match(failedClimb.stderr, /staged-upgrade climb --retry/, 'the way forward is named');
      assert.deepEqual(await asked(), [], 'nobody has asked for another start');
      const ended = await world.staged(...climb, '--yes', '--retry');
      assert.equal(ended.exitCode, 0, `${ended.stdout}\n${ended.stderr}`);
      assert.deepEqual(await production.seen(), { version: '4.4.3', data: 29 });
      assert.deepEqual(await asked(), [true], 'one request, one start');
    },
  );
});

async function startByHand({ production, variables }: MedplumWorld): Promise<void> {
  const { PRODUCTION_CLIENT_ID: client, PRODUCTION_CLIENT_SECRET: secret } = variables;
  const authorization = `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`;
  const started = await fetch(`${production.address}/admin/super/migrate`, {
    method: 'POST',
    headers: { authorization, prefer: 'respond-async' },
  });
  assert.equal(started.status, 202);
}
