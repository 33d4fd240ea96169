import assert from 'node:assert/strict';
import { createHash, scryptSync } from 'node:crypto';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { deploy } from '../../../src/steps/deploy/deploy.ts';
import { smoke } from '../../../src/steps/smoke/smoke.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const staging = { hop, environment: 'staging' } as const;
const from = { ...staging, release: 'from', version: hop.from } as const;
const restored: readonly JournalEvent[] = [
  { ...staging, type: 'restored', backup: 'b', proved: true, tables: 1, rows: 1, milliseconds: 1 },
  { ...staging, type: 'scrubbed', waived: true, milliseconds: 1 },
  { ...from, type: 'deployed', deferred: true, milliseconds: 1, applied: 'm6' },
  { ...from, type: 'smoke-tested', migrations: 'done', tests: ['t'], milliseconds: 1 },
];
const records = { name: 'records', http: { path: '/count', value: 'count' }, compare: 'not-fewer' };

/** Staging with a tested previous release, whose records are counted. */
async function onStaging(count: number | undefined, baseline: readonly object[] = [records]): Promise<VirtualSystem> {
  const system = virtualSystem({ configuration: { baseline } });
  await system.record(...restored);
  system.server.version = hop.from;
  system.server.migrations = { state: 'done', applied: 'm6' };
  if (count !== undefined) system.server.count = count;
  return system;
}

const deployTo = (system: VirtualSystem) => {
  system.server.downFor = 1;
  system.time.after(1000, () => {
    system.server.migrations = { state: 'pending', current: 'm7', applied: 'm6' };
  });
  return system.ask(deploy, { command: 'deploy', environment: 'staging', release: 'to' });
};
const testTo = (system: VirtualSystem) =>
  system.ask(smoke, { command: 'smoke', environment: 'staging', release: 'to' });

test('what was counted before the deploy is compared after it, in the journal and in the summary', async () => {
  const system = await onStaging(120);
  assert.equal((await deployTo(system)).outcome, 'passed');
  system.server.count = 121;
  const end = await testTo(system);
  assert.equal(end.outcome, 'passed', end.message?.happened);
  assert.match(end.summary, /records, compared with 1\.0\.2: 121 now, 120 before\./);
  const events = (await system.entries()).map(({ event }) => event);
  const taken = events.find(({ type }) => type === 'baseline-taken');
  assert.ok(taken?.type === 'baseline-taken');
  assert.equal(taken.version, hop.from);
  assert.deepEqual(
    taken.measures.map(({ name, count }) => [name, count]),
    [['records', 120]],
  );
  const tested = events.findLast(({ type }) => type === 'smoke-tested');
  assert.ok(tested?.type === 'smoke-tested');
  assert.deepEqual(tested.compared, ['records, compared with 1.0.2: 121 now, 120 before.']);
});

test('a count that has decreased fails the rehearsal', async () => {
  const system = await onStaging(120);
  await deployTo(system);
  system.server.count = 119;
  const end = await testTo(system);
  assert.equal(end.outcome, 'failed');
  assert.match(end.message?.happened ?? '', /"records, compared with 1\.0\.2": 119 now, 120 before/);
});

