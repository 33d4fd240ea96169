import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ClientConfig } from 'pg';
import { z } from 'zod';
import { duration, template } from '../../../core/settings/scalars.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { sqliteRows } from './sqlite-rows.ts';

export const sqlKeys = {
  url: template
    .optional()
    .describe(
      'The address of a PostgreSQL database, best of a role that may only read: `{access.<name>}`, to which each environment gives its own value.',
    ),
  file: template.optional().describe('The file of a SQLite database.'),
  query: z
    .string()
    .min(1)
    .describe('One statement, in a transaction that may only read: `select count(*) as patients from patient`.'),
  timeout: duration.prefault('30s'),
};

export const sqlSettings = z
  .strictObject(sqlKeys)
  .refine(({ url, file }) => (url === undefined) !== (file === undefined), {
    error: 'either "url" (PostgreSQL) or "file" (SQLite)',
  });
export type SqlSettings = z.output<z.ZodObject<typeof sqlKeys>>;

export type Rows =
  | {
      readonly kind: 'rows';
      readonly rows: readonly Readonly<Record<string, unknown>>[];
      readonly milliseconds: number;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** The rows as JSON would have them. No value of a row is in a reason. */
export async function readRows(settings: SqlSettings, context: PartContext, signal?: AbortSignal): Promise<Rows> {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const { url, file, query, timeout } = settings;
  const started = effects.clock.now().getTime();
  try {
    if (file !== undefined)
      return await sqlite(resolve(effects.directory, fill(file, 'file')), settings, context, signal);
    const rows = await postgresRows(fill(url ?? '', 'url'), query, { timeout, effects: effects.signal, signal });
    return { kind: 'rows', rows, milliseconds: effects.clock.now().getTime() - started };
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
    const read = await sqliteRows({ file, query }, { processes: effects.processes, signal: ends });
    return 'code' in read ? { kind: 'none', reason: reasonFor(read.code) } : { kind: 'rows', ...read };
  } catch (error) {
    if (limit.aborted) return { kind: 'none', reason: reasonFor('57014') };
    throw error;
  }
}

interface Limits {
  readonly timeout: number;
  readonly effects: AbortSignal;
  readonly signal: AbortSignal | undefined;
}

async function postgresRows(
  url: string,
  query: string,
  { timeout, effects, signal }: Limits,
): Promise<Record<string, unknown>[]> {
  const { default: pg } = await import('pg');
  const settings: ClientConfig = {
    connectionString: asLibpqReads(url),
    application_name: 'staged-upgrade',
    connectionTimeoutMillis: timeout,
    statement_timeout: timeout,
    query_timeout: timeout,
    options: '-c default_transaction_read_only=on',
  };
  const client = new pg.Client(settings);
  // An 'error' event without a listener would end the whole process; the query under way rejects as well.
  client.on('error', () => undefined);
  const stopped = AbortSignal.any([effects, ...(signal === undefined ? [] : [signal])]);
  const cut = (): void => void client.end().catch(() => undefined);
  stopped.addEventListener('abort', cut, { once: true });
  try {
    await client.connect();
    await client.query('BEGIN READ ONLY');
    // A prepared statement is one statement: none can end the transaction before the next.
    const { rows } = await client.query<Record<string, unknown>>({ text: query, values: [], name: 'probe' });
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  } finally {
    stopped.removeEventListener('abort', cut);
    await client.end().catch(() => undefined);
  }
}

/** What pg makes of `sslmode=require` is stricter than what everything else of PostgreSQL does with the same address. */
function asLibpqReads(address: string): string {
  const url = URL.parse(address);
  if (url === null || !url.searchParams.has('sslmode') || url.searchParams.has('uselibpqcompat')) return address;
  url.searchParams.set('uselibpqcompat', 'true');
  return url.href;
}

/** Counts come as texts, since they may be larger than a number is exact. */
function plain(value: unknown): unknown {
  if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value);
  return value instanceof Date ? value.toISOString() : value;
}

const withCode = z.looseObject({ code: z.string() });

/** The code says what it is, and the text of an error may quote a row. https://www.postgresql.org/docs/current/errcodes-appendix.html */
function reasonOf(error: unknown): string {
  const read = withCode.safeParse(error);
  return reasonFor(read.success ? read.data.code : undefined);
}

function reasonFor(code: string | undefined): string {
  switch (code) {
    case 'SEVERAL':
      return 'its query has several statements, of which only the first would be read';
    case 'TOO_MUCH':
      return 'its query finds too much: let it count, or limit it';
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
