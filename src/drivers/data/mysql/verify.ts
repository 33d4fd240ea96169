import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { dumpName } from './dump.ts';

/** What the programs write last, after they reached the end. */
const ending = '-- Dump completed';
const keptBytes = 200;

/** Reads the whole dump: its checksum matches, and it has an end. */
export async function verifyDump(directory: string, signal: AbortSignal | undefined): Promise<void> {
  let tail = Buffer.alloc(0);
  const last = new Writable({
    write(chunk: Buffer, _encoding, done) {
      tail = Buffer.concat([tail, chunk.subarray(-keptBytes)]).subarray(-keptBytes);
      done();
    },
  });
  try {
    await pipeline(createReadStream(join(directory, dumpName)), createGunzip(), last, { signal });
  } catch (cause) {
    signal?.throwIfAborted();
    throw incomplete(
      cause instanceof Error && 'code' in cause ? `it cannot be read (${cause.code})` : 'it cannot be read',
    );
  }
  if (!tail.toString('latin1').includes(ending)) throw incomplete('it has no end');
}

function incomplete(why: string): SystemFailure {
  return new SystemFailure({
    happened: `The dump "${dumpName}" of the backup is not whole: ${why}.`,
    means: 'It cannot be used to go back. Nothing was restored from it.',
    next: 'Check the disk that holds the backup, and take another backup.',
  });
}
