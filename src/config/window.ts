import { z } from 'zod';
import { onDemand } from '../core/settings/on-demand.ts';
import { type MaintenanceWindows, weekdays } from '../core/timing/window.ts';
import { valueAt } from './subject.ts';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day from "00:00" to "23:59", such as "22:00"')
  .meta({ title: 'time of day' });

const endTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day from "00:00" to "24:00", such as "04:00"')
  .meta({ title: 'time of day' });

const date = z.iso.date('a calendar date such as 2026-12-20').meta({ title: 'date' });

/**
 * Only names that know when their clocks change: an offset such as `+01:00` has no summer, and neither has `EST`, which
 * stands for -05:00 all year round (https://data.iana.org/time-zones/tzdb/northamerica). `Etc/GMT+5` is an offset too, and means
 * five hours behind (https://data.iana.org/time-zones/tzdb/etcetera).
 */
const timeZone = z
  .string()
  .refine(isTimeZone, 'the name of a time zone, such as Europe/Zurich or UTC')
  .meta({ title: 'time zone', description: 'The name of a time zone of the IANA database: `Europe/Zurich`, `UTC`.' });

const weeklyWindow = onDemand(() =>
  z
    .strictObject({
      days: z
        .array(z.enum(weekdays))
        .min(1)
        .default([...weekdays])
        .describe('The days on which the window opens. Default: every day.'),
      from: time.meta({ description: 'When the window opens.', examples: ['22:00'] }),
      to: endTime.meta({
        description:
          'When it closes; a time before `from` is on the next day. `24:00` is the end of the day, so `00:00` to `24:00` is the whole day.',
        examples: ['04:00'],
      }),
    })
    .refine(({ from, to }) => from !== to, {
      path: ['to'],
      error: 'a different time from `from`; the whole day is from "00:00" to "24:00"',
    }),
);

const closedPeriod = onDemand(() =>
  z
    .strictObject({
      from: date.meta({ description: 'The first day.', examples: ['2026-12-20'] }),
      to: date.meta({ description: 'The last day, which is included.', examples: ['2027-01-03'] }),
      reason: z.string().min(1).describe('Why; it is shown to anyone who has to wait.'),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'the same day as `from` or a later one' }),
);

const writtenWindows = onDemand(() =>
  z
    .strictObject({
      'time-zone': timeZone.describe(
        'The time zone of these times and days, including daylight saving: `Europe/Zurich`.',
      ),
      open: z
        .array(weeklyWindow)
        .min(1)
        .optional()
        .describe('Every week. Adjacent windows count as one. Default: always, except in `closed`.'),
      closed: z
        .array(closedPeriod)
        .max(100)
        .default([])
        .describe('Days on which no window opens, regardless of `open`.'),
    })
    .transform(
      (written): MaintenanceWindows => ({
        timeZone: written['time-zone'],
        closed: written.closed,
        ...(written.open === undefined ? {} : { weekly: written.open }),
      }),
    ),
);

const noWindows = onDemand(() =>
  z
    .strictObject({
      waive: z
        .string()
        .min(1)
        .describe('Why production may be changed at any time, although its vendor asks for a maintenance window.'),
    })
    .transform((): undefined => undefined),
);

/** Undefined if they are waived: then production may be changed at any time, as without them. */
export const maintenanceWindows = onDemand(() =>
  z.union([writtenWindows, noWindows]).meta({
    examples: [
      {
        'time-zone': 'Europe/Zurich',
        open: [{ days: ['sat', 'sun'], from: '22:00', to: '04:00' }],
        closed: [{ from: '2026-12-20', to: '2027-01-03', reason: 'Year-end freeze' }],
      },
    ],
  }),
);

/** Why there are none, in the user's own words; undefined if nobody has waived them. */
export function windowsWaiver(document: unknown): string | undefined {
  const waiver = valueAt(document, ['windows', 'waive']);
  return typeof waiver === 'string' ? waiver : undefined;
}

function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z_]+\/[\w/+-]+$/.test(name)) return false;
  if (/^etc\/gmt[+-]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
