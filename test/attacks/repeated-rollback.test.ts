import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseRepeatedRollback } from '../../src/core/decisions/rollback-again.ts';
import type { Entry } from '../../src/core/model/event.ts';
import { hop, World } from '../core/history/world.ts';

const production = {
  hop: { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest },
  environment: 'production',
} as const;
const deploying = { type: 'deploying', ...production, release: 'to', version: hop.to, deferred: true } as const;
const rolledBack = { type: 'rolled-back', ...production, to: hop.from, milliseconds: 1 } as const;
const run = { kind: 'github', id: '7001', attempt: 1, actor: 'engineer' } as const;
const rerun = { ...run, attempt: 2 } as const;
const inWorkflow = (world: World): readonly Entry[] => world.entries.map((entry) => ({ ...entry, run }));

test('a rollback that is re-run after production was deployed again asks for a new run', () => {
  const world = new World({ deferrable: true, proveRestorePoint: false });
  world.append(deploying);
  world.append(rolledBack);
  assert.equal(refuseRepeatedRollback(inWorkflow(world), hop, rerun), undefined, 'nothing was deployed since');

  world.append(deploying);
  const entries = inWorkflow(world);
  assert.equal(refuseRepeatedRollback(entries, hop, rerun)?.kind, 'refuse');
  assert.equal(refuseRepeatedRollback(entries, hop, run), undefined, 'the same attempt is not a re-run');
  assert.equal(refuseRepeatedRollback(entries, hop, { ...rerun, id: '7002' }), undefined, 'a new run may');
  assert.equal(refuseRepeatedRollback(entries, { id: 'another--hop' }, rerun), undefined);
});

test('a rollback that was not finished may be re-run', () => {
  const world = new World({ deferrable: true, proveRestorePoint: false });
  world.append(deploying);
  world.append({ type: 'rolling-back', ...production, to: hop.from });
  world.append(deploying);
  assert.equal(refuseRepeatedRollback(inWorkflow(world), hop, rerun), undefined);
});
