import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';

const texts = z.record(z.string(), z.string());

const content = z.object({
  format: z.literal(1),
  /** `rds-cluster-snapshot`. */
  reference: z.string(),
  snapshot: z.string(),
  engine: z.string(),
  engineVersion: z.string(),
  /** The database as the address led to it: a copy must be another one. */
  database: z.object({
    kind: z.string(),
    lineage: texts,
    location: texts,
    startedAt: z.string().exactOptional(),
  }),
});
export type SnapshotFile = z.output<typeof content>;

const name = 'snapshot.json';

/** What the backup's own folder holds: the data is with its provider. */
export async function writeSnapshotFile(directory: string, file: SnapshotFile): Promise<void> {
  const text = JSON.stringify(file, null, 2);
  await writeFile(join(directory, name), `${text}\n${sumOf(text)}\n`);
}

/** @throws SystemFailure for one that is missing or damaged */
export async function readSnapshotFile(directory: string): Promise<SnapshotFile> {
  const text = await readFile(join(directory, name), 'utf8').catch(() => undefined);
  if (text === undefined) throw damaged('is missing');
  const [sum = '', ...above] = text.trimEnd().split('\n').toReversed();
  const json = above.toReversed().join('\n');
  if (sumOf(json) !== sum) throw damaged('is damaged: its checksum is another one');
  const read = content.safeParse(JSON.parse(json));
  if (!read.success) throw damaged('was written by another release of this tool');
  return read.data;
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function damaged(how: string): SystemFailure {
  return new SystemFailure({
    happened: `The file "${name}" of this backup ${how}.`,
    means: 'It is not known which snapshot it refers to. Nothing was restored.',
    next: 'Take a new backup (start a new run), or restore the snapshot by hand: docs/rds.md has the commands.',
  });
}
