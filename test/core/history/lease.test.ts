import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  decideLease,
  defaultMarginMilliseconds,
  isCurrent,
  leaseOwner,
  leaseState,
} from '../../../src/core/history/lease.ts';
import type { Entry, JournalEvent } from '../../../src/core/model/event.ts';
import type { Journal } from '../../../src/journal/journal.ts';
import { type HeldLease, LeaseLost, takeLease } from '../../../src/journal/lease-holding.ts';
import type { Clock } from '../../../src/world/clock.ts';
import { checked, clockAt, runOf } from '../../journal/fixtures.ts';
import { type MemoryFiles, memoryJournal } from '../../support/memory-journal.ts';

const start = '2026-03-01T02:00:00.000Z';
const minute = 60_000;

/** Journals of several runs on the same files, each run with its own idea of the time. */
function runsOn(files: MemoryFiles, base: Clock) {
  return (id: string, ahead = 0, attempt = 1) => {
    const run = runOf(id, attempt);
    const clock: Clock = { now: () => new Date(base.now().getTime() + ahead), sleep: base.sleep };
    const journal = memoryJournal(files, { system: 'records', run }, clock);
    const take = (preempt = false) => takeLease(journal, { run, clock, milliseconds: 10 * minute, preempt });
    return { run, clock, journal, take };
  };
}

async function taken(answer: Promise<Awaited<ReturnType<typeof takeLease>>>): Promise<HeldLease> {
  const result = await answer;
  assert.equal(result.kind, 'taken');
  return result.lease;
}

test('of many runs that start at once exactly one gets the lease, and the others learn which', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 6 }), async (count) => {
      const runner = runsOn([], clockAt(start));
      const runs = Array.from({ length: count }, (_, index) => runner(String(index)));
      const answers = await Promise.all(runs.map(({ take }) => take()));
      const winners = runs.filter((_, index) => answers[index]?.kind === 'taken');
      assert.equal(winners.length, 1);
      const owner = leaseOwner(winners[0]?.run ?? runOf('none'));
      for (const answer of answers) if (answer.kind === 'held-by') assert.equal(answer.owner, owner);
    }),
    { numRuns: 20 },
  );
});

test('no run takes a lease that its owner still relies on, and two are never held at once', async () => {
  const step = fc.record({
    who: fc.nat(3),
    what: fc.constantFrom('take', 'take', 'confirm', 'release', 'preempt'),
    wait: fc.integer({ min: 0, max: 8 * minute }),
  });
  const half = defaultMarginMilliseconds / 2;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -half, max: half }), { minLength: 4, maxLength: 4 }),
      fc.array(step, { maxLength: 25 }),
      async (skews, steps) => {
        const base = clockAt(start);
        const runner = runsOn([], base);
        const runs = skews.map((ahead, index) => ({ ...runner(String(index), ahead), held: [] as HeldLease[] }));
        let highest = 0;
        for (const { who, what, wait } of steps) {
          base.move(wait);
          const actor = runs[who];
          assert(actor);
          const before = leaseState(await actor.journal.read());
          const owner = runs.find(({ run }) => before.held && leaseOwner(run) === before.held.owner);
          if (what === 'take' || what === 'preempt') {
            const answer = await actor.take(what === 'preempt');
            if (answer.kind === 'held-by') continue;
            actor.held.push(answer.lease);
            const ownerCountsOnIt =
              before.held &&
              owner &&
              owner !== actor &&
              owner.clock.now().getTime() <= Date.parse(before.held.expiresAt);
            assert(what === 'preempt' || !ownerCountsOnIt, 'a lease was taken from a run that counts on it');
            if (owner !== actor) assert(answer.lease.fence > highest, 'a new owner has a higher fence');
            highest = Math.max(highest, answer.lease.fence);
          } else {
            const lease = actor.held.at(-1);
            if (what === 'release') await lease?.release();
            else await lease?.confirm();
          }
          const standing = new Set<number>();
          const entries = await actor.journal.read();
          for (const { run, held } of runs) {
            for (const { fence } of held) if (isCurrent(entries, fence)) standing.add(Number(run.id));
          }
          assert(standing.size <= 1, 'two runs may act at once');
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a rollback does not wait, and the run that it overtook refuses from then on', async () => {
  const runner = runsOn([], clockAt(start));
  const upgrade = runner('upgrade');
  const rollback = runner('rollback');
  const first = await taken(upgrade.take());
  assert.deepEqual(await first.confirm(), { kind: 'current' });
  assert.equal((await rollback.take()).kind, 'held-by');
  const second = await taken(rollback.take(true));
  assert(second.fence > first.fence);
  assert.deepEqual(await first.confirm(), { kind: 'lost', to: 'github rollback' });
  await first.release();
  assert.deepEqual(await second.confirm(), { kind: 'current' }, 'the late release of the overtaken run does nothing');
  await second.release();
  assert.equal((await taken(upgrade.take())).fence, second.fence + 1);
});

