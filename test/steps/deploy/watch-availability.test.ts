import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Availability, availabilityText } from '../../../src/core/timing/availability.ts';
import { watchAvailability } from '../../../src/steps/deploy/watch-availability.ts';
import type { Clock } from '../../../src/world/clock.ts';

/** One letter for each health check: `+` good, `-` bad, `s` good after 700 ms. A check comes every 200 ms. */
async function seen(answers: string): Promise<Availability | undefined> {
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
    const answer = answers[asked - 1];
    if (answer === 's') now += 700;
    return answer === '-' ? ({ kind: 'no', reason: 'starting' } as const) : ({ kind: 'yes' } as const);
  };
  const watch = watchAvailability(health, clock, new AbortController().signal);
  await allAsked.promise;
  return await watch.stop();
}

const downtimeOf = async (answers: string) => (await seen(answers))?.downtimeMilliseconds;

test('what is reported about the downtime of a deploy', async () => {
  assert.equal(await downtimeOf('++++'), 0, 'never down');
  assert.equal(await downtimeOf('++---+'), 600, 'from the first bad to the next good answer');
  assert.equal(await downtimeOf('+-+--+'), 600, 'down twice');
  assert.equal(await downtimeOf('-+--+'), 400, 'a bad answer before the first good one is not counted');
  assert.equal(await downtimeOf('+---'), 600, 'still down when the watch ends');
  assert.equal(await downtimeOf('----'), undefined, 'never seen serving');
  assert.equal(await downtimeOf('--++'), undefined, 'a server that was down and came up: not a downtime of 0');
});

test('the change of the system waits for the first look', async () => {
  const clock: Clock = { now: () => new Date(0), sleep: () => new Promise(() => undefined) };
  const looked = Promise.withResolvers<{ kind: 'yes' }>();
  const order: string[] = [];
  const watch = watchAvailability(() => looked.promise, clock, new AbortController().signal);
  const changed = watch.started.then(() => order.push('changed'));
  await new Promise(setImmediate);
  order.push('seen');
  looked.resolve({ kind: 'yes' });
  await changed;
  assert.deepEqual(order, ['seen', 'changed']);
});

test('nothing is reported about a system that has no health probe', async () => {
  const watch = watchAvailability(
    undefined,
    { now: () => new Date(0), sleep: async () => undefined },
    new AbortController().signal,
  );
  await watch.started;
  assert.equal(await watch.stop(), undefined);
});

test('the longest gap, the failed checks and how soon the good ones were answered', async () => {
  const counted = await seen('++-+---+s+');
  assert.ok(counted);
  const { medianMilliseconds, ...rest } = counted;
  assert.deepEqual(rest, {
    looks: 10,
    failed: 4,
    downtimeMilliseconds: 800,
    longestGapMilliseconds: 600,
    slowestMilliseconds: 700,
  });
  assert.ok(medianMilliseconds <= 1);
  assert.equal((await seen('+---'))?.longestGapMilliseconds, 600, 'one that has not ended');
  assert.equal((await seen('sssss+'))?.medianMilliseconds, 700);
});

test('what a person reads about it', async () => {
  const [down, up] = [await seen('++-+---+s+'), await seen('+++')];
  assert.ok(down && up);
  assert.match(
    availabilityText(down),
    /^Not serving for under 1 s, at most under 1 s at a time: 4 of 10 health checks failed; the others were answered in . ms \(median\), at most 700 ms\.$/,
  );
  assert.match(availabilityText(up), /^It kept serving: none of 3 health checks failed; they were answered in 0 ms/);
});
