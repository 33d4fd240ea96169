import { Temporal } from 'temporal-polyfill';

/*
 * Times and days as the clocks of a place show them. Node 24 has no Temporal of its own; where it is there, the library
 * uses it. https://tc39.es/proposal-temporal/docs/
 */

export type Day = Temporal.PlainDate;

/** @param text `YYYY-MM-DD` */
export function dayFrom(text: string): Day {
  return Temporal.PlainDate.from(text);
}

/** @param at milliseconds since 1970 */
export function dayAt(at: number, timeZone: string): Day {
  return inZone(at, timeZone).toPlainDate();
}

/**
 * The first moment at which the clocks of that day show the time or a later one: of a time that comes twice its first
 * coming, of a time that is left out the moment of the change.
 * @param time `HH:MM`, or `24:00` for the start of the next day
 * @returns milliseconds since 1970
 */
export function momentOf(day: Day, time: string, timeZone: string): number {
  const shown =
    time === '24:00' ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(Temporal.PlainTime.from(time));
  const moment = shown.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (moment.toPlainDateTime().equals(shown)) return moment.epochMilliseconds;
  // The time is left out; `earlier` stands before the change that does it.
  const change = moment.getTimeZoneTransition('next');
  if (change === null) throw new Error(`${shown} is left out in ${timeZone} by no change of its clocks`);
  return change.epochMilliseconds;
}

/** `Sat 2026-11-07 22:00 (+01:00, Europe/Zurich)`: with the offset, since an hour may come twice. */
export function localText(at: Date, timeZone: string): string {
  const local = inZone(at.getTime(), timeZone);
  const weekday = at.toLocaleDateString('en-US', { weekday: 'short', timeZone });
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${weekday} ${local.toPlainDate()} ${time} (${local.offset}, ${timeZone})`;
}

function inZone(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}
