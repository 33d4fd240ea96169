import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { wait } from '../../../src/steps/migrations/wait.ts';
import { rollback } from '../../../src/steps/rollback/rollback.ts';
import { githubAt } from '../../commands/github-clock.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const hour = 3_600_000;
const production = { hop, environment: 'production' } as const;
const deploying = { type: 'deploying', release: 'to', version: hop.to, deferred: true, applied: 'm6' } as const;
const deployed: readonly JournalEvent[] = [
  { ...production, ...deploying },
  { ...production, type: 'deployed', release: 'to', version: hop.to, deferred: true, milliseconds: 1 },
];

const waiting = { command: 'wait', environment: 'production' } as const;

async function onDeployed(): Promise<VirtualSystem> {
  const system = virtualSystem();
  await system.record(...deployed);
  system.server.migrations = { state: 'done' };
  return system;
}

/** Nothing of it was written but the plan that a hop is looked up in. */
async function writtenBy(system: VirtualSystem): Promise<readonly string[]> {
  return (await system.entries()).slice(deployed.length).map(({ event }) => event.type);
}

for (const [how, difference, said] of [
  ['ahead', -3 * hour, /is 2 h 59 min ahead of GitHub's: here it was 2026-03-02T00:00:00.000Z/],
  ['behind', 3 * hour, /is 3 h 0 min behind GitHub's/],
] as const) {
  test(`a machine whose clock is ${how} writes nothing, and its message names what does not wait`, async () => {
    const system = await onDeployed();
    const { outcome, message } = await system.ask(githubAt(system, difference, wait), waiting);
    assert.equal(outcome, 'refused');
    assert.match(message?.happened ?? '', said);
    assert.match(message?.means ?? '', /Nothing was done\.$/);
    assert.match(message?.next ?? '', /Set the clock.*"rollback" waits for no lease; it preempts.*unlock --reason/);
    assert.deepEqual(await writtenBy(system), ['planned']);
  });
}

test('a clock within the tolerance is acted by', async () => {
  for (const difference of [-119_000, 119_000]) {
    const system = await onDeployed();
    assert.equal((await system.ask(githubAt(system, difference, wait), waiting)).outcome, 'passed');
    assert.deepEqual(system.warnings, []);
  }
});

test('a rollback goes back by a clock that is ahead, and says that it is', async () => {
  const system = virtualSystem();
  await system.record(...deployed);
  const asked = { command: 'rollback', environment: 'production' } as const;
  const { outcome, message } = await system.ask(githubAt(system, -3 * hour, rollback), asked);
  assert.equal(outcome, 'passed', message?.happened);
  assert.equal(system.server.version, hop.from);
  assert.match(system.warnings.join('\n'), /The clock of this machine is 2 h 59 min ahead of GitHub's/);
});

test('an entry from the future is reported with its writer, and stops nobody', async () => {
  for (const confirmed of [false, true]) {
    const system = await onDeployed();
    system.pass(3 * hour);
    await system.recordBy('other', { ...production, type: 'migrating' });
    system.pass(-3 * hour);
    const { outcome } = await system.ask(confirmed ? githubAt(system, 0, wait) : wait, waiting);
    assert.equal(outcome, 'passed');
    const [warning = ''] = system.warnings;
    assert.match(warning, /^Entry 3 of the journal .* lies 3 h 0 min ahead of this machine's clock\./);
    assert.match(warning, /terminal other \(engineer\)/);
    assert.match(warning, confirmed ? /GitHub's clock agrees with this one/ : /Either this machine's clock is behind/);
  }
});

test('a lease that a clock ahead has left is known as such, and the way past it is named', async () => {
  const system = await onDeployed();
  const expiresAt = new Date(system.time.now + 6 * hour).toISOString();
  await system.recordBy('other', { type: 'lease-taken', fence: 1, owner: 'terminal other', expiresAt });
  const { outcome, message } = await system.ask(wait, waiting);
  assert.equal(outcome, 'waiting');
  assert.match(message?.happened ?? '', /later than a lease of 15 min 0 s can end: the clock of that run was ahead/);
  assert.match(message?.next ?? '', /unlock --reason .*"rollback" does not wait, it preempts that run/);
});
