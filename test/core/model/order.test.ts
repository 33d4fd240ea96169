import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hopSequence } from '../../../src/core/model/sequence.ts';
import { hop, World } from '../history/world.ts';

const kinds = [
  { deferrable: true, proveRestorePoint: false },
  { deferrable: true, proveRestorePoint: true },
  { deferrable: false, proveRestorePoint: false },
] as const;

function climb(world: World): void {
  for (const step of hopSequence(world.traits)) {
    const end = world.step(step);
    assert.ok(end === 'act' || end === 'already-done', `${step.job}/${step.id} ended as ${end}`);
  }
}

/** What must hold for everything that was really done, whatever the order of the requests. */
function assertNothingWrong(world: World): void {
  const production = world.deeds.filter(({ environment }) => environment === 'production');
  const deploy = production.find(({ what }) => what === 'deploy');
  const migrate = production.find(({ what }) => what === 'migrate');
  assert.ok(
    production.every(({ what, confirmed }) => what !== 'restore' || confirmed === true),
    'production was restored over without a confirmation',
  );
  assert.ok(
    !production.some(({ what, version }) => what === 'deploy' && version === hop.from),
    'an older release was deployed on production',
  );
  if (deploy !== undefined) {
    const before = world.deeds.slice(0, deploy.sequence);
    assert.ok(
      before.some(({ what }) => what === 'restore-point'),
      'production was deployed without a restore point',
    );
    const onStaging = before.filter(({ environment }) => environment === 'staging');
    assert.ok(
      onStaging.some(({ what }) => what === 'restore'),
      'production was deployed before a backup was restored',
    );
    assert.ok(
      onStaging.some(({ what, version }) => what === 'deploy' && version === hop.to),
      'production was deployed first',
    );
    if (world.traits.deferrable) {
      assert.ok(
        onStaging.some(({ what }) => what === 'roll-back'),
        'the way back was not rehearsed',
      );
      assert.ok(
        onStaging.some(({ what }) => what === 'migrate'),
        'the migrations were not rehearsed',
      );
    }
  }
  if (migrate !== undefined) {
    assert.ok(deploy !== undefined && deploy.sequence < migrate.sequence, 'migrations were started before the deploy');
    const after = production.filter(({ sequence }) => sequence > migrate.sequence);
    const back = after.findIndex(({ what }) => what === 'roll-back');
    const restored = after.findIndex(({ what }) => what === 'restore');
    assert.ok(
      back === -1 || (restored !== -1 && restored < back),
      'went back after the point of no return without a restore',
    );
  }
}

for (const traits of kinds) {
  describe(
    traits.deferrable ? 'a product whose migrations can be deferred' : 'a product whose migrations run at start-up',
    () => {
      test('the steps in order complete the hop', () => {
        const world = new World(traits);
        climb(world);
        assert.equal(world.entries.at(-1)?.event.type, 'completed');
        assert.equal(world.servers.production.version, hop.to);
        assert.equal(world.servers.production.migrations.kind, 'done');
      });

      test('a second run over a finished hop does nothing', () => {
        const world = new World(traits);
        climb(world);
        const done = world.deeds.length;
        world.run = 'run-2';
        climb(world);
        assert.equal(world.deeds.length, done);
      });

      test('steps in any order, repeated and killed, never do anything wrong, and the hop can be finished afterwards', () => {
        const steps = hopSequence(traits);
        const move = fc.record({ index: fc.nat(steps.length - 1), killed: fc.boolean(), newRun: fc.boolean() });
        fc.assert(
          fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
            const world = new World(traits);
            for (const { index, killed, newRun } of moves) {
              if (newRun) world.run = `run-${world.entries.length}`;
              const step = steps[index];
              if (step !== undefined) world.step(step, killed);
            }
            assertNothingWrong(world);
            world.run = 'the-last-run';
            climb(world);
            assertNothingWrong(world);
            assert.equal(world.servers.production.version, hop.to);
            assert.equal(world.servers.production.migrations.kind, 'done');
          }),
          { numRuns: 2000 },
        );
      });

      test('the same holds mostly in order, with kills and rollbacks in between', () => {
        const steps = hopSequence(traits);
        const back = fc.constantFrom('no', 'redeploy', 'restore', 'restore, killed');
        const kill = fc.record({ at: fc.nat(steps.length - 1), back });
        fc.assert(
          fc.property(fc.array(kill, { maxLength: 6 }), (kills) => {
            const world = new World(traits);
            for (const [round, { at, back }] of kills.entries()) {
              world.run = `run-${round}`;
              steps.slice(0, at).map((step) => world.step(step));
              const last = steps[at];
              if (last !== undefined) world.step(last, true);
              if (back !== 'no')
                world.rollback('production', back === 'restore, killed', back === 'redeploy' ? undefined : hop.id);
              assertNothingWrong(world);
            }
            world.run = 'the-last-run';
            // A rollback that was started must be finished before anything else, a restore by whoever types the hop.
            const { promotion, unfinishedRollback } = world.situation('production');
            if (promotion.restoring !== undefined) world.rollback('production', false, hop.id);
            else if (unfinishedRollback !== undefined) world.rollback('production');
            climb(world);
            assertNothingWrong(world);
          }),
          { numRuns: 500 },
        );
      });
    },
  );
}
