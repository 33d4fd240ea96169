import type { Clock } from '../clock.ts';
import type { ObjectBucket } from './bucket.ts';

/** How often one object may be continued after the connection was lost. */
const mostResumptions = 20;

/** The bytes of an object; where the connection is lost, the rest is asked for. Undefined when there is no such object. */
export async function resumedRead(
  bucket: ObjectBucket,
  key: string,
  clock: Clock,
  signal?: AbortSignal,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const first = await bucket.read(key, 0, signal);
  return first && continued(first, bucket, key, clock, signal);
}

async function* continued(
  first: AsyncIterable<Uint8Array>,
  bucket: ObjectBucket,
  key: string,
  clock: Clock,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let stream: AsyncIterable<Uint8Array> | undefined = first;
  let received = 0;
  for (let resumption = 0; ; resumption++) {
    try {
      for await (const chunk of stream) {
        received += chunk.byteLength;
        yield chunk;
      }
      return;
    } catch (cause) {
      signal?.throwIfAborted();
      if (resumption === mostResumptions) throw cause;
      await clock.sleep(1000, signal);
      stream = await bucket.read(key, received, signal);
      if (stream === undefined) throw cause;
    }
  }
}

/** A small object as a whole; undefined when there is no such object. */
export async function readWhole(
  bucket: ObjectBucket,
  key: string,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Buffer | undefined> {
  const stream = await resumedRead(bucket, key, clock, signal);
  if (stream === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
