import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { type ContentSum, contentSum } from './content-sum.ts';

/** What an archive of mongodump contains, read to its end. */
export interface ArchiveContent {
  readonly serverVersion: string;
  /** By namespace, `deviceauth.devices`: each that the archive lists, including empty ones. */
  readonly collections: ReadonlyMap<string, ContentSum>;
  readonly views: readonly string[];
}

type Piece = { readonly kind: 'document'; readonly bytes: Buffer } | { readonly kind: 'end' };

const magic = 0x8199e26d;
const endMark = 0xffffffff;
/** The size of a document of 16 MiB, and what mongodump adds to one of the oplog. */
const maxBytes = 16 * 1024 * 1024 + 64 * 1024;

const prelude = z.object({ server_version: z.string() });
const collectionMetadata = z.object({ db: z.string(), collection: z.string(), type: z.string().optional() });
const header = z.object({ db: z.string(), collection: z.string(), EOF: z.boolean() });

/**
 * Reads an archive as mongorestore does: a magic number, then blocks of documents, each after a document that says what
 * follows. Rejects an incomplete archive. Memory does not grow with its size.
 * https://github.com/mongodb/mongo-tools/blob/master/common/archive/README.md
 */
export async function readArchive(file: string, signal?: AbortSignal): Promise<ArchiveContent> {
  const { BSON } = await import('../../../world/clients/mongodb.ts');
  const collections = new Map<string, ContentSum>();
  const [views, ended]: [string[], Set<string>] = [[], new Set()];
  let serverVersion: string | undefined;
  let isPrelude = true;
  let current: ContentSum | undefined;
  let isHeader = true;
  const take = (piece: Piece): void => {
    if (piece.kind === 'end') {
      isHeader = true;
      isPrelude = false;
      current = undefined;
      return;
    }
    const read = () => BSON.deserialize(piece.bytes);
    if (isPrelude) {
      if (isHeader) serverVersion = prelude.parse(read()).server_version;
      else {
        const { db, collection, type } = collectionMetadata.parse(read());
        if (type === 'view') views.push(`${db}.${collection}`);
        else collections.set(`${db}.${collection}`, contentSum());
      }
    } else if (isHeader) {
      const { db, collection, EOF: isEnd } = header.parse(read());
      const name = `${db}.${collection}`;
      current = collections.get(name);
      if (isEnd) ended.add(name);
    } else current?.add(piece.bytes);
    isHeader = false;
  };
  try {
    await pipeline(
      createReadStream(file),
      createGunzip(),
      async (chunks: AsyncIterable<Buffer>) => {
        await piecesOf(chunks, take);
      },
      ...(signal === undefined ? [] : [{ signal }]),
    );
    if (serverVersion === undefined) throw new Error('it has no beginning');
    for (const name of collections.keys()) if (!ended.has(name)) throw new Error('it ends within a collection');
    return { serverVersion, collections, views };
  } catch (cause) {
    signal?.throwIfAborted();
    throw notWhole(file, cause);
  }
}

/** Splits a stream into documents and the marks that end a block. */
async function piecesOf(chunks: AsyncIterable<Buffer>, take: (piece: Piece) => void): Promise<void> {
  let [pending, pendingBytes]: [Buffer[], number] = [[], 0];
  /** How many bytes the next piece has, as far as that is known. */
  let needed = 4;
  let hasMagic = false;
  for await (const chunk of chunks) {
    pending.push(chunk);
    pendingBytes += chunk.length;
    if (pendingBytes < needed) continue;
    const buffer = pending.length === 1 ? chunk : Buffer.concat(pending);
    let at = 0;
    needed = 4;
    while (buffer.length - at >= 4) {
      const number = buffer.readUInt32LE(at);
      if (!hasMagic) {
        if (number !== magic) throw new Error('it does not start like one');
        hasMagic = true;
        at += 4;
      } else if (number === endMark) {
        take({ kind: 'end' });
        at += 4;
      } else {
        if (number < 5 || number > maxBytes) throw new Error('it has a document of an impossible size');
        needed = number;
        if (buffer.length - at < number) break;
        take({ kind: 'document', bytes: buffer.subarray(at, at + number) });
        at += number;
        needed = 4;
      }
    }
    const rest = buffer.subarray(at);
    [pending, pendingBytes] = [[rest], rest.length];
  }
  if (pendingBytes > 0) throw new Error('it is cut off within a document');
}

function notWhole(file: string, cause: unknown): SystemFailure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  const own =
    cause instanceof Error && code === undefined && cause.message.startsWith('it ') ? cause.message : undefined;
  return new SystemFailure({
    happened: `The archive "${file}" is not whole: ${own ?? code ?? 'what it says of its content cannot be read'}.`,
    means: 'A half-written backup cannot be used to go back. Nothing was restored from it.',
    next: 'Take another backup. If this happens again, look at the free disk space of the runner and at the connection to the server.',
  });
}
