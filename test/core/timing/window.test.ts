import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import {
  decideWindow,
  type MaintenanceWindows,
  nextLongEnough,
  type WeeklyWindow,
  weekdays,
} from '../../../src/core/timing/window.ts';

const hour = 3_600_000;

function every(
  day: WeeklyWindow['days'][number],
  from: string,
  to: string,
  timeZone = 'Europe/Zurich',
): MaintenanceWindows {
  return { timeZone, weekly: [{ days: [day], from, to }], closed: [] };
}

/** `open until …` or `opens …`, in UTC. */
function at(windows: MaintenanceWindows | undefined, now: string): string {
  const reading = decideWindow(windows, new Date(now));
  return reading.kind === 'open'
    ? `open until ${reading.until?.toISOString() ?? 'further notice'}`
    : `opens ${reading.opensAt.toISOString()}`;
}

describe('a window', () => {
  const nights: MaintenanceWindows = {
    timeZone: 'Europe/Zurich',
    weekly: [{ days: ['sat', 'sun'], from: '22:00', to: '04:00' }],
    closed: [{ from: '2026-12-20', to: '2027-01-03', reason: 'Year-end freeze' }],
  };

  it('reaches past midnight from the day on which it opens', () => {
    assert.equal(at(nights, '2026-11-07T20:59:59.999Z'), 'opens 2026-11-07T21:00:00.000Z');
    assert.equal(at(nights, '2026-11-07T21:00:00Z'), 'open until 2026-11-08T03:00:00.000Z');
    assert.equal(at(nights, '2026-11-09T02:59:59.999Z'), 'open until 2026-11-09T03:00:00.000Z');
    assert.equal(at(nights, '2026-11-09T03:00:00Z'), 'opens 2026-11-14T21:00:00.000Z');
  });

  it('ends where a closed period starts, and opens again after it', () => {
    assert.equal(at(nights, '2026-12-19T22:30:00Z'), 'open until 2026-12-19T23:00:00.000Z');
    assert.equal(at(nights, '2026-12-19T23:00:00Z'), 'opens 2027-01-03T23:00:00.000Z');
    assert.equal(at(nights, '2026-12-28T12:00:00Z'), 'opens 2027-01-03T23:00:00.000Z');
  });

  it('says why it is closed', () => {
    const reason = (now: string): string => {
      const reading = decideWindow(nights, new Date(now));
      return reading.kind === 'closed' ? reading.reason : 'open';
    };
    assert.equal(
      reason('2026-11-04T12:00:00Z'),
      'outside the maintenance windows (sat, sun 22:00–04:00, Europe/Zurich)',
    );
    assert.equal(reason('2026-12-26T22:00:00Z'), 'closed from 20 Dec 2026 to 3 Jan 2027: Year-end freeze');
  });

  it('is merged with the windows that it touches', () => {
    const weekend: MaintenanceWindows = {
      timeZone: 'UTC',
      weekly: [
        { days: ['fri'], from: '20:00', to: '24:00' },
        { days: ['sat', 'sun'], from: '00:00', to: '24:00' },
        { days: ['mon'], from: '00:00', to: '05:00' },
      ],
      closed: [],
    };
    assert.equal(at(weekend, '2026-11-06T20:00:00Z'), 'open until 2026-11-09T05:00:00.000Z');
  });

  it('that covers the whole week is closed only by closed periods', () => {
    const all: MaintenanceWindows = {
      timeZone: 'UTC',
      weekly: [{ days: weekdays, from: '06:00', to: '05:59' }, ...(every('wed', '05:00', '06:00').weekly ?? [])],
      closed: [],
    };
    const days: WeeklyWindow = { days: weekdays, from: '05:59', to: '06:00' };
    assert.equal(at(all, '2026-11-06T05:59:00Z'), 'opens 2026-11-06T06:00:00.000Z');
    const covering = { ...all, weekly: [...(all.weekly ?? []), days] };
    assert.equal(at(covering, '2026-11-06T05:59:00Z'), 'open until further notice');
    const frozen = { ...covering, closed: [{ from: '2028-01-01', to: '2028-01-02', reason: 'Move' }] };
    assert.equal(at(frozen, '2026-11-06T05:59:00Z'), 'open until 2028-01-01T00:00:00.000Z');
  });

  it('is not needed: without any, production is always open', () => {
    assert.equal(at(undefined, '2026-11-06T05:59:00Z'), 'open until further notice');
    assert.equal(at({ timeZone: 'UTC', closed: [] }, '2026-11-06T05:59:00Z'), 'open until further notice');
  });

  it('long enough is found, and none is found where none is', () => {
    const two: MaintenanceWindows = {
      timeZone: 'UTC',
      weekly: [
        { days: ['tue'], from: '01:00', to: '02:00' },
        { days: ['sun'], from: '01:00', to: '05:00' },
      ],
      closed: [{ from: '2026-11-08', to: '2026-11-08', reason: 'Election' }],
    };
    const monday = new Date('2026-11-02T00:00:00Z');
    assert.equal(nextLongEnough(two, monday, hour)?.toISOString(), '2026-11-03T01:00:00.000Z');
    assert.equal(nextLongEnough(two, monday, hour + 1)?.toISOString(), '2026-11-15T01:00:00.000Z');
    assert.equal(nextLongEnough(two, monday, 5 * hour), undefined);
  });
});

