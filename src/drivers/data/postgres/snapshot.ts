import { databaseFailure } from './failure.ts';
import type { Session } from './session.ts';

/** How long a lock may take: if it takes longer, a migration or the like is under way. */
const lockMilliseconds = 60_000;

/**
 * Time limits that would end a long read, and settings that affect the text of a value: a session's own settings must
 * not make two equal databases look different. Those that the server does not know are left out.
 */
const settings: Readonly<Record<string, string>> = {
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
  transaction_timeout: '0',
  lock_timeout: String(lockMilliseconds),
  search_path: 'pg_catalog',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  extra_float_digits: '1',
  bytea_output: 'hex',
  xmlbinary: 'base64',
  lc_monetary: 'C',
  lc_numeric: 'C',
  quote_all_identifiers: 'off',
  row_security: 'off',
  // Compiling queries over catalogs takes far longer than running them.
  jit: 'off',
  // All rows of a cursor are read.
  cursor_tuple_fraction: '1',
  // A synchronized scan may start anywhere, which only costs time here: the order of rows does not matter.
  synchronize_seqscans: 'off',
};

/**
 * Runs `body` in one read-only transaction that sees the database at one instant: now, or that of an exported snapshot.
 */
export async function inSnapshot<T>(session: Session, body: () => Promise<T>, snapshot?: string): Promise<T> {
  try {
    await session.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Takes no parameters; the server's snapshot names consist of digits, letters and hyphens.
    if (snapshot !== undefined) await session.query(`SET TRANSACTION SNAPSHOT '${snapshot.replaceAll("'", "''")}'`);
    await session.query(
      `SELECT set_config(s.name, wanted.value, true)
       FROM json_each_text($1) AS wanted (name, value) JOIN pg_settings s ON lower(s.name) = lower(wanted.name)`,
      [JSON.stringify(settings)],
    );
    const result = await body();
    await session.query('COMMIT');
    return result;
  } catch (cause) {
    throw databaseFailure(cause, 'Reading the database', 'Nothing was written to it.');
  }
}

/** Other sessions see what this one does, as long as its transaction lasts. */
export async function exportSnapshot(session: Session): Promise<string> {
  const [row] = await session.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
  if (row === undefined) throw new Error('the server exports no snapshot');
  return row.id;
}
