import assert from 'node:assert/strict';
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

/** Staging with a tested release before, whose records are counted. */
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

test('a count that has fallen fails the rehearsal', async () => {
  const system = await onStaging(120);
  await deployTo(system);
  system.server.count = 119;
  const end = await testTo(system);
  assert.equal(end.outcome, 'failed');
  assert.match(end.message?.happened ?? '', /"records, compared with 1\.0\.2": 119 now, 120 before/);
});

test('nothing is deployed where the release before cannot be measured', async () => {
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

test('a measure that was added since says that it is not compared', async () => {
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
