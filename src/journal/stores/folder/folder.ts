import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { link, lstat, open, readdir, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Clock } from '../../../world/clock.ts';
import { syncFolder } from '../../../world/durable-files.ts';
import { makeFolder } from '../../../world/make-folder.ts';
import { entryFileName, entryNumber, longestEntry, type StoredFile, tooLong } from '../../chain.ts';
import { chainedJournal, type FileStore } from '../../chained-journal.ts';
import { damageFailure } from '../../damage.ts';
import type { Journal, JournalIdentity } from '../../journal.ts';

const draftPrefix = '.draft-';
/** A draft this much older than a fresh one belongs to a process that was killed. */
const abandonedMilliseconds = 3_600_000;

/** Reading one file after the other leaves a disk, or a network folder, idle most of the time. */
const readAtOnce = 32;

/** A journal in a folder: `<root>/<system>/000042.json`. */
export function folderJournal(root: string, identity: JournalIdentity, clock: Clock): Journal {
  return chainedJournal(folderStore(root, join(root, identity.system)), identity, clock);
}

function folderStore(root: string, folder: string): FileStore {
  const failed = (doing: string, cause: unknown): SystemFailure => folderFailure(root, doing, cause);
  const description = `folder ${root}`;
  let listed: Listed = { revision: '0', names: new Set(), newest: new Map() };
  let confirmed: Listed = listed;
  let tidied = false;
  return {
    description,
    list: async (verified) => {
      if (listed.revision === verified) confirmed = listed;
      const before = confirmed.revision === verified ? confirmed : undefined;
      const found = await replacedBy(root, folder).catch((cause) => {
        throw failed('read', cause);
      });
      if (found) throw damageFailure(description, { kind: 'not-a-folder', ...found });
      const { files, unchanged, newest } = await listFiles(folder, before).catch((cause) => {
        throw failed('read', cause);
      });
      const kept = unchanged === before?.names.size ? before.names : new Set<string>();
      const names = files.length === 0 ? kept : new Set([...kept, ...files.map(({ name }) => name)]);
      listed = { revision: String(Number(listed.revision) + 1), names, newest };
      return { files, unchanged: kept.size, revision: listed.revision };
    },
    add: async ({ file }) => {
      try {
        const added = await addFile(folder, file, !tidied);
        tidied = true;
        return added;
      } catch (cause) {
        throw failed('written', cause);
      }
    },
  };
}

/** What a listing found, to compare the next one with. */
interface Listed {
  readonly revision: string;
  /** The ones verified then: the entries from the first on, without a gap. */
  readonly names: ReadonlySet<string>;
  /** The state of the newest files, by name: a change of one is noticed at the next read. */
  readonly newest: ReadonlyMap<string, string>;
}

/** How many files are checked again at each read; the first read of a journal reads all of them. */
const lookedAtAgain = 256;

/** A folder that was replaced by something else is not an empty one, nor is a link that leads nowhere. */
async function replacedBy(
  root: string,
  folder: string,
): Promise<{ readonly folder: string; readonly found: 'file' | 'link' } | undefined> {
  const own = await lstat(folder).catch(orIfBelowFile);
  if (own === 'below-a-file') return { folder: await fileAbove(root), found: 'file' };
  if (own && !own.isDirectory()) return { folder, found: own.isSymbolicLink() ? 'link' : 'file' };
  if (own) return undefined;
  const link = await lstat(root).catch(orIfMissing(undefined));
  const isDead = link?.isSymbolicLink() && (await stat(root).catch(orIfMissing(undefined))) === undefined;
  return isDead ? { folder: root, found: 'link' } : undefined;
}

function orIfBelowFile(cause: NodeJS.ErrnoException): 'below-a-file' | undefined {
  if (cause.code === 'ENOTDIR') return 'below-a-file';
  return orIfMissing(undefined)(cause);
}

/** The file that is where a folder of this path should be. */
async function fileAbove(path: string): Promise<string> {
  const below = await lstat(path).catch(orIfBelowFile);
  return below === 'below-a-file' ? await fileAbove(dirname(path)) : path;
}

async function listFiles(
  folder: string,
  before: Listed | undefined,
): Promise<{ files: StoredFile[]; unchanged: number; newest: ReadonlyMap<string, string> }> {
  const names = (await readdir(folder).catch(orIfMissing<string[]>([]))).filter(
    (name) => !name.startsWith(draftPrefix),
  );
  const fresh = before ? names.filter((name) => !before.names.has(name)) : names;
  const isWhole = before !== undefined && names.length - fresh.length === before.names.size;
  const changed = isWhole ? await changedSince(folder, before.newest) : true;
  const first = changed ? 1 : (before?.names.size ?? 0) + 1;
  const files = await readFiles(folder, changed ? names : fresh, first);
  const last = first + files.length - 1;
  const watched = Array.from({ length: Math.min(lookedAtAgain, last) }, (_, index) => entryFileName(last - index));
  const kept = changed ? new Map<string, string>() : before?.newest;
  const newest = await Promise.all(
    watched.map(async (name) => [name, kept?.get(name) ?? (await stampOf(folder, name))] as const),
  );
  return { files, unchanged: first - 1, newest: new Map(newest) };
}

