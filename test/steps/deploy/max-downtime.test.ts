import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf } from '../../../src/core/history/record.ts';
import { rehearsalOf } from '../../../src/core/history/rehearsal.ts';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { deploy } from '../../../src/steps/deploy/deploy.ts';
import { rollback } from '../../../src/steps/rollback/rollback.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const second = 1000;
const staging = { hop, environment: 'staging' } as const;
const from = { ...staging, release: 'from', version: hop.from } as const;
const restored: readonly JournalEvent[] = [
  { ...staging, type: 'restored', backup: 'b', proved: true, tables: 1, rows: 1, milliseconds: 1 },
  { ...staging, type: 'scrubbed', waived: true, milliseconds: 1 },
  { ...from, type: 'deployed', deferred: true, milliseconds: 1, applied: 'm6' },
  { ...from, type: 'smoke-tested', migrations: 'done', tests: ['t'], milliseconds: 1 },
];

async function deployed(downFor: number, most?: string): Promise<{ system: VirtualSystem; end: Awaited<Asked> }> {
  const rehearsal = most === undefined ? {} : { 'max-downtime': most };
  const system = virtualSystem({ configuration: { rehearsal } });
  await system.record(...restored);
  system.server.version = hop.from;
  system.server.migrations = { state: 'done', applied: 'm6' };
  system.server.downFor = downFor;
  system.time.after(downFor + second / 2, () => {
    system.server.migrations = { state: 'pending', current: 'm7', applied: 'm6' };
  });
  return { system, end: await system.ask(deploy, { command: 'deploy', environment: 'staging', release: 'to' }) };
}
type Asked = ReturnType<VirtualSystem['ask']>;

const stateOf = async (system: VirtualSystem) => {
  const entries = await system.entries();
  return rehearsalOf(entries, recordOf(entries, system.reference), system.project.traits).kind;
};

test('a deploy that is down for longer than allowed fails the rehearsal, and the next one starts with a restore', async () => {
  const { system, end } = await deployed(20 * second, '15s');
  assert.equal(end.outcome, 'failed', end.headline);
  assert.match(end.message?.happened ?? '', /staging was down for (19|20)\.\d s; "rehearsal\.max-downtime" is 15\.0 s/);
  assert.match(
    end.message?.means ?? '',
    /Production .* was not touched\. Not serving for (19|20)\.\d s: \d+ of \d+ health checks failed/,
  );
  assert.equal(await stateOf(system), 'void');
});

test('a deploy whose downtime was not measured fails a rehearsal that limits it, and no other', async () => {
  for (const [most, outcome] of [
    ['15s', 'failed'],
    [undefined, 'passed'],
  ] as const) {
    const system = virtualSystem({ configuration: { rehearsal: most === undefined ? {} : { 'max-downtime': most } } });
    const to = { ...staging, release: 'to', version: hop.to } as const;
    await system.record(...restored, { ...to, type: 'deploying', deferred: true, applied: 'm6' });
    // The run was killed when the deploy command had ended.
    await system.record({ ...to, type: 'put-in-place' });
    system.server.version = hop.to;
    system.server.migrations = { state: 'pending', current: 'm7', applied: 'm6' };
    const end = await system.ask(deploy, { command: 'deploy', environment: 'staging', release: 'to' });
    assert.equal(end.outcome, outcome, end.message?.happened);
    if (most === undefined) continue;
    assert.match(
      end.message?.happened ?? '',
      /was not measured: the deploy was interrupted\. "rehearsal\.max-downtime"/,
    );
    assert.equal(await stateOf(system), 'void');
  }
});

test('a downtime within the limit, or without one, is in the journal and in the report of the step', async () => {
  for (const most of ['30s', undefined]) {
    const { system, end } = await deployed(20 * second, most);
    assert.equal(end.outcome, 'passed', end.message?.happened);
    assert.match(end.summary, /Not serving for (19|20)\.\d s: \d+ of \d+ health checks failed; the others/);
    assert.equal(await stateOf(system), 'started');
    const event = (await system.entries()).findLast((entry) => entry.event.type === 'deployed')?.event;
    assert.ok(event?.type === 'deployed' && event.availability !== undefined);
    const { downtimeMilliseconds: down, failed, looks } = event.availability;
    assert.ok(down >= 19 * second && down < 21 * second, `${down} ms`);
    assert.ok(failed > 50 && failed < looks, `${failed} of ${looks}`);
  }
});

test('a rollback says how long nobody was served', async () => {
  const system = virtualSystem();
  const here = { hop, environment: 'production' } as const;
  const to = { ...here, release: 'to', version: hop.to } as const;
  await system.record(
    { ...here, type: 'checked', version: hop.from, applied: 'm6' },
    { ...to, type: 'deploying', deferred: true, applied: 'm6' },
    { ...to, type: 'put-in-place' },
    { ...to, type: 'deployed', deferred: true, milliseconds: 1, applied: 'm6', next: 'm7' },
  );
  system.server.downFor = 5 * second;
  const end = await system.ask(rollback, { command: 'rollback', environment: 'production' });
  assert.equal(end.outcome, 'passed', end.message?.happened);
  assert.match(end.summary, /Not serving for [45]\.\d s/);
});
