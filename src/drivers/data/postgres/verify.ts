import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { ArchiveList } from './archive.ts';
import { entriesOf } from './archive.ts';
import { suffixes } from './compression.ts';
import { archiveName, type DumpRequest, readArchive } from './dump.ts';
import type { SourceFacts } from './source.ts';
import type { Tools } from './tools.ts';

/** An older pg_restore cannot read an archive of a newer pg_dump: two runners may have different ones. */
export function requireReadableBy(tools: Tools, { dumpMajor }: SourceFacts): void {
  if (dumpMajor === undefined || dumpMajor <= tools.major) return;
  throw new SystemFailure({
    happened: `The backup is written by pg_dump ${dumpMajor}, and pg_restore is version ${tools.version} here.`,
    means: 'An older pg_restore cannot read it. Nothing was restored; the database is unchanged.',
    next: `Install postgresql-client-${dumpMajor} on this runner, or name its folder under "tools:"; or let production's runner use pg_dump ${tools.major}, and take a new backup.`,
  });
}

/** Reads the archive's list and checks that it has the data of each table that it names. */
export async function verifyArchive(
  request: Pick<DumpRequest, 'tools' | 'directory' | 'environment' | 'processes' | 'signal'>,
): Promise<ArchiveList> {
  const list = await readArchive(request);
  for (const entry of entriesOf(list, 'TABLE DATA')) {
    const sizes = await Promise.all(
      suffixes.map((suffix) => bytesOf(join(request.directory, archiveName, `${entry.dumpId}${suffix}`))),
    );
    if (sizes.some((bytes) => bytes > 0)) continue;
    throw new SystemFailure({
      happened: `The backup lists "${entry.text}" and the file "${archiveName}/${entry.dumpId}.dat" with its rows is missing or empty.`,
      means: 'The backup is incomplete, so it cannot be used to go back. Nothing was restored from it.',
      next: 'Take another backup.',
    });
  }
  return list;
}

async function bytesOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.size ?? 0;
}
