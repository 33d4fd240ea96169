import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayTime, exactTime, moment } from '../../../src/core/messages/moments.ts';

const now = new Date('2026-11-28T05:43:30Z');

test('a moment is written in words', () => {
  const said = (at: string): string => moment(at, now);
  assert.equal(said('2026-11-28T05:31:09.123Z'), '28 Nov 05:31 UTC, 12 min ago');
  assert.equal(said('2026-11-28T05:43:29.999Z'), '28 Nov 05:43 UTC, just now');
  assert.equal(said('2026-11-27T23:00:00Z'), '27 Nov 23:00 UTC, 6 h ago');
  assert.equal(said('2026-11-25T23:00:00Z'), '25 Nov 23:00 UTC, 2 days ago');
  assert.equal(said('2025-12-31T23:59:00Z'), '31 Dec 2025 23:59 UTC, 331 days ago');
});

test('the time from which data is lost is given to the second', () => {
  assert.equal(exactTime('2026-11-28T05:31:09.999Z', now), '28 Nov 05:31:09 UTC');
});

test('a time a little ahead of the clock is shown as just now, one that is far ahead is shown as such', () => {
  assert.equal(moment('2026-11-28T05:45:00Z', now), '28 Nov 05:45 UTC, just now');
  assert.equal(moment('2026-11-28T07:44:00Z', now), '28 Nov 07:44 UTC, in 2 h');
});

test('a text that is not a time is shown as it is', () => {
  assert.equal(moment('yesterday', now), 'yesterday');
  assert.equal(dayTime('', now), '');
});
