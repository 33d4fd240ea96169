import { isIP, Socket } from 'node:net';
import type { Client, ClientConfig, QueryResult } from 'pg';
import { readTlsFile } from '../tls-file.ts';
import { applicationName, type Connection, placeOf, type SessionPin } from './connection.ts';
import { databaseFailure } from './failure.ts';

/** One connection to the server: statements and their rows; for several statements in one text, those of the last. */
export interface Session {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The network address that was connected to; undefined for a Unix socket. */
  readonly address: string | undefined;
  /** The place of its URL in the configuration, for messages. */
  readonly where: string;
}

/**
 * Connects, lets `body` use the session and closes it, whatever happens. Aborting the signal cuts the connection.
 * Rejects with a SystemFailure that contains no row's value.
 */
export async function withSession<T>(
  connection: Connection,
  signal: AbortSignal | undefined,
  body: (session: Session) => Promise<T>,
  pin?: SessionPin,
): Promise<T> {
  signal?.throwIfAborted();
  const { client, cut, address } = await connect(connection, pin);
  // An 'error' event without a listener would end the whole process; the query under way rejects as well.
  client.on('error', () => undefined);
  signal?.addEventListener('abort', cut, { once: true });
  try {
    return await body({
      query: async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
        const result: QueryResult<Row> | QueryResult<Row>[] = await client.query<Row>(sql, [...values]);
        return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [];
      },
      address,
      where: connection.where,
    });
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause;
  } finally {
    signal?.removeEventListener('abort', cut);
    if (signal?.aborted) cut();
    else await client.end().catch(() => undefined);
  }
}

interface Connected {
  readonly client: Client;
  readonly cut: () => void;
  readonly address: string | undefined;
}

async function connect(connection: Connection, pin?: SessionPin): Promise<Connected> {
  const wanted = connection.sslmode;
  try {
    if (wanted === 'disable' || connection.host.startsWith('/')) return await tryOnce(connection, pin, false);
    if (wanted !== 'allow' && wanted !== 'prefer') return await tryOnce(connection, pin, true);
    try {
      return await tryOnce(connection, pin, true);
    } catch (cause) {
      // pg has no `prefer`, which is libpq's default and so what pg_dump uses with the same URL.
      if (!(cause instanceof Error) || !cause.message.includes('does not support SSL')) throw cause;
      return await tryOnce(connection, pin, false);
    }
  } catch (cause) {
    throw databaseFailure(cause, `Connecting to database ${placeOf(connection)}`, 'Nothing was done.');
  }
}

async function tryOnce(connection: Connection, pin: SessionPin | undefined, encrypted: boolean): Promise<Connected> {
  const { default: pg } = await import('pg');
  const socket = new Socket();
  const client = new pg.Client({
    host: pin?.address ?? connection.host,
    port: connection.port,
    user: connection.user,
    database: connection.database,
    // As a function: otherwise pg would take an absent one from PGPASSWORD or ~/.pgpass, which may be another server's.
    password: () => connection.password ?? '',
    application_name: applicationName,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    stream: () => socket,
    ssl: encrypted ? await encryption(connection) : false,
    ...(pin && { options: pin.options }),
  });
  try {
    await client.connect();
  } catch (cause) {
    socket.destroy();
    throw cause;
  }
  return { client, cut: () => socket.destroy(), address: socket.remoteAddress };
}

/** As with libpq: only the verifying modes check the certificate, and only verify-full the name in it. */
async function encryption(connection: Connection): Promise<Exclude<ClientConfig['ssl'], boolean | undefined>> {
  const { sslmode, sslrootcert, sslcert, sslkey, where } = connection;
  const verifies = sslmode.startsWith('verify');
  return {
    rejectUnauthorized: verifies,
    ...(sslrootcert && sslrootcert !== 'system' && { ca: await readTlsFile(sslrootcert, 'sslrootcert', where) }),
    ...(sslcert && { cert: await readTlsFile(sslcert, 'sslcert', where) }),
    ...(sslkey && { key: await readTlsFile(sslkey, 'sslkey', where) }),
    // The certificate is for the name, even if the address is given.
    ...(isIP(connection.host) === 0 && { servername: connection.host }),
    ...(sslmode === 'verify-ca' && { checkServerIdentity: () => undefined }),
  };
}

/**
 * Lifts limits of the server that would end long work, for the rest of this session. Only if it is known to stay in one
 * session of the server: through a transaction pooler, they would be lifted for somebody else.
 */
export async function liftLimits(session: Session): Promise<void> {
  const known = ['lock_timeout', ...timeLimits].map((name) => `'${name}'`).join(', ');
  await session.query(
    `SELECT set_config(name, CASE name WHEN 'lock_timeout' THEN '60000' ELSE '0' END, false)
     FROM pg_settings WHERE name IN (${known})`,
  );
}

/** Some came with 14 and 17. */
export const timeLimits = [
  'statement_timeout',
  'idle_session_timeout',
  'idle_in_transaction_session_timeout',
  'transaction_timeout',
] as const;
