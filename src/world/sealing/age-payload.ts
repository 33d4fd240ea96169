import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * The payload of an age file: chunks of 64 KiB, each with a number and an authentication tag, the last one marked as such
 * (https://c2sp.org/age, "Payload"). Headers, and so the keys, are left to the library. It can do payloads too, in
 * JavaScript, but twenty times slower than Node.js itself, and backups are large.
 */
export const chunkBytes = 64 * 1024;
export const tagBytes = 16;
export const nonceBytes = 16;

const algorithm = 'chacha20-poly1305';

export async function* encryptPayload(
  fileKey: Uint8Array,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const nonce = randomBytes(nonceBytes);
  const key = payloadKey(fileKey, nonce);
  yield nonce;
  for await (const { number, bytes, isLast } of chunksOf(plain, chunkBytes)) {
    const cipher = createCipheriv(algorithm, key, chunkNonce(number, isLast), { authTagLength: tagBytes });
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Rejects if the payload is not exactly as it was written: changed, truncated, or with something after it. */
export async function* decryptPayload(
  fileKey: Uint8Array,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const source = new SealedBytes(sealed);
  const key = payloadKey(fileKey, await source.take(nonceBytes));
  for await (const { number, bytes, isLast } of chunksOf(source.rest(), chunkBytes + tagBytes)) {
    const end = bytes.byteLength - tagBytes;
    if (end < 0 || (end === 0 && number > 0)) throw new PayloadDamage('it is cut short');
    const decipher = createDecipheriv(algorithm, key, chunkNonce(number, isLast), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(end));
    const plain = decipher.update(bytes.subarray(0, end));
    try {
      decipher.final();
    } catch (cause) {
      throw new PayloadDamage('part of it was changed, or it is truncated', { cause });
    }
    yield plain;
  }
}

export class PayloadDamage extends Error {
  override readonly name = 'PayloadDamage';
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

function chunkNonce(number: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

interface Chunk {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

/** An empty payload has one chunk, which is empty. */
async function* chunksOf(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Chunk> {
  let waiting = Buffer.alloc(0);
  let number = 0;
  for await (const piece of source) {
    waiting = waiting.byteLength === 0 ? Buffer.from(piece) : Buffer.concat([waiting, piece]);
    let from = 0;
    // One byte more than a chunk must be available: only then is the chunk not the last one.
    for (; waiting.byteLength - from > size; from += size)
      yield { number: number++, bytes: waiting.subarray(from, from + size), isLast: false };
    waiting = waiting.subarray(from);
  }
  yield { number, bytes: waiting, isLast: true };
}

/** Bytes that are read from the start of a stream, and the rest of it. */
export class SealedBytes {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #kept: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#pieces = stream[Symbol.asyncIterator]();
  }

  /** The requested number of bytes; rejects if there are fewer. */
  async take(count: number): Promise<Buffer> {
    while (this.#kept.byteLength < count) if (!(await this.#more())) throw new PayloadDamage('it is cut short');
    const taken = this.#kept.subarray(0, count);
    this.#kept = this.#kept.subarray(count);
    return taken;
  }

  /**
   * All bytes up to the end of what `find` finds.
   * @param find where it ends in what was read so far; undefined while it is not there
   * @param most the number of bytes in which it is searched for
   */
  async takeThrough(find: (read: Buffer) => number | undefined, most: number): Promise<Buffer> {
    for (;;) {
      const end = find(this.#kept);
      if (end !== undefined) return await this.take(end);
      if (this.#kept.byteLength > most || !(await this.#more())) throw new PayloadDamage('it has no age header');
    }
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    try {
      if (this.#kept.byteLength > 0) yield this.#kept;
      for (let next = await this.#pieces.next(); next.done !== true; next = await this.#pieces.next()) yield next.value;
    } finally {
      await this.#pieces.return?.();
    }
  }

  async #more(): Promise<boolean> {
    const next = await this.#pieces.next();
    if (next.done === true) return false;
    this.#kept = Buffer.concat([this.#kept, next.value]);
    return true;
  }
}
