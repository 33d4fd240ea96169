import { z } from 'zod';
import { durationPattern, parseDuration, unitMilliseconds } from './duration-text.ts';

/** A timer of Node.js that is given more than 24.8 days expires at once, and some settings are waited for twice. */
const longestWait = 10 * unitMilliseconds.d;
/** Longer than any sensible age, and far below where dates overflow. */
const longestAge = 366 * unitMilliseconds.d;

const written = z
  .string()
  .regex(durationPattern, 'a duration: a whole number above 0 and s, m, h or d, such as 90s, 15m, 2h or 7d');

const described = {
  title: 'duration',
  description: 'A whole number and `s`, `m`, `h` or `d`: `90s`, `15m`, `2h`, `7d`.',
};

/** A duration in the configuration that may be waited for; milliseconds after reading. */
export const duration = written
  .refine((text) => (parseDuration(text) ?? 0) <= longestWait, 'a duration of at most 10d')
  .transform((text) => parseDuration(text) ?? 0)
  .meta(described);

/** One that is only compared with dates, and never waited for; milliseconds after reading. */
export const age = written
  .refine((text) => (parseDuration(text) ?? 0) <= longestAge, 'a duration of at most 366d')
  .transform((text) => parseDuration(text) ?? 0)
  .meta(described);

/** A short time in the configuration, also below a second; milliseconds after reading. */
export const fineDuration = z
  .string()
  .regex(/^[1-9]\d*(ms|s|m)$/, 'a duration: a whole number above 0 and ms, s or m, such as 500ms or 2s')
  .transform((text) => (text.endsWith('ms') ? Number(text.slice(0, -2)) : (parseDuration(text) ?? 0)))
  .refine((milliseconds) => milliseconds <= unitMilliseconds.d, 'a duration of at most 1440m')
  .meta({ title: 'short duration', description: 'A whole number and `ms`, `s` or `m`: `500ms`, `2s`.' });

/** As long as a job can be of use on GitHub: its token expires after 24 hours. */
export const jobLimit = duration.refine(
  (milliseconds) => milliseconds >= 30 * unitMilliseconds.m && milliseconds <= unitMilliseconds.d,
  'a duration from 30m to 24h: after that, the token of a job has expired',
);

/** A text in which `${NAME}` and `{name}` are filled in when it is used. */
export const template = z.string().min(1).meta({ title: 'text' });

/** The name of a variable that a program gets. With a `=` in it, it would set another variable. */
export const environmentName = z.string().regex(/^[^\s=]+$/, 'the name of a variable, such as APP_TAG');

/** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
export const headerName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'the name of a header, such as Authorization');

/** A program and its arguments. It is started unchanged, without a shell. */
export const argv = z.tuple([template], template).meta({
  title: 'command',
  description:
    'A program and its arguments, started without a shell. `{from}` and `{to}` are filled in, and `{version}` when a release is deployed or tested.',
});

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lowercase letters, digits and single hyphens, such as patient-records')
  .max(63)
  .meta({ title: 'name' });