async function changedSince(folder: string, stamps: ReadonlyMap<string, string>): Promise<boolean> {
  const same = await Promise.all([...stamps].map(async ([name, stamp]) => (await stampOf(folder, name)) === stamp));
  return same.includes(false);
}

/** Two different contents of one file differ in this; the same file may differ in it too. */
async function stampOf(folder: string, name: string): Promise<string> {
  const found = await lstat(join(folder, name), { bigint: true }).catch(orIfMissing(undefined));
  return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : '';
}

/** @param first the number of the first entry that is requested */
async function readFiles(folder: string, visible: readonly string[], first: number): Promise<StoredFile[]> {
  const others = visible.filter((name) => entryNumber(name) === undefined);
  const newest = visible.reduce((highest, name) => Math.max(highest, entryNumber(name) ?? 0), first - 1);
  const files = new Map<string, StoredFile>(others.map((name) => [name, { name, content: new Uint8Array() }]));
  const seen = new Set(visible);
  // A listing made while others write may show entry 43 and not yet 42; requested by name, 42 is there.
  let gap = false;
  for (let from = first; from <= newest && !gap; from += readAtOnce) {
    const count = Math.min(readAtOnce, newest - from + 1);
    const names = Array.from({ length: count }, (_, index) => entryFileName(from + index));
    const read = await Promise.all(names.map(async (name) => ({ name, file: await readIfThere(folder, name) })));
    for (const { name, file } of read) if (file !== undefined) files.set(name, file);
    gap = read.some(({ name, file }) => file === undefined && !seen.has(name));
  }
  // What was listed stays visible even if reading stopped at a gap, so that the gap is recognized as one.
  for (const name of visible) if (!files.has(name)) files.set(name, { name, content: new Uint8Array() });
  return [...files.values()];
}

/** Only regular files are read, and without blocking: a pipe gives nothing until somebody writes, a device may never end. */
async function readIfThere(folder: string, name: string): Promise<StoredFile | undefined> {
  const path = join(folder, name);
  const content = new Uint8Array();
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(async (cause) => {
    const isLink = (await lstat(path).catch(orIfMissing(undefined)))?.isSymbolicLink() === true;
    if (isLink && (cause.code === 'ENOENT' || cause.code === 'ELOOP')) return 'it is a broken link';
    if (cause.code === 'ENXIO') return 'it is not a file';
    return orIfMissing(undefined)(cause);
  });
  if (handle === undefined) return undefined;
  if (typeof handle === 'string') return { name, content, unreadable: handle };
  try {
    const unreadable = whyNotRead(await handle.stat());
    return unreadable === undefined ? { name, content: await handle.readFile() } : { name, content, unreadable };
  } finally {
    await handle.close();
  }
}

function whyNotRead(found: Stats): string | undefined {
  if (found.isDirectory()) return 'it is a folder';
  if (!found.isFile()) return 'it is not a file';
  return found.size > longestEntry ? tooLong : undefined;
}

/**
 * The name of an entry appears with its whole content or not at all, and never twice: a hard link is made to a file
 * that is already on the disk. There is no lock that a killed process could leave behind.
 */
async function addFile(folder: string, file: StoredFile, tidy: boolean): Promise<'added' | 'taken'> {
  await createFolder(folder);
  const draft = join(folder, `${draftPrefix}${randomUUID()}`);
  try {
    await writeDurably(draft, file.content);
    const linked = await link(draft, join(folder, file.name)).then(
      () => true,
      async (cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EEXIST') throw cause;
        // Over NFS the answer "it exists" may be the repeated answer to a request that had succeeded.
        return (await stat(draft)).nlink > 1;
      },
    );
    if (!linked) return 'taken';
    await syncFolder(folder);
    if (tidy) await removeAbandoned(folder, draft);
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
  const first = makeFolder(folder);
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Drafts are compared by the file system's own clock; failing to tidy up is not a failure to record. */
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
          ? 'The entry is not safely recorded, and the step does not continue without it.'
          : 'Nothing was done.',
      next: noLinks
        ? 'The file system must allow hard links: keep the journal in another folder, or use journal: { store: { git: {} } }.'
        : 'Check that the folder is mounted, that this user may write to it, and that its disk is not full.',
    },
    { cause },
  );
}
