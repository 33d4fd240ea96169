import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import type { BackupStore } from '../../../src/drivers/backup-stores/store.ts';
import { migrate } from '../../../src/steps/migrations/migrate.ts';
import { report } from '../../../src/steps/report/report.ts';
import { rollback } from '../../../src/steps/rollback/rollback.ts';
import { smoke } from '../../../src/steps/smoke/smoke.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const here = { hop, environment: 'production' } as const;
const deployed: readonly JournalEvent[] = [
  { ...here, type: 'checked', version: hop.from, applied: 'm6' },
  { ...here, type: 'deploying', release: 'to', version: hop.to, deferred: true },
  { ...here, type: 'deployed', release: 'to', version: hop.to, deferred: true, milliseconds: 1 },
];
const done = { state: 'done', applied: 'm6' };

/** The end of the promotion: its smoke test, then its report, whose outputs the finalize job asks for. */
async function promoted(
  system: VirtualSystem,
  migrations: Readonly<Record<string, unknown>>,
  ...before: readonly JournalEvent[]
): Promise<{ readonly completed: boolean; readonly complete: boolean | undefined }> {
  await system.record(...before);
  system.server.migrations = migrations;
  await system.ask(smoke, { command: 'smoke', environment: 'production', release: 'to' });
  const { outputs } = await system.ask(report, { command: 'report', environment: 'production' });
  const completed = (await system.entries()).some(({ event }) => event.type === 'completed');
  return { completed, complete: outputs.complete };
}

test('a release that is seen to have nothing to start is complete with its promotion, and no gate follows', async () => {
  const system = virtualSystem();
  assert.deepEqual(await promoted(system, done, ...deployed), { completed: true, complete: true });
  // An older workflow, which has no such condition, starts nothing either.
  const { outcome } = await system.ask(migrate, { command: 'migrate', environment: 'production' });
  assert.equal(outcome, 'skipped');
});

test('the previous release can be deployed again from such a hop: nothing was migrated', async () => {
  const system = virtualSystem({ store: emptyStore });
  await promoted(system, done, ...deployed);
  const { outcome, headline, message } = await system.ask(rollback, { command: 'rollback', environment: 'production' });
  assert.equal(outcome, 'passed', message?.happened);
  assert.match(headline, /^Went back from 1\.1\.4 to 1\.0\.2 .*nothing was restored\.$/);
});

const emptyStore: BackupStore = {
  description: 'an empty store',
  begin: () => Promise.reject(new Error('nothing is backed up here')),
  open: () => Promise.reject(new Error('there is nothing to open')),
  list: async () => ({ backups: [], damaged: [] }),
  remove: async () => ({ kind: 'removed' }),
  freeBytes: async () => undefined,
};

test('a pending, running or unknown migration waits for the gate', async () => {
  for (const migrations of [
    { state: 'pending', current: 'm7' },
    { state: 'running', current: 'm7' },
    { state: 'something else' },
  ]) {
    const seen = await promoted(virtualSystem(), migrations, ...deployed);
    assert.deepEqual(seen, { completed: false, complete: false }, JSON.stringify(migrations));
  }
});

test('migrations that the rehearsal saw pending and that are done anyway are for people to look at', async () => {
  const pending: JournalEvent = {
    hop,
    environment: 'staging',
    type: 'smoke-tested',
    release: 'to',
    version: hop.to,
    migrations: 'pending',
    tests: [],
    milliseconds: 1,
  };
  const seen = await promoted(virtualSystem(), done, pending, ...deployed);
  assert.deepEqual(seen, { completed: false, complete: false });
});

test("a release of another hop, or one from before this hop's deploy, completes nothing", async () => {
  const other = virtualSystem();
  other.server.version = '1.1.3';
  assert.deepEqual(await promoted(other, done, ...deployed), { completed: false, complete: false });
  assert.deepEqual(await promoted(virtualSystem(), done), { completed: false, complete: false });
});

test('a product whose migrations run at its start needs its wait as before', async () => {
  const seen = await promoted(virtualSystem({ deferrable: false }), done, ...deployed);
  assert.deepEqual(seen, { completed: false, complete: false });
});
