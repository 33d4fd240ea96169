import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LeaseLost } from '../../src/journal/lease-holding.ts';
import { systemClock } from '../../src/world/clock.ts';

test('an aborted sleep says why: a lost lease is not a defect', async () => {
  const stop = new AbortController();
  const lost = new LeaseLost('terminal 2/1');
  const sleeping = systemClock.sleep(60_000, stop.signal);
  stop.abort(lost);
  await assert.rejects(sleeping, (error) => error === lost);
  await assert.rejects(systemClock.sleep(60_000, stop.signal), (error) => error === lost);
});
