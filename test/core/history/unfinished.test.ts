import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unfinishedClimb } from '../../../src/core/history/unfinished.ts';
import type { JournalEvent, Operation } from '../../../src/core/model/event.ts';
import { hop, World } from './world.ts';

const reference = { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest };
const onProduction = { hop: reference, environment: 'production' } as const;

function planned(operation: Operation, target: string = hop.to): JournalEvent {
  const manual = [
    { id: 'copy-the-keys', text: 'Copy the keys.', acknowledged: true },
    { id: 'tell-the-wards', text: 'Tell the wards.', acknowledged: false },
  ];
  return { type: 'planned', current: hop.from, target, hops: [{ ...reference, manual }], operation };
}

function ended(outcome: 'waiting' | 'failed' | 'unknown' | 'refused'): JournalEvent {
  return { ...onProduction, type: 'ended', command: 'deploy', outcome, message: 'It is 14:10, and no window is open.' };
}

function after(...events: readonly JournalEvent[]): string {
  const world = new World({ deferrable: true, proveRestorePoint: false });
  for (const event of events) world.append(event);
  const found = unfinishedClimb(world.entries);
  return found.kind === 'waits' ? `waits: ${found.target}, ${found.acknowledged.join()}` : found.because;
}

test('a waiting climb is continued, to the same target and with the same manual steps done', () => {
  assert.equal(after(planned('climb'), ended('waiting')), 'waits: 1.1.4, copy-the-keys');
});

test('a climb whose run died is continued', () => {
  const deploying = { ...onProduction, type: 'deploying', release: 'to', version: hop.to, deferred: true } as const;
  assert.equal(after(planned('climb'), deploying), 'waits: 1.1.4, copy-the-keys');
});

test('a climb that nobody started is never started', () => {
  assert.equal(after(), 'Nobody has started a climb yet.');
  assert.equal(after(planned('plan')), 'Nobody has started a climb yet.');
  assert.equal(after(planned('rehearse'), ended('waiting')), 'Nobody has started a climb yet.');
});

test('a look at another path in between changes nothing', () => {
  assert.equal(after(planned('climb'), ended('waiting'), planned('plan', '9.9.9')), 'waits: 1.1.4, copy-the-keys');
});

test('what failed, was refused or stopped is left to people, even if another leg waits behind it', () => {
  for (const outcome of ['failed', 'refused', 'unknown'] as const) {
    assert.match(
      after(planned('climb'), ended(outcome), ended('waiting')),
      new RegExp(`ended as ${outcome} on 1 Mar 2026 00:00 UTC`),
    );
  }
});

test('a person who starts a climb again has looked', () => {
  assert.equal(after(planned('climb'), ended('failed'), planned('climb')), 'waits: 1.1.4, copy-the-keys');
});

test('a hop that was rolled back is not climbed again automatically', () => {
  const back = { ...onProduction, type: 'rolled-back', to: hop.from, milliseconds: 1 } as const;
  assert.match(
    after(planned('climb'), ended('waiting'), back),
    /^Hop 1\.0\.2--1\.1\.4 was rolled back on 1 Mar 2026 00:00 UTC/,
  );
});

test('a climb that is complete is over', () => {
  assert.equal(after(planned('climb'), { type: 'completed', hop: reference }), 'The climb to 1.1.4 is complete.');
});
