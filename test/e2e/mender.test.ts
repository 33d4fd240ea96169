import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Entry, EntryOf, EventType } from '../../src/core/model/event.ts';
import { missingMongodb } from '../support/mongodb.ts';
import { createMenderWorld, type MenderWorld, windowIn } from './mender-world.ts';

const skip = missingMongodb() ?? false;
const timeout = 15 * 60_000;
const config = ['--config', '.github/staged-upgrade.yml'] as const;

async function marked(t: TestContext, release: string): Promise<MenderWorld> {
  const world = await createMenderWorld(t, release);
  const databases = await world.staged('mark-disposable', '--data', 'databases', '--confirm', namesOfDatabases);
  assert.equal(databases.exitCode, 0, databases.stdout + databases.stderr);
  const artifacts = await world.staged('mark-disposable', '--data', 'artifacts', '--confirm', world.staging.storage);
  assert.equal(artifacts.exitCode, 0, artifacts.stdout + artifacts.stderr);
  return world;
}

const namesOfDatabases = [
  'deployment_service',
  'deviceauth',
  'deviceconfig',
  'deviceconnect',
  'inventory',
  'iot_manager',
  'useradm',
  'workflows',
]
  .flatMap((name) => [name, `${name}-*`])
  .sort()
  .join(', ');

function eventsOf<Type extends EventType>(entries: readonly Entry[], type: Type): EntryOf<Type>[] {
  return entries.filter((entry): entry is EntryOf<Type> => entry.event.type === type);
}

test('the ladder from 3.4 to 4.1, and a newer database under an older server', {
  skip,
  timeout,
}, async (t) => {
  const world = await marked(t, '3.4.0');
  const { production } = world;
  const began = Date.now();
  const climbed = await world.staged('climb', '--yes', '--target', '4.1.3', ...config);
  assert.equal(climbed.exitCode, 0, `${climbed.stdout}\n${climbed.stderr}`);
  t.diagnostic(`4 hops, each rehearsed on a restored copy: ${Math.round((Date.now() - began) / 1000)} s`);
  assert.equal(await production.version(), 'v4.1.3');
  assert.equal(await production.devices(), 25);
  const entries = await world.journal();
  assert.deepEqual(
    eventsOf(entries, 'completed').map(({ event }) => event.hop.id),
    ['3.4.0--3.6.6', '3.6.6--3.7.11', '3.7.11--4.0.4', '4.0.4--4.1.3'],
  );
  const restored = eventsOf(entries, 'restored');
  assert.ok(restored.length >= 4 && restored.every(({ event }) => event.proved), 'each backup was proved');
  const tenant = world.staging.mongodb.client.db('workflows-65f0').collection('jobs');
  assert.equal(await tenant.countDocuments(), 1, "a tenant's database was restored as well");

  await production.deploy('4.0.4');
  assert.equal(await production.devices(), 25, 'it looks healthy');
  const newer = await world.staged('climb', '--yes', '--target', '4.1.3', ...config);
  assert.equal(newer.exitCode, 5, `${newer.stdout}\n${newer.stderr}`);
  assert.match(
    newer.stderr,
    /The data of production is newer than the release that answers: the database "iot_manager" is at 1\.2\.0, and 4\.0\.4 knows nothing after 1\.1\.1/,
  );
});

test('what ends on staging, or waits for the window', { skip, timeout }, async (t) => {
  const world = await marked(t, '4.0.4');
  const { production, staging } = world;
  const climb = ['climb', '--yes', '--target', '4.1.3', ...config] as const;

  await staging.behave({ fails: { 'iot-manager 4.1': 'cannot create index "x"' } });
  const failed = await world.staged(...climb);
  assert.equal(failed.exitCode, 1, `${failed.stdout}\n${failed.stderr}`);
  assert.match(failed.stderr, /pre-upgrade hooks failed/);
  assert.equal(await production.version(), 'v4.0.4');

  await staging.behave({});
  const path = ['environments', 'staging', 'data', '1', 'folder', 'path'];
  await world.configure(path, production.storage);
  const shared = await world.staged(...climb);
  assert.equal(shared.exitCode, 5, `${shared.stdout}\n${shared.stderr}`);
  assert.match(shared.stderr, /production's/);
  await world.configure(path, '${STAGING_STORAGE}');

  await world.configure(['windows'], windowIn(3));
  const waiting = await world.staged(...climb);
  assert.equal(waiting.exitCode, 3, `${waiting.stdout}\n${waiting.stderr}`);
  assert.equal(await staging.version(), 'v4.1.3', 'it is rehearsed meanwhile');
  assert.equal(await production.version(), 'v4.0.4', 'and production waits for the window');
});

test('the way back from a hop is its restore', { skip, timeout }, async (t) => {
  const world = await marked(t, '4.0.4');
  const { production } = world;
  const climbed = await world.staged('climb', '--yes', '--target', '4.1.3', ...config);
  assert.equal(climbed.exitCode, 0, `${climbed.stdout}\n${climbed.stderr}`);
  await production.mongodb.client
    .db('deviceauth')
    .collection('devices')
    .deleteMany({ id_data: /device-1/ });
  assert.equal(await production.devices(), 14);
  const hop = '4.0.4--4.1.3';
  const asked = await world.staged('rollback', '--hop', hop);
  assert.notEqual(asked.exitCode, 0, 'it loses data, so it is typed');
  const back = await world.staged('rollback', '--hop', hop, '--confirm', hop);
  assert.equal(back.exitCode, 0, `${back.stdout}\n${back.stderr}`);
  assert.equal(await production.version(), 'v4.0.4');
  assert.equal(await production.devices(), 25, 'as many as before the hop');
});
