import { type ObjectBucket, pieceBytes } from './bucket.ts';

/**
 * The bytes of an object, piece by piece; undefined if there is no such object. Each piece is requested after the previous one
 * was consumed, so a slow reader keeps no connection open, and a lost connection costs one piece.
 */
export async function readObject(
  bucket: ObjectBucket,
  key: string,
  signal?: AbortSignal,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const first = await bucket.read(key, 0, signal);
  return first && pieces(first, bucket, key, signal);
}

async function* pieces(
  first: Uint8Array,
  bucket: ObjectBucket,
  key: string,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  for (let piece: Uint8Array = first; ; ) {
    if (piece.byteLength > 0) yield piece;
    received += piece.byteLength;
    if (piece.byteLength < pieceBytes) return;
    const next = await bucket.read(key, received, signal);
    if (next === undefined) throw new Error(`${key} was removed while it was read`);
    piece = next;
  }
}

/** A small object as a whole; undefined if there is no such object. */
export async function readWhole(bucket: ObjectBucket, key: string, signal?: AbortSignal): Promise<Buffer | undefined> {
  const stream = await readObject(bucket, key, signal);
  if (stream === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
