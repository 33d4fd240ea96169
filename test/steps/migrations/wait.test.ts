import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { wait } from '../../../src/steps/migrations/wait.ts';
import { type SystemChoices, type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const minute = 60_000;
const production = { hop, environment: 'production' } as const;
const staging = { hop, environment: 'staging' } as const;
const deploying = { type: 'deploying', release: 'to', version: hop.to, deferred: true } as const;
const deployed: readonly JournalEvent[] = [
  { ...production, ...deploying },
  { ...production, ...deploying, type: 'deployed', milliseconds: 1 },
];

/** Migrations run on production, as long as they took in the rehearsal. */
async function migrating(rehearsed: number, choices: SystemChoices = {}): Promise<VirtualSystem> {
  const system = virtualSystem(choices);
  await system.record({ ...staging, ...deploying }, { ...staging, type: 'migrating' });
  system.pass(rehearsed);
  await system.record({ ...staging, type: 'waited', milliseconds: rehearsed }, ...deployed);
  await system.record({ ...production, type: 'migrating' });
  system.server.migrations = { state: 'running', current: 'm7', done: 25, total: 60 };
  return system;
}

const waitOn = (system: VirtualSystem, budget = 5 * 3_600_000) =>
  system.ask(wait, { command: 'wait', environment: 'production', budget });

function doneAfter(system: VirtualSystem, milliseconds: number): void {
  system.time.after(milliseconds, () => {
    system.server.migrations = { state: 'done' };
  });
}

test('while migrations run, progress is compared with the rehearsal, and the report says if they take longer', async () => {
  const system = await migrating(12 * minute);
  doneAfter(system, 20 * minute);
  assert.equal((await waitOn(system)).outcome, 'passed');
  const at = (line: string) => assert.ok(system.said.includes(line), `${line}\nis not in\n${system.said.join('\n')}`);
  at('1.1.4 on production runs the migration m7 (25 of 60): 4 min of about 12 min (as in the rehearsal)');
  at('1.1.4 on production runs the migration m7 (25 of 60): 16 min, 4 min longer than in the rehearsal');
});

test('a wait whose budget is used up reports the time since the start, in whichever run, what is left, and how to continue', async () => {
  const system = await migrating(9 * 60 * minute);
  const first = await waitOn(system, 3600000);
  assert.equal(first.outcome, 'waiting');
  assert.equal(first.message?.happened, 'After 1 h 0 min the migration m7 is still running (25 of 60).');
  system.pass(5 * 60 * minute);
  const second = await waitOn(system, 3600000);
  assert.equal(
    second.message?.means,
    'Nothing failed: the server continues to work. Its migrations have taken 7 h 0 min so far; in the rehearsal they took 9 h 0 min, so about 2 h 0 min are left.',
  );
  assert.match(second.message?.next ?? '', /^Start a new run later, which .+: npx staged-upgrade climb --target \S+$/);
  system.pass(5 * 60 * minute);
  const third = await waitOn(system, 3600000);
  assert.match(third.message?.means ?? '', /have taken 13 h 0 min so far, 4 h 0 min longer than in the rehearsal\.$/);
});

test('an end that nobody saw in the rehearsal gives no forecast', async () => {
  const system = await resumedRehearsal();
  const { message } = await waitOn(system, 3600000);
  assert.match(message?.means ?? '', /have taken 60 min so far\.$/);
  assert.ok(system.said.some((line) => line.endsWith('runs the migration m7 (25 of 60): for 30 min')));
});

/** Its last wait, in another run, found everything complete at its first look. */
async function resumedRehearsal(): Promise<VirtualSystem> {
  const system = virtualSystem();
  await system.record({ ...staging, ...deploying }, { ...staging, type: 'migrating' });
  system.pass(60 * 60 * minute);
  await system.recordBy('another run', { ...staging, type: 'waited', milliseconds: 0 });
  await system.record(...deployed, { ...production, type: 'migrating' });
  system.server.migrations = { state: 'running', current: 'm7', done: 25, total: 60 };
  return system;
}

test('before the migrations are started there is nothing to forecast', async () => {
  const system = virtualSystem();
  await system.record(...deployed);
  system.server.version = undefined;
  system.time.after(3 * minute, () => {
    system.server.version = hop.to;
  });
  assert.equal((await waitOn(system)).outcome, 'passed');
  assert.ok(system.said.every((line) => !line.includes('rehearsal') && !line.includes(': for ')));
});

test('a wait ends before its job does, which GitHub would end half way', async () => {
  const system = await migrating(0, { jobAge: 5 * 60 * minute });
  const end = await waitOn(system, 18000000);
  assert.equal(end.outcome, 'waiting');
  assert.equal(end.message?.happened, 'After 45 min 0 s the migration m7 is still running (25 of 60).');
  const longer = await migrating(0, { jobAge: 5 * 60 * minute, configuration: { 'job-limit': '24h' } });
  assert.match((await waitOn(longer, 18000000)).message?.happened ?? '', /^After 5 h 0 min /);
});

test('an end is noticed within 2 s, or 2 % of what it took', async () => {
  for (const took of [300, 5_000, 45_000, 10 * minute, 3 * 60 * minute]) {
    const system = await migrating(12 * minute);
    const started = system.time.now;
    doneAfter(system, took);
    assert.equal((await waitOn(system)).outcome, 'passed');
    const late = system.time.now - started - took;
    assert.ok(late <= Math.max(2_000, 0.02 * took), `the end after ${took} ms was noticed ${late} ms late`);
  }
});
