import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideMigrate } from '../../../src/core/decisions/migrate.ts';
import { decideSmoke } from '../../../src/core/decisions/smoke.ts';
import { awaitedOf, budgetEnded, decideWait, judgeWait } from '../../../src/core/decisions/wait.ts';
import type { Observation } from '../../../src/core/model/observation.ts';
import { hopSequence } from '../../../src/core/model/sequence.ts';
import { hop, World } from '../history/world.ts';

const failedNow = { kind: 'failed', current: 'v1 split-labels', error: 'the disk is full' } as const;

const here = {
  hop: { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest },
  environment: 'production',
} as const;

/** A hop that has reached the point of no return on production. */
function migrating(): World {
  const world = new World({ deferrable: true, proveRestorePoint: false });
  for (const step of hopSequence(world.traits)) {
    world.step(step);
    if (step.job === 'finalize' && step.id === 'migrate') break;
  }
  return world;
}

test('a release is waited for only where this hop has deployed it, or somebody else has', () => {
  for (const deferrable of [true, false]) {
    const world = new World({ deferrable, proveRestorePoint: false });
    const isRefused = (environment: 'production' | 'staging'): boolean =>
      decideWait(environment, world.situation(environment)).kind === 'refuse';
    for (const step of hopSequence(world.traits)) {
      const { environment, command } = step;
      const { version, answers } = world.servers[environment];
      if (command === 'wait') assert.equal(isRefused(environment), false, `${step.job} ${step.id}`);
      else if (answers && version !== hop.to)
        assert.equal(isRefused(environment), true, `before ${step.job} ${step.id}`);
      world.step(step);
    }
    assert.equal(isRefused('production'), false, 'the hop is complete');
  }
  const byHand = new World({ deferrable: true, proveRestorePoint: false });
  byHand.servers.production.version = hop.to;
  assert.equal(decideWait('production', byHand.situation('production')).kind, 'act');
  const refused = decideWait('staging', byHand.situation('staging'));
  assert.ok(refused.kind === 'refuse');
  assert.match(refused.message.happened, /Staging does not hold a restored backup of hop/);
});

function judged(world: World, retry = false) {
  world.servers.production.migrations = failedNow;
  const situation = { ...world.situation('production'), retry };
  return judgeWait(awaitedOf(situation, 'production'), situation.observation, hop);
}

test('a failed migration on production is reported each time, and gets to its gated start when a person asks for that', () => {
  const world = migrating();
  for (let round = 1; round <= 2; round++) {
    const told = judged(world);
    assert.ok(told?.kind === 'failed');
    assert.match(told.message.next, /staged-upgrade climb --retry/);
    assert.equal(decideMigrate('production', world.situation('production')).kind, 'failed', 'nobody has asked');
    assert.equal(judged(world, true)?.kind, 'already-done');
    const asked = { ...world.situation('production'), retry: true };
    const smoke = decideSmoke('production', 'to', asked);
    assert.equal(smoke.kind, 'already-done', 'the job comes to its end, so that the gated one is reached');
    const migrate = decideMigrate('production', asked);
    assert.ok(migrate.kind === 'act' && migrate.start);
    world.append({ ...here, type: 'migrating' });
  }
});

test('a migration that fails on staging is never started once more: a new run rehearses again', () => {
  const observation: Observation = {
    at: '2026-03-01T00:00:00Z',
    version: { kind: 'known', value: hop.to },
    serving: { kind: 'yes' },
    migrations: failedNow,
  };
  const end = judgeWait(
    { kind: 'migrated', environment: 'staging', startedAgainBy: 'migrate', leftToMigrate: false },
    observation,
    hop,
  );
  assert.ok(end?.kind === 'failed');
  assert.equal(end.message.next, 'Fix its cause, then start a new run: it rehearses again.');
});

test('a budget is shown in a suitable unit', () => {
  const observation: Observation = {
    at: '2026-03-01T00:00:00Z',
    version: { kind: 'known', value: hop.to },
    serving: { kind: 'yes' },
    migrations: { kind: 'running', current: 'v1', progress: { done: 25, total: 60 } },
  };
  for (const [milliseconds, told] of [
    [2000, '2.0 s'],
    [900_000, '15 min 0 s'],
    [18_000_000, '5 h 0 min'],
  ] as const) {
    const end = budgetEnded(observation, hop.to, milliseconds);
    assert.ok(end.kind === 'waiting');
    assert.equal(end.message.happened, `After ${told} the migration v1 is still running (25 of 60).`);
  }
});

test('a release that is deployed again is tested and approved again before its next migration is started', () => {
  const world = migrating();
  world.append({ ...here, type: 'deploying', release: 'to', version: hop.to, deferred: true });
  const situation = world.situation('production');
  assert.equal(awaitedOf(situation, 'production').kind, 'serving');
  assert.equal(decideMigrate('production', situation).kind, 'refuse');
});

test('a release that is deployed again after a failed migration is tested with it, and then gets to the gated start', () => {
  const world = migrating();
  const deploy = { ...here, release: 'to', version: hop.to, deferred: true } as const;
  world.append({ ...deploy, type: 'deploying' });
  world.append({ ...deploy, type: 'deployed', milliseconds: 1 });
  assert.equal(judged(world)?.kind, 'failed');
  assert.equal(decideSmoke('production', 'to', world.situation('production')).kind, 'failed');
  const asked = () => ({ ...world.situation('production'), retry: true });
  assert.equal(judged(world, true)?.kind, 'already-done');
  assert.equal(decideMigrate('production', asked()).kind, 'refuse', 'it is not tested yet');
  assert.equal(decideSmoke('production', 'to', asked()).kind, 'act');
  const tested = { ...here, release: 'to', version: hop.to, tests: [], milliseconds: 1 } as const;
  world.append({ ...tested, type: 'smoke-tested', migrations: 'failed' });
  const migrate = decideMigrate('production', asked());
  assert.ok(migrate.kind === 'act' && migrate.start);
});

test('a server that answers when the budget ends is not called down', () => {
  const observation: Observation = {
    at: '2026-03-01T00:00:00Z',
    version: { kind: 'known', value: hop.to },
    serving: { kind: 'yes' },
    migrations: { kind: 'pending', next: 'v1' },
  };
  const end = budgetEnded(observation, hop.to, 60_000);
  assert.ok(end.kind === 'unknown');
  assert.match(end.message.happened, /v1 is still pending/);
  assert.equal(end.message.means, `${hop.to} serves, but the state of its migrations is not known.`);
  const silent = budgetEnded({ ...observation, version: { kind: 'unknown', reason: 'no answer' } }, hop.to, 60_000);
  assert.ok(silent.kind === 'unknown');
  assert.equal(silent.message.means, 'It may be starting, or down.');
});
