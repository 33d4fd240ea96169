import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf } from '../../src/core/history/record.ts';
import { confirmableOf } from '../../src/core/history/rehearsal.ts';
import type { Entry } from '../../src/core/model/event.ts';
import { confirmationFor, gateNames, isConfirmed } from '../../src/core/model/gate.ts';
import { hop, World } from '../core/history/world.ts';

const reference = { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest };

function confirmable(entries: readonly Entry[]) {
  const found = confirmableOf(recordOf(entries, hop));
  assert.ok(found);
  return found;
}

test('a run that is re-run after production was rolled back does not open a dispatched gate with its first confirmation', () => {
  const world = new World({ deferrable: true, proveRestorePoint: false });
  world.append({ type: 'rehearsed', hop: reference, backup: 'a-backup' });
  const first = confirmable(world.entries);
  world.append({
    type: 'deploying',
    hop: reference,
    environment: 'production',
    release: 'to',
    version: hop.to,
    deferred: true,
  });
  assert.deepEqual(confirmable(world.entries), first, 'a deploy that was cut off is finished with the same words');
  world.append({ type: 'rolling-back', hop: reference, environment: 'production', to: hop.from });
  for (const gate of gateNames)
    assert.equal(isConfirmed(gate, confirmable(world.entries), confirmationFor(gate, first)), false);
  const second = confirmable(world.entries);
  world.append({ type: 'rehearsed', hop: reference, backup: 'a-backup' });
  assert.notDeepEqual(confirmable(world.entries), second);
});
