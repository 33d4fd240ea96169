import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Session } from './session.ts';

/** A server that was just stopped takes a moment to disappear. */
const retryMilliseconds = 10_000;
const pauseMilliseconds = 500;

/** Rejects while someone else is connected: a running server would write into the database that is being replaced. */
export async function requireNobodyElse(
  session: Session,
  { disconnect, clock, signal }: { disconnect: boolean; clock: Clock; signal: AbortSignal | undefined },
): Promise<void> {
  const deadline = clock.now().getTime() + retryMilliseconds;
  for (;;) {
    const others = await session.query<{ pid: number; application: string }>(`
      SELECT pid, coalesce(nullif(application_name, ''), 'without a name') AS application FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
        AND coalesce(backend_type, 'client backend') = 'client backend'`);
    if (others.length === 0) return;
    if (disconnect) for (const { pid } of others) await session.query('SELECT pg_terminate_backend($1)', [pid]);
    if (clock.now().getTime() >= deadline) throw inUse(others);
    await clock.sleep(pauseMilliseconds, signal);
  }
}

function inUse(others: readonly { readonly application: string }[]): SystemFailure {
  const names = [...new Set(others.map((other) => `"${other.application}"`))].join(', ');
  return new SystemFailure({
    happened: `${others.length} other sessions are connected to the database (application ${names}).`,
    means: 'Nothing was restored; the database is unchanged.',
    next: 'Stop the server that uses it (see "stop" of the deployer). If these may be cut off, set "disconnect-others: true".',
  });
}
