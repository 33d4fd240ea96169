import { createHash } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { aboutBadBackup } from '../../core/messages/bad-backup.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { BackupFile, StoredBytes } from '../../core/model/manifest.ts';
import type { Clock } from '../../world/clock.ts';

/** All files below a folder, as paths with `/`, sorted. Rejects if there is anything other than files and folders. */
export async function listFiles(root: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (prefix: string): Promise<void> => {
    for (const entry of await readdir(join(root, prefix), { withFileTypes: true })) {
      const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) found.push(path);
      else throw notAFile(path);
    }
  };
  await walk('');
  return found.sort();
}

/** All folders below and with `root`, deepest first. */
export async function listFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const inner = await Promise.all(
    entries.filter((entry) => entry.isDirectory()).map((entry) => listFolders(join(root, entry.name))),
  );
  return [...inner.flat(), root];
}

/** Read into the same buffer over and over: a stream takes twice as much processor time. */
const bytesAtOnce = 1_048_576;

/** A part at a time: a dump does not fit into memory. */
export async function describeFile(root: string, path: string, signal?: AbortSignal): Promise<BackupFile> {
  const hash = createHash('sha256');
  const file = await open(join(root, path));
  try {
    const { size } = await file.stat();
    const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(size, bytesAtOnce)));
    let bytes = 0;
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return { path, bytes, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** Rejects with a SystemFailure that names the first file that differs from the manifest. */
export async function verifyFiles(root: string, id: string, expected: readonly BackupFile[]): Promise<void> {
  verifySizes(id, expected, await sizesIn(root));
  for (const file of expected) {
    const { sha256 } = await describeFile(root, file.path);
    if (sha256 !== file.sha256) throw damaged(id, file.path, 'has other content than when it was written (SHA-256)');
  }
}

/**
 * Whether all stored files exist and have their size: this finds the usual damage, a copy that was cut off, without
 * reading a terabyte.
 */
export function verifySizes(id: string, expected: readonly BackupFile[], found: ReadonlyMap<string, number>): void {
  const names = new Set(expected.map((file) => file.path));
  const extra = [...found.keys()].find((path) => !names.has(path));
  if (extra !== undefined) throw damaged(id, extra, 'is not in its manifest');
  for (const file of expected) {
    const size = found.get(file.path);
    const { bytes } = asStored(file);
    if (size === undefined) throw damaged(id, file.path, 'is missing');
    if (size !== bytes) throw damaged(id, file.path, `has ${size} bytes instead of ${bytes}`);
  }
}

/** What is stored for a file: other bytes than the file's own if it is encrypted. */
export function asStored(file: BackupFile): StoredBytes {
  return file.stored ?? file;
}

export async function sizesIn(root: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const path of await listFiles(root).catch((): string[] => []))
    found.set(path, (await stat(join(root, path))).size);
  return found;
}

/** No run lasts this long: what is this old was left behind by one that was killed. */
export const staleMilliseconds = 14 * 86_400_000;

/** Removes folders that killed runs have left, by the prefix of their names. */
export async function removeStale(root: string, prefix: string, clock: Clock): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(root, name);
    // Another run may remove its own folder, or rename it, in the meantime.
    const made = await stat(path).catch(orIfGone);
    if (made === undefined || clock.now().getTime() - made.mtimeMs <= staleMilliseconds) continue;
    await rm(path, { recursive: true, force: true });
  }
}

function orIfGone(cause: NodeJS.ErrnoException): undefined {
  if (cause.code !== 'ENOENT') throw cause;
}

/** What is wrong with a file of a backup: `is missing`. */
export function damaged(id: string, path: string, how: string): SystemFailure {
  return new SystemFailure({
    happened: `The file "${path}" of backup "${id}" ${how}.`,
    means: 'The backup is damaged and cannot be trusted. Nothing was restored from it.',
    next: aboutBadBackup,
  });
}

function notAFile(path: string): SystemFailure {
  return new SystemFailure({
    happened: `The backup holds "${path}", which is neither a file nor a folder.`,
    means: 'The backup is not kept.',
    next: 'See which tool puts it there: links and sockets cannot be part of a backup.',
  });
}
