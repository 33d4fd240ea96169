import { type Finding, fine, problem } from '../../../core/messages/finding.ts';
import type { Clock } from '../../../world/clock.ts';
import type { PreflightRequest } from '../data-store.ts';
import { asFindings, listed } from '../obstacle.ts';
import type { Connection } from './connection.ts';
import { databaseFailure } from './failure.ts';
import { obstaclesToBackingUp } from './obstacles-backing-up.ts';
import { obstaclesToEmptying } from './obstacles-emptying.ts';
import { obstaclesToRestoring, type RestoreQuestion } from './obstacles-restoring.ts';
import { betweenHereAndServer, directAddress } from './own-sessions.ts';
import type { Session } from './session.ts';

/** What belongs to the users of the database: neither the system's own, nor what an extension brought. */
const usersRelations = `
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;

/** pg_dump reads every table and sequence, and stops at the first that it may not read. */
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

/** A restore drops all objects and creates those of the backup again. */
export async function restoreRights(session: Session, subject: string, question: RestoreQuestion): Promise<Finding[]> {
  try {
    const obstacles = [...(await obstaclesToEmptying(session)), ...(await obstaclesToRestoring(session, question))];
    const found = asFindings(subject, obstacles);
    return found.some(({ kind }) => kind === 'problem')
      ? found
      : [fine(subject, 'Its objects can be dropped and made again.'), ...found];
  } catch (cause) {
    throw databaseFailure(cause, 'Looking whether a restore could be done', 'Nothing was done.');
  }
}

/** Backup and restore refuse what moves statements between sessions; neither should have to start to find that out. */
export async function ownSessions(
  connection: Connection,
  session: Session,
  { subject, use, signal }: Pick<PreflightRequest, 'subject' | 'use' | 'signal'>,
): Promise<Finding[]> {
  const between = await betweenHereAndServer(connection, session, { use, signal }).catch((cause: unknown) => {
    throw databaseFailure(cause, 'Looking whether two connections keep to their sessions', 'Nothing was done.');
  });
  if (between === undefined) return [];
  const refuses = use === 'backup' ? 'So no backup is taken.' : 'So a restore refuses before anything is emptied.';
  return [
    problem(subject, {
      happened: between.seen,
      means: `${between.means} ${refuses}`,
      next: `${directAddress(session)}.`,
    }),
  ];
}

/** What in production's database prevents a backup, its restore, or the upgrade. */
export async function backupOutlook(session: Session, subject: string, clock: Clock): Promise<Finding[]> {
  try {
    return asFindings(subject, await obstaclesToBackingUp(session, () => clock.now().getTime()));
  } catch (cause) {
    throw databaseFailure(cause, 'Looking whether a backup could be taken', 'Nothing was done.');
  }
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
