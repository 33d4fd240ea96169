import { randomUUID } from 'node:crypto';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Connection, SessionPin } from './connection.ts';
import { databaseFailure } from './failure.ts';
import { type Session, withSession } from './session.ts';

/*
 * pg_restore connects by itself, several times, and a proxy or a name with several addresses may lead each connection
 * elsewhere. So the session that was verified creates an object with a name that no other database has, and every
 * connection of pg_restore names it in its settings: a server that does not find it ends the connection before
 * anything is done. A text search configuration is the only object of a single database whose existence the server checks
 * for a setting. https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-DEFAULT-TEXT-SEARCH-CONFIG
 */

/** Lets `body` use a pin that keeps other sessions in this one's database; what it needs is removed afterwards. */
export async function withTie<T>(session: Session, body: (pin: Tie) => Promise<T>): Promise<T> {
  const name = `staged_upgrade_${randomUUID().replaceAll('-', '')}`;
  const [seen] = await session.query<{ usual: string; owns: boolean }>(
    `SELECT current_setting('default_text_search_config')::regconfig::text AS usual,
       has_database_privilege(current_database(), 'CREATE') AS owns`,
  );
  // A schema of its own is out of the way of whatever is restored; not everybody may create one.
  const tie = `${seen?.owns ? name : 'public'}.${name}`;
  await withoutEventTriggers(session, async () => {
    if (seen?.owns) await session.query(`CREATE SCHEMA ${name}`);
    // Text search gives the same results as before: it is a copy of the usual configuration.
    await session.query(`CREATE TEXT SEARCH CONFIGURATION ${tie} (COPY = ${seen?.usual})`);
  });
  const untie = (): Promise<void> =>
    withoutEventTriggers(session, async () => {
      await session.query(`DROP TEXT SEARCH CONFIGURATION IF EXISTS ${tie}`);
      if (seen?.owns) await session.query(`DROP SCHEMA IF EXISTS ${name}`);
    });
  let result: T;
  try {
    result = await body({ address: session.address, options: `-c ${setting}=${tie}`, tie });
  } catch (cause) {
    // The failure matters more than that the rest could not be removed.
    await untie().catch(() => undefined);
    throw cause;
  }
  await untie();
  return result;
}

/**
 * Event triggers of the database may forbid dropping what is dropped here, before it is emptied and after it is restored. They
 * belong to superusers, who disable them in this transaction alone; changing them fires none of them:
 * https://www.postgresql.org/docs/current/event-trigger-matrix.html
 */
async function withoutEventTriggers(session: Session, body: () => Promise<void>): Promise<void> {
  const triggers = await session.query<{ name: string; enabled: string }>(
    "SELECT format('%I', evtname) AS name, evtenabled AS enabled FROM pg_event_trigger WHERE evtenabled <> 'D'",
  );
  const [user] = await session.query<{ superuser: boolean }>(
    'SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
  );
  if (triggers.length === 0 || user?.superuser !== true) return await body();
  await session.query('BEGIN');
  try {
    for (const { name } of triggers) await session.query(`ALTER EVENT TRIGGER ${name} DISABLE`);
    await body();
    for (const { name, enabled } of triggers)
      await session.query(`ALTER EVENT TRIGGER ${name} ENABLE ${enabledWords[enabled] ?? ''}`);
    await session.query('COMMIT');
  } catch (cause) {
    await session.query('ROLLBACK').catch(() => undefined);
    throw cause;
  }
}

/** For the letters of the catalog: https://www.postgresql.org/docs/current/catalog-pg-event-trigger.html */
const enabledWords: Readonly<Record<string, string>> = { O: '', R: 'REPLICA', A: 'ALWAYS' };

const setting = 'default_text_search_config';

/** Keeps other sessions in this one's database. */
export interface Tie extends SessionPin {
  readonly tie: string;
}

/**
 * Connects as pg_restore will, while there is still something to lose. A successful connection is not enough: a pooler
 * may be told to ignore a client's start-up settings, and then nothing keeps pg_restore in place.
 */
export async function requireTied(connection: Connection, pin: Tie, signal: AbortSignal | undefined) {
  let reached: string;
  try {
    const [seen] = await withSession(
      connection,
      signal,
      (session) => session.query<{ tie: string }>(`SELECT current_setting('${setting}') AS tie`),
      pin,
    );
    if (seen?.tie === pin.tie) return;
    reached = 'It did not get the settings that it was opened with.';
  } catch (cause) {
    signal?.throwIfAborted();
    reached = databaseFailure(cause, 'Connecting a second time', 'Nothing was restored.').detail.happened;
  }
  throw new SystemFailure({
    happened: `A second connection was not shown to come to the database that was verified. ${reached}`,
    means: 'Something between here and the server, such as a proxy or a pooler, leads connections to several places.',
    next: `Let ${connection.where} name the server itself, not a proxy or pooler, then run the step again.`,
  });
}
