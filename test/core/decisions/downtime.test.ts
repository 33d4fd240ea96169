import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideDowntime } from '../../../src/core/decisions/downtime.ts';
import type { Availability } from '../../../src/core/timing/availability.ts';

const seen: Availability = {
  looks: 400,
  failed: 60,
  downtimeMilliseconds: 12_000,
  longestGapMilliseconds: 12_000,
  medianMilliseconds: 4,
  slowestMilliseconds: 90,
};

test('without a staging, an interruption that was too long on production stops what comes after', () => {
  const decision = decideDowntime(seen, 10_000, { to: '2x-r6g.large', environment: 'production' });
  assert.ok(decision?.kind === 'failed');
  assert.match(decision.message.happened, /production was interrupted for 12\.0 s; "rehearsal\.max-downtime" is 10/);
  assert.match(decision.message.means, /It is in place\. What follows was not started/);
  assert.doesNotMatch(decision.message.means, /was not touched/);
  assert.equal(decideDowntime(seen, 15_000, { to: '2x-r6g.large', environment: 'production' }), undefined);
});

test('a downtime that was not measured fails a rehearsal, but does not stop production half way', () => {
  const unseen = 'it was not serving before';
  assert.equal(decideDowntime(unseen, 10_000, { to: '1.1.4', environment: 'staging' })?.kind, 'failed');
  assert.equal(decideDowntime(unseen, 10_000, { to: '2x-r6g.large', environment: 'production' }), undefined);
});
