import { z } from 'zod';
import type { MongoClient, Timestamp } from '../clients/mongodb.ts';
import { type Address, addressText } from './address.ts';
import { mongoFailure } from './failure.ts';

export const applicationName = 'staged-upgrade';

/** JavaScript does not support everything in the server's patterns: it would reject a pattern, or lose a part of it. */
const patternsAsSent = { bsonRegExp: true };

/** All documents, those that a filter matches, or all as they were at a moment that the server still has. */
export type Which = { readonly filter: object } | { readonly at: Timestamp };

/** A connection to a server. The caller interprets its answers. */
export interface Session {
  command(database: string, command: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** All documents of a command's cursor. */
  all(database: string, command: Readonly<Record<string, unknown>>): Promise<readonly unknown[]>;
  /** Every document as it is stored, one after the other. */
  documents(database: string, collection: string, which?: Which): AsyncIterable<Uint8Array>;
  replaceOne(database: string, collection: string, document: { readonly _id: string }): Promise<void>;
  /** The place of its URL in the configuration, for messages. */
  readonly address: Address;
}

/**
 * Connects, lets `body` use the session and closes it, whatever happens. Aborting the signal cuts the connection.
 * Rejects with a SystemFailure that contains no value of a document.
 */
export async function withSession<T>(
  address: Address,
  signal: AbortSignal | undefined,
  body: (session: Session) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const { MongoClient } = await import('../clients/mongodb.ts');
  const doing = `Connecting to MongoDB on ${address.hosts}`;
  try {
    const client = new MongoClient(addressText(address), {
      appName: applicationName,
      // One command at a time, over one connection: what is looked at and what is emptied is one server.
      maxPoolSize: 1,
      ...(address.parameters.has('serverSelectionTimeoutMS') ? {} : { serverSelectionTimeoutMS: 15_000 }),
    });
    const cut = (): void => void client.close(true).catch(() => undefined);
    signal?.addEventListener('abort', cut, { once: true });
    try {
      await client.connect().catch((cause: unknown) => {
        throw mongoFailure(cause, doing, 'Nothing was done.');
      });
      return await body({
        address,
        command: (database, command) => client.db(database).command(command, patternsAsSent),
        all: (database, command) => client.db(database).runCursorCommand(command, patternsAsSent).toArray(),
        documents: (database, collection, which = { filter: {} }) =>
          'at' in which
            ? rawAt(client, database, collection, which.at)
            : raw(client.db(database).collection(collection), which.filter),
        replaceOne: async (database, collection, document) => {
          await client
            .db(database)
            .collection<{ _id: string }>(collection)
            .replaceOne({ _id: document._id }, document, {
              upsert: true,
              writeConcern: { w: 'majority', journal: true },
            });
        },
      });
    } finally {
      signal?.removeEventListener('abort', cut);
      await client.close().catch(() => undefined);
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw mongoFailure(cause, `Asking MongoDB on ${address.hosts}`, 'Nothing was changed.');
  }
}

interface RawCollection {
  find(filter: object, options: { readonly raw: true }): AsyncIterable<unknown>;
}

const bytes = z.instanceof(Uint8Array);

async function* raw(collection: RawCollection, filter: object): AsyncIterable<Uint8Array> {
  for await (const document of collection.find(filter, { raw: true })) yield bytes.parse(document);
}

const batch = z.object({
  cursor: z.object({ id: z.unknown(), firstBatch: z.array(bytes).optional(), nextBatch: z.array(bytes).optional() }),
});

/**
 * The driver chooses the moment of a snapshot itself, so its commands are written out here.
 * https://www.mongodb.com/docs/manual/reference/read-concern-snapshot/#read-concern-and-atclustertime
 */
async function* rawAt(
  client: MongoClient,
  database: string,
  collection: string,
  at: Timestamp,
): AsyncIterable<Uint8Array> {
  // The request names a moment, so nothing from before it is needed.
  const session = client.startSession({ causalConsistency: false });
  try {
    const options = { session, promoteLongs: false, fieldsAsRaw: { firstBatch: true, nextBatch: true } };
    const ask = async (command: object) => batch.parse(await client.db(database).command(command, options)).cursor;
    let cursor = await ask({ find: collection, readConcern: { level: 'snapshot', atClusterTime: at } });
    yield* cursor.firstBatch ?? [];
    while (String(cursor.id) !== '0') {
      cursor = await ask({ getMore: cursor.id, collection });
      yield* cursor.nextBatch ?? [];
    }
  } finally {
    await session.endSession();
  }
}
