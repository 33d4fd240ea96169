import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvalSentence, countApprovals } from '../../src/report/approvals.ts';

const traits = { deferrable: true, proveRestorePoint: false };
const asked = { production: 'environment', finalize: 'environment', scope: 'path' } as const;

test('one approval for a whole path says how much it covers', () => {
  assert.equal(
    approvalSentence(countApprovals(6, traits, asked)),
    '1 approval will be asked for, before the first hop, and it is for the whole path: all 6 deploys on production and every start of migrations, up to 6 points of no return. Nobody is asked again; a hop whose rehearsal or tests fail still ends the climb.',
  );
  assert.match(
    approvalSentence(countApprovals(1, traits, asked)),
    /its deploy on production and the start of its migr/,
  );
  const open = approvalSentence(countApprovals(3, traits, { ...asked, finalize: 'none' }));
  assert.match(open, /all 3 deploys on production\. Nobody/);
});

test('a hop without migrations asks for no second approval, so a range is given', () => {
  const sentence = (hops: number, gates: Partial<Parameters<typeof countApprovals>[2]>): string =>
    approvalSentence(countApprovals(hops, traits, { ...asked, scope: 'hop', ...gates }));
  assert.equal(
    sentence(6, {}),
    '6 to 12 approvals will be asked for: 6 before production is deployed, and 1 more for each hop that brings migrations, before they start.',
  );
  assert.equal(
    sentence(1, {}),
    '1 or 2 approvals will be asked for: 1 before production is deployed, and 1 more if the hop brings migrations, before they start.',
  );
  assert.equal(sentence(2, { finalize: 'none' }), '2 approvals will be asked for, each before production is deployed.');
  assert.equal(
    sentence(2, { production: 'none' }),
    'At most 2 approvals will be asked for: before the migrations of a hop start, where it brings any.',
  );
});
