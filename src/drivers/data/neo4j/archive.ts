import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { aboutBadBackup } from '../../../core/messages/bad-backup.ts';
import { SystemFailure } from '../../../core/messages/errors.ts';

/** How a dump starts, and how the rest of it is compressed. */
const unpackers: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  DZV1: () => createZstdDecompress(),
  DGV1: () => createGunzip(),
};

/** The one file of a backup. */
export async function archiveIn(directory: string): Promise<string> {
  const names = await readdir(directory).catch(() => []);
  const [name, ...others] = names.filter((each) => /\.(dump|backup)$/.test(each));
  if (name === undefined) throw damaged('its file is missing');
  if (others.length > 0) throw damaged(`it has ${others.length + 1} files`);
  return join(directory, name);
}

/** Reads a dump to its end: a truncated or corrupt one is noticed before it replaces a database. */
export async function readArchive(directory: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const file = await archiveIn(directory);
  const { size } = await stat(file);
  if (size === 0) throw damaged('its file is empty');
  if (file.endsWith('.backup')) return file;
  const unpack = unpackers[await startOf(file)];
  if (unpack === undefined) throw damaged('its file does not start like a dump');
  try {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(createReadStream(file, { start: 4 }), unpack(), nowhere, { signal });
  } catch (cause) {
    signal.throwIfAborted();
    throw damaged('its file cannot be read to its end', cause);
  }
  return file;
}

async function startOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const start = Buffer.alloc(4);
    await handle.read(start, 0, 4, 0);
    return start.toString('latin1');
  } finally {
    await handle.close();
  }
}

function damaged(why: string, cause?: unknown): SystemFailure {
  return new SystemFailure(
    {
      happened: `The backup of Neo4j is damaged: ${why}.`,
      means: 'It cannot be used to go back, and nothing was restored from it.',
      next: aboutBadBackup,
    },
    { cause },
  );
}
