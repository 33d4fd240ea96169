import { databaseFailure } from './failure.ts';
import type { Session } from './session.ts';

/** How long a lock may take: longer means that a migration or the like is under way. */
const lockMilliseconds = 60_000;

/**
 * Limits of time that would end a long read, and whatever the text of a value depends on: a session's own settings must
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
  // A cursor's rows are all read.
  cursor_tuple_fraction: '1',
  // A synchronized scan may start anywhere, which only costs here: the order of rows does not matter.
  synchronize_seqscans: 'off',
};

/**
 * Runs `body` in one read-only transaction that sees the database at one instant: now, or that of an exported snapshot.
 */
export async function inSnapshot<T>(session: Session, body: () => Promise<T>, snapshot?: string): Promise<T> {
  try {
    await session.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Takes no parameters; the server's names of snapshots are of digits, letters and hyphens.
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
