import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry, EntryOf, EventType } from '../../src/core/model/event.ts';
import { missingPostgres } from '../support/postgres.ts';
import { createMedplumWorld, type MedplumWorld, type WorldOptions } from './medplum-world.ts';

const missing = await missingPostgres();
const minutes = 60_000;
const config = ['--config', '.github/staged-upgrade.yml'] as const;

function withMedplum(
  title: string,
  options: WorldOptions,
  body: (world: MedplumWorld, t: TestContext) => Promise<void>,
): void {
  test(title, { skip: missing ?? false, timeout: 30 * minutes }, async (t) => {
    const world = await createMedplumWorld(t, options);
    for (const name of ['records', 'binary']) {
      const confirm = name === 'records' ? 'medplum' : join(world.folder, 'staging/binary');
      const marked = await world.staged('mark-disposable', '--data', name, '--confirm', confirm);
      assert.equal(marked.exitCode, 0, marked.stderr);
    }
    await body(world, t);
  });
}

function eventsOf<Type extends EventType>(entries: readonly Entry[], type: Type): EntryOf<Type>[] {
  return entries.filter((entry): entry is EntryOf<Type> => entry.event.type === type);
}

const manifestFolder = 'https://raw.githubusercontent.com/medplum/medplum/{tag}/packages/server/src/migrations/data/';
const ladder = ['4.1.12', '4.2.6', '4.3.15', '4.4.3', '4.5.2', '5.0.15', '5.1.12'];

withMedplum(
  'the ladder from 4.1.12 to 5.1.12, with the window used at each hop',
  { release: '4.1.12', scale: 0.002 },
  async (world, t) => {
    await world.configure(['acknowledge'], ['code-for-v5']);
    // Afterwards the server migrates by itself again.
    for (const side of ['production', 'staging'] as const) {
      const env = { ENV_FILE: `\${${side.toUpperCase()}_ENV_FILE}` };
      const again = { run: ['node', 'deploy.mjs', 'start', '{to}'], env };
      await world.configure(['environments', side, 'hooks', 'after-migrations'], again);
    }
    const began = Date.now();
    const climbed = await world.staged('climb', '--yes', '--target', '5.1.12', ...config);
    assert.equal(climbed.exitCode, 0, `${climbed.stdout}\n${climbed.stderr}`);
    t.diagnostic(`6 hops, each rehearsed with its way back: ${Math.round((Date.now() - began) / 1000)} s`);
    assert.deepEqual(await world.production.seen(), { version: '5.1.12', data: 37 });

    const entries = await world.journal();
    for (const [index, to] of ladder.slice(1).entries()) {
      const hop = `${ladder[index]}--${to}`;
      const own = entries.filter(({ event }) => 'hop' in event && event.hop.id === hop);
      const back = eventsOf(own, 'rolled-back').filter(({ event }) => event.environment === 'staging');
      assert.equal(back.length, 1, `${hop}: the way back was rehearsed`);
      assert.ok(
        eventsOf(own, 'restored').every(({ event }) => event.proved),
        `${hop}: the backup was proved`,
      );
      assert.equal(eventsOf(own, 'completed').length, 1, hop);
    }
    const production = eventsOf(entries, 'starting').filter(({ event }) => event.environment === 'production');
    assert.deepEqual(
      production.map(({ event }) => event.migration),
      Array.from({ length: 25 }, (_, index) => `v${13 + index}`),
      'each data version was asked for once, one after the other',
    );
    t.diagnostic(gapsText(await world.production.log(), entries));
    const starts = (await world.production.log()).match(/"Server started"/g)?.length;
    assert.equal(
      starts,
      1 + 2 * 6,
      'each hop deploys twice: with its migrations kept back, and when nothing is left without',
    );
    const staging = await world.staging.database();
    const [subscription] = await staging.list('Subscription');
    await staging.end();
    assert.equal(subscription?.status, 'off', 'what acts was switched off on the copy');
  },
);

/** How long after the end of a migration the next one was asked for. */
function gapsText(log: string, entries: readonly Entry[]): string {
  const ends = log.split('\n').flatMap((line) => {
    const found =
      /"timestamp":"(?<at>[^"]+)","msg":"Post-deploy migration completed","version":"(?<version>v\d+)"/.exec(
        line,
      )?.groups;
    return found === undefined ? [] : [{ version: found.version, at: Date.parse(found.at ?? '') }];
  });
  const starts = eventsOf(entries, 'starting').filter(({ event }) => event.environment === 'production');
  const gaps = starts.flatMap(({ event, at }) => {
    const before = ends.find(({ version }) => version === `v${Number(event.migration.slice(1)) - 1}`);
    return before === undefined ? [] : [Date.parse(at) - before.at];
  });
  const within = gaps.filter((gap) => gap < 60_000).sort((a, b) => a - b);
  return `from the end of a migration to the next start: median ${within[within.length >> 1]} ms, longest ${within.at(-1)} ms`;
}

