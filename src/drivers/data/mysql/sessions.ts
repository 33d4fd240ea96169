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
    // Without the right PROCESS, these are the sessions of the same user, which is mostly the application's.
    const others = await session.query<{ id: string | number; account: string }>(
      `SELECT ID AS id, USER AS account FROM information_schema.PROCESSLIST
       WHERE DB = DATABASE() AND ID <> CONNECTION_ID() AND COMMAND <> 'Daemon'`,
    );
    if (others.length === 0) return;
    // One that has ended in the meantime cannot be ended.
    if (disconnect) for (const { id } of others) await session.query(`KILL ${Number(id)}`).catch(() => undefined);
    if (clock.now().getTime() >= deadline) throw inUse(others);
    await clock.sleep(pauseMilliseconds, signal);
  }
}

function inUse(others: readonly { readonly account: string }[]): SystemFailure {
  const names = [...new Set(others.map(({ account }) => `"${account}"`))].join(', ');
  return new SystemFailure({
    happened: `${others.length} other sessions are connected to the database (user ${names}).`,
    means: 'Nothing was restored; the database is unchanged.',
    next: 'Stop the server that uses it (see "stop" of the deployer). If these may be cut off, set "disconnect-others: true".',
  });
}
