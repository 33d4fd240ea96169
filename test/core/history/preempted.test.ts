import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stillAtWork } from '../../../src/core/history/preempted.ts';
import type { Entry, JournalEvent } from '../../../src/core/model/event.ts';
import { runName } from '../../../src/core/model/event-sentence.ts';
import { runOf } from '../../journal/fixtures.ts';

const hop = { id: '1.0.2--1.1.4', from: '1.0.2', to: '1.1.4', digest: 'a'.repeat(64) };
const at = '2026-03-01T02:00:00.000Z';
const climb = runOf('climb');
const rollback = runOf('rollback');

function entries(...entriesOfRuns: readonly (readonly [typeof climb, JournalEvent])[]): Entry[] {
  return entriesOfRuns.map(([run, event], index) => ({
    format: 1,
    sequence: index + 1,
    previous: '',
    at,
    system: 'records',
    run,
    event,
    hash: '',
  }));
}

const onProduction = { hop, environment: 'production' } as const;
const deploying = { ...onProduction, type: 'deploying', release: 'to', version: hop.to, deferred: true } as const;
const deployed = { ...deploying, type: 'deployed', milliseconds: 1 } as const;
const refused = { ...onProduction, type: 'ended', command: 'deploy', outcome: 'refused', message: 'Lost.' } as const;
const preempts = (preempted?: string) =>
  ({
    type: 'lease-taken',
    fence: 2,
    owner: runName(rollback),
    expiresAt: at,
    ...(preempted === undefined ? {} : { preempted }),
  }) as const;

test('a run is at work from its start on production until it reports how that ended', () => {
  const owner = runName(rollback);
  const takes = preempts(runName(climb));
  assert.equal(stillAtWork(entries([climb, deploying], [rollback, takes]), owner), runName(climb));
  assert.equal(stillAtWork(entries([climb, deploying], [rollback, takes], [climb, refused]), owner), undefined);
  assert.equal(stillAtWork(entries([climb, deploying], [climb, deployed], [rollback, takes]), owner), undefined);
  const onStaging = { ...deploying, environment: 'staging' } as const;
  assert.equal(stillAtWork(entries([climb, onStaging], [rollback, takes]), owner), undefined);
});

test('a rollback that has restored the data is at work until its release is deployed', () => {
  const owner = runName(rollback);
  const takes = preempts(runName(climb));
  const restoring = [climb, { ...onProduction, type: 'restoring', backup: 'b1' }] as const;
  const whole = { backup: 'b1', proved: true, tables: 1, rows: 1, milliseconds: 1 } as const;
  const restored = [climb, { ...onProduction, type: 'restored', ...whole }] as const;
  const inPlace = [climb, { ...onProduction, type: 'put-in-place', release: 'from', version: hop.from }] as const;
  assert.equal(stillAtWork(entries(restoring, restored, [rollback, takes]), owner), runName(climb));
  assert.equal(stillAtWork(entries(restoring, restored, [rollback, takes], inPlace), owner), undefined);
});

test('a run whose lease expired is not waited for', () => {
  assert.equal(stillAtWork(entries([climb, deploying], [rollback, preempts()]), runName(rollback)), undefined);
});

test('a rollback that died before it had waited does not hide whom it preempted', () => {
  const second = runOf('second rollback');
  const takes = preempts(runName(climb));
  const takesAgain = { ...preempts(runName(rollback)), fence: 3, owner: runName(second) };
  const entriesOfRuns = [[climb, deploying] as const, [rollback, takes] as const, [second, takesAgain] as const];
  assert.equal(stillAtWork(entries(...entriesOfRuns), runName(second)), runName(climb));
  assert.equal(stillAtWork(entries(...entriesOfRuns, [climb, refused]), runName(second)), undefined);
});

test('two runs that have preempted each other only wait for each other', () => {
  const first = { ...preempts(runName(climb)), fence: 2 };
  const back = { ...preempts(runName(rollback)), fence: 3, owner: runName(climb) };
  assert.equal(stillAtWork(entries([rollback, first], [climb, back], [climb, deploying]), runName(climb)), undefined);
});