describe('when the clocks change', () => {
  it('in Zurich, forward: 02:00 to 03:00 is skipped', () => {
    const night = '2026-03-28T12:00:00Z';
    assert.equal(at(every('sun', '02:30', '04:00'), night), 'opens 2026-03-29T01:00:00.000Z');
    assert.equal(at(every('sun', '02:30', '04:00'), '2026-03-29T01:00:00Z'), 'open until 2026-03-29T02:00:00.000Z');
    assert.equal(at(every('sat', '22:00', '02:30'), '2026-03-28T21:00:00Z'), 'open until 2026-03-29T01:00:00.000Z');
    assert.equal(at(every('sun', '02:00', '03:00'), night), 'opens 2026-04-05T00:00:00.000Z');
  });

  it('in Zurich, back: 02:00 to 03:00 occurs twice, and its first occurrence is meant', () => {
    assert.equal(at(every('sat', '22:00', '02:30'), '2026-10-24T20:00:00Z'), 'open until 2026-10-25T00:30:00.000Z');
    assert.equal(at(every('sat', '22:00', '02:30'), '2026-10-25T01:15:00Z'), 'opens 2026-10-31T21:00:00.000Z');
    assert.equal(at(every('sun', '02:30', '04:00'), '2026-10-25T00:30:00Z'), 'open until 2026-10-25T03:00:00.000Z');
  });

  it('in New York, where the day of the change is another', () => {
    const zone = 'America/New_York';
    assert.equal(at(every('sun', '02:15', '05:00', zone), '2026-03-08T00:00:00Z'), 'opens 2026-03-08T07:00:00.000Z');
    assert.equal(
      at(every('sun', '01:30', '03:00', zone), '2026-11-01T05:30:00Z'),
      'open until 2026-11-01T08:00:00.000Z',
    );
    assert.equal(
      at(every('sat', '23:00', '01:30', zone), '2026-11-01T04:00:00Z'),
      'open until 2026-11-01T05:30:00.000Z',
    );
  });

  it('on Lord Howe Island, by half an hour', () => {
    const zone = 'Australia/Lord_Howe';
    assert.equal(
      at(every('sun', '02:15', '04:00', zone), '2026-10-03T00:00:00Z'),
      'opens 2026-10-03T15:30:00.000Z',
      'forward: 02:00 +10:30 becomes 02:30 +11:00',
    );
    assert.equal(
      at(every('sun', '01:45', '02:30', zone), '2026-04-04T14:45:00Z'),
      'open until 2026-04-04T16:00:00.000Z',
      'back: 02:00 +11:00 becomes 01:30 +10:30',
    );
  });

  it('so that a day is skipped, its window is skipped too', () => {
    assert.equal(
      at(every('fri', '10:00', '12:00', 'Pacific/Apia'), '2011-12-24T00:00:00Z'),
      'opens 2012-01-05T20:00:00.000Z',
    );
  });
});

const time = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(clockText);
const zones = [
  'Europe/Zurich',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'UTC',
];
const weekly: fc.Arbitrary<WeeklyWindow> = fc
  .record({ days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }), from: time, to: time })
  .filter(({ from, to }) => from !== to);
const closed = fc
  .record({ start: fc.integer({ min: 0, max: 700 }), days: fc.integer({ min: 0, max: 40 }) })
  .map(({ start, days }) => ({ from: dateText(start), to: dateText(start + days), reason: 'Because.' }));
