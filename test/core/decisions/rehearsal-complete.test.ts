import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf } from '../../../src/core/history/record.ts';
import { isComplete, rehearsalOf } from '../../../src/core/history/rehearsal.ts';
import { hop } from '../history/world.ts';
import { entriesOf } from './table/chronicle.ts';
import { type Checkpoint, endedWithout, ladderOf } from './table/rehearsals.ts';

function isCompleteWithout(missing: Checkpoint | undefined, deferrable: boolean): boolean {
  const entries = entriesOf(endedWithout(missing, deferrable));
  const traits = { deferrable, proveRestorePoint: false };
  const rehearsal = rehearsalOf(entries, recordOf(entries, hop), traits);
  return rehearsal.kind === 'started' && isComplete(rehearsal, traits);
}

for (const deferrable of [true, false]) {
  const what = deferrable ? 'with a rollback window' : 'whose migrations run at start-up';
  test(`a rehearsal ${what} is complete with all of its checkpoints, and without any one of them it is not`, () => {
    assert.equal(isCompleteWithout(undefined, deferrable), true);
    const enough = ladderOf(deferrable).filter((missing) => isCompleteWithout(missing, deferrable));
    assert.deepEqual(enough, []);
  });
}
