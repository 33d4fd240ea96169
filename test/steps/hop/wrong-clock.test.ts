import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../../src/commands/plan.ts';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { wait } from '../../../src/steps/migrations/wait.ts';
import { rollback } from '../../../src/steps/rollback/rollback.ts';
import type { Effects } from '../../../src/world/effects/effects.ts';
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
  ['ahead', -3 * hour, /is 2 h 59 min ahead of GitHub's: here it was 2 Mar 2026 00:00:00 UTC/],
  ['behind', 3 * hour, /is 3 h 0 min behind GitHub's/],
] as const) {
  test(`a machine whose clock is ${how} writes nothing, and its message names what does not wait`, async () => {
    const system = await onDeployed();
    const { outcome, message } = await system.ask(githubAt(system, difference, wait.run), waiting);
    assert.equal(outcome, 'refused');
    assert.match(message?.happened ?? '', said);
    assert.match(message?.means ?? '', /Nothing was done\.$/);
    assert.match(
      message?.next ?? '',
      /(?:Set the clock|Correct the clock).*"rollback" does not wait for a lease; it preempts.*unlock --reason/,
    );
    assert.deepEqual(await writtenBy(system), ['planned']);
  });
}

test('a clock that is ahead makes no plan: nothing is recorded, and there is nothing to climb', async () => {
  const system = virtualSystem();
  system.server.version = hop.from;
  const asked = { command: 'plan', target: hop.to } as const;
  const refused = await system.ask(githubAt(system, -3 * hour, plan.run), asked);
  assert.equal(refused.outcome, 'refused');
  assert.match(refused.message?.happened ?? '', /is 2 h 59 min ahead of GitHub's/);
  assert.deepEqual([refused.outputs.hops, refused.outputs.count], [[], 0]);
  const entries = (await system.entries()).length;
  assert.equal((await system.ask(githubAt(system, 0, plan.run), asked)).outcome, 'passed');
  assert.equal((await system.entries()).length, entries + 1);
});

test('a workflow that sends no other request to GitHub sends one for the time', async () => {
  for (const [difference, outcome] of [
    [3 * hour, 'refused'],
    [0, 'passed'],
  ] as const) {
    let reading: ReturnType<NonNullable<Effects['githubReading']>>;
    const system = virtualSystem({
      run: { kind: 'github', id: '7', attempt: 1, actor: 'mona' },
      environment: { GITHUB_API_URL: 'https://github.example/api/v3' },
      githubFetch: async (input) => {
        assert.equal(String(input), 'https://github.example/api/v3/rate_limit');
        const now = new Date(system.time.now);
        reading = { served: new Date(system.time.now + difference), asked: now, answered: now };
        return new Response('{}', { status: 403 });
      },
    });
    system.server.version = hop.from;
    const asking: typeof plan.run = (project, input) =>
      plan.run({ ...project, effects: { ...project.effects, githubReading: () => reading } }, input);
    assert.equal((await system.ask(asking, { command: 'plan', target: hop.to })).outcome, outcome);
  }
});

test('a clock within the tolerance is accepted', async () => {
  for (const difference of [-119_000, 119_000]) {
    const system = await onDeployed();
    assert.equal((await system.ask(githubAt(system, difference, wait.run), waiting)).outcome, 'passed');
    assert.deepEqual(system.warnings, []);
  }
});

test('a rollback is done by a clock that is ahead, and says so', async () => {
  const system = virtualSystem();
  await system.record(...deployed);
  const asked = { command: 'rollback', environment: 'production' } as const;
  const { outcome, message } = await system.ask(githubAt(system, -3 * hour, rollback.run), asked);
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
    const { outcome } = await system.ask(confirmed ? githubAt(system, 0, wait.run) : wait, waiting);
    assert.equal(outcome, 'passed');
    const [warning = ''] = system.warnings;
    assert.match(warning, /^Entry 3 of the journal .* lies 3 h 0 min ahead of this machine's clock\./);
    assert.match(warning, /terminal other \(engineer\)/);
    assert.match(warning, confirmed ? /GitHub's clock agrees with this one/ : /Either this machine's clock is behind/);
  }
});

test('a lease left by a clock that was ahead is recognized, and the remedy is named', async () => {
  const system = await onDeployed();
  const expiresAt = new Date(system.time.now + 6 * hour).toISOString();
  await system.recordBy('other', { type: 'lease-taken', fence: 1, owner: 'terminal other', expiresAt });
  const { outcome, message } = await system.ask(wait, waiting);
  assert.equal(outcome, 'waiting');
  assert.match(message?.happened ?? '', /later than a lease of 15 min 0 s can end: the clock of that run was ahead/);
  assert.match(message?.next ?? '', /unlock --reason .*"rollback" does not wait, it preempts that run/);
});
