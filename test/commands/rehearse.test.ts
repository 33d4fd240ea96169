import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../../src/core/messages/errors.ts';
import { type RehearseSystem, rehearseSystem } from './rehearse-system.ts';

const first = '1.0.2--1.1.4';
const second = '1.1.4--1.2.1';

/** What people see of production. */
async function seen({ production }: RehearseSystem) {
  const answers = [await production.ask('/version'), await production.ask('/records/verify')];
  return { answers, migrations: await production.migrations(), log: await production.log() };
}

test('the whole path is rehearsed from one restore, once, and production is not touched', async (t) => {
  const system = await rehearseSystem(t);
  const before = await seen(system);
  await assert.rejects(system.asStep('run-1', 5 * 3_600_000), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.detail.happened, /No path was planned yet/);
    return true;
  });

  const whole = await system.atTerminal('run-2');
  assert.equal(whole.outcome, 'passed', whole.message?.happened);
  assert.match(whole.headline, /^Rehearsed the whole path on staging, 2 hops in .*; production was not touched\.$/);
  for (const id of [first, second]) assert.ok(whole.summary.includes(id.replace('--', ' → ')), whole.summary);
  assert.deepEqual(await system.hopsOf('backed-up'), [first]);
  assert.deepEqual(await system.hopsOf('restored'), [first]);
  assert.deepEqual(await system.hopsOf('carried-over'), [second]);
  assert.deepEqual(await system.hopsOf('rehearsed'), [first, second]);
  assert.equal((await system.staging.migrations()).version.split('-')[0], '1.2.1');

  const types = (await system.entries()).flatMap(({ event }) =>
    'environment' in event && event.environment === 'production' ? [event.type] : [],
  );
  assert.deepEqual(types, ['checked', 'backed-up']);
  assert.deepEqual(await seen(system), before);

  // It has passed: nothing is done on staging a second time.
  const done = (await system.entries()).length;
  const again = await system.atTerminal('run-3');
  assert.equal(again.outcome, 'passed', again.message?.happened);
  assert.match(again.headline, /^The whole path, 2 hops, had already been rehearsed on staging, and that still counts/);
  const since = (await system.entries()).slice(done).map(({ event }) => event.type);
  const acts = since.filter((type) => !['planned', 'checked', 'lease-taken', 'lease-released'].includes(type));
  assert.deepEqual(acts, []);
});

test('with its budget used up the rehearsal waits, and the next run continues where it stopped, on the same copy', async (t) => {
  const system = await rehearseSystem(t);
  await system.staging.faults('migrations-crawl=600000@1.1.4\n');
  await system.readProduction('run-1');
  const stopped = await system.asStep('run-1', 1000);
  assert.equal(stopped.outcome, 'waiting', stopped.headline);
  assert.match(stopped.message?.next ?? '', /continues to watch/);
  await system.staging.faults('');
  const ended = await system.asStep('run-2', 5 * 3_600_000);
  assert.equal(ended.outcome, 'passed', ended.message?.happened);
  assert.deepEqual(await system.hopsOf('restored'), [first]);
  assert.deepEqual(await system.hopsOf('rehearsed'), [first, second]);
});

test('a budget that ends before a hop starts leaves no lease behind for the next run to wait for', async (t) => {
  const system = await rehearseSystem(t);
  // The jobs of one workflow run act under one lease: the one that has read production still holds it.
  await system.readProduction('run-1');
  system.hurry(2000);
  const stopped = await system.asStep('run-1', 1000);
  system.hurry(0);
  assert.equal(stopped.outcome, 'waiting', stopped.headline);
  assert.match(stopped.headline, /^After .*, 0 of 2 hops are rehearsed\.$/);
  const types = (await system.entries()).map(({ event }) => event.type);
  assert.equal(types.at(-1), 'lease-released', types.join(' '));
  const ended = await system.asStep('run-2', 5 * 3_600_000);
  assert.equal(ended.outcome, 'passed', ended.message?.happened);
});

test('a hop that fails late is reported before production is touched, and the path is then rehearsed again', async (t) => {
  const system = await rehearseSystem(t);
  const before = await seen(system);
  await system.staging.faults('smoke-fails@1.2.1\n');
  const failed = await system.atTerminal('run-1');
  assert.equal(failed.outcome, 'failed', failed.headline);
  assert.match(failed.message?.means ?? '', /before production was affected/);
  assert.deepEqual(await system.hopsOf('rehearsed'), [first]);
  assert.deepEqual(await seen(system), before);

  await system.staging.faults('');
  const fixed = await system.atTerminal('run-2');
  assert.equal(fixed.outcome, 'passed', fixed.message?.happened);
  // What the failed hop has left on staging is not a copy to continue from: hop 1 is climbed there again, from a restore.
  assert.deepEqual(await system.hopsOf('rehearsal-voided'), [first]);
  assert.deepEqual(await system.hopsOf('restored'), [first, first]);
  assert.deepEqual(await system.hopsOf('rehearsed'), [first, first, second]);
  assert.deepEqual(await seen(system), before);
});
