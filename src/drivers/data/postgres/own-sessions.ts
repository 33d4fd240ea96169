import { SystemFailure } from '../../../core/messages/errors.ts';
import type { DataUse } from '../data-store.ts';
import type { Connection } from './connection.ts';
import { databaseFailure } from './failure.ts';
import { type Session, withSession } from './session.ts';

/*
 * pg_restore's statements cannot include the check of where they are run, as ours do (held-session.ts). So before anything is
 * emptied, anything that spreads the statements of one connection over several sessions of a server is detected: two
 * connections that are open at once ask in turn which session they are in. A server gives each one session of its own for as
 * long as it is open. A transaction pooler gives a session to whoever asks next: then both are seen in one session or,
 * during a transaction of the other, in one that they were not in before.
 */

/** What is between here and the server, and how it would break a backup or a restore. */
interface Between {
  readonly seen: string;
  readonly means: string;
}

/** @returns undefined if connections behave as those of the server itself, as far as can be seen */
export async function betweenHereAndServer(
  connection: Connection,
  session: Session,
  { use, signal }: { readonly use: DataUse; readonly signal?: AbortSignal | undefined },
): Promise<Between | undefined> {
  const moved = await movedStatements(connection, session, signal);
  if (moved !== undefined) {
    const what =
      'Something between here and the server, such as a pooler of transactions, moves statements between sessions.';
    return { seen: `${what} ${moved}`, means: meansOfMoving[use] };
  }
  const lost = use === 'restore' ? await lostSettings(connection, signal) : undefined;
  if (lost === undefined) return undefined;
  const what =
    'Something between here and the server, such as a pooler, does not pass on the settings that a connection is opened with.';
  return { seen: `${what} ${lost}`, means: meansOfMoving.restore };
}

/** @returns the evidence that statements are moved between sessions */
async function movedStatements(
  connection: Connection,
  one: Session,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  try {
    return await withSession(connection, signal, async (other) => {
      const first = new Set<string>();
      const second = new Set<string>();
      const askFirst = async () => first.add(await whereIs(one));
      const askSecond = async () => second.add(await whereIs(other));
      // In this order, neither round robin nor reusing the last session gives each of them a session of its own.
      for (const ask of [askFirst, askFirst, askSecond, askFirst, askSecond, askSecond]) await ask();
      await inTransaction(one, askFirst, askSecond);
      await inTransaction(other, askSecond, askFirst);
      if (first.size > 1 || second.size > 1)
        return 'Statements of one connection came to several sessions of the server.';
      if ([...first].some((place) => second.has(place))) return 'Two connections came to one session of the server.';
      return undefined;
    });
  } catch (cause) {
    // PgBouncer's message when it moves each statement by itself.
    if (cause instanceof Error && /transaction blocks not allowed in statement pooling/i.test(cause.message))
      return 'It takes no transactions.';
    throw cause;
  }
}

/** PgBouncer refuses what it cannot pass on, or is told to ignore it: https://www.pgbouncer.org/config.html#ignore_startup_parameters */
async function lostSettings(connection: Connection, signal: AbortSignal | undefined): Promise<string | undefined> {
  const pin = { address: undefined, options: '-c staged_upgrade.passed=yes' };
  try {
    const [seen] = await withSession(
      connection,
      signal,
      (session) =>
        session.query<{ passed: string | null }>("SELECT current_setting('staged_upgrade.passed', true) AS passed"),
      pin,
    );
    return seen?.passed === 'yes' ? undefined : 'The server did not get them.';
  } catch (cause) {
    signal?.throwIfAborted();
    // The same connection without settings is open.
    return databaseFailure(cause, 'Connecting with one', '').detail.happened;
  }
}

export async function requireOwnSessions(
  connection: Connection,
  session: Session,
  { use, signal }: { readonly use: DataUse; readonly signal: AbortSignal | undefined },
): Promise<void> {
  let between: Between | undefined;
  try {
    between = await betweenHereAndServer(connection, session, { use, signal });
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, 'Looking whether two connections keep to their sessions', undone[use]);
  }
  if (between === undefined) return;
  throw new SystemFailure({
    happened: between.seen,
    means: `${undone[use]} ${between.means}`,
    next: `${directAddress(session)}, then run the step again.`,
  });
}

const undone: Readonly<Record<DataUse, string>> = {
  backup: 'There is no backup.',
  restore: 'Nothing was restored; the database is unchanged.',
};

/** A setting stays with its session, and a transaction pooler gives the session to the next client. */
const meansOfMoving: Readonly<Record<DataUse, string>> = {
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
