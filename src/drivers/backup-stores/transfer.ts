import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupFile, StoredBytes } from '../../core/model/manifest.ts';
import type { Seal } from '../../world/sealing/seal.ts';
import { damaged } from './files.ts';

/** Counts and hashes what flows through it. */
class Tally {
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #sha256: string | undefined;

  async *count(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of stream) {
      this.#hash.update(piece);
      this.#bytes += piece.byteLength;
      yield piece;
    }
  }

  get counted(): StoredBytes {
    this.#sha256 ??= this.#hash.digest('hex');
    return { bytes: this.#bytes, sha256: this.#sha256 };
  }
}

/**
 * Reads a file once, encrypts it if there is a seal, passes it to `store`, and reports what was read and what was
 * stored.
 */
export async function sendFile(
  directory: string,
  path: string,
  seal: Seal | undefined,
  store: (stream: AsyncIterable<Uint8Array>) => Promise<unknown>,
): Promise<BackupFile> {
  const plain = new Tally();
  const stored = new Tally();
  const read = plain.count(createReadStream(join(directory, path), { highWaterMark: 1024 * 1024 }));
  await store(stored.count(seal ? await seal.seal(read) : read));
  return { path, ...plain.counted, ...(seal && { stored: stored.counted }) };
}

/**
 * Restores the original file from what is stored. Rejects with a SystemFailure that names it if it differs.
 * @param name of the file within its backup, for messages
 */
export async function fetchFile(
  stream: AsyncIterable<Uint8Array>,
  { expected, name, backup }: { expected: BackupFile; name: string; backup: string },
  target: string,
  seal: Seal | undefined,
): Promise<void> {
  const plain = new Tally();
  const stored = new Tally();
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const read = stored.count(stream);
  const opened = expected.stored === undefined ? read : await unsealed(read, seal);
  await pipeline(plain.count(opened), createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  const asStored = expected.stored ?? expected;
  for (const [found, right] of [
    [stored.counted, asStored],
    [plain.counted, expected],
  ] as const) {
    if (found.bytes !== right.bytes) throw damaged(backup, name, `has ${found.bytes} bytes instead of ${right.bytes}`);
    if (found.sha256 !== right.sha256)
      throw damaged(backup, name, 'has other content than when it was written (SHA-256)');
  }
}

async function unsealed(stream: AsyncIterable<Uint8Array>, seal: Seal | undefined): Promise<AsyncIterable<Uint8Array>> {
  if (seal === undefined) throw new Error('an encrypted file was to be read without a seal');
  return await seal.unseal(stream);
}
