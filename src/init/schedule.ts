import { UserError } from '../core/messages/errors.ts';

/** What one field of a schedule may hold: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule */
const fields = [
  { name: 'minute', lowest: 0, highest: 59 },
  { name: 'hour', lowest: 0, highest: 23 },
  { name: 'day of the month', lowest: 1, highest: 31 },
  { name: 'month', lowest: 1, highest: 12 },
  { name: 'day of the week', lowest: 0, highest: 6 },
] as const;

/**
 * Five fields of cron in numbers. GitHub reports a wrong schedule only after a push, and then runs nothing.
 * @throws UserError for what GitHub would not accept
 */
export function parseSchedule(text: string): string {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length)
    throw mistaken(text, `a schedule has ${fields.length} fields, and this has ${parts.length}`);
  for (const [index, field] of fields.entries()) {
    const wrong = (parts[index] ?? '').split(',').find((item) => !isIn(item, field));
    if (wrong !== undefined) throw mistaken(text, `"${wrong}" is not a valid ${field.name}`);
  }
  return parts.join(' ');
}

function isIn(item: string, { lowest, highest }: (typeof fields)[number]): boolean {
  const match = /^(?:\*|(?<from>\d{1,2})(?:-(?<to>\d{1,2}))?)(?:\/(?<step>\d{1,2}))?$/.exec(item);
  if (match === null) return false;
  const { from, to, step } = match.groups ?? {};
  const numbers = [from, to].flatMap((number) => (number === undefined ? [] : [Number(number)]));
  const isAscending = from === undefined || to === undefined || Number(from) <= Number(to);
  return numbers.every((number) => number >= lowest && number <= highest) && isAscending && step !== '0';
}

function mistaken(text: string, why: string): UserError {
  return new UserError({
    happened: `--schedule is "${text}": ${why}.`,
    means: 'Nothing was written.',
    next: 'Write minute, hour, day of the month, month and day of the week, in UTC: --schedule "17 * * * *" is once an hour. GitHub starts none more often than every five minutes.',
  });
}
