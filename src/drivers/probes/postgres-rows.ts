import { Socket } from 'node:net';
import type { ClientConfig } from 'pg';

export interface Asked {
  readonly url: string;
  readonly query: string;
  readonly milliseconds: number;
  readonly most: { readonly rows: number; readonly bytes: number };
  readonly signal: AbortSignal;
}

type Row = Readonly<Record<string, unknown>>;

/** How often the received size is checked: a single value may have a gigabyte, and comes in many pieces. */
const lookMilliseconds = 20;

/** @returns undefined if there is more than requested: the connection is cut then, since the server would send all of it. */
export async function postgresRows({
  url,
  query,
  milliseconds,
  most,
  signal,
}: Asked): Promise<readonly Row[] | undefined> {
  const { default: pg } = await import('pg');
  const socket = new Socket();
  const cut = (): void => void socket.destroy();
  const settings: ClientConfig = {
    connectionString: asLibpqReads(url),
    stream: () => socket,
    application_name: 'staged-upgrade',
    connectionTimeoutMillis: milliseconds,
    statement_timeout: milliseconds,
    query_timeout: milliseconds,
    options: '-c default_transaction_read_only=on',
  };
  const client = new pg.Client(settings);
  // An 'error' event without a listener would end the whole process; the query under way rejects as well.
  client.on('error', () => undefined);
  let isTooMuch = false;
  const stopForSize = (): void => {
    isTooMuch = true;
    cut();
  };
  const looking = setInterval(() => {
    if (socket.bytesRead > most.bytes) stopForSize();
  }, lookMilliseconds);
  signal.addEventListener('abort', cut, { once: true });
  try {
    await client.connect();
    await client.query('BEGIN READ ONLY');
    return await new Promise<readonly Row[]>((resolve, reject) => {
      const found: Row[] = [];
      // A prepared statement is one statement: none can end the transaction before the next.
      const prepared = new pg.Query<Record<string, unknown>>({ text: query, name: 'probe' }, [], (error) =>
        error === undefined || error === null ? resolve(found) : reject(error),
      );
      prepared.on('row', (row) => {
        if (found.length < most.rows) found.push(plainRow(row));
        else stopForSize();
      });
      client.query(prepared);
    });
  } catch (error) {
    if (isTooMuch) return undefined;
    throw error;
  } finally {
    clearInterval(looking);
    signal.removeEventListener('abort', cut);
    await client.end().catch(() => undefined);
  }
}

/** pg's interpretation of `sslmode=require` is stricter than that of all other PostgreSQL programs for the same address. */
export function asLibpqReads(address: string): string {
  const url = URL.parse(address);
  if (url === null || !url.searchParams.has('sslmode') || url.searchParams.has('uselibpqcompat')) return address;
  url.searchParams.set('uselibpqcompat', 'true');
  return url.href;
}

function plainRow(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

/** Counts come as texts, since they may exceed exact numbers. */
function plain(value: unknown): unknown {
  if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value);
  return value instanceof Date ? value.toISOString() : value;
}
