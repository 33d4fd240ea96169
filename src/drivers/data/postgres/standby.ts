import type { Clock } from '../../../world/clock.ts';
import type { Session } from './session.ts';

/**
 * Up to when the data is complete that the session sees. A standby may lag behind: if it has not replayed everything that it
 * was sent, or is sent nothing, what it replayed last counts, since nobody knows what came later.
 */
export async function seenUpTo(session: Session, clock: Clock): Promise<Date> {
  const now = clock.now();
  const [row] = await session.query<{ replayed: Date | null }>(`
    SELECT CASE WHEN pg_is_in_recovery() AND (
      pg_last_wal_receive_lsn() IS DISTINCT FROM pg_last_wal_replay_lsn() OR NOT EXISTS (SELECT FROM pg_stat_wal_receiver)
    ) THEN pg_last_xact_replay_timestamp() END AS replayed`);
  return row?.replayed ?? now;
}
