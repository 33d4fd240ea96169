import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import type { BackupStore } from '../../../src/drivers/backup-stores/store.ts';
import { check } from '../../../src/steps/check/check.ts';
import { testsDigest } from '../../../src/steps/hop/hop-contents.ts';
import { rollback } from '../../../src/steps/rollback/rollback.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const here = { hop, environment: 'production' } as const;
const backup = 'restore-point-1';
const deployed: readonly JournalEvent[] = [
  {
    ...here,
    type: 'backed-up',
    purpose: 'restore-point',
    backup,
    version: hop.from,
    dataAt: '2026-03-01T23:00:00Z',
    bytes: 1,
    milliseconds: 1,
  },
  { ...here, type: 'deploying', release: 'to', version: hop.to, deferred: true, applied: 'm6' },
  { ...here, type: 'deployed', release: 'to', version: hop.to, deferred: true, milliseconds: 1 },
];
const restored: readonly JournalEvent[] = [
  { ...here, type: 'migrating' },
  { ...here, type: 'rolling-back', to: hop.from },
  { ...here, type: 'restoring', backup },
  { ...here, type: 'restored', backup, proved: true, tables: 1, rows: 1, milliseconds: 1 },
];

const emptyStore: BackupStore = {
  description: 'an empty store',
  begin: () => Promise.reject(new Error('nothing is backed up here')),
  open: () => Promise.reject(new Error('there is nothing to open')),
  list: async () => ({ backups: [], damaged: [] }),
  remove: async () => ({ kind: 'removed' }),
  freeBytes: async () => undefined,
};

async function systemAfter(...events: readonly JournalEvent[]): Promise<VirtualSystem> {
  const system = virtualSystem({ store: emptyStore });
  await system.record(...events);
  return system;
}

const goBack = (system: VirtualSystem) => system.ask(rollback, { command: 'rollback', environment: 'production' });

const recorded = async (system: VirtualSystem) =>
  (await system.entries()).flatMap(({ event }) => (event.type === 'rolled-back' ? [event] : []));

test('a rollback that was stopped while it watched does not deploy again what runs and serves', async () => {
  const placed = [
    { ...here, type: 'rolling-back', to: hop.from },
    { ...here, type: 'put-in-place', release: 'from', version: hop.from },
  ] as const satisfies readonly JournalEvent[];
  const stopped = { ...here, type: 'ended', command: 'rollback', outcome: 'unknown', message: 'stopped' } as const;
  const again = async (...events: readonly JournalEvent[]): Promise<number> => {
    const system = await systemAfter(...deployed, ...events);
    system.server.version = hop.from;
    assert.equal((await goBack(system)).outcome, 'passed');
    const types = (await system.entries()).map(({ event }) => event.type);
    return types.filter((type) => type === 'put-in-place').length;
  };
  assert.equal(await again(...placed, stopped), 1, 'it was deployed before, and only watched now');
  assert.equal(await again(placed[0], stopped), 1, 'it was not known to be deployed, so it was deployed now');
  assert.equal(await again(...placed, { ...stopped, outcome: 'failed' }), 2, 'its tests have failed: once more');
});

test('a rollback of production is done when the older release was seen to work', async () => {
  const system = await systemAfter(...deployed);
  const { outcome, headline } = await goBack(system);
  assert.equal(outcome, 'passed');
  assert.match(
    headline,
    /^Went back from 1\.1\.4 to 1\.0\.2 on production in .*; 1\.0\.2 passed 1 smoke test; nothing was restored\.$/,
  );
  assert.equal(system.server.version, hop.from);
  assert.deepEqual(
    (await recorded(system)).map(({ tests }) => tests),
    [['every record can be read']],
  );
});

test('a rollback whose release is not seen to work is not finished: repeating it deploys and tests once more', async () => {
  const system = await systemAfter(...deployed);
  system.server.records = 500;
  const { outcome, message } = await goBack(system);
  assert.equal(outcome, 'failed');
  assert.deepEqual(message, {
    happened:
      '1.0.2 on production did not pass its smoke tests: "every record can be read": http://production.internal/records/verify answered 500 instead of 200.',
    means: '1.0.2 was deployed on production again, but has not been seen working. The rollback is not finished.',
    next: 'Look at the log of 1.0.2. Then run the same rollback again: it deploys and tests once more. If the test is wrong: correct it in the configuration and run the same rollback again; or finish it as it is: staged-upgrade rollback --hop 1.0.2--1.1.4 --accept "why" (in the workflow, "accept"). If the data is damaged: staged-upgrade rollback --hop 1.0.2--1.1.4 --confirm 1.0.2--1.1.4; it restores restore-point-1, and that loses everything written after 1 Mar 2026 23:00:00 UTC. What vendor support will ask for is in staged-upgrade-diagnostics-1.0.2--1.1.4.md.',
  });
  assert.deepEqual(await recorded(system), []);
  system.server.records = 200;
  assert.equal((await goBack(system)).outcome, 'passed');
  assert.equal((await recorded(system)).length, 1);
});

