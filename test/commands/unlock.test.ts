import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaseOwner } from '../../src/core/history/lease.ts';
import type { RunIdentity } from '../../src/core/model/event.ts';
import { sampleSystem } from './sample-system.ts';

const elsewhere: RunIdentity = { kind: 'terminal', id: 'gone1234', attempt: 1, actor: 'nina@runner-3' };

test('a run on another machine cannot be seen from here: its lease is ended by a person, who says why', async (t) => {
  const system = await sampleSystem(t);
  const other = await system.open({ run: elsewhere });
  const expiresAt = new Date(Date.now() + 900_000).toISOString();
  const process = { machine: 'the other machine', pid: globalThis.process.pid, started: '1' };
  await other.journal.append({ type: 'lease-taken', fence: 1, owner: leaseOwner(elsewhere), expiresAt, process });

  const unsaid = system.ask({ command: 'unlock' });
  await assert.rejects(unsaid, /The option "reason" is missing\./);
  const { outcome, headline } = await system.ask({ command: 'unlock', reason: 'runner-3 lost its power' });
  assert.equal(outcome, 'passed', headline);
  assert.match(headline, /^Unlocked records: the lease of terminal gone1234 is over/);
  const events = (await other.journal.read()).map(({ event }) => event);
  const taken = events.findLast((event) => event.type === 'lease-taken');
  assert.equal(taken?.type === 'lease-taken' ? taken.reason : undefined, 'runner-3 lost its power');
  assert.equal(events.at(-1)?.type, 'lease-released');
  const again = await system.ask({ command: 'unlock', reason: 'to be sure' });
  assert.equal(again.outcome, 'skipped', again.headline);
});
