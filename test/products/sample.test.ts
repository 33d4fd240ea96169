import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startedSince, traceOf } from '../../src/core/history/migration-trace.ts';
import type { PathPlan } from '../../src/core/model/path-plan.ts';
import { planPath } from '../../src/core/path/planner.ts';
import { readReleases } from '../../src/drivers/releases/read-releases.ts';
import { hasVersions, type VersionsProduct } from '../../src/products/definition.ts';
import { resolveProduct } from '../../src/products/registry.ts';
import { deferred, install } from '../sample/installation.ts';
import { eventually } from '../support/until.ts';

const product = sampleProduct();

function sampleProduct(): VersionsProduct {
  const { definition } = resolveProduct('sample', {});
  assert.ok(hasVersions(definition));
  return definition;
}

describe('the product "sample"', () => {
  it('plans the newest patch of each minor, around the withdrawn one, with the manual step before 2.0', async (test) => {
    const plan = await planFrom('1.0.2', test);
    assert.ok(plan.kind === 'path');
    assert.deepEqual(
      plan.steps.map(({ to, manual }) => [to, manual.map(({ id }) => id)]),
      [
        ['1.1.4', []],
        ['1.2.1', []],
        ['1.3.1', []],
        ['2.0.1', ['readers-of-place']],
        ['2.1.3', []],
      ],
    );
  });

  it('plans only what the server itself accepts', async (test) => {
    const server = await install(test);
    await server.climbTo('1.0.2');
    const plan = await planFrom('1.0.2', test);
    assert.ok(plan.kind === 'path');
    for (const { to } of plan.steps) await server.climbTo(to);
    assert.equal((await server.migrations()).version, '2.1.3-b7e3258');
  });

  it('lists exactly the releases that can be installed', async (test) => {
    const server = await install(test);
    const { stderr } = await server.start('0.0.0');
    const installable = /There are ([0-9., ]+)\./.exec(stderr)?.[1]?.split(', ');
    const { releases } = await releasesFor(test);
    assert.deepEqual(
      releases.map(({ version }) => version),
      installable,
    );
  });

  it('observes a live server through its probes, and starts what was deferred', async (test) => {
    const server = await install(test);
    const { probes, migrations, smoke } = product;
    const open = server.context('the probe');
    await server.climbTo('1.3.1');
    await server.seed(60);
    await server.faults('migrations-crawl=600000');
    await server.start('2.0.1', deferred);
    assert.deepEqual(await probes.health.open(open)(), { kind: 'yes' });
    assert.deepEqual(await probes.version.open(open)(), { kind: 'known', value: '2.0.1-4ba8c36' });
    const look = probes.migrations?.open(open);
    const start = migrations?.start.open(open);
    assert.ok(look && start);
    const before = await look();
    assert.ok(before.kind === 'pending' && before.next === 'v4 places-by-id' && before.applied === '3');
    assert.ok(before.jobs?.every(({ migration }) => migration !== before.next));
    assert.equal((await start()).kind, 'started');
    const running = await look();
    assert.ok(running.kind === 'running' && running.progress?.total === 60, JSON.stringify(running));
    await server.faults('');
    // One call starts one migration, and 2.0.1 has two.
    await eventually(async () => (await look()).kind === 'pending');
    assert.equal((await start()).kind, 'started');
    await eventually(async () => (await look()).kind === 'done');
    assert.equal((await start()).kind, 'nothing-pending');
    for (const part of smoke) {
      const one = part.open(open);
      assert.deepEqual(await one.run(), { kind: 'passed' }, one.name);
    }
  });

  it('notices a job that waits in its queue, a lost start, and revoked access', async (test) => {
    const server = await install(test);
    const open = server.context('the probe');
    const look = product.probes.migrations?.open(open);
    const start = product.migrations?.start.open(open);
    assert.ok(look && start);
    await server.climbTo('1.0.2');
    await server.seed(5);
    await server.start('1.1.4', { ...deferred });
    const before = traceOf(await look());

    await server.faults('start-is-lost');
    assert.equal((await start()).kind, 'started');
    assert.equal(startedSince(before, await look()), undefined);

    await server.faults('job-waits=600000');
    assert.equal((await start()).kind, 'started');
    const queued = await look();
    assert.ok(queued.kind === 'running', JSON.stringify(queued));
    assert.equal(startedSince(before, queued), 'the migration v1 split-labels is running or queued');

    await server.faults('access-revoked');
    const refused = await look();
    assert.ok(refused.kind === 'unknown' && refused.refused === true);
    assert.match(refused.reason, /answered 401: the credential "access\.admin-token" was not accepted$/);
    assert.doesNotMatch(refused.reason, /test-token/);
    assert.equal((await start()).kind, 'refused');

    await server.faults('');
    await eventually(async () => (await look()).kind === 'done');
    assert.equal(startedSince(before, await look()), 'the newest completed migration is 1, before it was 0');
  });

  it('fails its smoke test on a release whose records a newer one has migrated', async (test) => {
    const server = await install(test);
    await server.climbTo('2.0.1');
    await server.seed(5);
    await server.climbTo('2.1.3');
    await server.start('2.0.1');
    const context = server.context('the smoke test');
    const results = await Promise.all(product.smoke.map((part) => part.open(context).run()));
    assert.deepEqual(
      results.map(({ kind }) => kind),
      ['failed', 'failed', 'passed'],
    );
  });
});

async function releasesFor(test: Parameters<typeof install>[0]) {
  const { context } = await install(test);
  const source = product.releases.open({ ...context('the releases'), placeholders: {} });
  return readReleases(await source.read(), product.versions);
}

async function planFrom(current: string, test: Parameters<typeof install>[0]): Promise<PathPlan> {
  const releases = await releasesFor(test);
  return planPath({
    current,
    target: 'newest',
    releases,
    scheme: product.versions,
    rules: product.path,
    now: new Date('2026-06-01'),
  });
}
