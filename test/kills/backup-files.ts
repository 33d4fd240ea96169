import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { sha256 } from './journal-files.ts';
import { itemsIn } from './record-rows.ts';

const store = z.object({
  fingerprint: z.object({
    value: z.object({ tables: z.array(z.object({ name: z.string(), rows: z.int() })) }),
  }),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
});
/** The sample has one data store. */
const manifest = z.object({ id: z.string(), dataAt: z.string(), data: z.tuple([store]) });

export interface KeptBackup {
  readonly id: string;
  readonly dataAt: Date;
  /** The items of the records in it. */
  readonly items: ReadonlySet<string>;
}

export interface BackupReading {
  readonly backups: readonly KeptBackup[];
  readonly faults: readonly string[];
}

/** Opens everything in the folder that would be taken for a backup: a draft has a hidden name and does not count. */
export async function readBackupFiles(folder: string): Promise<BackupReading> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  const read = await Promise.all(names.sort().map((name) => readBackup(folder, name)));
  return {
    backups: read.filter((one) => typeof one !== 'string'),
    faults: read.filter((one) => typeof one === 'string'),
  };
}

async function readBackup(folder: string, name: string): Promise<KeptBackup | string> {
  try {
    const said = manifest.parse(JSON.parse(await readFile(join(folder, name, 'manifest.json'), 'utf8')));
    if (said.id !== name) return `backup ${name} has the manifest of ${said.id}`;
    const data = join(folder, name, 'data/sqlite');
    const [kept] = said.data;
    for (const file of kept.files) {
      const content = await readFile(join(data, file.path));
      if (content.length !== file.bytes || sha256(content) !== file.sha256)
        return `backup ${name}: ${file.path} is not what its manifest says`;
    }
    const there = await readdir(data);
    const listed = kept.files.map(({ path }) => path);
    if (there.sort().join() !== listed.sort().join())
      return `backup ${name} holds ${there.join(', ')}; its manifest lists ${listed.join(', ') || 'nothing'}`;
    return { id: name, dataAt: new Date(said.dataAt), items: readArchive(join(data, 'database.sqlite'), kept) };
  } catch (error) {
    return `backup ${name} cannot be opened: ${error instanceof Error ? error.message : error}`;
  }
}

function readArchive(file: string, { fingerprint }: z.output<typeof store>): Set<string> {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, { readOnly: true });
  try {
    const sound = database.prepare('PRAGMA integrity_check').get()?.integrity_check;
    if (sound !== 'ok') throw new Error('its integrity check fails');
    for (const { name, rows } of fingerprint.value.tables) {
      const found = database.prepare(`SELECT count(*) AS rows FROM "${name}"`).get()?.rows;
      if (found !== rows) throw new Error(`table ${name} has ${found} rows, its fingerprint says ${rows}`);
    }
    return itemsIn(database);
  } finally {
    database.close();
  }
}
