import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { once } from '../../../core/settings/once.ts';
import { duration, template } from '../../../core/settings/scalars.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { postgresRows } from '../postgres-rows.ts';
import { sqliteRows } from './sqlite-rows.ts';

export const sqlKeys = once(() => ({
  url: template
    .optional()
    .describe(
      'The address of a PostgreSQL database, preferably with a read-only role: `{access.<name>}`, which each environment sets to its own value.',
    ),
  file: template.optional().describe('The file of a SQLite database.'),
  query: z
    .string()
    .min(1)
    .describe(
      'One statement, run in a read-only transaction: `select count(*) as patients from patient`. It may return up to 100,000 rows and 16 MB.',
    ),
  timeout: duration.prefault('30s'),
}));

export const sqlSettings = once(() =>
  z.strictObject(sqlKeys()).refine(({ url, file }) => (url === undefined) !== (file === undefined), {
    error: 'either "url" (PostgreSQL) or "file" (SQLite)',
  }),
);
export type SqlSettings = z.output<z.ZodObject<ReturnType<typeof sqlKeys>>>;

export type Rows =
  | {
      readonly kind: 'rows';
      readonly rows: readonly Readonly<Record<string, unknown>>[];
      readonly milliseconds: number;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** A test reads far less: it counts, or reads a few rows. */
const most = { rows: 100_000, bytes: 16 * 1024 * 1024 };
const tooMuch = {
  kind: 'none',
  reason: `its query finds more than ${most.rows} rows or ${most.bytes / 1024 / 1024} MB: let it count, or limit it`,
} as const;

/** The rows as JSON. No reason contains a value of a row. */
export async function readRows(settings: SqlSettings, context: PartContext, signal?: AbortSignal): Promise<Rows> {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const { url, file, query, timeout } = settings;
  const started = effects.clock.now().getTime();
  try {
    if (file !== undefined)
      return await sqlite(resolve(effects.directory, fill(file, 'file')), settings, context, signal);
    const rows = await postgresRows({
      url: fill(url ?? '', 'url'),
      query,
      milliseconds: timeout,
      most,
      signal: AbortSignal.any([effects.signal, ...(signal === undefined ? [] : [signal])]),
    });
    return rows === undefined ? tooMuch : { kind: 'rows', rows, milliseconds: effects.clock.now().getTime() - started };
  } catch (error) {
    effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    return { kind: 'none', reason: reasonOf(error) };
  }
}

async function sqlite(
  file: string,
  { query, timeout }: SqlSettings,
  { effects }: PartContext,
  signal: AbortSignal | undefined,
): Promise<Rows> {
  await access(file);
  const limit = AbortSignal.timeout(timeout);
  const ends = AbortSignal.any([limit, effects.signal, ...(signal === undefined ? [] : [signal])]);
  try {
    const read = await sqliteRows(
      { file, query },
      { processes: effects.processes, maxBytes: most.bytes, signal: ends },
    );
    if (read === undefined) return tooMuch;
    if ('code' in read) return { kind: 'none', reason: reasonFor(read.code) };
    return read.rows.length > most.rows ? tooMuch : { kind: 'rows', ...read };
  } catch (error) {
    if (limit.aborted) return { kind: 'none', reason: reasonFor('57014') };
    throw error;
  }
}

const withCode = z.looseObject({ code: z.string() });

/** The code says what it is, and the text of an error may quote a row. https://www.postgresql.org/docs/current/errcodes-appendix.html */
function reasonOf(error: unknown): string {
  return reasonFor(sqlState(error));
}

export function sqlState(error: unknown): string | undefined {
  const read = withCode.safeParse(error);
  return read.success ? read.data.code : undefined;
}

function reasonFor(code: string | undefined): string {
  switch (code) {
    case 'SEVERAL':
      return 'its query has several statements, of which only the first would be read';
    case 'ENOENT':
      return 'its database does not exist or cannot be reached';
    case '25006':
      return 'its query would write, and may only read';
    case '42P01':
      return 'a table of its query does not exist';
    case '42703':
      return 'a column of its query does not exist';
    case '57014':
      return 'its query took too long';
    default:
      return `its query was not answered${code === undefined ? '' : ` (${code})`}`;
  }
}
