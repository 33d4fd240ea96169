import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { ArchiveList } from './archive.ts';
import { entriesOf } from './archive.ts';
import { archiveName, type DumpRequest, readArchive } from './dump.ts';

const suffixes = ['.dat.gz', '.dat', '.dat.lz4', '.dat.zst'];

/** Reads the archive's list and sees that the data of each table that it names is there. */
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
      means: 'The backup is incomplete, so it is no way back. Nothing was restored from it.',
      next: 'Take another backup.',
    });
  }
  return list;
}

async function bytesOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.size ?? 0;
}
