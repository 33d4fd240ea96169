import { createHash } from 'node:crypto';
import type { SequenceFingerprint, TableFingerprint } from '../../../core/model/fingerprint.ts';
import type { Log } from '../../../world/log.ts';
import type { Session } from './session.ts';

/** A table as the catalog names it. */
export interface TableName {
  readonly schema: string;
  readonly name: string;
  /** Quoted for SQL, by the server. */
  readonly sql: string;
}

/** What pg_dump dumps: of the user's own, not of an extension, not temporary. */
const ofTheUser = `
  n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND c.relpersistence <> 't'
  AND NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
  )`;

/** Ordinary and partitioned tables. A partitioned one holds no row itself: its partitions are listed beside it. */
export async function listTables(session: Session): Promise<TableName[]> {
  return list(session, ['r', 'p']);
}

async function list(session: Session, kinds: readonly string[]): Promise<TableName[]> {
  return session.query<TableName>(
    `SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS sql
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = ANY ($1) AND ${ofTheUser}
     ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`,
    [kinds],
  );
}

/**
 * Locks all tables against being truncated or rewritten, which would empty them even for an older snapshot. Taken
 * before the dump starts, so that dump and fingerprint see the same.
 * https://www.postgresql.org/docs/current/mvcc-caveats.html
 */
export async function lockTables(session: Session, tables: readonly TableName[]): Promise<void> {
  const atOnce = 100;
  for (let start = 0; start < tables.length; start += atOnce) {
    const names = tables.slice(start, start + atOnce).map((table) => table.sql);
    await session.query(`LOCK TABLE ONLY ${names.join(', ONLY ')} IN ACCESS SHARE MODE`);
  }
}

export interface ReadTablesRequest {
  readonly content: boolean;
  readonly log?: Log;
  readonly signal?: AbortSignal | undefined;
}

/** Exact row counts, and the number of large objects when there are any. */
export async function readTables(
  session: Session,
  tables: readonly TableName[],
  { content, log, signal }: ReadTablesRequest,
): Promise<TableFingerprint[]> {
  const read: TableFingerprint[] = [];
  for (const table of tables) {
    signal?.throwIfAborted();
    const [row] = await session.query<{ rows: string }>(`SELECT count(*)::text AS rows FROM ONLY ${table.sql}`);
    const counted = { name: `${table.schema}.${table.name}`, rows: Number(row?.rows) };
    read.push(content ? { ...counted, checksum: await checksumOf(session, table, signal) } : counted);
    log?.progress({ text: 'tables counted', done: read.length, total: tables.length });
  }
  const [large] = await session.query<{ objects: string }>(
    'SELECT count(*)::text AS objects FROM pg_largeobject_metadata',
  );
  const objects = Number(large?.objects);
  return objects === 0 ? read : [...read, { name: 'pg_largeobject (large objects)', rows: objects }];
}

/** Read from the live database, outside of any snapshot: sequences know none. */
export async function readSequences(session: Session): Promise<SequenceFingerprint[]> {
  const read: SequenceFingerprint[] = [];
  for (const sequence of await list(session, ['S'])) {
    const [row] = await session.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${sequence.sql}`,
    );
    if (row !== undefined) read.push({ name: `${sequence.schema}.${sequence.name}`, ...row });
  }
  return read;
}

const cursorRows = 20_000;

/**
 * SHA-256 over the ordered SHA-256s of all rows. Rows are hashed and sorted by the server, so none of them leaves it,
 * and the order does not depend on a key or a collation.
 */
async function checksumOf(session: Session, table: TableName, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  await session.query(
    `DECLARE row_digests NO SCROLL CURSOR FOR
     SELECT sha256(convert_to(each_row::text, 'UTF8')) AS digest FROM ONLY ${table.sql} AS each_row ORDER BY digest`,
  );
  for (;;) {
    signal?.throwIfAborted();
    const rows = await session.query<{ digest: Buffer }>(`FETCH ${cursorRows} FROM row_digests`);
    for (const row of rows) hash.update(row.digest);
    if (rows.length < cursorRows) break;
  }
  await session.query('CLOSE row_digests');
  return hash.digest('hex');
}
