import type { Clock } from '../../../world/clock.ts';
import type { Connection } from './connection.ts';
import { databaseFailure, numberOf } from './failure.ts';
import { openSnapshot } from './fingerprint.ts';
import { quoted } from './server.ts';
import { type Session, withSession } from './session.ts';
import type { Table } from './tables.ts';

/*
 * Neither server lets one session join another one's snapshot. So for a moment nobody may write to the tables of this
 * database, and all readers open a snapshot of their own in that moment: they see the same state. Locking the tables
 * needs no right on the whole server, and does not affect its other databases, unlike FLUSH TABLES WITH READ LOCK.
 */

export interface Frozen {
  readonly connection: Connection;
  readonly tables: readonly Table[];
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * @param opened is done while nobody can write, and resolves when every reader has a snapshot
 * @param body is done after that, while others write again, except to tables without transactions: these stay locked
 */
export async function inOneState<Opened, T>(
  session: Session,
  frozen: Frozen,
  opened: () => Promise<Opened>,
  body: (opened: Opened) => Promise<T>,
): Promise<T> {
  const { connection, tables, signal } = frozen;
  const withoutTransactions = tables.filter(({ isTransactional }) => !isTransactional);
  return await withLocked(withoutTransactions, frozen, async () => {
    const result = await withSession(connection, signal, async (locking) => {
      if (tables.length > 0) await lock(locking, tables, frozen);
      await openSnapshot(session);
      return await opened();
    });
    return await body(result);
  });
}

async function withLocked<T>(tables: readonly Table[], frozen: Frozen, body: () => Promise<T>): Promise<T> {
  if (tables.length === 0) return await body();
  return await withSession(frozen.connection, frozen.signal, async (locking) => {
    await lock(locking, tables, frozen);
    return await body();
  });
}

/** While a lock is waited for, writers queue behind it: so each attempt is short, and there are several. */
const waitSeconds = 3;
const tries = 20;
const pauseMilliseconds = 2_000;

async function lock(session: Session, tables: readonly Table[], { clock, signal }: Frozen): Promise<void> {
  await session.query(`SET SESSION lock_wait_timeout = ${waitSeconds}`);
  const statement = `LOCK TABLES ${tables.map(({ name }) => `${quoted(name)} READ`).join(', ')}`;
  for (let tried = 1; ; tried++) {
    try {
      await session.query(statement);
      return;
    } catch (cause) {
      if (numberOf(cause) !== 1205 || tried === tries) {
        throw databaseFailure(
          cause,
          'Holding writers off for the moment in which a backup starts',
          'There is no backup.',
        );
      }
      await clock.sleep(pauseMilliseconds, signal);
    }
  }
}
