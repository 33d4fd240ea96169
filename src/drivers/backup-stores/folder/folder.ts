import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { BackupFile, BackupManifest } from '../../../core/model/manifest.ts';
import type { Clock } from '../../../world/clock.ts';
import { syncFile, syncFolder } from '../../../world/durable-files.ts';
import { makeFolder } from '../../../world/make-folder.ts';
import type { Seal } from '../../../world/sealing/seal.ts';
import { notReadable } from '../../../world/text-file.ts';
import { type KeepFile, keepAhead } from '../ahead.ts';
import { describeFile, listFiles, listFolders, removeStale, sizesIn, verifyFiles, verifySizes } from '../files.ts';
import type { ManifestReading } from '../read-manifest.ts';
import { requireRoom, type Scratch } from '../scratch.ts';
import type { BackupDraft, BackupStore, StoredBackup } from '../store.ts';
import {
  listed,
  manifestName,
  newManifest,
  notOpened,
  readingUnder,
  requireId,
  requireSeal,
} from '../stored-manifest.ts';
import { fetchFile, sendFile } from '../transfer.ts';

/** The data has a folder of its own, so that none of its files can be taken for the manifest. */
const dataName = 'data';
const draftPrefix = '.draft-';

export interface FolderOptions {
  readonly root: string;
  readonly clock: Clock;
  /** With it, tools write and read their files in the scratch folder, so the store never holds them unencrypted. */
  readonly seal?: Seal | undefined;
  readonly scratch: Scratch;
}

/**
 * Backups in a folder: `<root>/<id>/manifest.json` and, for each data store, `<root>/<id>/data/<name>/`. A draft has a hidden
 * name; it gets its manifest last and its real name after that, each on the disk before the next.
 */
export function folderStore(options: FolderOptions): BackupStore {
  const { root, clock, seal, scratch } = options;
  const description = `folder ${root}`;

  const readings = async (): Promise<{ id: string; reading: ManifestReading }[]> => {
    const entries = await inFolder(root, () => readdir(root, { withFileTypes: true })).catch(noneIfMissing);
    const ids = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name);
    return Promise.all(ids.map(async (id) => ({ id, reading: await readingOf(root, id) })));
  };

  return {
    description,
    begin: async (id) => {
      requireId(id);
      // Copies of patients' data: nobody else may read them.
      await inFolder(root, async () => makeFolder(root, 0o700));
      await inFolder(root, () => removeStale(root, draftPrefix, clock));
      const draft = join(root, `${draftPrefix}${id}-${randomUUID()}`);
      await inFolder(root, () => mkdir(join(draft, dataName), { recursive: true, mode: 0o700 }));
      return draftIn(options, { draft, id, written: seal ? await scratch.make() : join(draft, dataName) });
    },
    list: async () => listed(await readings()),
    open: async (id) => {
      requireId(id);
      const reading = await readingOf(root, id);
      if (reading.kind === 'damaged') throw notOpened(id, description, reading.reason);
      const { manifest } = reading;
      requireSeal(manifest, seal);
      return manifest.encryption === undefined
        ? await openedInPlace(manifest, root)
        : await decrypted(manifest, options);
    },
    remove: async (id) => {
      requireId(id);
      // The rename is atomic: from then on it is no longer a backup, and what is left of it is a draft.
      const gone = join(root, `${draftPrefix}${id}-${randomUUID()}`);
      await inFolder(root, async () => {
        await rename(join(root, id), gone);
        await syncFolder(root);
        await rm(gone, { recursive: true, force: true });
      });
      return { kind: 'removed' };
    },
    freeBytes: async () => {
      await inFolder(root, async () => makeFolder(root, 0o700));
      const { bavail, bsize } = await inFolder(root, () => statfs(root));
      return bavail * bsize;
    },
  };
}

