import type { Session } from './session.ts';

/**
 * Everyone who owns something in the database or has a right to it. Roles belong to the server, not to the database,
 * so a dump names them without creating them. Predefined roles are on every server.
 */
export async function listRoles(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>(`
    WITH members AS (
      SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
    ), schemas AS (
      SELECT oid, nspname, nspowner FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
    ), owners (classid, objid, role) AS (
      SELECT 'pg_class'::regclass::oid, c.oid, relowner FROM pg_class c JOIN schemas s ON s.oid = relnamespace
      UNION SELECT 'pg_proc'::regclass, p.oid, proowner FROM pg_proc p JOIN schemas s ON s.oid = pronamespace
      UNION SELECT 'pg_type'::regclass, t.oid, typowner FROM pg_type t JOIN schemas s ON s.oid = typnamespace
        WHERE typelem = 0 AND typrelid = 0
      UNION SELECT 'pg_namespace'::regclass, oid, nspowner FROM schemas WHERE nspname <> 'public'
      UNION SELECT classid, objid, refobjid FROM pg_shdepend
        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND refclassid = 'pg_authid'::regclass AND deptype <> 'i' AND classid <> 'pg_extension'::regclass
    )
    SELECT DISTINCT rolname AS name FROM owners o JOIN pg_roles r ON r.oid = o.role
    WHERE rolname !~ '^pg_' AND NOT EXISTS (SELECT FROM members m WHERE m.classid = o.classid AND m.objid = o.objid)
    ORDER BY rolname`);
  return rows.map((row) => row.name);
}

export interface RoleRights {
  readonly name: string;
  readonly exists: boolean;
  /** Whether the restoring user may give objects to it. */
  readonly mayGive: boolean;
}

export async function roleRights(session: Session, roles: readonly string[]): Promise<RoleRights[]> {
  return session.query<RoleRights>(
    `SELECT wanted.name, r.oid IS NOT NULL AS exists, coalesce(pg_has_role(current_user, r.oid, 'MEMBER'), false) AS "mayGive"
     FROM unnest($1::text[]) AS wanted (name) LEFT JOIN pg_roles r ON r.rolname = wanted.name`,
    [roles],
  );
}

export const rolesSettings = ['auto', 'keep', 'create', 'ignore'] as const;
export type RolesSetting = (typeof rolesSettings)[number];

export type RoleChoice =
  | { readonly kind: 'keep' }
  /** These are created first. */
  | { readonly kind: 'create'; readonly absent: readonly string[] }
  | { readonly kind: 'ignore'; readonly warning?: string }
  | { readonly kind: 'refuse'; readonly reason: string };

/**
 * What a restore does with owners and privileges. If all roles exist but may not be given objects, it is refused rather
 * than ignored: that is the server that the backup came from, and the application would lose its rights there.
 */
export function chooseRoles(setting: RolesSetting, standing: readonly RoleRights[]): RoleChoice {
  if (setting === 'ignore') return { kind: 'ignore' };
  const absent = standing.filter((role) => !role.exists).map((role) => role.name);
  if (absent.length > 0 && setting !== 'create') {
    const text = `the roles ${absent.map((name) => `"${name}"`).join(', ')} of the backup do not exist on this server`;
    if (setting === 'keep') return { kind: 'refuse', reason: text };
    return {
      kind: 'ignore',
      warning: `Owners and privileges are not restored: ${text}. Everything belongs to the restoring user.`,
    };
  }
  const closed = standing.filter((role) => role.exists && !role.mayGive).map((role) => `"${role.name}"`);
  if (closed.length > 0)
    return { kind: 'refuse', reason: `the restoring user is not a member of the roles ${closed.join(', ')}` };
  return absent.length > 0 ? { kind: 'create', absent } : { kind: 'keep' };
}

/**
 * Roles without a login that stand for those of production, so that owners, rights and policies can be
 * restored. Whoever creates one is a member of it, and so may give objects to it.
 */
export async function createRoles(session: Session, names: readonly string[]): Promise<void> {
  const [user] = await session.query<{ superuser: boolean }>(
    'SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
  );
  for (const name of names) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    await session.query(`CREATE ROLE ${quoted} NOLOGIN`);
    if (user?.superuser !== true) await session.query(`GRANT ${quoted} TO CURRENT_USER`);
  }
}
