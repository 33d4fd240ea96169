/*
 * How moments are written for whoever reads them, in every message, report and page: the date in words, and how long
 * ago that is. What programs read, and the journal, have ISO 8601.
 */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A time as written here, as a regular expression: no line is broken within it. */
export const writtenTime = String.raw`\d{1,2} [A-Z][a-z]{2}(?: \d{4})? \d\d:\d\d(?::\d\d)? UTC`;

/**
 * `28 Nov 05:31 UTC`; with the year if it is not the present one.
 * @param now left out for what is kept, in the journal or a file: it is read in other years as well
 */
export function dayTime(at: string, now?: Date): string {
  return written(at, now, (clock) => clock.slice(0, 5));
}

/** `28 Nov 2026`: for a release. */
export function dayOf(at: string): string {
  return dayTime(at).replace(/ \d\d:\d\d UTC$/, '');
}

/** To the second, if that decides what is lost, or which clock is wrong: `28 Nov 05:31:09 UTC`. */
export function exactTime(at: string, now?: Date): string {
  return written(at, now, (clock) => clock);
}

/** `28 Nov 05:31 UTC, 12 min ago` */
export function moment(at: string, now: Date): string {
  return isTime(at) ? `${dayTime(at, now)}, ${agoText(at, now)}` : at;
}

/** Anyone who can push can write something else into the journal: that is shown as it is. */
function isTime(at: string): boolean {
  return !Number.isNaN(Date.parse(at));
}

/** Clocks differ a little: a time slightly in the future is `just now`. */
function agoText(at: string, now: Date): string {
  const minutes = (now.getTime() - Date.parse(at)) / 60_000;
  if (minutes < -5) return `in ${spanText(-minutes)}`;
  return minutes < 1 ? 'just now' : `${spanText(minutes)} ago`;
}

function spanText(minutes: number): string {
  if (minutes < 120) return `${Math.floor(minutes)} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

function written(at: string, now: Date | undefined, shown: (clock: string) => string): string {
  if (!isTime(at)) return at;
  const date = new Date(at);
  const [day, clock = ''] = date.toISOString().split(/[T.]/);
  const year = day?.slice(0, 4) === String(now?.getUTCFullYear()) ? '' : ` ${day?.slice(0, 4) ?? ''}`;
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}${year} ${shown(clock)} UTC`;
}