/** @param written where tools write their files: the draft itself, or the scratch folder */
function draftIn(
  { root, seal, scratch }: FolderOptions,
  { draft, id, written }: { draft: string; id: string; written: string },
): BackupDraft {
  const directory = join(draft, dataName);
  const ended = new AbortController();
  const keep: KeepFile = seal
    ? (data, path) => sealedFile(join(written, data), join(directory, data), path, seal, ended.signal)
    : (data, path) => keptFile(join(directory, data), path, ended.signal);
  const ahead = keepAhead(written, keep);
  return {
    directoryFor: (data) =>
      inFolder(root, async () => {
        await mkdir(join(written, data), { mode: 0o700 });
        return join(written, data);
      }),
    finished: ahead.finished,
    commit: (facts) =>
      inFolder(root, async () => {
        if (facts.id !== id) throw new Error(`the manifest of draft "${id}" is for backup "${facts.id}"`);
        const data: BackupManifest['data'][number][] = [];
        for (const each of facts.data) {
          const files: BackupFile[] = [];
          for (const path of await listFiles(join(written, each.name))) files.push(await ahead.kept(each.name, path));
          data.push({ ...each, files });
        }
        for (const folder of await listFolders(directory)) await syncFolder(folder);
        const { manifest, text } = newManifest(facts, data, { seal });
        const path = join(draft, manifestName);
        await writeFile(path, text, { flag: 'wx', mode: 0o600 });
        await syncFile(path);
        await syncFolder(draft);
        await rename(draft, join(root, id));
        await syncFolder(root);
        if (seal) await scratch.remove(written);
        return manifest;
      }),
    discard: () =>
      inFolder(root, async () => {
        ended.abort(new Error('the draft was discarded'));
        await ahead.settled();
        await rm(draft, { recursive: true, force: true });
        if (seal) await scratch.remove(written);
      }),
  };
}

/** On the disk before it is described. */
async function keptFile(directory: string, path: string, signal: AbortSignal): Promise<BackupFile> {
  await syncFile(join(directory, path));
  return await describeFile(directory, path, signal);
}

async function sealedFile(
  written: string,
  directory: string,
  path: string,
  seal: Seal,
  signal: AbortSignal,
): Promise<BackupFile> {
  const target = join(directory, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const file = await sendFile(written, path, seal, (stream) =>
    pipeline(stream, createWriteStream(target, { mode: 0o600 }), { signal }),
  );
  await syncFile(target);
  return file;
}

/** All files of a backup, prefixed with the names of their data stores. */
function filesOf({ data }: BackupManifest): BackupFile[] {
  return data.flatMap(({ name, files }) => files.map((file) => ({ ...file, path: `${name}/${file.path}` })));
}

async function openedInPlace(manifest: BackupManifest, root: string): Promise<StoredBackup> {
  const directory = join(root, manifest.id, dataName);
  await verifyFiles(directory, manifest.id, filesOf(manifest));
  return { manifest, directoryOf: (data) => join(directory, data), release: async () => undefined };
}

async function decrypted(manifest: BackupManifest, { root, seal, scratch }: FolderOptions): Promise<StoredBackup> {
  const { id } = manifest;
  const stored = join(root, id, dataName);
  const files = filesOf(manifest);
  verifySizes(id, files, await sizesIn(stored));
  await requireRoom(
    scratch,
    id,
    files.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  const directory = await scratch.make();
  try {
    for (const expected of files) {
      const stream = createReadStream(join(stored, expected.path));
      await fetchFile(stream, { expected, name: expected.path, backup: id }, join(directory, expected.path), seal);
    }
  } catch (error) {
    await scratch.remove(directory);
    throw error;
  }
  return { manifest, directoryOf: (data) => join(directory, data), release: () => scratch.remove(directory) };
}

/** It has a line for each object of each database and for each file: even millions of them take less than this. */
const largestManifestMebibytes = 256;

async function readingOf(root: string, id: string): Promise<ManifestReading> {
  const path = join(root, id, manifestName);
  let text: string;
  try {
    const not = await notReadable(path, largestManifestMebibytes);
    if (not !== undefined) return { kind: 'damaged', reason: `the manifest ${not.why}` };
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const missing = codeOf(cause) === 'ENOENT';
    return {
      kind: 'damaged',
      reason: missing ? 'there is no manifest' : `the manifest cannot be read (${codeOf(cause)})`,
    };
  }
  return readingUnder(id, text);
}

async function inFolder<T>(root: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    throw new SystemFailure(
      {
        happened: `The backup folder "${root}" could not be used${full ? ': the disk is full' : ''} (${code}).`,
        means: 'No backup was added; those that are there are unchanged.',
        next: full
          ? 'Free space on its disk, then run the step again.'
          : 'Check that it exists and that this user may read and write it.',
      },
      { cause },
    );
  }
}

function noneIfMissing(cause: unknown): never[] {
  if (cause instanceof SystemFailure && codeOf(cause.cause) === 'ENOENT') return [];
  throw cause;
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
