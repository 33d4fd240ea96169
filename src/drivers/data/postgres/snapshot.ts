import { databaseFailure } from './failure.ts';
import type { Session } from './session.ts';

/** How long a lock may take: longer means that a migration or the like is under way. */
const lockMilliseconds = 60_000;

/**
 * Runs `body` in one read-only transaction that sees the database at one instant. Time limits of the server that
 * would end a long read are lifted, and texts of values are made independent of the server's settings.
 */
export async function inSnapshot<T>(session: Session, body: () => Promise<T>): Promise<T> {
  try {
    await session.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await session.query(`
      SELECT set_config(name, value, true)
      FROM (VALUES
        ('statement_timeout', '0'),
        ('idle_in_transaction_session_timeout', '0'),
        ('lock_timeout', '${lockMilliseconds}'),
        ('search_path', 'pg_catalog'),
        ('DateStyle', 'ISO, YMD'),
        ('IntervalStyle', 'postgres'),
        ('TimeZone', 'UTC'),
        ('extra_float_digits', '1'),
        ('bytea_output', 'hex'),
        ('row_security', 'off')
      ) AS settings (name, value)`);
    const result = await body();
    await session.query('COMMIT');
    return result;
  } catch (cause) {
    throw databaseFailure(cause, 'Reading the database', 'Nothing was written to it.');
  }
}