const windows: fc.Arbitrary<MaintenanceWindows> = fc.record({
  timeZone: fc.constantFrom(...zones),
  weekly: fc.array(weekly, { minLength: 1, maxLength: 3 }),
  closed: fc.array(closed, { maxLength: 3 }),
});
const first = Date.parse('2026-01-01T00:00:00Z');
const moment = fc.oneof(
  fc.integer({ min: 0, max: 700 * 24 * 60 }).map((minutes) => new Date(first + minutes * 60_000)),
  // Around clock changes, which a random moment of two years seldom hits.
  fc
    .record({
      change: fc.constantFrom('2026-03-08T07:00Z', '2026-03-29T01:00Z', '2026-04-04T15:00Z', '2026-10-25T01:00Z'),
      minutes: fc.integer({ min: -240, max: 240 }),
    })
    .map(({ change, minutes }) => new Date(Date.parse(change) + minutes * 60_000)),
);

test('an opening is a real one: closed directly before it, open at it', () => {
  fc.assert(
    fc.property(windows, moment, (configured, now) => {
      const reading = decideWindow(configured, now);
      if (reading.kind === 'open') return;
      assert.ok(reading.opensAt > now);
      assert.equal(decideWindow(configured, reading.opensAt).kind, 'open');
      assert.equal(decideWindow(configured, new Date(reading.opensAt.getTime() - 1)).kind, 'closed');
    }),
    { numRuns: 300 },
  );
});

test('the end of a window is a real one: open directly before it, closed at it', () => {
  fc.assert(
    fc.property(windows, moment, (configured, now) => {
      const reading = decideWindow(configured, now);
      if (reading.kind === 'closed' || reading.until === undefined) return;
      assert.ok(reading.until > now);
      assert.equal(decideWindow(configured, new Date(reading.until.getTime() - 1)).kind, 'open');
      assert.equal(decideWindow(configured, reading.until).kind, 'closed');
    }),
    { numRuns: 300 },
  );
});

test('the next opening is at most two weeks away when nothing is closed', () => {
  fc.assert(
    fc.property(windows, moment, (configured, now) => {
      const reading = decideWindow({ ...configured, closed: [] }, now);
      if (reading.kind === 'closed') assert.ok(reading.opensAt.getTime() - now.getTime() <= 14 * 24 * hour + hour);
    }),
    { numRuns: 300 },
  );
});

test('it is open exactly while the local clock shows a time within it, except for the second occurrence of an hour', () => {
  fc.assert(
    fc.property(windows, moment, (configured, now) => {
      const { timeZone, closed } = configured;
      if (isSecondComing(now, timeZone)) return;
      const wall = wallClock(now, timeZone);
      const yesterday = weekdays[(weekdays.indexOf(wall.weekday) + 6) % 7];
      const within = configured.weekly?.some(({ days, from, to }) => {
        const pastMidnight = to < from;
        const today = days.includes(wall.weekday) && wall.time >= from && (pastMidnight || wall.time < to);
        return today || (pastMidnight && days.some((day) => day === yesterday) && wall.time < to);
      });
      const shut = closed.some(({ from, to }) => from <= wall.date && wall.date <= to);
      assert.equal(decideWindow(configured, now).kind, within && !shut ? 'open' : 'closed');
    }),
    { numRuns: 1000 },
  );
});

function isSecondComing(now: Date, timeZone: string): boolean {
  const shown = wallClock(now, timeZone);
  return [0.5, 1].some((hours) => {
    const before = wallClock(new Date(now.getTime() - hours * hour), timeZone);
    return before.date === shown.date && before.time === shown.time;
  });
}

/** By Intl, so that the windows' own arithmetic does not check itself. */
function wallClock(now: Date, timeZone: string): { date: string; time: string; weekday: (typeof weekdays)[number] } {
  const time = now.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const name = now.toLocaleDateString('en-US', { timeZone, weekday: 'short' }).toLowerCase();
  const weekday = weekdays.find((day) => day === name);
  assert.ok(weekday !== undefined);
  return { date: now.toLocaleDateString('sv-SE', { timeZone }), time, weekday };
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function dateText(day: number): string {
  return new Date(Date.parse('2026-01-01T00:00:00Z') + day * 24 * hour).toISOString().slice(0, 10);
}
