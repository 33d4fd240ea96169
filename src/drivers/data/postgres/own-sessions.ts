import { SystemFailure } from '../../../core/messages/errors.ts';
import type { DataUse } from '../data-store.ts';
import type { Connection } from './connection.ts';
import { databaseFailure } from './failure.ts';
import { type Session, withSession } from './session.ts';

/*
 * pg_restore's statements cannot carry the question where they are run, as ours do (held-session.ts). So what leads the
 * statements of one connection to several sessions of a server is looked for before anything is emptied: two connections
 * that are open at once ask in turn which session they are in. A server gives each one session of its own for as long as
 * it is open. A pooler of transactions gives a session to whoever asks next: the two are then seen in one session, or, in
 * a transaction of the other, in one that they were not in before.
 */

/** @returns what was seen that only something which moves statements does */
export async function movedStatements(
  connection: Connection,
  one: Session,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  return await withSession(connection, signal, async (other) => {
    const first = new Set<string>();
    const second = new Set<string>();
    const askFirst = async () => first.add(await whereIs(one));
    const askSecond = async () => second.add(await whereIs(other));
    // Neither taking turns nor the last one given back gives both of them one session each in this order.
    for (const ask of [askFirst, askFirst, askSecond, askFirst, askSecond, askSecond]) await ask();
    await inTransaction(one, askFirst, askSecond);
    await inTransaction(other, askSecond, askFirst);
    if (first.size > 1 || second.size > 1)
      return 'Statements of one connection came to several sessions of the server.';
    if ([...first].some((place) => second.has(place))) return 'Two connections came to one session of the server.';
    return undefined;
  });
}

export async function requireOwnSessions(
  connection: Connection,
  session: Session,
  { use, signal }: { readonly use: DataUse; readonly signal: AbortSignal | undefined },
): Promise<void> {
  let seen: string | undefined;
  try {
    seen = await movedStatements(connection, session, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, 'Looking whether two connections keep to their sessions', undone[use]);
  }
  if (seen === undefined) return;
  throw new SystemFailure({
    happened: `Something between here and the server, such as a pooler of transactions, moves statements between sessions. ${seen}`,
    means: `${undone[use]} ${meansOfMoving[use]}`,
    next: `${directAddress(session)}, then run the step again.`,
  });
}

const undone: Readonly<Record<DataUse, string>> = {
  backup: 'There is no backup.',
  restore: 'Nothing was restored; the database is unchanged.',
};

/** A setting that a session is given stays with it, and a pooler of transactions gives the session to the next one. */
export const meansOfMoving: Readonly<Record<DataUse, string>> = {
  backup:
    'pg_dump empties the search path of its sessions, which the application would get with the sessions, and find none of its tables.',
  restore: 'pg_restore could not be held to the database that was verified.',
};

export function directAddress({ where }: Pick<Session, 'where'>): string {
  return `Let ${where} name the direct address of the server, not a pooler`;
}

async function inTransaction(
  session: Session,
  askInside: () => Promise<unknown>,
  askOutside: () => Promise<unknown>,
): Promise<void> {
  await session.query('BEGIN');
  await askInside();
  await askOutside();
  await session.query('COMMIT');
}

async function whereIs(session: Session): Promise<string> {
  const [row] = await session.query<{ place: string }>(
    `SELECT concat(pg_backend_pid(), ' since ', extract(epoch FROM pg_postmaster_start_time())) AS place`,
  );
  if (row === undefined) throw new Error('the server does not say which session this is');
  return row.place;
}
