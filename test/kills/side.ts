import { access, copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { readSent } from '../../examples/sample/server/content.mjs';
import { dataMigrations, isAtLeast } from '../../examples/sample/server/releases.mjs';
import type { SampleServer } from '../e2e/sample-server.ts';
import type { Written } from './ledger.ts';
import { itemsIn } from './record-rows.ts';

const page = z.object({ records: z.array(z.looseObject({ id: z.int() })) });
const version = z.object({ version: z.string() });
const number = z.object({ n: z.int() });

/** One of the two installations, as its users see it over HTTP and according to its file. */
export interface Side {
  readonly server: SampleServer;
  /** Without the hash of the build; undefined when nothing answers. */
  version(): Promise<string | undefined>;
  /** Adds records with these items; undefined when the server did not confirm it. */
  write(items: readonly string[]): Promise<readonly Written[] | undefined>;
  /** Every record's content by its item, as the running release reads it; undefined if nothing answers. */
  read(): Promise<ReadonlyMap<string, string> | undefined>;
  /** What the database file holds, read without any server. */
  file(): Promise<DatabaseFile | undefined>;
  /** What a restore had put beside the database. */
  leftCopies(): Promise<readonly string[]>;
}

export interface DatabaseFile {
  readonly items: ReadonlySet<string>;
  /** The file's number: another one is in its place when it differs. */
  readonly inode: bigint;
  /** The newest data migration that was started. */
  readonly migration: number;
}

const databaseName = 'records.sqlite';

type FileContent = Omit<DatabaseFile, 'inode'>;

export function sideOf(server: SampleServer, token: string): Side {
  const url = `http://127.0.0.1:${server.port}`;
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    let text: string;
    let response: Response;
    try {
      response = await fetch(`${url}${path}`, { ...request, headers, signal: AbortSignal.timeout(10_000) });
      text = await response.text();
    } catch {
      return undefined; // Nothing answers, or it ended while it did.
    }
    if (!response.ok) throw new Error(`${path} of a server that runs answered ${response.status}: ${text.trim()}`);
    return JSON.parse(text);
  };
  return {
    server,
    version: async () => {
      const answer = await ask('/version');
      return answer === undefined ? undefined : version.parse(answer).version.split('-')[0];
    },
    write: async (items) => {
      const records = items.map(recordOf);
      const sentAt = new Date();
      if ((await ask('/records', records)) === undefined) return undefined;
      const confirmedAt = new Date();
      return items.map((item, index) => ({ item, content: contentOf(records[index]), sentAt, confirmedAt }));
    },
    read: async () => {
      const found = new Map<string, string>();
      for (let after = 0; ; ) {
        const answer = await ask(`/records?after=${after}&limit=500`);
        if (answer === undefined) return undefined;
        const { records } = page.parse(answer);
        for (const record of records) found.set(readSent(record).item, contentOf(record));
        const last = records.at(-1);
        if (last === undefined) return found;
        after = last.id;
      }
    },
    file: () => readFileOf(join(server.folder, databaseName)),
    leftCopies: async () =>
      (await readdir(server.folder)).filter((name) => name.startsWith(`${databaseName}.restoring-`)),
  };
}

async function readFileOf(path: string): Promise<DatabaseFile | undefined> {
  if (
    !(await access(path).then(
      () => true,
      () => false,
    ))
  )
    return undefined;
  const { ino } = await stat(path, { bigint: true });
  try {
    return { ...contentOfFile(path, true), inode: ino };
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && error.errcode === readonlyRollback)) throw error;
    return { ...(await contentOfCopy(path)), inode: ino };
  }
}

/** Whoever wrote last was killed: only a writer can undo that. https://www.sqlite.org/rescode.html#readonly_rollback */
const readonlyRollback = 776;

async function contentOfCopy(path: string): Promise<FileContent> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-kills-look-'));
  try {
    const copy = join(folder, basename(path));
    for (const suffix of ['', '-journal']) await copyFile(`${path}${suffix}`, `${copy}${suffix}`);
    return contentOfFile(copy, false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function contentOfFile(path: string, readOnly: boolean): FileContent {
  const database = new DatabaseSync(path, { readOnly, timeout: 10_000 });
  try {
    const begun = database.prepare(
      'SELECT max(n) AS n FROM (SELECT data AS n FROM schema_state UNION ALL SELECT version FROM migration_jobs)',
    );
    return { items: itemsIn(database), migration: number.parse(begun.get()).n };
  } finally {
    database.close();
  }
}

/** Whether a release may serve a database on which this data migration was started: an older one would damage it. */
export function knows(release: string, migration: number): boolean {
  const since = dataMigrations.find(({ id }) => id === migration)?.since;
  return since === undefined || isAtLeast(release, since);
}

/** In the oldest notation, which every release takes. */
function recordOf(item: string): Record<string, string> {
  const weeks = 1 + (item.length % 52);
  return { label: `${item}, Ward ${weeks}`, serviced: '17/03/2023', every: `${weeks} weeks`, note: 'Checked #checked' };
}

function contentOf(record: unknown): string {
  return JSON.stringify(readSent(record));
}
