import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../clock.ts';
import { syncFolder } from '../durable-files.ts';
import { SystemFailure } from '../errors.ts';
import { entryFileName, entryNumber, type StoredFile } from './chain.ts';
import { chainedJournal, type FileStore } from './chained-journal.ts';
import type { Journal, JournalIdentity } from './journal.ts';

const draftPrefix = '.draft-';
/** A draft this much older than a fresh one belongs to a process that was killed. */
const abandonedMilliseconds = 3_600_000;

/** One file after the other leaves a disk, or a network folder, idle most of the time. */
const readAtOnce = 32;

/** A journal in a folder: `<root>/<system>/000042.json`. */
export function folderJournal(root: string, identity: JournalIdentity, clock: Clock): Journal {
  return chainedJournal(folderStore(root, join(root, identity.system)), identity, clock);
}

function folderStore(root: string, folder: string): FileStore {
  const failed = (doing: string, cause: unknown): SystemFailure => folderFailure(root, doing, cause);
  return {
    description: `folder ${root}`,
    list: async () => {
      const files = await listFiles(folder).catch((cause) => {
        throw failed('read', cause);
      });
      return { files, revision: String(files.length) };
    },
    add: async ({ file }) => {
      try {
        return await addFile(folder, file);
      } catch (cause) {
        throw failed('written', cause);
      }
    },
  };
}

async function listFiles(folder: string): Promise<StoredFile[]> {
  const names = await readdir(folder).catch(orIfMissing<string[]>([]));
  const visible = names.filter((name) => !name.startsWith(draftPrefix));
  const others = visible.filter((name) => entryNumber(name) === undefined);
  const newest = Math.max(0, ...visible.map((name) => entryNumber(name) ?? 0));
  const files = new Map<string, StoredFile>(others.map((name) => [name, { name, content: new Uint8Array() }]));
  // A listing made while others write may show entry 43 and not yet 42; asked by name, 42 is there.
  let gap = false;
  for (let first = 1; first <= newest && !gap; first += readAtOnce) {
    const count = Math.min(readAtOnce, newest - first + 1);
    const names = Array.from({ length: count }, (_, index) => entryFileName(first + index));
    const read = await Promise.all(names.map(async (name) => ({ name, content: await readIfThere(folder, name) })));
    for (const { name, content } of read) if (content !== undefined) files.set(name, { name, content });
    gap = read.some(({ name, content }) => content === undefined && !visible.includes(name));
  }
  // What was listed stays in view even where reading stopped at a gap, so that the gap is seen as one.
  for (const name of visible) if (!files.has(name)) files.set(name, { name, content: new Uint8Array() });
  return [...files.values()];
}

function readIfThere(folder: string, name: string): Promise<Buffer | undefined> {
  return readFile(join(folder, name)).catch(orIfMissing<Buffer | undefined>(undefined));
}

/**
 * The name of an entry appears with its whole content or not at all, and never twice: a hard link is made to a file
 * that is already on the disk. There is no lock that a killed process could leave behind.
 */
async function addFile(folder: string, file: StoredFile): Promise<'added' | 'taken'> {
  await createFolder(folder);
  const draft = join(folder, `${draftPrefix}${randomUUID()}`);
  try {
    await writeDurably(draft, file.content);
    const linked = await link(draft, join(folder, file.name)).then(
      () => true,
      async (cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EEXIST') throw cause;
        // Over NFS the answer "it exists" may be the repeated answer to a request that had worked.
        return (await stat(draft)).nlink > 1;
      },
    );
    if (!linked) return 'taken';
    await syncFolder(folder);
    await removeAbandoned(folder, draft);
    return 'added';
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function createFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Drafts are compared by the file system's own clock; failing to tidy up is no failure to record. */
async function removeAbandoned(folder: string, fresh: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(fresh);
    for (const name of (await readdir(folder)).filter((name) => name.startsWith(draftPrefix))) {
      const path = join(folder, name);
      if (mtimeMs - (await stat(path)).mtimeMs > abandonedMilliseconds) await unlink(path);
    }
  } catch {
    // Someone else removed it first, or it cannot be removed: it is in nobody's way.
  }
}

function orIfMissing<T>(otherwise: T): (cause: NodeJS.ErrnoException) => T {
  return (cause) => {
    if (cause.code === 'ENOENT') return otherwise;
    throw cause;
  };
}

function folderFailure(root: string, doing: string, cause: unknown): SystemFailure {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const why = cause instanceof Error ? cause.message : String(cause);
  const noLinks = code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'EMLINK';
  return new SystemFailure(
    {
      happened: `The journal in the folder "${root}" could not be ${doing}: ${why}.`,
      means:
        doing === 'written'
          ? 'The entry is not safely recorded, and the step does not go on without it.'
          : 'Nothing was done.',
      next: noLinks
        ? 'The file system must allow hard links: keep the journal in another folder, or use journal: { git: {} }.'
        : 'Check that the folder is mounted, that this user may write to it, and that its disk is not full.',
    },
    { cause },
  );
}