/** Nobody is asked before production is deployed; the start of the migrations is left to a person, who is not there. */
async function untilTheWindow(world: MedplumWorld, target = '4.3.15'): Promise<void> {
  await world.configure(['gates'], { production: 'none', finalize: 'environment' });
  const climbed = await world.staged('climb', '--target', target, ...config);
  assert.equal(climbed.exitCode, 3, `${climbed.stdout}\n${climbed.stderr}`);
}

withMedplum('going back in the window, and not after it', { release: '4.2.6', scale: 0.02 }, async (world, t) => {
  const { production } = world;
  const hop = '4.2.6--4.3.15';
  await untilTheWindow(world);
  assert.deepEqual(await production.seen(), { version: '4.3.15', data: 12 });
  await world.staged('report', '--output', 'report.md');
  const report = await readFile(join(world.repository, 'report.md'), 'utf8');
  assert.match(report, /The rollback window has been open for /, 'its age is shown');

  const began = Date.now();
  const back = await world.staged('rollback', '--hop', hop);
  assert.equal(back.exitCode, 0, back.stderr);
  t.diagnostic(`back in the window within ${Math.round((Date.now() - began) / 1000)} s`);
  assert.deepEqual(await production.seen(), { version: '4.2.6', data: 12 });
  const database = await production.database();
  assert.equal((await database.list('Patient')).length, 20, 'the data is whole');
  assert.deepEqual(await database.list('AsyncJob'), []);

  await untilTheWindow(world);
  const { client, secret } = {
    client: world.variables.PRODUCTION_CLIENT_ID,
    secret: world.variables.PRODUCTION_CLIENT_SECRET,
  };
  const started = await fetch(`${production.address}/admin/super/migrate`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`,
      prefer: 'respond-async',
    },
  });
  assert.equal(started.status, 202, 'somebody starts a migration by hand');
  const refused = await world.staged('rollback', '--hop', hop);
  assert.equal(refused.exitCode, 5, `${refused.stdout}\n${refused.stderr}`);
  assert.match(refused.stderr, /4\.2\.6 must not simply be deployed again/);
  const files = (await readdir(world.repository)).filter((name) => name.startsWith('staged-upgrade-diagnostics-'));
  assert.deepEqual(files, [`staged-upgrade-diagnostics-${hop}.md`]);
  const diagnostics = await readFile(join(world.repository, files[0] ?? ''), 'utf8');
  assert.match(diagnostics, /"dataVersion":\s?13/, 'the list of jobs');
  assert.match(diagnostics, /Not auto-queueing pending post-deploy migration/, "the server's log");
  assert.match(diagnostics, /4\.3\.15-[0-9a-f]{7}/, 'the exact build');
  assert.match(diagnostics, /4\.3\.15: https:\/\/github\.com\/medplum\/medplum\/releases\/tag\/v4\.3\.15/);
  assert.ok(!diagnostics.includes(secret ?? ''), 'and no secret');
  await database.end();
});

withMedplum('a setting that keeps nothing back is noticed on staging', { release: '4.2.6' }, async (world) => {
  const shipped = 'MEDPLUM_DATABASE_DISABLE_POST_DEPLOY_MIGRATIONS';
  const path = '/admin/super/migrate';
  const headers = { Authorization: 'Bearer {access.admin}', Prefer: 'respond-async' };
  const start = { http: { path, headers, body: {}, started: [202], 'nothing-pending': [200] } };
  await world.configure(['product', 'migrations'], { defer: { env: { [shipped]: 'true' } }, start, settle: '10s' });
  const unread = /It names disablePostDeployMigrations, and no server reads that/;
  const preflight = await world.staged('preflight');
  assert.match(preflight.stdout + preflight.stderr, unread, 'before anything is deployed');
  const planned = await world.staged('plan', '--target', '4.3.15', ...config);
  assert.match(planned.stdout + planned.stderr, unread);
  const climbed = await world.staged('climb', '--yes', '--target', '4.3.15', ...config);
  assert.equal(climbed.exitCode, 1, `${climbed.stdout}\n${climbed.stderr}`);
  assert.match(
    climbed.stderr,
    /4\.3\.15 was deployed with its migrations deferred, but they were not deferred: .*Production was not touched/s,
  );
  assert.deepEqual(await world.production.seen(), { version: '4.2.6', data: 12 });
});

withMedplum(
  'a migration that fails, one that is longer than the budget, and a server that is killed in the middle of one',
  { release: '4.5.2', scale: 0.01 },
  async (world, t) => {
    const { production, staging } = world;
    await world.configure(['acknowledge'], ['code-for-v5']);
    await staging.behave({ fails: { 30: 'column "x" is missing' } });
    const climb = ['climb', '--yes', '--target', '5.0.15', ...config] as const;
    const rehearsed = await world.staged(...climb);
    assert.equal(rehearsed.exitCode, 1, rehearsed.stderr);
    assert.match(rehearsed.stderr, /v30 .*column "x" is missing/s);
    const entries = await world.journal();
    const times = [eventsOf(entries, 'starting'), eventsOf(entries, 'ended')].map((all) => all.at(-1)?.at ?? '');
    const seconds = (Date.parse(times[1] ?? '') - Date.parse(times[0] ?? '')) / 1000;
    t.diagnostic(`a failure is said ${seconds} s after its start`);
    assert.ok(seconds < 15, `${seconds} s`);
    assert.deepEqual(await production.seen(), { version: '4.5.2', data: 29 });

    await staging.behave({});
    await production.behave({ fails: { 31: 'the disk is full' }, takes: { 30: 40_000 } });
    await world.configure(['budget'], '15s');
    const short = await world.staged(...climb);
    assert.equal(short.exitCode, 3, `${short.stdout}\n${short.stderr}`);
    assert.match(short.stdout + short.stderr, /v30 is still running/);
    await world.configure(['budget'], '10m');
    const failed = await world.staged(...climb);
    assert.equal(failed.exitCode, 1, `${failed.stdout}\n${failed.stderr}`);
    assert.match(failed.stderr, /v31 .*the disk is full/s, 'the next run watched v30 to its end, and met v31');

    await production.behave({ takes: { 31: 6000 } });
    const again = world.staged(...climb, '--retry');
    for (let left = 900; left > 0 && (await newestStatus(world)) !== 'accepted'; left--) await sleep(100);
    await sleep(2000); // It works, and says "accepted" all the time.
    await production.stop('kill');
    await production.deploy('5.0.15', { MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: 'true' });
    const ended = await again;
    assert.equal(ended.exitCode, 0, `${ended.stdout}\n${ended.stderr}`);
    assert.deepEqual(await production.seen(), { version: '5.0.15', data: 32 });
    assert.match(await production.log(), /PostDeployMigrationQueue worker: stalled/);
    const starts = eventsOf(await world.journal(), 'starting')
      .filter(({ event }) => event.environment === 'production')
      .map(({ event }) => event.migration);
    assert.deepEqual(starts, ['v30', 'v31', 'v31', 'v32'], 'after the kill nothing was asked for again');
  },
);

async function newestStatus({ production }: MedplumWorld): Promise<unknown> {
  const database = await production.database();
  const [job] = await database.list('AsyncJob');
  await database.end();
  return job?.status;
}

withMedplum('a hop to a wrong patch is refused when it is planned', { release: '4.3.0' }, async (world) => {
  const planned = await world.staged('plan', '--path', '4.4.3', ...config);
  assert.notEqual(planned.exitCode, 0);
  assert.match(planned.stdout + planned.stderr, /v16 \(runs from 4\.3\.2, required before 4\.4\.0\)/);

  // A list of migrations that somebody wrote, and that says too little: then the server itself refuses, on staging.
  const url = `${manifestFolder.replace('{tag}', 'v4.4.0')}data-version-manifest.json`;
  const list = [{ id: 'v13', 'runs-from': '4.3.0', 'required-before': '4.4.0' }];
  const pinned = { releases: ['v4.3.0', 'v4.4.0'], migrations: [{ url, sha256: '0'.repeat(64), list }] };
  await writeFile(join(world.repository, 'releases.yml'), JSON.stringify(pinned));
  const climbed = await world.staged('climb', '--yes', '--target', '4.4.0', ...config);
  assert.equal(climbed.exitCode, 1, `${climbed.stdout}\n${climbed.stderr}`);
  assert.match(
    climbed.stderr,
    /4\.4\.0 refuses to start: the data migration v16 is pending, and only a server with 4\.3\.2 <= version < 4\.4\.0 can run it/,
  );
  assert.match(climbed.stderr, /Deploy the newest patch of the minor that can run it/);
  assert.deepEqual(await world.production.seen(), { version: '4.3.0', data: 15 });
});