test('a run that takes the lease twice has it once; its next attempt raises the fence at once', async () => {
  const runner = runsOn([], clockAt(start));
  const first = runner('7');
  const lease = await taken(first.take());
  assert.equal((await taken(first.take())).fence, lease.fence);
  const again = await taken(runner('7', 0, 2).take());
  assert.equal(again.fence, lease.fence + 1);
  assert.deepEqual(await lease.confirm(), { kind: 'lost', to: 'github 7/2' });
  assert.equal((await first.take()).kind, 'held-by', 'an earlier attempt does not overtake a later one');
});

test('expiry is judged with a margin, since clocks differ', async () => {
  const base = clockAt(start);
  const runner = runsOn([], base);
  const owner = runner('owner');
  await owner.take();
  const entries = await owner.journal.read();
  const at = (milliseconds: number) => decideLease(entries, new Date(Date.parse(start) + milliseconds), runOf('other'));
  const held = { kind: 'held-by', owner: 'github owner', until: '2026-03-01T02:10:00.000Z' };
  assert.deepEqual(at(10 * minute + 1), held);
  assert.deepEqual(at(10 * minute + defaultMarginMilliseconds), held);
  assert.deepEqual(at(10 * minute + defaultMarginMilliseconds + 1), { kind: 'take', fence: 2 });
});

test('a slow act keeps its lease, and is notified when a rollback takes it', async () => {
  const base = clockAt(start);
  const files: MemoryFiles = [];
  const runner = runsOn(files, { now: base.now, sleep: (milliseconds, signal) => later(base, milliseconds, signal) });
  const upgrade = runner('upgrade');
  const lease = await taken(upgrade.take());
  const result = await lease.during(async () => {
    while (base.now().getTime() < Date.parse(start) + 45 * minute) await later(base, 0);
    return (await runner('other').take()).kind;
  });
  assert.equal(result, 'held-by');
  await assert.rejects(
    lease.during(async (signal) => {
      await runner('rollback').take(true);
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }),
    (error) => error instanceof LeaseLost && error.to === 'github rollback',
  );
});

test('while the journal is out of reach a slow act continues until its lease expires, and not longer', async () => {
  const base = clockAt(start);
  const inner = runsOn([], base)('1');
  let reachable = true;
  const out = (): never => assert.fail('out of reach');
  const journal: Journal = {
    description: 'flaky',
    read: () => (reachable ? inner.journal.read() : out()),
    append: (event) => (reachable ? inner.journal.append(event) : out()),
  };
  const clock: Clock = { now: base.now, sleep: (milliseconds, signal) => later(base, milliseconds, signal) };
  const lease = await taken(takeLease(journal, { run: inner.run, clock, milliseconds: 10 * minute }));
  reachable = false;
  await assert.rejects(
    lease.during((signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))),
    LeaseLost,
  );
  const passed = base.now().getTime() - Date.parse(start);
  assert(passed >= 10 * minute && passed <= 12.5 * minute, `${passed} ms`);
});

test('a lease that is renewed while the machine of another run stands still is not taken by it', async () => {
  const base = clockAt(start);
  const runner = runsOn([], base);
  const owner = await taken(runner('owner').take());
  const { run, clock, journal } = runner('sleeper');
  let reads = 0;
  const sleeping: Journal = {
    ...journal,
    read: async () => {
      const entries = await journal.read();
      if (reads++ > 0) return entries;
      for (let renewals = 0; renewals < 4; renewals++) {
        base.move(6 * minute);
        assert.equal((await owner.confirm()).kind, 'current');
      }
      return entries;
    },
  };
  const answer = await takeLease(sleeping, { run, clock, milliseconds: 10 * minute });
  assert.equal(answer.kind, 'held-by');
  assert.equal((await owner.confirm()).kind, 'current');
});

test('a lease that does not raise the fence by one is void, and so is what its owner adds', () => {
  const says = (events: readonly JournalEvent[]): Entry[] =>
    events.map((event, index) => ({
      format: 1,
      sequence: index + 1,
      previous: '',
      at: start,
      system: 'records',
      run: runOf('1'),
      event,
      hash: '',
    }));
  const by = (owner: string, fence: number) => ({ owner, fence, expiresAt: start });
  const entries = says([
    { type: 'lease-taken', ...by('a', 1) },
    checked,
    { type: 'lease-taken', ...by('b', 1) },
    { type: 'lease-taken', ...by('c', 9) },
    { type: 'lease-released', fence: 1, owner: 'b' },
    { type: 'lease-renewed', fence: 1, owner: 'b', expiresAt: '2027-01-01T00:00:00.000Z' },
  ]);
  const { fence, held } = leaseState(entries);
  assert.equal(fence, 1);
  assert.equal(held?.owner, 'a');
  assert.equal(held?.expiresAt, start);
  assert(!isCurrent(entries, 9));
});

async function later(base: ReturnType<typeof clockAt>, milliseconds: number, signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
  base.move(milliseconds);
}
