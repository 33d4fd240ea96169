import { stat } from 'node:fs/promises';
import { isMounted } from '../mounts.ts';

/**
 * Why a file may be another database's under another name; undefined if it has one name. The mark is beside a name:
 * if a file has a second one (a hard link), or is mounted over another, the first may be production's.
 */
export async function otherName(path: string): Promise<string | undefined> {
  const names = await stat(path).then(
    ({ nlink }) => nlink,
    () => 1,
  );
  if (names > 1) return `the database file has ${names} names (hard links), and one of them may be production's`;
  if (await isMounted(path)) return "another file is mounted in the place of the database, which may be production's";
  return undefined;
}
