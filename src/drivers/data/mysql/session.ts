import type { Connection as Client, RowDataPacket, SslOptions } from 'mysql2/promise';
import { readTlsFile } from '../tls-file.ts';
import { type Connection, placeOf } from './connection.ts';
import { databaseFailure } from './failure.ts';
import { type Server, serverOf } from './server.ts';

/** One connection to the server. */
export interface Session {
  /** All values are text, numbers or null: times are text, and so are numbers that JavaScript cannot represent. */
  query<Row extends object>(sql: string, values?: readonly string[]): Promise<Row[]>;
  readonly server: Server;
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
): Promise<T> {
  signal?.throwIfAborted();
  const { client, server } = await connect(connection);
  const cut = () => client.destroy();
  // An 'error' event without a listener would end the whole process; the query under way rejects as well.
  client.on('error', () => undefined);
  signal?.addEventListener('abort', cut, { once: true });
  try {
    return await body({
      query: async <Row extends object>(sql: string, values: readonly string[] = []) =>
        rowsOf<Row>(client, sql, values),
      server,
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

async function rowsOf<Row extends object>(client: Client, sql: string, values: readonly string[]): Promise<Row[]> {
  const [rows] = await client.query<(Row & RowDataPacket)[]>(sql, [...values]);
  return Array.isArray(rows) ? rows : [];
}

/**
 * Settings that affect the text of a value or of a definition, and time limits that would end a long read. Each holds only for
 * this session; those that the server does not know are left out.
 */
const settings: Readonly<Record<string, string>> = {
  time_zone: "'+00:00'",
  sql_mode: "''",
  sql_quote_show_create: '1',
  wait_timeout: '28800',
  net_read_timeout: '600',
  net_write_timeout: '600',
  lock_wait_timeout: '60',
  innodb_lock_wait_timeout: '60',
  max_statement_time: '0',
  max_execution_time: '0',
  information_schema_stats_expiry: '0',
};

async function connect(connection: Connection): Promise<{ client: Client; server: Server }> {
  try {
    const client = await open(connection);
    try {
      return { client, server: await prepare(client) };
    } catch (cause) {
      client.destroy();
      throw cause;
    }
  } catch (cause) {
    throw databaseFailure(cause, `Connecting to database ${placeOf(connection)}`, 'Nothing was done.');
  }
}

async function open(connection: Connection): Promise<Client> {
  const { sslMode, socket } = connection;
  if (sslMode === 'disabled' || socket !== undefined) return await tryOnce(connection);
  try {
    return await tryOnce(connection, await encryption(connection));
  } catch (cause) {
    const offersNone = cause instanceof Error && 'code' in cause && cause.code === 'HANDSHAKE_NO_SSL_SUPPORT';
    if (sslMode !== 'preferred' || !offersNone) throw cause;
    return await tryOnce(connection);
  }
}

async function tryOnce(connection: Connection, ssl?: SslOptions): Promise<Client> {
  const { createConnection } = await import('../../../world/clients/mysql.ts');
  const { host, port, socket, user, password, database } = connection;
  return await createConnection({
    ...(socket === undefined ? { host, port } : { socketPath: socket }),
    ...{ user, database, charset: 'utf8mb4_general_ci', connectTimeout: 15_000 },
    password: password ?? '',
    // No value is converted to one of JavaScript's, which may differ.
    ...{ dateStrings: true, supportBigNumbers: true, jsonStrings: true },
    ...(ssl && { ssl }),
  });
}

async function prepare(client: Client): Promise<Server> {
  const names = Object.keys(settings).map((name) => `'${name}'`);
  const known = await rowsOf<{ Variable_name: string }>(
    client,
    `SHOW SESSION VARIABLES WHERE Variable_name IN (${names.join(', ')})`,
    [],
  );
  const assignments = known.map(({ Variable_name: name }) => `SESSION ${name} = ${settings[name.toLowerCase()]}`);
  await client.query(`SET ${assignments.join(', ')}`);
  const [row] = await rowsOf<{ version: string }>(client, 'SELECT VERSION() AS version', []);
  return serverOf(row?.version ?? '');
}

/** Like MySQL's own programs: only the verifying modes check the certificate, and only the last one the name in it. */
async function encryption({ sslMode, sslCa, sslCert, sslKey, where }: Connection): Promise<SslOptions> {
  return {
    rejectUnauthorized: sslMode.startsWith('verify'),
    verifyIdentity: sslMode === 'verify-identity',
    ...(sslCa && { ca: await readTlsFile(sslCa, 'ssl-ca', where) }),
    ...(sslCert && { cert: await readTlsFile(sslCert, 'ssl-cert', where) }),
    ...(sslKey && { key: await readTlsFile(sslKey, 'ssl-key', where) }),
  };
}
