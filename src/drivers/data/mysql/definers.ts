import type { DefinersSetting } from './definers-setting.ts';
import { maySetDefiners, type Rights } from './rights.ts';
import type { Session } from './session.ts';

export interface DefinerRights {
  /** Those of the backup that this server does not have; undefined if this user may not look. */
  readonly missing: readonly string[] | undefined;
  /** Whether this user may create objects that belong to others; undefined if its rights are unknown. */
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

/** `auto` keeps the owners if all of them exist here and this user may create objects for them. */
export function keepsDefiners(setting: DefinersSetting, { missing, maySet }: DefinerRights): boolean {
  if (setting !== 'auto') return setting === 'keep';
  return maySet === true && missing?.length === 0;
}

/** All users that this user can see; undefined if that is only itself. */
async function accountsOf(session: Session): Promise<ReadonlySet<string> | undefined> {
  try {
    const rows = await session.query<{ account: string }>("SELECT CONCAT(User, '@', Host) AS account FROM mysql.user");
    return new Set(rows.map(({ account }) => account));
  } catch {
    return undefined;
  }
}
