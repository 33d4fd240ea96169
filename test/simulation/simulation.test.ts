import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurations } from './configuration.ts';
import { type Outcome, simulate } from './scenario.ts';

/** `npm run simulate` continues from there. */
const seeds = 40;
/** Of these each happens twice. */
const repeated = [3, 8, 21];
const before = new Map<number, Outcome>();

test('whatever goes wrong, nothing is lost, out of order or left without a remedy', async () => {
  const read = configurations();
  for (let seed = 1; seed <= seeds; seed++) {
    const outcome = await simulate(seed, read);
    const { violations, trace } = outcome;
    if (repeated.includes(seed)) before.set(seed, outcome);
    const messages = violations.map(({ invariant, text }) => `${invariant}: ${text}`).join('\n');
    assert.equal(messages, '', `seed ${seed}\n${trace.slice(-40).join('\n')}`);
  }
});

test('a seed happens the same way every time', async () => {
  for (const seed of repeated) {
    const one = before.get(seed) ?? (await simulate(seed));
    const other = await simulate(seed);
    assert.deepEqual(one.trace, other.trace);
    assert.ok(other.entries > 5);
  }
});
