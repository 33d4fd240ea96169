import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchDowntime } from '../../../src/steps/deploy/downtime.ts';
import type { Clock } from '../../../src/world/clock.ts';

/** One letter for each time that health is asked for: `+` good, `-` bad. A look comes every 200 ms. */
async function downtimeOf(answers: string): Promise<number | undefined> {
  let now = 0;
  let asked = 0;
  const allAsked = Promise.withResolvers<void>();
  const clock: Clock = {
    now: () => new Date(now),
    sleep: async (milliseconds, signal) => {
      now += milliseconds;
      if (asked < answers.length) return;
      allAsked.resolve();
      await new Promise((_resolve, reject) => signal?.addEventListener('abort', reject, { once: true }));
    },
  };
  const health = async () => {
    asked += 1;
    return answers[asked - 1] === '+' ? ({ kind: 'yes' } as const) : ({ kind: 'no', reason: 'starting' } as const);
  };
  const watch = watchDowntime(health, clock, new AbortController().signal);
  await allAsked.promise;
  return await watch.stop();
}

test('what is told of the downtime of a deploy', async () => {
  assert.equal(await downtimeOf('++++'), 0, 'never down');
  assert.equal(await downtimeOf('++---+'), 600, 'from the first bad to the next good answer');
  assert.equal(await downtimeOf('+-+--+'), 600, 'down twice');
  assert.equal(await downtimeOf('-+--+'), 400, 'a bad answer before the first good one is not counted');
  assert.equal(await downtimeOf('+---'), 600, 'still down when the watch ends');
  assert.equal(await downtimeOf('----'), undefined, 'never seen serving');
  assert.equal(await downtimeOf('--++'), undefined, 'a server that was down and came up: not a downtime of 0');
});
