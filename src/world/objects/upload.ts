import { createHash } from 'node:crypto';
import type { ObjectBucket, PartPlace } from './bucket.ts';
import type { PartSize } from './part-size.ts';

export interface Uploaded {
  readonly bytes: number;
  /** Over the bytes as they were sent. */
  readonly sha256: string;
}

/** Uploads a stream as one object, in parts, without more of it in memory than the parts in transit. */
export async function upload(
  bucket: ObjectBucket,
  key: string,
  source: AsyncIterable<Uint8Array>,
  size: PartSize,
  signal: AbortSignal,
): Promise<Uploaded> {
  const started = await bucket.startUpload(key, signal);
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const sending = new Set<Promise<void>>();
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const { place, content } of partsOf(source, size.bytes)) {
      hash.update(content);
      bytes += content.byteLength;
      const sent: Promise<void> = started
        .send(place, content, either)
        .catch((cause: unknown) => {
          failed.abort(cause);
        })
        .finally(() => sending.delete(sent));
      sending.add(sent);
      if (sending.size >= size.atOnce) await Promise.race(sending);
      either.throwIfAborted();
    }
    await Promise.all(sending);
    either.throwIfAborted();
    await started.finish(signal);
    return { bytes, sha256: hash.digest('hex') };
  } catch (cause) {
    failed.abort(cause);
    await Promise.all(sending);
    // What cannot be removed now is removed later, with all unfinished uploads.
    await started.drop().catch(() => undefined);
    throw cause;
  }
}

/** An empty object has one part, which is empty. */
async function* partsOf(
  source: AsyncIterable<Uint8Array>,
  partBytes: number,
): AsyncGenerator<{ place: PartPlace; content: Uint8Array }> {
  let pieces: Uint8Array[] = [];
  let waiting = 0;
  let number = 1;
  let offset = 0;
  const part = (content: Uint8Array, isLast: boolean) => {
    const place = { number, offset, isLast };
    number += 1;
    offset += content.byteLength;
    return { place, content };
  };
  for await (const chunk of source) {
    pieces.push(chunk);
    waiting += chunk.byteLength;
    // One byte more than a part must be available: only then is the part not the last one.
    while (waiting > partBytes) {
      const all = Buffer.concat(pieces);
      const rest = all.subarray(partBytes);
      pieces = [rest];
      waiting = rest.byteLength;
      yield part(all.subarray(0, partBytes), false);
    }
  }
  yield part(Buffer.concat(pieces), true);
}
