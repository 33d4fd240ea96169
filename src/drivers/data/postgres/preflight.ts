import { type Finding, fine, problem, warning } from '../../../core/messages/finding.ts';
import type { Connection } from './connection.ts';
import { databaseFailure } from './failure.ts';
import { directAddress, movedStatements } from './own-sessions.ts';
import { chooseRoles, type RolesSetting, standingOf } from './roles.ts';
import type { Session } from './session.ts';

const shownNames = 5;

/** What belongs to the users of the database: neither the system's own, nor what an extension brought. */
const usersRelations = `
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;

/** pg_dump reads every table and sequence, and stops at the first that it may not. */
export async function backupRights(session: Session, subject: string): Promise<Finding[]> {
  const unreadable = await names(
    session,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name ${usersRelations}
       AND c.relkind IN ('r', 'p', 'm', 'S')
       AND NOT (has_schema_privilege(n.oid, 'USAGE') AND CASE c.relkind
         WHEN 'S' THEN has_sequence_privilege(c.oid, 'SELECT') ELSE has_table_privilege(c.oid, 'SELECT') END)
     ORDER BY 1`,
  );
  const filtered = await names(
    session,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name ${usersRelations}
       AND c.relkind IN ('r', 'p') AND row_security_active(c.oid) ORDER BY 1`,
  );
  const findings: Finding[] = [];
  if (unreadable.length > 0) {
    findings.push(
      problem(subject, {
        happened: `The user of the configuration may not read ${listed(unreadable)}.`,
        means: 'pg_dump would stop there, so no backup could be taken.',
        next: 'Grant it: GRANT pg_read_all_data TO user (PostgreSQL 14 and later), or SELECT on each table and sequence.',
      }),
    );
  }
  if (filtered.length > 0) {
    findings.push(
      problem(subject, {
        happened: `Row security hides rows of ${listed(filtered)} from the user of the configuration.`,
        means: 'A backup would lack them, so pg_dump refuses to take one.',
        next: 'Let the user see them: ALTER ROLE user BYPASSRLS.',
      }),
    );
  }
  return findings.length > 0 ? findings : [fine(subject, 'Every table and sequence can be read.')];
}

export interface RestoreQuestion {
  readonly subject: string;
  /** The place of its settings in the configuration. */
  readonly where: string;
  readonly roles?: RolesSetting;
  /** Whom what is restored belongs to. */
  readonly owners?: readonly string[] | undefined;
}

/** A restore drops all objects and makes those of the backup again. */
export async function restoreRights(
  session: Session,
  { subject, where, roles = 'auto', owners = [] }: RestoreQuestion,
): Promise<Finding[]> {
  const [state] = await rows<{ standby: boolean; create: boolean; createPublic: boolean | null }>(
    session,
    `SELECT pg_is_in_recovery() AS standby, has_database_privilege(current_database(), 'CREATE') AS create,
       (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = 'public') AS "createPublic"`,
  );
  const foreign = await names(
    session,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name ${usersRelations}
       AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND NOT pg_has_role(current_user, c.relowner, 'MEMBER')
     ORDER BY 1`,
  );
  const findings: Finding[] = [];
  if (state?.standby === true) {
    findings.push(
      problem(subject, {
        happened: 'The server is a standby, which cannot be written.',
        means: 'Nothing can be restored there.',
        next: 'Configure the address of the primary server.',
      }),
    );
  }
  if (state?.create === false || state?.createPublic === false) {
    findings.push(
      problem(subject, {
        happened: `The user of the configuration may not make ${state.create ? 'tables in the schema "public"' : 'schemas in the database'}.`,
        means: 'A restore makes all objects of the backup again, so every rehearsal would fail.',
        next: 'Let the user own the database: ALTER DATABASE name OWNER TO user.',
      }),
    );
  }
  if (foreign.length > 0) {
    findings.push(
      problem(subject, {
        happened: `The user of the configuration does not own ${listed(foreign)}.`,
        means: 'A restore drops what is there, and only an owner may, so every rehearsal would fail.',
        next: 'Let the user own these objects: REASSIGN OWNED BY other TO user.',
      }),
    );
  }
  const choice = owners.length === 0 ? undefined : chooseRoles(roles, await standingOf(session, owners));
  if (choice?.kind === 'refuse') {
    findings.push(
      problem(subject, {
        happened: `What is restored there belongs to roles of production's database: ${choice.reason}.`,
        means: 'A restore gives each object to its owner again, so every rehearsal would fail.',
        next: `Make the roles on that server, and the restoring user a member of each (GRANT owner TO user); or leave owners out: "roles: ignore" under ${where}.`,
      }),
    );
  } else if (choice?.kind === 'ignore' && choice.warning !== undefined) {
    findings.push(
      warning(subject, {
        happened: choice.warning,
        means: 'The application finds its tables owned by somebody else than on production.',
        next: 'Nothing, where staging connects as the restoring user; otherwise make the roles on that server.',
      }),
    );
  }
  return findings.length > 0 ? findings : [fine(subject, 'Its objects can be dropped and made again.')];
}

/** What moves statements between sessions is refused by a restore, which is not started to learn that. */
export async function ownSessions(
  connection: Connection,
  session: Session,
  { subject, signal }: { readonly subject: string; readonly signal?: AbortSignal | undefined },
): Promise<Finding[]> {
  const seen = await movedStatements(connection, session, signal).catch((cause: unknown) => {
    throw databaseFailure(cause, 'Looking whether two connections keep to their sessions', 'Nothing was done.');
  });
  if (seen === undefined) return [];
  return [
    problem(subject, {
      happened: `Something between here and the server, such as a pooler of transactions, moves statements between sessions. ${seen}`,
      means: 'pg_restore could not be held to that database, so a restore refuses before anything is emptied.',
      next: `${directAddress(session)}.`,
    }),
  ];
}

async function names(session: Session, sql: string): Promise<string[]> {
  return (await rows<{ name: string }>(session, sql)).map(({ name }) => name);
}

async function rows<Row extends object>(session: Session, sql: string): Promise<Row[]> {
  try {
    return await session.query<Row>(sql);
  } catch (cause) {
    throw databaseFailure(cause, 'Reading the rights of the user', 'Nothing was done.');
  }
}

function listed(all: readonly string[]): string {
  const more = all.length - shownNames;
  return all.slice(0, shownNames).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
