import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { plan } from '../../src/commands/plan.ts';
import type { JournalEvent } from '../../src/journal/event.ts';
import { hop } from '../hop/world.ts';
import { type VirtualSystem, virtualSystem } from './virtual-system.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const staging = { hop, environment: 'staging' } as const;
const release = { release: 'to', version: hop.to, deferred: true } as const;
const backup = 'records-20260302';

/** Rehearsed two days ago: 1 min of backup, 2 min of deploy, 12 min of migrations, 1 min of tests. */
async function rehearsed(
  configuration: Record<string, unknown> = {},
  { hopBefore }: { readonly hopBefore?: boolean } = {},
): Promise<VirtualSystem> {
  const system = virtualSystem({ configuration });
  const earlier = { ...hop, id: '1.0.1--1.0.2', from: '1.0.1', to: hop.from };
  system.server.version = hop.from;
  system.server.migrations = { state: 'done' };
  const before: readonly JournalEvent[] = [
    {
      hop: hopBefore === true ? earlier : hop,
      environment: 'production',
      type: 'backed-up',
      purpose: 'rehearsal',
      backup,
      version: hop.from,
      dataAt: '2026-03-02T00:00:00Z',
      bytes: 1,
      milliseconds: minute,
    },
    hopBefore === true
      ? { ...staging, type: 'carried-over', backup, after: earlier.id }
      : { ...staging, type: 'restored', backup, proved: true, tables: 1, rows: 1, milliseconds: 1 },
    { ...staging, type: 'deploying', ...release },
    { ...staging, type: 'deployed', ...release, milliseconds: 2 * minute },
    { ...staging, type: 'migrating' },
  ];
  const tested = { type: 'smoke-tested', release: 'to', version: hop.to, tests: ['t'] } as const;
  await system.record(...before);
  system.pass(12 * minute);
  await system.record(
    { ...staging, type: 'waited', milliseconds: 11 * minute },
    { ...staging, ...tested, migrations: 'done', milliseconds: minute },
    { type: 'rehearsed', hop, backup },
  );
  system.pass(2 * day);
  return system;
}

const shown = z.object({
  hops: z.array(z.object({ rehearsed: z.unknown(), estimate: z.object({ milliseconds: z.number() }).nullable() })),
});

const planned = (system: VirtualSystem) => system.ask(plan, { command: 'plan', target: hop.to }, 'path');

test('a hop that was rehearsed says so in the plan, with what it will take by that and until when it counts', async () => {
  const { text, summary, json } = await planned(await rehearsed());
  const said =
    /1\.0\.2 → 1\.1\.4 on 2026-03-02T00:12:00\.000Z, on the backup records-20260302; it counts until 2026-03-09T00:00:00\.000Z\. "Will take" is 17 min 0 s by the rehearsal of this hop\./;
  assert.match(text, /^1 .* 2026-03-02 {2}17 min 0 s /m);
  assert.match(text, new RegExp(`Rehearsed already:\n  1\\. ${said.source}`));
  assert.match(summary, new RegExp(`### Rehearsed already\n\n- \\*\\*1\\.\\*\\* ${said.source}`));
  assert.match(summary, /\| 2026-03-02 \| 17 min 0 s \|/);
  const [first] = shown.parse(json).hops;
  assert.deepEqual(first?.rehearsed, {
    at: '2026-03-02T00:12:00.000Z',
    backup,
    countsUntil: '2026-03-09T00:00:00.000Z',
  });
  assert.equal(first?.estimate?.milliseconds, 17 * minute);
});

test('a hop that was rehearsed as a part of the whole path takes as long as what it was rehearsed on', async () => {
  const { text } = await planned(await rehearsed({}, { hopBefore: true }));
  assert.match(text, /on the backup records-20260302; .* "Will take" is 17 min 0 s by the rehearsal of this hop\./);
});

test('a rehearsal that is too old, or of another configuration, is not told as one', async () => {
  const late = await rehearsed();
  late.pass(6 * day);
  const { text, json } = await planned(late);
  assert.doesNotMatch(text, /Rehearsed already/);
  assert.match(text, /17 min 0 s/, 'what it took it took');
  assert.equal(shown.parse(json).hops[0]?.rehearsed, null);

  const changed = await rehearsed();
  const another = {
    ...changed.project,
    document: { ...changed.project.document, smoke: [{ name: 'new', http: { path: '/' } }] },
  };
  const result = await changed.ask((_, invocation) => plan(another, invocation), { command: 'plan' }, 'path');
  assert.doesNotMatch(result.text, /Rehearsed already|17 min/);
});

test('the validation of production counts into what the hop will take, once for each of its jobs', async () => {
  const { text } = await planned(await rehearsed({ validate: { for: '30m' } }));
  assert.match(
    text,
    /"Will take" is 1 h 17 min by the rehearsal of this hop, with 30 min 0 s of smoke tests each time\./,
  );
});
