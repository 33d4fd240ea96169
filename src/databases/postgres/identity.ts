import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Identity } from '../database.ts';
import { databaseFailure } from './failure.ts';
import type { Session } from './session.ts';

/**
 * The marker stands in the comment on the database: pg_dump leaves that out unless asked to create the database
 * (https://www.postgresql.org/docs/current/app-pgdump.html, --create), and emptying the schemas keeps it.
 */
const markerPattern = /\[staged-upgrade disposable (?<marker>[0-9a-f-]{36})\]/;

export async function readIdentity(session: Session): Promise<Identity> {
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
    const marker = markerPattern.exec(row.comment ?? '')?.groups?.marker;
    const system = await systemIdentifier(session);
    return {
      kind: 'postgres',
      lineage: { ...(system !== undefined && { 'system-identifier': system }), 'database-oid': row.oid },
      location: { address: row.address ?? `socket on ${hostname()}`, port: row.port, database: row.name },
      startedAt: row.started.toISOString(),
      ...(marker !== undefined && { disposableMarker: marker }),
    };
  } catch (cause) {
    throw databaseFailure(
      cause,
      'Reading the identity of the database',
      'It is not known which one it is, so nothing was done.',
    );
  }
}

/** Keeps what the comment says already, and the marker if there is one. */
export async function markDisposable(session: Session): Promise<string> {
  try {
    const [row] = await session.query<{ comment: string | null }>(
      "SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()",
    );
    const comment = row?.comment ?? '';
    const existing = markerPattern.exec(comment)?.groups?.marker;
    if (existing !== undefined) return existing;
    const marker = randomUUID();
    const text = `${comment} [staged-upgrade disposable ${marker}]`.trim();
    // COMMENT takes no parameters; format() quotes on the server.
    const [statement] = await session.query<{ sql: string }>(
      "SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), $1::text) AS sql",
      [text],
    );
    await session.query(statement?.sql ?? '');
    return marker;
  } catch (cause) {
    throw databaseFailure(
      cause,
      'Marking the database as disposable',
      'It is not marked. Only the owner of a database may comment on it.',
    );
  }
}

/**
 * Some managed servers do not let users call it. Without it the lineage is the database's number alone, which two
 * servers may share by chance: identity.ts then asks for the marker rather than guessing.
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
