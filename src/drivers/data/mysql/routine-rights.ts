import type { Log } from '../../../world/log.ts';
import { literal, quoted } from './server.ts';
import type { Session } from './session.ts';

/** A right on one routine: unlike those on tables, the server revokes it when the routine is dropped. */
interface RoutineRight {
  /** `PROCEDURE`, `PACKAGE BODY`. */
  readonly kind: string;
  readonly routine: string;
  readonly statement: string;
}

/** Undefined if this user may not see them. */
export type RoutineRights = readonly RoutineRight[] | undefined;

/**
 * The rights that a restore has to grant again, since users and their rights are otherwise not its business. Empty if the
 * server keeps them. https://dev.mysql.com/doc/refman/8.4/en/stored-routines-privileges.html
 */
export async function readRoutineRights(session: Session): Promise<RoutineRights> {
  const [set] = await session.query<{ withdraws: number | string; routines: number | string }>(
    `SELECT @@automatic_sp_privileges AS withdraws,
       (SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()) AS routines`,
  );
  if (Number(set?.withdraws) === 0 || Number(set?.routines) === 0) return [];
  try {
    const rows = await session.query<Record<'user' | 'host' | 'kind' | 'routine' | 'rights', string>>(
      `SELECT User AS user, Host AS host, Routine_type AS kind, Routine_name AS routine, Proc_priv AS rights
       FROM mysql.procs_priv WHERE Db = DATABASE() ORDER BY Routine_type, Routine_name, User, Host`,
    );
    return rows.map(({ user, host, kind, routine, rights }) => {
      const all = rights.toUpperCase().split(',');
      const named = all.filter((right) => right !== 'GRANT').join(', ') || 'USAGE';
      // A role of MariaDB has no host.
      const account = `${literal(user)}${host === '' ? '' : `@${literal(host)}`}`;
      const passedOn = all.includes('GRANT') ? ' WITH GRANT OPTION' : '';
      return { kind, routine, statement: `GRANT ${named} ON ${kind} ${quoted(routine)} TO ${account}${passedOn}` };
    });
  } catch {
    return undefined;
  }
}

/** Logged before they are lost: a restore that is killed grants nothing again. */
export function sayRoutineRights(rights: RoutineRights, log: Log): void {
  if (rights === undefined) {
    log.warn(
      'The server withdraws rights on single routines when a restore replaces them, and this user may not see them (SELECT on mysql.procs_priv): whoever had any may lack them afterwards. Let an administrator look, or grant EXECUTE on the database.',
    );
    return;
  }
  if (rights.length === 0) return;
  const statements = rights.map(({ statement }) => `${statement};`).join(' ');
  log.info(`The server withdraws rights on single routines with them. They are given back at the end: ${statements}`);
}

/** @returns after each was granted again, except those on routines that the backup does not have */
export async function giveBackRoutineRights(session: Session, rights: RoutineRights, log: Log): Promise<void> {
  if (rights === undefined || rights.length === 0) return;
  const routines = await session.query<{ kind: string; name: string }>(
    'SELECT ROUTINE_TYPE AS kind, ROUTINE_NAME AS name FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()',
  );
  const there = new Set(routines.map(({ kind, name }) => `${kind} ${name}`.toLowerCase()));
  // Otherwise MariaDB creates a user that no longer exists.
  if (session.server.flavour === 'MariaDB') await session.query("SET SESSION sql_mode = 'NO_AUTO_CREATE_USER'");
  const failed: string[] = [];
  for (const { kind, routine, statement } of rights) {
    if (!there.has(`${kind} ${routine}`.toLowerCase())) continue;
    await session.query(statement).catch(() => failed.push(`${statement};`));
  }
  if (session.server.flavour === 'MariaDB') await session.query("SET SESSION sql_mode = ''");
  if (failed.length === 0) return;
  log.warn(
    `${failed.length} rights on single routines, which the server withdrew with them, could not be given back: this user may not grant them. Let an administrator run: ${failed.join(' ')}`,
  );
}
