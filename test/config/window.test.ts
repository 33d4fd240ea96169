import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { explain } from '../../src/config/explain.ts';
import { maintenanceWindows } from '../../src/config/window.ts';

const schema = z.strictObject({ windows: maintenanceWindows.optional() });

/** `place: accepted form; fix` of each mistake. */
function mistakes(yaml: string): string[] {
  const document: unknown = parse(yaml);
  const result = schema.safeParse(document);
  assert.ok(!result.success, 'it must not be accepted');
  return explain(schema, document, [], result.error.issues, () => undefined).map(
    ({ path, accepted, fix }) => `${path.join('.')}: ${accepted ?? ''} ${fix}`,
  );
}

describe('maintenance windows in the configuration', () => {
  it('are read as they are written, times and dates without quotes too', () => {
    const read = schema.parse(
      parse(`
windows:
  time-zone: Europe/Zurich
  open:
    - { days: [sat, sun], from: 22:00, to: 04:00 }
    - { from: 00:30, to: 24:00 }
  closed: [{ from: 2026-12-20, to: 2027-01-03, reason: Year-end freeze }]
`),
    );
    assert.deepEqual(read.windows, {
      timeZone: 'Europe/Zurich',
      weekly: [
        { days: ['sat', 'sun'], from: '22:00', to: '04:00' },
        { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:30', to: '24:00' },
      ],
      closed: [{ from: '2026-12-20', to: '2027-01-03', reason: 'Year-end freeze' }],
    });
  });

  it('may be only closed periods', () => {
    const read = schema.parse(parse('windows: { time-zone: UTC }'));
    assert.deepEqual(read.windows, { timeZone: 'UTC', closed: [] });
  });

  for (const zone of ['Europe/Zuerich', '+01:00', 'EST', 'CET', 'Zurich', 'local', 'Etc/GMT+5', 'etc/gmt-1', '']) {
    it(`need a time zone with daylight saving rules: not "${zone}"`, () => {
      const [only, ...others] = mistakes(`windows: { time-zone: "${zone}" }`);
      assert.match(only ?? '', /^windows\.time-zone: the name of a time zone, such as Europe\/Zurich/);
      assert.deepEqual(others, []);
    });
  }

  for (const zone of ['America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Etc/UTC']) {
    it(`accept ${zone}`, () => {
      assert.ok(schema.safeParse({ windows: { 'time-zone': zone } }).success);
    });
  }

  it('say what is wrong with a time, a day or a date', () => {
    assert.deepEqual(
      mistakes(`
windows:
  time-zone: UTC
  open:
    - { days: [Sat], from: 22:00, to: 4:00 }
    - { from: 24:00, to: 05:00 }
    - { from: 22:00, to: 22:00 }
  closed:
    - { from: 2026-02-30, to: 2026-03-01, reason: Move }
    - { from: 2026-12-20, to: 2026-01-03, reason: Year-end }
    - { from: 2026-12-20, to: 2027-01-03 }
`),
      [
        'windows.open.0.days.0: one of mon, tue, wed, thu, fri, sat, sun. did you mean "sat"?',
        'windows.open.0.to: a time of day from "00:00" to "24:00", such as "04:00". write it in the accepted form.',
        'windows.open.1.from: a time of day from "00:00" to "23:59", such as "22:00". write it in the accepted form.',
        'windows.open.2.to: a different time from `from`; the whole day is from "00:00" to "24:00". write it in the accepted form.',
        'windows.closed.0.from: a calendar date such as 2026-12-20. write it in the accepted form.',
        'windows.closed.1.to: the same day as `from` or a later one. write it in the accepted form.',
        'windows.closed.2.reason: a text. add `reason:` to windows.closed[2].',
      ],
    );
  });
});
