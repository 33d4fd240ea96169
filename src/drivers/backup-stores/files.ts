import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { BackupFile } from '../../core/model/manifest.ts';

/** All files below a folder, as paths with `/`, sorted. Rejects when there is anything else than files and folders. */
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

/** Reads the file as a stream: a dump does not fit into memory. */
export async function describeFile(root: string, path: string): Promise<BackupFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(root, path)), hash);
  return { path, bytes: (await stat(join(root, path))).size, sha256: hash.digest('hex') };
}

/** Rejects with a SystemFailure that names the first file which is not what the manifest says. */
export async function verifyFiles(root: string, id: string, expected: readonly BackupFile[]): Promise<void> {
  const found = await listFiles(root).catch((): string[] => []);
  const names = new Set(expected.map((file) => file.path));
  const extra = found.find((path) => !names.has(path));
  if (extra !== undefined) throw damaged(id, extra, 'is not in its manifest');
  // Sizes first: the usual damage, a copy that was cut off, is then found without reading a terabyte.
  for (const file of expected) {
    const size = found.includes(file.path) ? (await stat(join(root, file.path))).size : undefined;
    if (size === undefined) throw damaged(id, file.path, 'is missing');
    if (size !== file.bytes) throw damaged(id, file.path, `has ${size} bytes instead of ${file.bytes}`);
  }
  for (const file of expected) {
    const { sha256 } = await describeFile(root, file.path);
    if (sha256 !== file.sha256) throw damaged(id, file.path, 'has other content than when it was written (SHA-256)');
  }
}

function damaged(id: string, path: string, how: string): SystemFailure {
  return new SystemFailure({
    happened: `The file "${path}" of backup "${id}" ${how}.`,
    means: 'The backup is damaged and cannot be trusted. Nothing was restored from it.',
    next: 'Use another backup, or take a new one; check the disk or bucket that holds it.',
  });
}

function notAFile(path: string): SystemFailure {
  return new SystemFailure({
    happened: `The backup holds "${path}", which is neither a file nor a folder.`,
    means: 'The backup is not kept.',
    next: 'See which tool puts it there: links and sockets cannot be part of a backup.',
  });
}
