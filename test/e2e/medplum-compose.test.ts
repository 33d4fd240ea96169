import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { isOf } from '../../src/core/history/entries.ts';
import { missingDocker, startEngine, type TestEngine } from '../support/docker.ts';
import { missingPostgres } from '../support/postgres.ts';
import { envFile, inCompose, makeMedplumImages } from './medplum-in-compose.ts';
import { startVisitors } from './medplum-proxy.ts';
import { createMedplumWorld, markStaging, sides } from './medplum-world.ts';

const missing = (await missingDocker()) ?? (await missingPostgres());
const minutes = 60_000;
const config = ['--config', '.github/staged-upgrade.yml'] as const;
let engine: TestEngine;

before(
  async () => {
    if (missing !== undefined) return;
    engine = await startEngine();
    await makeMedplumImages(engine, ['4.3.12', '4.3.15', '4.4.0']);
  },
  { timeout: 15 * minutes },
);
after(async () => await engine?.stop());

test('Medplum in Compose: a server that refuses to start says why, and two servers get the newest patch one after the other, within its window', {
  skip: missing ?? false,
  timeout: 45 * minutes,
}, async (t) => {
  const world = await createMedplumWorld(t, { release: '4.3.12', environment: engine?.environment });
  await inCompose(world, engine, '4.3.12');
  // As on the page on Medplum: when nothing is left, the server migrates by itself again.
  const project = ['--project-name', '{system}-staging', '--env-file', '${STAGING_ENV_FILE}'];
  const files = ['--file', 'compose.yml', '--file', 'machine.yml'];
  const up = ['up', '--detach', '--no-deps', '--wait', 'medplum'];
  await world.configure(['environments', 'staging', 'hooks', 'after-migrations'], {
    run: ['docker', 'compose', ...project, ...files, ...up],
  });
  await markStaging(world);
  const releases = await readFile(join(world.repository, 'releases.yml'), 'utf8');

  const planned = await world.staged('plan', '--path', '4.4.3', ...config);
  assert.notEqual(planned.exitCode, 0);
  assert.match(planned.stdout + planned.stderr, /v28 \(runs from 4\.3\.14, required before 4\.4\.0\)/);

  // An incomplete list of migrations, which lets a path skip what the server requires.
  const folder = 'https://raw.githubusercontent.com/medplum/medplum/v4.4.0/packages/server/src/migrations/data';
  const list = [{ id: 'v13', 'runs-from': '4.3.0', 'required-before': '4.4.0' }];
  const migrations = [{ url: `${folder}/data-version-manifest.json`, sha256: '0'.repeat(64), list }];
  await writeFile(
    join(world.repository, 'releases.yml'),
    JSON.stringify({ releases: ['v4.3.12', 'v4.4.0'], migrations }),
  );
  const refused = await world.staged('climb', '--yes', '--target', '4.4.0', ...config);
  assert.equal(refused.exitCode, 1, `${refused.stdout}\n${refused.stderr}`);
  assert.match(
    refused.stderr,
    /4\.4\.0 refuses to start: the data migration v28 is pending/,
    'the log is read through Compose: no hook shows it',
  );
  assert.match(refused.stderr, /Deploy the newest patch of the minor that can run it/);
  assert.equal((await world.production.seen()).version, '4.3.12');

  await writeFile(join(world.repository, 'releases.yml'), releases);
  const { PRODUCTION_CLIENT_ID: client, PRODUCTION_CLIENT_SECRET: secret } = world.variables;
  const basic = `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`;
  const visitors = startVisitors(world.production.address, basic);
  const climbed = await world.staged('climb', '--yes', '--target', '4.3.15', ...config);
  assert.equal(climbed.exitCode, 0, `${climbed.stdout}\n${climbed.stderr}`);
  const { answered, failed } = await visitors.stop();
  assert.deepEqual(failed, [], 'one server after the other, and nobody has noticed');
  assert.deepEqual([...answered.keys()], ['4.3.12', '4.3.15'], 'visitors have met both releases');
  assert.match(climbed.stdout + climbed.stderr, /medplum: all 2 replicas were replaced, one at a time, and are ready/);
  const readBack = (climbed.stdout + climbed.stderr).match(
    /medplum-production-medplum-\d+ answers "4\.3\.15-[0-9a-f]+"/g,
  );
  assert.ok(new Set(readBack).size >= 2, `each server says which release it is: ${readBack}`);
  assert.deepEqual(await world.production.seen(), { version: '4.3.15', data: 28 });
  for (const side of sides)
    assert.match(await readFile(envFile(world, side), 'utf8'), /^MEDPLUM_TAG=4\.3\.15$/m, 'kept for people as well');
  const running = await engine.docker('inspect', 'medplum-staging-medplum-1', '--format', '{{json .Config.Env}}');
  assert.match(running, /MEDPLUM_DATABASE_HOST=/);
  assert.doesNotMatch(running, /DISABLE_RUN_POST_DEPLOY_MIGRATIONS=/, 'it migrates by itself again');

  const entries = await world.journal();
  const placed = entries.filter((entry) => isOf(entry, 'put-in-place')).slice(-2);
  const [staging, production] = placed.map(({ event }) =>
    event.type === 'put-in-place' ? event.artifacts : undefined,
  );
  assert.equal(staging?.[0]?.name, 'medplum/medplum-server:4.3.15');
  assert.deepEqual(production, staging, 'the image that was rehearsed is the one that was promoted');
  const windows = entries.filter(({ event }) => event.type === 'deployed' && event.deferred);
  assert.ok(windows.length >= 2, 'the variable reached the container, on staging and on production');
  const [promoted] = entries.flatMap(({ event }) =>
    event.type === 'deployed' && event.environment === 'production' ? [event.availability] : [],
  );
  assert.ok(promoted !== undefined && promoted.looks > 0, 'it was asked for its health all the while');
  assert.deepEqual(
    [promoted.failed, promoted.downtimeMilliseconds],
    [0, 0],
    'and the watch has noticed no more than the visitors',
  );
});
