import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { type ArchiveContent, readArchive } from './archive.ts';
import { requireOplog } from './oplog.ts';

/** What a backup records about itself, beside its archives. */
const source = z.object({
  server: z.string(),
  tools: z.string(),
  /** Whether a collection has a validator. */
  validators: z.boolean(),
  /** How many entries of the oplog are kept beside the archives; absent if none was taken. */
  oplog: z.int().min(0).optional(),
  /** Their names without their prefix on the server, and with it. */
  databases: z.array(z.object({ name: z.string(), onServer: z.string() })).min(1),
});
export type Source = z.output<typeof source>;

const sourceName = 'source.json';

/** In a folder of its own, since mongorestore takes a folder for a whole dump. */
export const oplogFile = 'oplog/oplog.bson';

export function archiveOf(name: string): string {
  return `${name}.archive.gz`;
}

export async function writeSource(directory: string, written: Source): Promise<string> {
  await writeFile(join(directory, sourceName), `${JSON.stringify(written, null, 2)}\n`);
  return sourceName;
}

export interface ReadBackup {
  readonly source: Source;
  /** By the name of its database in the backup. */
  readonly archives: ReadonlyMap<string, ArchiveContent>;
}

/** Reads each archive to its end. */
export async function readBackup(directory: string, signal: AbortSignal | undefined): Promise<ReadBackup> {
  const read = await readSource(directory);
  const archives = new Map<string, ArchiveContent>();
  for (const { name } of read.databases) {
    const content = await readArchive(join(directory, archiveOf(name)), signal);
    archives.set(name, content);
  }
  if (read.oplog !== undefined) await requireOplog(join(directory, oplogFile), read.oplog, signal);
  return { source: read, archives };
}

async function readSource(directory: string): Promise<Source> {
  try {
    return source.parse(JSON.parse(await readFile(join(directory, sourceName), 'utf8')));
  } catch {
    throw new SystemFailure({
      happened: `The backup in "${directory}" has no readable "${sourceName}", which says what is in it.`,
      means: 'It is incomplete, so it cannot be used to go back. Nothing was restored from it.',
      next: 'Take another backup.',
    });
  }
}