test('for a value that must stay the same the journal only keeps what shows that, and it differs each time', async () => {
  const baseline = [{ name: 'records', http: { path: '/count', value: 'count' }, compare: 'same' }];
  const kept = new Set<string>();
  for (const [now, outcome] of [
    [7, 'passed'],
    [8, 'failed'],
  ] as const) {
    const system = await onStaging(7, baseline);
    await deployTo(system);
    system.server.count = now;
    assert.equal((await testTo(system)).outcome, outcome);
    const taken = (await system.entries()).map(({ event }) => event).find(({ type }) => type === 'baseline-taken');
    assert.ok(taken?.type === 'baseline-taken');
    const digest = taken.measures[0]?.digest ?? '';
    const { salt = '', hash = '' } = /^scrypt:(?<salt>[\w-]{22}):(?<hash>[\w-]{32})$/.exec(digest)?.groups ?? {};
    const made = scryptSync('7', salt, 24, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
    assert.equal(hash, made.toString('base64url'));
    kept.add(salt);
  }
  assert.equal(kept.size, 2);
});

test('a value kept by an earlier version cannot be compared, and does not count as changed', async () => {
  const system = await onStaging(7, [{ name: 'records', http: { path: '/count', value: 'count' }, compare: 'same' }]);
  await deployTo(system);
  const digest = createHash('sha256').update('7').digest('hex');
  const measures = [{ name: 'records', digest, milliseconds: 1 }];
  await system.record({ ...staging, type: 'baseline-taken', version: hop.from, measures });
  const end = await testTo(system);
  assert.equal(end.outcome, 'unknown');
  assert.match(end.message?.happened ?? '', /measured differently before/);
});

test('nothing is deployed if the previous release cannot be measured', async () => {
  const system = await onStaging(undefined);
  const end = await deployTo(system);
  assert.equal(end.outcome, 'unknown');
  assert.match(
    end.message?.happened ?? '',
    /"records" could not be measured on staging, where 1\.0\.2 runs: .* answered 503/,
  );
  assert.equal(
    (await system.entries()).some(({ event }) => event.type === 'deploying'),
    false,
  );
});

test('a measure that was added since reports that it is not compared', async () => {
  const system = await onStaging(120, []);
  await deployTo(system);
  const later = virtualSystem({ configuration: { baseline: [records] } });
  later.server.migrations = { state: 'pending', current: 'm7', applied: 'm6' };
  await later.record(...(await system.entries()).flatMap(({ event }) => ('hop' in event ? [event] : [])));
  later.server.count = 5;
  const end = await testTo(later);
  assert.equal(end.outcome, 'passed', end.message?.happened);
  assert.match(end.summary, /"records" is not compared: it was not measured of 1\.0\.2\./);
});

test('a metric of production is compared repeatedly in the window, and one that gets worse ends it', async () => {
  const rate = {
    name: 'failed requests in a hundred',
    compare: 'not-more',
    tolerance: 0.5,
    http: {
      url: 'http://prometheus.internal/',
      method: 'POST',
      path: '/api/v1/query',
      content: 'form',
      body: { query: '100 * sum(rate(http_requests_total{code=~"5.."}[5m]))' },
      value: 'data.result.0.value.1',
    },
  };
  const system = virtualSystem({ configuration: { baseline: [rate], validate: { for: '30m', every: '30s' } } });
  const production = { hop, environment: 'production' } as const;
  const to = { ...production, release: 'to', version: hop.to, deferred: true } as const;
  await system.record(
    {
      ...production,
      type: 'baseline-taken',
      version: hop.from,
      measures: [{ name: rate.name, count: 0.25, milliseconds: 1 }],
    },
    { ...to, type: 'deploying' },
    { ...to, type: 'deployed', milliseconds: 1 },
  );
  const tested = () => system.ask(smoke, { command: 'smoke', environment: 'production', release: 'to' });
  system.server.metric = '7.5e-01';
  const good = await tested();
  assert.equal(good.outcome, 'passed', good.message?.happened);
  assert.match(good.summary, /failed requests in a hundred, compared with 1\.0\.2: 0\.75 now, 0\.25 before\./);

  system.time.after(12 * 60_000 + 1, () => {
    system.server.metric = '3.1415926';
  });
  const worse = await tested();
  assert.equal(worse.outcome, 'failed');
  assert.match(
    worse.message?.happened ?? '',
    /^After 12 min 30 s of validation, in round 26: .*"failed requests in a hundred, compared with 1\.0\.2": 3\.142 now, 0\.25 before; at most 0\.75 is accepted/,
  );

  delete system.server.metric;
  const silent = await tested();
  assert.equal(silent.outcome, 'unknown', 'no sample is not a good one');
});

test('a value that must differ in a copy is compared with the original before anything is deployed, and after', async () => {
  const baseline = [{ name: 'id', http: { path: '/count', value: 'count' }, compare: 'same', apart: true }];
  const first = await onStaging(7, baseline);
  await deployTo(first);
  const taken = (await first.entries()).map(({ event }) => event).find(({ type }) => type === 'baseline-taken');
  assert.ok(taken?.type === 'baseline-taken');

  const shared = await onStaging(7, baseline);
  await shared.record({ ...taken, hop, environment: 'production' });
  const refused = await deployTo(shared);
  assert.equal(refused.outcome, 'refused');
  assert.match(refused.message?.happened ?? '', /^"id" of staging is the same as that of production\./);
  assert.ok((await shared.entries()).every(({ event }) => event.type !== 'deploying'));

  const own = await onStaging(8, baseline);
  await own.record({ ...taken, hop, environment: 'production' });
  assert.equal((await deployTo(own)).outcome, 'passed');
  const tested = await testTo(own);
  assert.equal(tested.outcome, 'passed', tested.message?.happened);
  assert.match(tested.summary, /id, unlike that of production: different from production\./);
});
