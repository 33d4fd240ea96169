import type { DefinersSetting } from './definers-setting.ts';
import { maySetDefiners, type Rights } from './rights.ts';
import type { Session } from './session.ts';

export interface DefinerRights {
  /** Those of the backup that this server has not; undefined where this user may not look. */
  readonly missing: readonly string[] | undefined;
  /** Whether this user may make what belongs to others; undefined where its rights are not known. */
  readonly maySet: boolean | undefined;
}

export async function definerRights(
  session: Session,
  definers: readonly string[],
  rights: Rights | undefined,
): Promise<DefinerRights> {
  const accounts = await accountsOf(session);
  const others = definers.filter((definer) => definer !== rights?.account);
  return {
    missing: accounts && definers.filter((definer) => !accounts.has(definer)),
    maySet: others.length === 0 ? true : rights && maySetDefiners(rights),
  };
}

/** `auto` keeps what belongs to others where all of them are here and this user may make it. */
export function keepsDefiners(setting: DefinersSetting, { missing, maySet }: DefinerRights): boolean {
  if (setting !== 'auto') return setting === 'keep';
  return maySet === true && missing?.length === 0;
}

/** All that this user is shown; undefined where that is only itself. */
async function accountsOf(session: Session): Promise<ReadonlySet<string> | undefined> {
  try {
    const rows = await session.query<{ account: string }>("SELECT CONCAT(User, '@', Host) AS account FROM mysql.user");
    return new Set(rows.map(({ account }) => account));
  } catch {
    return undefined;
  }
}
