import type { Session } from './session.ts';

/** What the configured user may do with the database; undefined if it has roles, whose rights are not listed. */
export interface Rights {
  /** `SELECT`, `LOCK TABLES`; including those on the whole server. */
  readonly onDatabase: ReadonlySet<string>;
  readonly onServer: ReadonlySet<string>;
  readonly hasAllOnDatabase: boolean;
  readonly hasAllOnServer: boolean;
  /** `app@%`. */
  readonly account: string;
}

export async function readRights(session: Session): Promise<Rights | undefined> {
  const [who] = await session.query<{ account: string; name: string }>(
    'SELECT CURRENT_USER() AS account, DATABASE() AS name',
  );
  const lines = (await session.query<Record<string, string>>('SHOW GRANTS')).flatMap((row) => Object.values(row));
  return rightsIn(lines, { account: who?.account ?? '', database: who?.name ?? '' });
}

export function rightsIn(
  lines: readonly string[],
  { account, database }: { readonly account: string; readonly database: string },
): Rights | undefined {
  const onDatabase = new Set<string>();
  const onServer = new Set<string>();
  let hasRoles = false;
  for (const line of lines) {
    const found = /^GRANT (?<rights>.*) ON (?<place>\*\.\*|`(?:[^`]|``)*`\.\*) TO /.exec(line)?.groups;
    if (found?.rights === undefined || found.place === undefined) {
      hasRoles ||= /^GRANT (?!.* ON )/.test(line);
      continue;
    }
    const rights = found.rights.split(/,\s*(?![^(]*\))/).map((right) => right.trim().toUpperCase());
    if (found.place === '*.*') for (const right of rights) onServer.add(right);
    else if (covers(found.place.slice(1, -3).replaceAll('``', '`'), database))
      for (const right of rights) onDatabase.add(right);
  }
  const hasAllOnServer = onServer.has('ALL PRIVILEGES');
  if (hasRoles && !hasAllOnServer) return undefined;
  const hasAllOnDatabase = hasAllOnServer || onDatabase.has('ALL PRIVILEGES');
  return { onDatabase: new Set([...onServer, ...onDatabase]), onServer, hasAllOnDatabase, hasAllOnServer, account };
}

/** The name in a grant is a pattern: `app\_%`. */
function covers(pattern: string, database: string): boolean {
  const expression = pattern.replace(/\\[_%]|[_%]|[.*+?^${}()|[\]\\]/g, (found) => {
    if (found === '_') return '.';
    if (found === '%') return '.*';
    return found === '\\_' || found === '\\%' ? found.slice(1) : `\\${found}`;
  });
  return new RegExp(`^${expression}$`, 's').test(database);
}

export function lacking(rights: Rights, needed: readonly string[]): string[] {
  return rights.hasAllOnDatabase ? [] : needed.filter((right) => !rights.onDatabase.has(right));
}

/** Whether views, routines and events may be created that belong to others. */
export function maySetDefiners({ hasAllOnServer, onServer }: Rights): boolean {
  return hasAllOnServer || ['SUPER', 'SET USER', 'SET_USER_ID', 'SET_ANY_DEFINER'].some((right) => onServer.has(right));
}
