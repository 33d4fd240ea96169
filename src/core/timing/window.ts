import { dayOf } from '../messages/moments.ts';
import { type Day, dayAt, dayFrom, daysAfter, dayText, momentOf, weekdayOf } from './local-time.ts';
import { always, merged, type TimeSpan, without } from './span.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** When production may be changed. Times and days are those of the clocks in `timeZone`. */
export interface MaintenanceWindows {
  /** IANA name. */
  readonly timeZone: string;
  /** Undefined: always, except `closed`. */
  readonly weekly?: readonly WeeklyWindow[];
  readonly closed: readonly ClosedPeriod[];
}

/**
 * Open while the local clock shows `from` or later and not yet `to`. A time that occurs twice, when clocks are put back, means
 * its first occurrence; a time that is skipped, when they are put forward, means the moment of the change. So a window never
 * opens or closes at a time that is not written; one that lies wholly in a skipped hour does not open.
 */
export interface WeeklyWindow {
  /** The days on which it opens. */
  readonly days: readonly Weekday[];
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM` or `24:00`; on the next day when it is not after `from`. */
  readonly to: string;
}

/** Whole days, the first and the last included. */
export interface ClosedPeriod {
  /** `YYYY-MM-DD` */
  readonly from: string;
  /** `YYYY-MM-DD` */
  readonly to: string;
  readonly reason: string;
}

export type WindowReading =
  /** `until` is undefined if nothing in the configuration closes it. */
  | { readonly kind: 'open'; readonly until?: Date }
  /** `reason` is a phrase: `outside the maintenance windows (sat 22:00–04:00, Europe/Zurich)`. */
  | { readonly kind: 'closed'; readonly opensAt: Date; readonly reason: string };

/** Whether production may be changed now, until when, or when it opens again. Without windows: always. */
export function decideWindow(windows: MaintenanceWindows | undefined, now: Date): WindowReading {
  if (windows === undefined) return { kind: 'open' };
  const at = now.getTime();
  const next = openSpans(windows, at).find(({ end }) => end > at);
  // Weekly windows open again after the last closed period, whatever it is.
  if (next === undefined) throw new Error(`no opening was found in the maintenance windows after ${now.toISOString()}`);
  return next.start <= at
    ? { kind: 'open', ...untilOf(next) }
    : { kind: 'closed', opensAt: new Date(next.start), reason: closedReason(windows, at) };
}

/**
 * The next opening after now that lasts long enough; undefined if none does.
 * @param milliseconds how long production must stay open for changes
 */
export function nextLongEnough(windows: MaintenanceWindows, now: Date, milliseconds: number): Date | undefined {
  const at = now.getTime();
  const next = openSpans(windows, at).find(({ start, end }) => start > at && end - start >= milliseconds);
  return next && new Date(next.start);
}

/**
 * A week has every weekday; the second and third week make up for a window that a clock change, or a skipped calendar
 * day, leaves out. https://en.wikipedia.org/wiki/International_Date_Line
 */
const daysLookedAhead = 21;

/** In order, none touching another; complete as far as the decisions above look. */
function openSpans({ timeZone, weekly, closed }: MaintenanceWindows, now: number): TimeSpan[] {
  const shut = closed.map((period) => closedSpan(period, timeZone));
  const open = weekly === undefined || coversTheWeek(weekly) ? [always] : weeklySpans(weekly, shut, now, timeZone);
  return merged(shut.reduce((left, period) => left.flatMap((span) => without(span, period)), open));
}

/** From the day before, whose window may reach past midnight, and again from the end of each closed period. */
function weeklySpans(
  weekly: readonly WeeklyWindow[],
  shut: readonly TimeSpan[],
  now: number,
  timeZone: string,
): TimeSpan[] {
  const anchors = [now, ...shut.map(({ end }) => end).filter((end) => end > now)];
  const days = new Map<string, Day>();
  for (const anchor of anchors) {
    const first = daysAfter(dayAt(anchor, timeZone), -1);
    for (let ahead = 0; ahead <= daysLookedAhead; ahead += 1) {
      const day = daysAfter(first, ahead);
      days.set(dayText(day), day);
    }
  }
  return [...days.values()].flatMap((day) =>
    weekly.filter((window) => opensOn(window, day)).map((window) => spanOn(day, window, timeZone)),
  );
}

function opensOn({ days }: WeeklyWindow, day: Day): boolean {
  return days.some((name) => weekdays.indexOf(name) + 1 === weekdayOf(day));
}

function spanOn(day: Day, { from, to }: WeeklyWindow, timeZone: string): TimeSpan {
  const last = to <= from ? daysAfter(day, 1) : day;
  return { start: momentOf(day, from, timeZone), end: momentOf(last, to, timeZone) };
}

function closedSpan({ from, to }: ClosedPeriod, timeZone: string): TimeSpan {
  return { start: momentOf(dayFrom(from), '00:00', timeZone), end: momentOf(dayFrom(to), '24:00', timeZone) };
}

const minutesOfDay = 24 * 60;
const minutesOfWeek = 7 * minutesOfDay;

function coversTheWeek(weekly: readonly WeeklyWindow[]): boolean {
  const shown = weekly.flatMap(({ days, from, to }) =>
    days.flatMap((day) => {
      const start = weekdays.indexOf(day) * minutesOfDay + minutesOf(from);
      const end = start + ((minutesOf(to) - minutesOf(from) + minutesOfDay) % minutesOfDay || minutesOfDay);
      return [
        { start, end },
        { start: start - minutesOfWeek, end: end - minutesOfWeek },
      ];
    }),
  );
  return merged(shown).some(({ start, end }) => start <= 0 && end >= minutesOfWeek);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function untilOf({ end }: TimeSpan): { until?: Date } {
  return Number.isFinite(end) ? { until: new Date(end) } : {};
}

function closedReason({ timeZone, weekly = [], closed }: MaintenanceWindows, at: number): string {
  const period = closed.find((each) => {
    const { start, end } = closedSpan(each, timeZone);
    return start <= at && at < end;
  });
  if (period !== undefined) return `closed from ${dayOf(period.from)} to ${dayOf(period.to)}: ${period.reason}`;
  return `outside the maintenance windows (${weekly.map(windowText).join('; ')}, ${timeZone})`;
}

function windowText({ days, from, to }: WeeklyWindow): string {
  const when = days.length === weekdays.length ? 'every day' : days.join(', ');
  return `${when} ${from}–${to}`;
}
