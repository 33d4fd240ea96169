import { createHash } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { codeOf } from './tree.ts';

export interface ReadFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that is constantly being written is not read for ever. */
const tries = 3;

/**
 * Reads a file to its end, and on request writes a copy of it. Undefined for a file that no longer exists.
 * Rejects with a SystemFailure for a file that changes at every attempt to read it: a copy would not show any one moment.
 */
export async function readFile(path: string, copy: string | undefined, signal?: AbortSignal) {
  for (let attempt = 1; ; attempt++) {
    const read = await readOnce(path, copy, signal);
    if (read !== 'changed') return read;
    if (attempt === tries) throw keepsChanging(path);
  }
}

async function readOnce(
  path: string,
  copy: string | undefined,
  signal?: AbortSignal,
): Promise<ReadFile | 'changed' | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  });
  if (file === undefined) return undefined;
  try {
    const before = await file.stat({ bigint: true });
    const hash = createHash('sha256');
    let bytes = 0;
    await pipeline(
      file.createReadStream({ autoClose: false, start: 0 }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      copy === undefined ? nowhere() : createWriteStream(copy, { mode: 0o600 }),
      ...(signal === undefined ? [] : [{ signal }]),
    );
    const after = await file.stat({ bigint: true });
    const isSame = before.mtimeNs === after.mtimeNs && before.size === after.size && after.size === BigInt(bytes);
    return isSame ? { bytes, sha256: hash.digest('hex') } : 'changed';
  } finally {
    await file.close();
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

function keepsChanging(path: string): SystemFailure {
  return new SystemFailure({
    happened: `"${path}" was written each time while it was read.`,
    means: 'A copy of it would be of no moment. Nothing was changed.',
    next: 'Let the hook "before-backup" stop what writes it, then run the step again.',
  });
}
