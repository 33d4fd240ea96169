import { readFile, stat } from 'node:fs/promises';

/**
 * Why a file may be another database's under another name; undefined when it has one name. The mark stands beside a name:
 * where a file has a second one (a hard link), or is mounted over another, the first may be production's.
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

/** As far as Linux tells; elsewhere nothing can be mounted over a single file. */
async function isMounted(path: string): Promise<boolean> {
  const table = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  return table.split('\n').some((line) => unescaped(line.split(' ')[4] ?? '') === path);
}

/** Spaces and the like stand there as three octal digits. */
function unescaped(text: string): string {
  return text.replace(/\\(?<code>[0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
}
