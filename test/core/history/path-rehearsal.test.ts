import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathRehearsalOf } from '../../../src/core/history/path-rehearsal.ts';
import { recordOf } from '../../../src/core/history/record.ts';
import { rehearsalOf } from '../../../src/core/history/rehearsal.ts';
import type { HopReference, JournalEvent } from '../../../src/core/model/event.ts';
import { World } from './world.ts';

const first: HopReference = { id: '1.0.2--1.1.4', from: '1.0.2', to: '1.1.4', digest: 'a'.repeat(64) };
const second: HopReference = { id: '1.1.4--1.2.1', from: '1.1.4', to: '1.2.1', digest: 'b'.repeat(64) };
const backup = 'rehearsal-1';
const day = 86_400_000;

function restored(hop: HopReference): JournalEvent[] {
  const here = { hop, environment: 'staging', backup } as const;
  return [
    { ...here, type: 'restoring' },
    { ...here, type: 'restored', proved: true, tables: 1, rows: 1, milliseconds: 1 },
  ];
}

const firstPassed: readonly JournalEvent[] = [...restored(first), { type: 'rehearsed', hop: first, backup }];
const carried: JournalEvent = { type: 'carried-over', hop: second, environment: 'staging', backup, after: first.id };
const secondFailed: JournalEvent = {
  type: 'ended',
  hop: second,
  environment: 'staging',
  command: 'deploy',
  outcome: 'failed',
  message: 'The disk is full.',
};

/** Staging runs what the first hop has left, unless something else is given. */
function worldWith(events: readonly JournalEvent[], version = second.from): World {
  const world = new World({ deferrable: false, proveRestorePoint: false });
  world.servers.staging.version = version;
  for (const event of events) world.append(event);
  return world;
}

const traits = { deferrable: true, proveRestorePoint: false };

function rehearsalIn(world: World): string {
  const terms = { now: new Date(world.time), rehearsalMaxAge: 7 * day, traits };
  const rehearsal = pathRehearsalOf(world.entries, [first, second], world.observe('staging'), terms);
  return rehearsal.kind === 'anew' ? `anew: ${rehearsal.passed.map(({ id }) => id).join()}` : rehearsal.kind;
}

test('a path starts, continues where a hop ended or a run stopped, and has passed with its last hop', () => {
  assert.equal(rehearsalIn(worldWith([])), 'go-on');
  assert.equal(rehearsalIn(worldWith(restored(first))), 'go-on');
  assert.equal(rehearsalIn(worldWith(firstPassed)), 'go-on');
  assert.equal(rehearsalIn(worldWith([...firstPassed, carried])), 'go-on');
  assert.equal(rehearsalIn(worldWith([...firstPassed, carried, { type: 'rehearsed', hop: second, backup }])), 'passed');
});

test('after a hop that failed, or when staging was used for something else, the path is started again', () => {
  const again = `anew: ${first.id}`;
  assert.equal(rehearsalIn(worldWith([...firstPassed, carried, secondFailed])), again);
  assert.equal(rehearsalIn(worldWith(firstPassed, '1.0.2')), again);
  assert.equal(rehearsalIn(worldWith([...firstPassed, ...restored({ ...first, digest: 'c'.repeat(64) })])), again);
  const silent = worldWith(firstPassed);
  silent.servers.staging.answers = false;
  assert.equal(rehearsalIn(silent), again);
});

test('a rehearsal that was voided does not count until staging is restored for it again', () => {
  const voided = {
    type: 'rehearsal-voided',
    hop: first,
    environment: 'staging',
    because: 'it is started again',
  } as const;
  const world = worldWith([...firstPassed, voided]);
  const kind = () => rehearsalOf(world.entries, recordOf(world.entries, first), traits).kind;
  assert.equal(kind(), 'void');
  for (const event of restored(first)) world.append(event);
  assert.equal(kind(), 'started');
});

test('the rehearsal of a hop that was started on production is never given up for another one', () => {
  const deploying = {
    hop: first,
    environment: 'production',
    release: 'to',
    version: first.to,
    deferred: false,
  } as const;
  const started = worldWith([...firstPassed, { type: 'deploying', ...deploying }], '1.0.2');
  assert.equal(rehearsalIn(started), 'started');
  started.append({ type: 'rolled-back', hop: first, environment: 'production', to: first.from, milliseconds: 1 });
  assert.equal(rehearsalIn(started), `anew: ${first.id}`);
});

test('a rehearsal that is too old is repeated, and so are those after it on the path', () => {
  const world = worldWith(firstPassed);
  world.time += 5 * day;
  world.append(carried);
  world.append({ type: 'rehearsed', hop: second, backup });
  assert.equal(rehearsalIn(world), 'passed');
  world.time += 3 * day;
  assert.equal(rehearsalIn(world), `anew: ${second.id}`);
  world.time += 5 * day;
  assert.equal(rehearsalIn(world), 'go-on', 'neither counts any more');
});
