import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Entry } from '../../../src/core/model/event.ts';
import { type ClockReading, clockVerdict } from '../../../src/core/timing/clock-verdict.ts';
import { checked, clockAt, runOf } from '../../journal/fixtures.ts';
import { memoryJournal } from '../../support/memory-journal.ts';

const now = new Date('2026-03-01T02:00:00.000Z');
const tolerance = 120_000;
const hour = 3_600_000;

function later(milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}

function readingWith(served: Date, wait = 0): ClockReading {
  return { served, asked: now, answered: later(wait) };
}

async function entriesAt(...times: readonly number[]): Promise<readonly Entry[]> {
  const files: Parameters<typeof memoryJournal>[0] = [];
  const identity = { system: 'records', run: runOf('7') };
  for (const time of times) await memoryJournal(files, identity, clockAt(later(time).toISOString())).append(checked);
  return await memoryJournal(files, identity, clockAt(now.toISOString())).read();
}

test('a clock that GitHub and the newest entries confirm is accepted', async () => {
  const entries = await entriesAt(-hour, -60_000, tolerance);
  assert.deepEqual(clockVerdict(now, entries, readingWith(later(-1_000)), tolerance), {
    kind: 'plausible',
    confirmed: true,
  });
  assert.deepEqual(clockVerdict(now, entries, undefined, tolerance), { kind: 'plausible', confirmed: false });
});

test('a clock that is off by more than the tolerance is named with the difference, whatever the journal says', async () => {
  const future = await entriesAt(2 * hour);
  const ahead = clockVerdict(now, future, readingWith(later(-hour)), tolerance);
  assert.ok(ahead.kind === 'ahead' && ahead.milliseconds === hour - 1_000);
  const behind = clockVerdict(now, [], readingWith(later(hour)), tolerance);
  assert.ok(behind.kind === 'behind' && behind.milliseconds === hour);
});

test('however long an answer takes, a correct clock is never called wrong, and a clock beyond tolerance always is', () => {
  const delays = fc.integer({ min: 0, max: 300_000 });
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), delays, delays, (skew, there, back) => {
      const asked = now.getTime();
      const right = Math.floor((asked - skew + there) / 1_000) * 1_000;
      const reading = { served: new Date(right), asked: now, answered: later(there + back) };
      const { kind } = clockVerdict(now, [], reading, tolerance);
      if (Math.abs(skew) <= tolerance) assert.equal(kind, 'plausible');
      if (skew > tolerance + there + 1_000) assert.equal(kind, 'ahead');
      if (skew < -tolerance - back - 1_000) assert.equal(kind, 'behind');
    }),
  );
});

test('an entry from the future is named; GitHub says whose clock it was', async () => {
  const entries = await entriesAt(3 * hour, -hour);
  const alone = clockVerdict(now, entries, undefined, tolerance);
  assert.ok(alone.kind === 'entry-ahead');
  assert.deepEqual([alone.entry.sequence, alone.milliseconds, alone.confirmed], [1, 3 * hour, false]);
  const confirmed = clockVerdict(now, entries, readingWith(now), tolerance);
  assert.ok(confirmed.kind === 'entry-ahead' && confirmed.confirmed);
});

test('an entry from the future is not reported for ever: what is long ago does not count', async () => {
  const entries = await entriesAt(3 * hour, ...Array.from({ length: 20 }, () => 0));
  assert.equal(clockVerdict(now, entries, undefined, tolerance).kind, 'plausible');
});