test('restored data is not restored again, nor is anything else done, before the older release works', async () => {
  const system = await systemAfter(...deployed, ...restored);
  system.server.version = hop.from;
  system.server.migrations = { state: 'done' };
  system.server.records = 500;
  const checked = await system.ask(check, { command: 'check', environment: 'production' });
  assert.equal(checked.outcome, 'refused');
  assert.match(
    checked.message?.happened ?? '',
    /has restored restore-point-1 over production, and 1\.0\.2 has not been seen working on it\./,
  );
  assert.match(checked.message?.next ?? '', /^Finish it: run the workflow "Rollback" with the hop 1\.0\.2--1\.1\.4/);
  const failed = await goBack(system);
  assert.equal(failed.outcome, 'failed');
  assert.match(
    failed.message?.next ?? '',
    /with nothing typed as confirmation.*--confirm 1\.0\.2--1\.1\.4; it restores restore-point-1 again, and what was written since is lost\. What vendor support/,
  );
  system.server.records = 200;
  const passed = await goBack(system);
  assert.deepEqual([passed.outcome, (await recorded(system)).length], ['passed', 1]);
  assert.equal((await system.ask(check, { command: 'check', environment: 'production' })).outcome, 'passed');
});

test('data that somebody has migrated since its restore is only restored again if a person types the hop', async () => {
  const system = await systemAfter(...deployed, ...restored);
  system.server.version = hop.from;
  system.server.migrations = { state: 'running', current: 'm7' };
  const { outcome, message } = await goBack(system);
  assert.equal(outcome, 'refused');
  assert.match(message?.happened ?? '', /a restore over production was started and is not finished/);
  assert.match(system.saved.get(`staged-upgrade-diagnostics-${hop.id}.md`) ?? '', /m7/);
});

const accepting = (system: VirtualSystem) =>
  system.ask(rollback, {
    command: 'rollback',
    environment: 'production',
    accept: 'The test asks for a record of 2019.',
  });

test('a restore whose smoke test is itself wrong is finished by a written acceptance, once the test was seen to fail', async () => {
  const system = await systemAfter(...deployed, ...restored);
  system.server.version = hop.from;
  system.server.migrations = { state: 'done' };
  system.server.records = 500;
  const beforehand = await accepting(system);
  assert.equal(beforehand.outcome, 'failed', 'nobody accepts what was not seen to fail yet');
  const { outcome, headline } = await accepting(system);
  assert.equal(outcome, 'passed');
  assert.match(
    headline,
    /its smoke tests did not pass, which was accepted: "The test asks for a record of 2019\."; nothing was restored\.$/,
  );
  const [rolledBack] = await recorded(system);
  assert.equal(rolledBack?.accepted?.reason, 'The test asks for a record of 2019.');
  assert.match(rolledBack?.accepted?.notPassed ?? '', /"every record can be read": .* answered 500 instead of 200/);
  assert.equal(rolledBack?.tests, undefined, 'no test is said to have passed');
  assert.equal((await system.ask(check, { command: 'check', environment: 'production' })).outcome, 'passed');
});

test('an acceptance is only for tests: a release that does not serve, or migrations that failed, stay unfinished', async () => {
  const system = await systemAfter(...deployed, ...restored);
  system.server.version = hop.from;
  system.server.migrations = { state: 'done' };
  system.server.records = 500;
  await accepting(system);
  system.server.migrations = { state: 'failed', current: 'm7', error: 'no space' };
  assert.notEqual((await accepting(system)).outcome, 'passed');
  assert.deepEqual(await recorded(system), []);
});

test('correcting a smoke test in the meantime lets the rollback finish: the test is another one, and the hop is the same', async () => {
  const system = await systemAfter(...deployed, ...restored);
  system.server.version = hop.from;
  system.server.migrations = { state: 'done' };
  system.server.records = 500;
  assert.equal((await goBack(system)).outcome, 'failed');
  const productDocument = { ...system.project.productDocument, smoke: [{ name: 'other', http: { path: '/health' } }] };
  const live = { ...system.project.product, smoke: [] };
  const corrected = { ...system.project, productDocument, product: live };
  const passed = await system.ask((_, invocation) => rollback.run(corrected, invocation), {
    command: 'rollback',
    environment: 'production',
  });
  assert.equal(passed.outcome, 'passed');
  const [rolledBack] = await recorded(system);
  assert.equal(rolledBack?.testsDigest, testsDigest(corrected));
  assert.notEqual(rolledBack?.testsDigest, testsDigest(system.project));
});
