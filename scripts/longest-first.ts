import { basename } from 'node:path';

/**
 * Test files in the order in which they are started: the named ones, then the others by their names.
 * @param first names without `.test.ts`
 * @throws for a name of no file: it was renamed or removed, and its place in the order is lost unnoticed
 */
export function longestFirst(files: readonly string[], first: readonly string[]): string[] {
  const name = (file: string): string => basename(file, '.test.ts');
  const names = new Set(files.map(name));
  const absent = first.filter((each) => !names.has(each));
  if (absent.length > 0) throw new Error(`no test file is called ${absent.map((each) => `"${each}"`).join(', ')}`);
  const place = (file: string): number => {
    const at = first.indexOf(name(file));
    return at === -1 ? first.length : at;
  };
  return files.toSorted().sort((one, other) => place(one) - place(other));
}
