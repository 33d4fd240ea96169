import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurations } from './configuration.ts';
import { simulate } from './scenario.ts';

/** `npm run simulate` continues from there. */
const seeds = 40;

test('in whatever goes wrong nothing is lost, out of order or left without a way out', async () => {
  const read = configurations();
  for (let seed = 1; seed <= seeds; seed++) {
    const { violations, trace } = await simulate(seed, read);
    const told = violations.map(({ invariant, text }) => `${invariant}: ${text}`).join('\n');
    assert.equal(told, '', `seed ${seed}\n${trace.slice(-40).join('\n')}`);
  }
});

test('a seed happens the same way every time', async () => {
  for (const seed of [3, 8, 21]) {
    const [one, other] = [await simulate(seed), await simulate(seed)];
    assert.deepEqual(one.trace, other.trace);
    assert.ok(one.entries > 5);
  }
});
