import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { healthProbe, migrationStarter, migrationsProbe, versionProbe } from '../../../../src/drivers/probes.ts';
import type { PartContext } from '../../../../src/world/effects/kind.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { type SetState, startReplicaSet } from '../../../support/mongodb-replica-set.ts';

async function set(t: TestContext, version: string, changes: Partial<SetState> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-replica-set-'));
  const started = await startReplicaSet(join(folder, 'state.json'), version);
  t.after(async () => {
    await started[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });
  await started.change(changes);
  const context: PartContext = { effects: databaseEffects(), where: 'product', placeholders: {} };
  const written = { 'mongodb-server': { url: started.url } };
  return {
    ...started,
    version: versionProbe.parse(written).open(context),
    health: healthProbe.parse(written).open(context),
    migrations: migrationsProbe.parse(written).open(context),
    start: migrationStarter.parse(written).open(context),
  };
}

test('a replica set is on the release that its oldest member runs', async (t) => {
  const { version } = await set(t, '6.0.20', { versions: ['7.0.16', '6.0.20', '7.0.16'] });
  assert.deepEqual(await version(), { kind: 'known', value: '6.0.20' });
});

test('it serves when every member is there and has caught up', async (t) => {
  const { health, change } = await set(t, '6.0.20');
  assert.equal((await health()).kind, 'yes');
  await change({ states: ['PRIMARY', 'SECONDARY', 'STARTUP2'] });
  assert.match(JSON.stringify(await health()), /"no".*the member 127\.0\.0\.1:\d+ is STARTUP2/);
  await change({ states: ['PRIMARY', 'SECONDARY', 'SECONDARY'], lag: [0, 0, 80] });
  assert.match(JSON.stringify(await health()), /is 80 s behind the primary/);
});

test('its data moves to the new major on request, and the move is under way until the server reports the new one', async (t) => {
  const { migrations, start, state } = await set(t, '6.0.20', { compatibility: '5.0' });
  assert.deepEqual(await migrations(), {
    kind: 'pending',
    next: 'featureCompatibilityVersion 5.0 → 6.0',
    applied: 'featureCompatibilityVersion 5.0',
  });
  assert.deepEqual(await start(), { kind: 'started', said: 'setFeatureCompatibilityVersion: "6.0"' });
  assert.equal((await migrations()).kind, 'running');
  assert.deepEqual(await migrations(), { kind: 'done', applied: 'featureCompatibilityVersion 6.0' });
  assert.equal((await start()).kind, 'nothing-pending');
  assert.deepEqual((await state()).asked, [{ target: '6.0' }], 'a server before 7.0 does not know "confirm"');
});

test('a server from 7.0 on gets the confirmation that nobody will downgrade', async (t) => {
  const { start, state } = await set(t, '7.0.16', { compatibility: '6.0' });
  assert.equal((await start()).kind, 'started');
  assert.deepEqual((await state()).asked, [{ target: '7.0', confirm: true }]);
});

test('nothing is requested while a member is behind, or nothing answers', async (t) => {
  const lagging = await set(t, '7.0.16', { compatibility: '6.0', lag: [0, 0, 80] });
  assert.match(
    JSON.stringify(await lagging.start()),
    /not-understood.*nothing was asked for: the member .* 80 s behind/,
  );
  assert.deepEqual((await lagging.state()).asked, []);
  const context: PartContext = { effects: databaseEffects(), where: 'product', placeholders: {} };
  const nowhere = { 'mongodb-server': { url: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=300' } };
  assert.match(JSON.stringify(await migrationsProbe.parse(nowhere).open(context)()), /unknown.*could not be reached/);
});
