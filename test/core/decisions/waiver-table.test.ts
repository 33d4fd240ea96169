import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideBackup } from '../../../src/core/decisions/backup.ts';
import { decideDeploy } from '../../../src/core/decisions/deploy.ts';
import { decideRollback } from '../../../src/core/decisions/rollback.ts';
import { type HopTraits, hopSequence } from '../../../src/core/model/sequence.ts';
import { World } from '../history/world.ts';

/* Every possible product, by what it has: who may go to production without a rehearsal, or without a restore point. */

const run = { id: 'test', attempt: 1 };
const reason = 'A second cluster of that size is not to be had.';
const both = [true, false];
const products: readonly HopTraits[] = both.flatMap((hasStages) =>
  both.flatMap((isDataless) =>
    both.flatMap((isWaived) =>
      both.map((isReversible) => ({
        deferrable: false,
        proveRestorePoint: false,
        ...(hasStages ? { stages: { reversible: isReversible ? ['1.1.4'] : [] } } : {}),
        ...(isDataless ? { dataless: true as const } : {}),
        ...(isWaived ? { waiver: reason } : {}),
      })),
    ),
  ),
);

/** Production is where the hop starts, healthy; nothing of the hop was done except what is given. */
function situationOf(traits: HopTraits, events: readonly ('waived' | 'restore-point' | 'deploying')[] = []) {
  const world = new World(traits);
  const { hop } = world.situation('production');
  const here = { hop, environment: 'production' } as const;
  for (const event of events) {
    if (event === 'waived') world.append({ type: 'rehearsal-waived', hop, because: traits.waiver ?? '' });
    else if (event === 'deploying')
      world.append({ ...here, type: 'deploying', release: 'to', version: hop.to, deferred: false });
    else
      world.append({
        ...here,
        type: 'backed-up',
        purpose: 'restore-point',
        backup: 'point',
        version: hop.from,
        dataAt: new Date(world.time).toISOString(),
        bytes: 1,
        milliseconds: 1,
      });
  }
  return world.situation('production');
}

test('a hop goes to production without a rehearsal only if a path of stages waives it, and the decision says why', () => {
  for (const traits of products) {
    const situation = situationOf(traits, ['waived', ...(traits.dataless ? [] : ['restore-point' as const])]);
    const decision = decideDeploy('production', 'to', situation, situation.record.entries.at(-1)?.run ?? run);
    const may = traits.stages !== undefined && traits.waiver !== undefined;
    assert.equal(decision.kind, may ? 'act' : 'refuse', JSON.stringify(traits));
    if (decision.kind === 'act') assert.ok(decision.because.includes(`The rehearsal is waived: "${reason}".`));
    if (decision.kind === 'refuse' && traits.waiver !== undefined)
      assert.match(decision.message.happened, /waives staging, and this product has releases/);
  }
});

test('a waived hop goes to production only when the reason is on record', () => {
  for (const traits of products.filter(({ stages, waiver }) => stages !== undefined && waiver !== undefined)) {
    const decisions = [
      decideDeploy('production', 'to', situationOf(traits, traits.dataless ? [] : ['restore-point']), run),
      ...(traits.dataless ? [] : [decideBackup('restore-point', situationOf(traits), { stored: [], run, data: [] })]),
    ];
    for (const decision of decisions) {
      assert.ok(decision.kind === 'refuse', JSON.stringify(traits));
      assert.match(decision.message.happened, /does not record yet that hop .* goes to production without a rehearsal/);
      assert.match(decision.message.next, /staged-upgrade check --hop/);
    }
  }
});

test('only a hop without data goes to production without a restore point', () => {
  for (const traits of products) {
    const decision = decideDeploy('production', 'to', situationOf(traits), run);
    if (decision.kind === 'act') assert.equal(traits.dataless, true, JSON.stringify(traits));
  }
});

test('without data no backup is taken for any purpose; with a waiver none for a rehearsal', () => {
  for (const traits of products.filter(({ dataless, waiver }) => dataless === true || waiver !== undefined)) {
    for (const purpose of ['rehearsal', 'restore-point'] as const) {
      const decision = decideBackup(purpose, situationOf(traits), { stored: [], run, data: [] });
      const skipped = traits.dataless === true || purpose === 'rehearsal';
      assert.equal(decision.kind === 'already-done', skipped, `${purpose} ${JSON.stringify(traits)}`);
    }
  }
});

test('a stage that was started is rolled back in its own way, by the restore point, or not at all', () => {
  for (const traits of products.filter(({ stages }) => stages !== undefined)) {
    const situation = situationOf(traits, traits.dataless ? ['deploying'] : ['restore-point', 'deploying']);
    const decision = decideRollback('production', situation, { stored: [], confirm: undefined });
    const isReversible = traits.stages?.reversible.length === 1;
    assert.equal(decision.kind, isReversible ? 'act' : 'refuse');
    if (decision.kind === 'act') assert.equal(decision.way, 'redeploy');
    if (decision.kind === 'refuse') assert.match(decision.message.happened, /does not say how to go back from it/);
  }
});

test('the steps of a hop omit what it has nothing for', () => {
  for (const traits of products) {
    const steps = hopSequence(traits);
    assert.equal(
      steps.some(({ job }) => job === 'rehearse'),
      traits.waiver === undefined,
    );
    assert.equal(
      steps.some(({ environment }) => environment === 'staging'),
      traits.waiver === undefined,
    );
    assert.equal(
      steps.some(({ id, job }) => id === 'backup' && job === 'promote'),
      traits.dataless !== true,
    );
    assert.equal(
      steps.some(({ id, job }) => id === 'backup' && job === 'read'),
      traits.dataless !== true && traits.waiver === undefined,
    );
  }
});
