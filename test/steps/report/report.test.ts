import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { report } from '../../../src/steps/report/report.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const hour = 3_600_000;
const here = { hop, environment: 'production' } as const;
const { id, from, to } = hop;
const tested = { ...here, type: 'smoke-tested', release: 'to', version: to, tests: ['t'], milliseconds: 1 } as const;
const deployed: readonly JournalEvent[] = [
  { ...here, type: 'deploying', release: 'to', version: to, deferred: true, applied: 'm6' },
  { ...here, type: 'deployed', release: 'to', version: to, deferred: true, milliseconds: 1 },
  { ...tested, migrations: 'pending' },
];

/** A hop whose window was opened some time ago. */
async function openFor(milliseconds: number, configuration: Record<string, unknown> = {}): Promise<VirtualSystem> {
  const system = virtualSystem({ configuration });
  const hops = [{ id, from, to, digest: system.hop.digest, manual: [] }];
  await system.record({ type: 'planned', current: from, target: to, hops }, ...deployed);
  system.pass(milliseconds);
  return system;
}

const ofHop = (system: VirtualSystem) => system.ask(report, { command: 'report', environment: 'production' });
const ofPath = (system: VirtualSystem) => system.ask(report, { command: 'report' }, 'path');

test('while the rollback window is open, reports say since when', async () => {
  const system = await openFor(3 * hour + 20 * 60_000);
  const sentence = 'The rollback window has been open for 3 h 20 min, since 2 Mar 00:00 UTC.';
  for (const { summary } of [await ofHop(system), await ofPath(system)]) {
    assert.ok(summary.includes(sentence), summary);
    assert.doesNotMatch(summary, /WARNING/);
  }
  assert.deepEqual(system.warnings, []);
});

test('a window that has been open for long gets a warning at the top, with why it matters and both remedies', async () => {
  const system = await openFor(26 * hour);
  const { summary, outcome } = await ofHop(system);
  assert.equal(outcome, 'passed');
  assert.match(
    summary,
    /^## 1\.0\.2 → 1\.1\.4 .*\n\n> \[!WARNING\]\n> \*\*The rollback window of hop 1\.0\.2--1\.1\.4 has been open for 26 h 0 min, since 2 Mar 00:00 UTC\.\*\* Its migrations are still to come, .* the next hop cannot begin before they are done\. Continue with a new run: npx staged-upgrade climb --target 1\.1\.4\. Or go back: run the workflow "Rollback" with the hop 1\.0\.2--1\.1\.4/,
  );
  assert.equal(system.warnings.length, 1);
  assert.match(system.warnings[0] ?? '', /^The rollback window of hop 1\.0\.2--1\.1\.4 has been open for 26 h 0 min/);

  const path = await ofPath(system);
  assert.equal(path.summary.match(/\[!WARNING\]/g)?.length, 1, 'it is said once');
  assert.match(path.summary, /^# 1\.0\.2 → 1\.1\.4\n\n.*\n\n> \[!WARNING\]/);
  assert.equal(system.warnings.length, 2);
});

test('the configuration decides what counts as long', async () => {
  const patient = await openFor(26 * hour, { 'rollback-window': { 'warn-after': '7d' } });
  await ofHop(patient);
  assert.deepEqual(patient.warnings, []);
  const hasty = await openFor(2 * hour, { 'rollback-window': { 'warn-after': '1h' } });
  await ofHop(hasty);
  assert.equal(hasty.warnings.length, 1);
});

test('a window that is closed is not called open, whatever closed it', async () => {
  const closed = /rollback window has been open/;
  const migrating = await openFor(26 * hour);
  await migrating.record({ ...here, type: 'migrating' });
  assert.doesNotMatch((await ofHop(migrating)).summary, closed);

  const back = await openFor(26 * hour);
  await back.record({ ...here, type: 'rolled-back', to: from, milliseconds: 1 });
  assert.doesNotMatch((await ofHop(back)).summary, closed);

  const byHand = await openFor(26 * hour);
  byHand.server.migrations = { state: 'running', current: 'm7' };
  assert.doesNotMatch((await ofPath(byHand)).summary, closed);
  byHand.server.migrations = { state: 'done' };
  assert.doesNotMatch((await ofPath(byHand)).summary, closed);
  byHand.server.version = '9.9.9';
  assert.doesNotMatch((await ofPath(byHand)).summary, closed);
  for (const system of [migrating, back, byHand]) assert.deepEqual(system.warnings, []);
});

test('a path whose hops are all complete is not called unfinished because production is silent or runs something else', async () => {
  const system = await openFor(hour);
  await system.record({ ...here, type: 'migrating' }, { ...here, type: 'migrated', milliseconds: 1 });
  await system.record({ ...tested, migrations: 'done' }, { ...here, type: 'completed' });
  for (const version of [undefined, '9.9.9']) {
    system.server.version = version;
    const { outcome, message, headline, summary } = await ofPath(system);
    assert.equal(outcome, 'waiting');
    assert.match(headline, /^1 of 1 hops .* are complete/);
    const verdict = 'Every hop was completed, but production was not seen to run 1.1.4 now.';
    assert.equal(message?.means, verdict);
    assert.ok(summary.includes(`**${verdict}**`), summary);
  }
});

test('after a rollback and another deploy the window is as old as that deploy', async () => {
  const system = await openFor(26 * hour);
  await system.record({ ...here, type: 'rolled-back', to: from, milliseconds: 1 }, ...deployed);
  system.pass(hour);
  assert.match((await ofHop(system)).summary, /has been open for 1 h 0 min/);
});

test('a product without deferred migrations has no window', async () => {
  const system = virtualSystem({ deferrable: false });
  await system.record(...deployed);
  system.pass(26 * hour);
  assert.doesNotMatch((await ofHop(system)).summary, /has been open/);
  assert.deepEqual(system.warnings, []);
});

test('a job in which a migration failed does not pass; one of a later run does, since only the next gate starts it again', async () => {
  const failed = { ...here, type: 'ended', command: 'wait', outcome: 'failed', message: 'The disk is full.' } as const;
  const own = await openFor(hour);
  await own.record({ ...here, type: 'migrating' }, failed);
  assert.equal((await ofHop(own)).outcome, 'waiting');
  const later = await openFor(hour);
  await later.recordBy('an earlier run', { ...here, type: 'migrating' }, failed);
  const { outcome, headline } = await ofHop(later);
  assert.equal(outcome, 'passed');
  assert.match(headline, /the rest of its migrations is started after their gate\.$/);
});
