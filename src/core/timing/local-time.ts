import * as Instant from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as PlainTime from 'temporal-polyfill/fns/PlainTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { dayOf } from '../messages/moments.ts';

/*
 * Times and days as the clocks of a place show them: Node 24 has no Temporal of its own. The library's functions are used
 * instead of its classes, so that a bundle contains only the functions it needs. https://tc39.es/proposal-temporal/docs/
 */

export type Day = PlainDate.Record;

/** @param text `YYYY-MM-DD` */
export function dayFrom(text: string): Day {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = text.split('-').map(Number);
  return PlainDate.create(year, month, day);
}

/** @param at milliseconds since 1970 */
export function dayAt(at: number, timeZone: string): Day {
  return ZonedDateTime.toPlainDate(inZone(at, timeZone));
}

/** @param days may be negative */
export function daysAfter(day: Day, days: number): Day {
  return PlainDate.addDays(day, days);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return PlainDate.dayOfWeek(day);
}

/** `YYYY-MM-DD` */
export function dayText(day: Day): string {
  return PlainDate.toString(day);
}

/**
 * The first moment at which the clocks of that day show the time or a later one. A time that occurs twice means its first
 * occurrence; a time that is skipped means the moment of the change.
 * @param time `HH:MM`, or `24:00` for the start of the next day
 * @returns milliseconds since 1970
 */
export function momentOf(day: Day, time: string, timeZone: string): number {
  const shown =
    time === '24:00'
      ? PlainDate.toPlainDateTime(daysAfter(day, 1))
      : PlainDate.toPlainDateTime(day, PlainTime.fromString(time));
  const moment = PlainDateTime.toZonedDateTime(shown, timeZone, { disambiguation: 'earlier' });
  if (PlainDateTime.equals(ZonedDateTime.toPlainDateTime(moment), shown)) return moment.epochMilliseconds;
  // The time is skipped; `earlier` comes before the change that skips it.
  const change = ZonedDateTime.getTimeZoneTransition(moment, 'next');
  if (change === null) {
    throw new Error(`${PlainDateTime.toString(shown)} is not skipped by any clock change in ${timeZone}`);
  }
  return change.epochMilliseconds;
}

/** `Sat 7 Nov 2026 22:00 (+01:00, Europe/Zurich)`: with the offset, since an hour may occur twice. */
export function localText(at: Date, timeZone: string): string {
  const local = inZone(at.getTime(), timeZone);
  const weekday = at.toLocaleDateString('en-US', { weekday: 'short', timeZone });
  const time = PlainTime.toString(ZonedDateTime.toPlainTime(local), { smallestUnit: 'minute' });
  return `${weekday} ${dayOf(dayText(ZonedDateTime.toPlainDate(local)))} ${time} (${ZonedDateTime.offset(local)}, ${timeZone})`;
}

function inZone(at: number, timeZone: string): ZonedDateTime.Record {
  return Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(at), timeZone);
}
