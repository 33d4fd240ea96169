import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import { type BackupFile, type BackupManifest, manifestFormat } from '../../../core/model/manifest.ts';
import type { Clock } from '../../../world/clock.ts';
import { syncFile, syncFolder } from '../../../world/durable-files.ts';
import { isBackupId } from '../backup-id.ts';
import { describeFile, listFiles, listFolders, verifyFiles } from '../files.ts';
import { type ManifestReading, readManifest } from '../read-manifest.ts';
import type { BackupDraft, BackupStore } from '../store.ts';

const manifestName = 'manifest.json';
/** The data has a folder of its own, so that none of its files can be taken for the manifest. */
const dataName = 'data';
const draftPrefix = '.draft-';

/** No run lasts so long: a draft of this age was left behind by one that was killed. */
const staleMilliseconds = 14 * 86_400_000;

export interface FolderOptions {
  readonly root: string;
  readonly clock: Clock;
}

/**
 * Backups in a folder: `<root>/<id>/manifest.json` and, of each store of data, `<root>/<id>/data/<name>/`. A draft has a hidden name; it gets its
 * manifest last and its real name after that, each on the disk before the next.
 */
export function folderStore({ root, clock }: FolderOptions): BackupStore {
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
      // Copies of patients' data: readable by nobody else.
      await inFolder(root, () => mkdir(root, { recursive: true, mode: 0o700 }));
      await removeStaleDrafts(root, clock);
      const draft = join(root, `${draftPrefix}${id}-${randomUUID()}`);
      await inFolder(root, () => mkdir(join(draft, dataName), { recursive: true, mode: 0o700 }));
      return draftIn({ root, draft, id });
    },
    list: async () => {
      const all = await readings();
      const backups = all.flatMap(({ reading }) => (reading.kind === 'manifest' ? [reading.manifest] : []));
      const damaged = all.flatMap(({ id, reading }) =>
        reading.kind === 'damaged' ? [{ id, reason: reading.reason }] : [],
      );
      return {
        backups: backups.sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt)),
        damaged,
      };
    },
    open: async (id) => {
      requireId(id);
      const reading = await readingOf(root, id);
      if (reading.kind === 'damaged') throw notOpened(id, description, reading.reason);
      const directory = join(root, id, dataName);
      const expected = reading.manifest.data.flatMap(({ name, files }) =>
        files.map((file) => ({ ...file, path: `${name}/${file.path}` })),
      );
      await verifyFiles(directory, id, expected);
      return {
        manifest: reading.manifest,
        directoryOf: (data) => join(directory, data),
        release: async () => undefined,
      };
    },
    freeBytes: async () => {
      await inFolder(root, () => mkdir(root, { recursive: true, mode: 0o700 }));
      const { bavail, bsize } = await inFolder(root, () => statfs(root));
      return bavail * bsize;
    },
  };
}

function draftIn({ root, draft, id }: { root: string; draft: string; id: string }): BackupDraft {
  const directory = join(draft, dataName);
  return {
    directoryFor: (data) =>
      inFolder(root, async () => {
        await mkdir(join(directory, data), { mode: 0o700 });
        return join(directory, data);
      }),
    commit: (facts) =>
      inFolder(root, async () => {
        if (facts.id !== id) throw new Error(`the manifest of draft "${id}" is for backup "${facts.id}"`);
        const data = [];
        for (const each of facts.data) data.push({ ...each, files: await keptFiles(join(directory, each.name)) });
        for (const folder of await listFolders(directory)) await syncFolder(folder);
        const manifest: BackupManifest = { format: manifestFormat, ...facts, data };
        const path = join(draft, manifestName);
        await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
        await syncFile(path);
        await syncFolder(draft);
        await rename(draft, join(root, id));
        await syncFolder(root);
        return manifest;
      }),
    discard: () => inFolder(root, () => rm(draft, { recursive: true, force: true })),
  };
}

/** Each on the disk before it is described. */
async function keptFiles(directory: string): Promise<BackupFile[]> {
  const files: BackupFile[] = [];
  for (const path of await listFiles(directory)) {
    await syncFile(join(directory, path));
    files.push(await describeFile(directory, path));
  }
  return files;
}

async function readingOf(root: string, id: string): Promise<ManifestReading> {
  let text: string;
  try {
    text = await readFile(join(root, id, manifestName), 'utf8');
  } catch (cause) {
    const missing = codeOf(cause) === 'ENOENT';
    return {
      kind: 'damaged',
      reason: missing ? 'there is no manifest' : `the manifest cannot be read (${codeOf(cause)})`,
    };
  }
  const reading = readManifest(text);
  if (reading.kind === 'manifest' && reading.manifest.id !== id) {
    return { kind: 'damaged', reason: `the manifest is that of backup "${reading.manifest.id}"` };
  }
  return reading;
}

async function removeStaleDrafts(root: string, clock: Clock): Promise<void> {
  for (const name of await inFolder(root, () => readdir(root))) {
    if (!name.startsWith(draftPrefix)) continue;
    const path = join(root, name);
    const age = clock.now().getTime() - (await stat(path)).mtimeMs;
    if (age > staleMilliseconds) await rm(path, { recursive: true, force: true });
  }
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

function requireId(id: string): void {
  if (isBackupId(id)) return;
  throw new UserError({
    happened: `"${id}" cannot be the id of a backup.`,
    means: 'Nothing was done.',
    next: 'Use an id as the backup command printed it: letters, digits and . _ + -',
  });
}

function notOpened(id: string, description: string, reason: string): SystemFailure {
  return new SystemFailure({
    happened: `Backup "${id}" in ${description} cannot be used: ${reason}.`,
    means: 'Nothing was restored.',
    next: 'Check the id, use another backup, or take a new one.',
  });
}
