const minute = 60_000;
const day = 24 * 60 * minute;
const week = 7 * day;
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const windowPattern =
  /^(?<from>[a-z]{3}):(?<fromHour>\d\d):(?<fromMinute>\d\d)-(?<to>[a-z]{3}):(?<toHour>\d\d):(?<toMinute>\d\d)$/;

/**
 * How long it is until a weekly window (`sun:04:00-sun:04:30`, UTC) opens; 0 while it is open. Milliseconds; undefined if the
 * text is not a window.
 */
export function untilWindow(window: string, now: Date): number | undefined {
  const groups = windowPattern.exec(window.toLowerCase())?.groups;
  if (groups === undefined) return undefined;
  const start = ofWeek(groups.from, groups.fromHour, groups.fromMinute);
  const end = ofWeek(groups.to, groups.toHour, groups.toMinute);
  if (start === undefined || end === undefined) return undefined;
  const at = now.getUTCDay() * day + (now.getTime() % day);
  const since = (at - start + week) % week;
  const length = (end - start + week) % week;
  return since < length ? 0 : (week - since) % week;
}

function ofWeek(name = '', hour = '', minutes = ''): number | undefined {
  const place = days.indexOf(name);
  return place === -1 ? undefined : place * day + Number(hour) * 60 * minute + Number(minutes) * minute;
}
