import { hostname } from 'node:os';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity, MarkTarget } from '../../../core/model/identity.ts';
import { type Mark, markIn, markText, type NewMark, withoutMarks } from '../../../core/model/mark.ts';
import { databaseFailure } from './failure.ts';
import type { Session } from './session.ts';

/** What the server says about the session's database. */
interface Found {
  readonly identity: LiveIdentity;
  readonly name: string;
  readonly comment: string;
}

export async function readIdentity(session: Session): Promise<LiveIdentity> {
  return (await read(session)).identity;
}

async function read(session: Session): Promise<Found> {
  try {
    const [row] = await session.query<{
      oid: string;
      name: string;
      address: string | null;
      port: string;
      started: Date;
      comment: string | null;
    }>(`
      SELECT oid::text, datname AS name, host(inet_server_addr()) AS address, current_setting('port') AS port,
        pg_postmaster_start_time() AS started, shobj_description(oid, 'pg_database') AS comment
      FROM pg_database WHERE datname = current_database()`);
    if (row === undefined) throw new Error('pg_database does not list the database that the session is in');
    const system = await systemIdentifier(session);
    const location = { address: row.address ?? `socket on ${hostname()}`, port: row.port, database: row.name };
    const lineage = { ...(system !== undefined && { 'system-identifier': system }), 'database-oid': row.oid };
    const comment = row.comment ?? '';
    const identity = { kind: 'postgres', lineage, location, startedAt: row.started.toISOString() };
    return { identity: { ...identity, mark: markOf(comment, location, lineage) }, name: row.name, comment };
  } catch (cause) {
    throw databaseFailure(
      cause,
      'Reading the identity of the database',
      'It is not known which one it is, so nothing was done.',
    );
  }
}

/**
 * The mark is in the comment on the database: pg_dump leaves that out unless asked to create the database
 * (https://www.postgresql.org/docs/current/app-pgdump.html, --create), and emptying the schemas keeps it. It is tied to
 * the database's number on its server and, if the server hides its identity, to its address as well.
 */
function markOf(comment: string, location: LiveIdentity['location'], lineage: LiveIdentity['lineage']): Mark {
  const known = lineage['system-identifier'] !== undefined;
  const tiedTo = Object.values(known ? lineage : { ...location, ...lineage }).join('/');
  return markIn(comment, { tiedTo, place: `the comment on the database "${location.database}"` });
}

/** All in this session, and what is read first is read again before the mark is written. */
export async function markDisposable(
  session: Session,
  choose: (found: MarkTarget) => Promise<NewMark | undefined>,
): Promise<LiveIdentity | undefined> {
  const found = await read(session);
  const mark = await choose(found);
  if (mark === undefined) return undefined;
  const unmarked = 'It is not marked.';
  try {
    await session.query('BEGIN');
    const { identity, comment } = await read(session);
    if (!isSame(identity, found.identity)) {
      throw new SystemFailure({
        happened: 'While it was looked at, the database that answers became another one.',
        means: 'Something between here and the server leads to more than one database. Nothing was marked.',
        next: `Let ${session.where} name the server itself, not a proxy that chooses one.`,
      });
    }
    const text = `${withoutMarks(comment)} ${markText(mark)}`.trim();
    // COMMENT takes no parameters; format() quotes on the server.
    const [statement] = await session.query<{ sql: string }>(
      "SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), $1::text) AS sql",
      [text],
    );
    await session.query(statement?.sql ?? '');
    const after = await readIdentity(session);
    await session.query('COMMIT');
    return after;
  } catch (cause) {
    throw databaseFailure(cause, 'Marking the database as disposable', `${unmarked} Only its owner may comment on it.`);
  }
}

function isSame(one: LiveIdentity, other: LiveIdentity): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Some managed servers do not let users call it. Without it the lineage is only the database's number, which two
 * servers may share by chance: then identity.ts requires the mark rather than guessing.
 */
async function systemIdentifier(session: Session): Promise<string | undefined> {
  try {
    const [row] = await session.query<{ id: string }>('SELECT system_identifier::text AS id FROM pg_control_system()');
    return row?.id;
  } catch (cause) {
    const refused =
      cause instanceof Error && 'code' in cause && ['42501', '42883', '0A000'].includes(String(cause.code));
    if (refused) return undefined;
    throw cause;
  }
}
