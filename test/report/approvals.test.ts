import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvalSentence, countApprovals } from '../../src/report/approvals.ts';

const traits = { deferrable: true, proveRestorePoint: false };
const asked = { production: 'environment', finalize: 'environment', scope: 'path' } as const;

test('one approval for a whole path says how much it lets through', () => {
  assert.equal(
    approvalSentence(countApprovals(6, traits, asked)),
    '1 approval will be asked for, before the first hop, and it is for the whole path: all 6 deploys on production and every start of migrations, 6 points of no return. Nobody is asked again; a hop whose rehearsal or tests fail still ends the climb.',
  );
  assert.match(
    approvalSentence(countApprovals(1, traits, asked)),
    /its deploy on production and the start of its migr/,
  );
  const open = approvalSentence(countApprovals(3, traits, { ...asked, finalize: 'none' }));
  assert.match(open, /all 3 deploys on production\. Nobody/);
});
