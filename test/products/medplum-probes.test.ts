import assert from 'node:assert/strict';
import { after, describe, type TestContext, test } from 'node:test';
import { startedSince, traceOf } from '../../src/core/history/migration-trace.ts';
import { tokenSource } from '../../src/drivers/probes.ts';
import { hasVersions } from '../../src/products/definition.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { systemClock } from '../../src/world/clock.ts';
import type { PartContext } from '../../src/world/effects/kind.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { lastBeat } from '../support/medplum/last-beat.ts';
import { deferred, type Installation, installMedplum } from '../support/medplum/stand-in.ts';
import { missingPostgres, startPostgres } from '../support/postgres.ts';
import { eventually } from '../support/until.ts';

const missing = await missingPostgres();
const postgres = missing === undefined ? await startPostgres() : undefined;
after(() => postgres?.stop());

const withServer = (title: string, run: (server: Installation) => Promise<void>, scale = 0.01): void => {
  test(title, { skip: missing ?? false }, async (t: TestContext) =>
    run(await installMedplum(t, { scale, ...(postgres === undefined ? {} : { postgres }) })),
  );
};

const product = shippedProducts.find('medplum');
assert.ok(product !== undefined && hasVersions(product));
const { probes, migrations, smoke } = product;

/** What a configuration with a client of the super-admin project opens. */
function contextOf({ address, client }: Installation, clock = systemClock): PartContext {
  const effects = databaseEffects({ SECRET: client.secret }, { clock });
  const placeholders = { url: address, environment: 'production' };
  const access = tokenSource.parse({
    'client-credentials': {
      'token-url': '{url}/oauth2/token',
      'client-id': client.id,
      'client-secret': '${SECRET}',
    },
  });
  const token = access.open({ effects, where: 'environments.production.access.admin', placeholders });
  return { effects, where: 'the probe', placeholders, tokens: { 'access.admin': token } };
}

function opened(server: Installation, clock = systemClock) {
  const context = contextOf(server, clock);
  const [look, start] = [probes.migrations?.open(context), migrations?.start.open(context)];
  assert.ok(look !== undefined && start !== undefined);
  return { context, look, start };
}

describe('the probes of Medplum', () => {
  withServer('see version, health and a window that is open, and migrate one version a call', async (server) => {
    await server.start('4.2.6');
    const { context, look, start } = opened(server);
    const version = await probes.version.open(context)();
    assert.ok(version.kind === 'known');
    assert.match(version.value, /^4\.2\.6-[0-9a-f]{7}$/);
    assert.deepEqual(await look(), { kind: 'done', applied: 'v12', jobs: [] });

    await server.start('4.3.15', deferred);
    assert.deepEqual(await probes.health.open(context)(), { kind: 'yes' });
    const before = await look();
    assert.deepEqual(before, { kind: 'pending', next: 'v13', applied: 'v12', jobs: [] });
    assert.equal((await start()).kind, 'started');
    await eventually(async () => {
      const seen = await look();
      return seen.kind === 'pending' && seen.next === 'v14';
    });
    const after = await look();
    assert.ok(after.kind === 'pending' && after.applied === 'v13');
    assert.equal(startedSince(traceOf(before), after), 'the newest completed migration is v13, before it was v12');

    for (const part of smoke) {
      const one = part.open(context);
      assert.deepEqual(await one.run(), { kind: 'passed' }, one.name);
    }
    await server.start('4.3.15');
    await eventually(async () => (await look()).kind === 'done');
    assert.equal((await start()).kind, 'nothing-pending');
  });

  withServer('tell of a failure by the newest job of the migration, with its own text', async (server) => {
    await server.start('4.2.6');
    await server.start('4.3.15', deferred);
    const { look, start } = opened(server);
    await server.behave({ fails: { 13: 'could not create unique index "Patient_idx"' } });
    for (let times = 0; times < 2; times++) {
      await start();
      await eventually(async () => (await look()).kind === 'failed');
    }
    const { jobs, ...failed } = { jobs: [], ...(await look()) };
    assert.deepEqual(failed, {
      kind: 'failed',
      current: 'v13',
      error: 'could not create unique index "Patient_idx"',
      applied: 'v12',
    });
    assert.equal(jobs.length, 2, 'each start added an error job');
    await server.behave({ holds: [13] });
    await start();
    await eventually(async () => (await look()).kind === 'running');
    await server.behave({});
    await eventually(async () => (await look()).kind === 'pending');
  });

  withServer(
    'see a job that waits for the cluster, and one that says accepted while it works, as running',
    async (server) => {
      await server.start('4.2.6');
      await server.start('4.3.15', deferred);
      const { look, start } = opened(server);
      await lastBeat(server, '4.2.6', Date.now() + 3_600_000);
      await start();
      let waiting = await look();
      await eventually(async () => {
        waiting = await look();
        return waiting.kind === 'running' && waiting.note !== undefined;
      });
      assert.ok(waiting.kind === 'running');
      assert.deepEqual(waiting.progress, { done: 12, total: 28 });
      assert.match(waiting.note ?? '', /stays in the cluster's registry for a minute/);
    },
    1,
  );

  withServer('ask for a new token where the old one has expired', async (server) => {
    await server.start('4.3.15');
    let ahead = 0;
    const clock = { ...systemClock, now: () => new Date(systemClock.now().getTime() + ahead * 1000) };
    const { look } = opened(server, clock);
    assert.equal((await look()).kind, 'done');
    ahead = 3601;
    await server.behave({ secondsAhead: ahead });
    assert.equal((await look()).kind, 'done');
  });

  withServer('say which credential is not accepted', async (server) => {
    await server.start('4.3.15');
    const { look } = opened({ ...server, client: { ...server.client, secret: 'wrong' } });
    const seen = await look();
    assert.ok(seen.kind === 'unknown' && seen.refused === true);
    assert.match(seen.reason, /"environments\.production\.access\.admin" got no token: .*answered 400/);
  });

  withServer('read 3.3.0 and 4.0.4 by their jobs, since they have no page of it', async (server) => {
    await server.start('3.3.0');
    const database = await server.database();
    await database.completeDataVersion(0);
    await database.end();
    const { look, start } = opened(server);
    assert.deepEqual(await look(), { kind: 'pending', next: 'v1', applied: 'v0', jobs: [] });
    await start();
    await eventually(async () => (await look()).kind === 'done');
    await server.start('4.0.4');
    const { jobs: _, ...seen } = { jobs: [], ...(await look()) };
    assert.deepEqual(seen, { kind: 'done', applied: 'v1' });
  });

  withServer('do not take an answer of 404 for an older server where the version says otherwise', async (server) => {
    await server.start('4.3.15');
    const context = contextOf(server);
    const effects = {
      ...context.effects,
      fetch: async (...[input, init]: Parameters<typeof fetch>) =>
        String(input).endsWith('/admin/super/migrations')
          ? new Response('default backend', { status: 404 })
          : await fetch(input, init),
    };
    const seen = await probes.migrations?.open({ ...context, effects })();
    assert.equal(seen?.kind, 'unknown');
  });
});
