import type { Session } from './session.ts';

/** Each of them has room for `max_locks_per_transaction` locks, and all share that room. */
const sessions = `(
  current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint
  + current_setting('max_worker_processes')::bigint + current_setting('max_wal_senders')::bigint)`;

/** How many objects the server can hold locks on at once, over all sessions. */
export async function lockCapacity(session: Session): Promise<number> {
  const [row] = await session.query<{ locks: string }>(
    `SELECT (current_setting('max_locks_per_transaction')::bigint * ${sessions})::text AS locks`,
  );
  return Number(row?.locks);
}

/** The value to set `max_locks_per_transaction` to, for this many objects and a quarter more. */
export async function locksPerTransactionFor(session: Session, objects: number): Promise<number> {
  const [row] = await session.query<{ sessions: string }>(`SELECT ${sessions}::text AS sessions`);
  return Math.ceil((objects * 1.25) / Number(row?.sessions));
}
