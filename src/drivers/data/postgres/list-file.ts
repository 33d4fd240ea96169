import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveEntry } from './archive.ts';

/** Lets `body` use a file for `pg_restore --use-list`: outside of the backup, whose files are checksummed. */
export async function writeListFile<T>(
  entries: readonly ArchiveEntry[],
  body: (listFile: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-list-'));
  try {
    const listFile = join(folder, 'list');
    await writeFile(listFile, `${entries.map((entry) => entry.line).join('\n')}\n`);
    return await body(listFile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
