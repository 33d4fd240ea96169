import { connect, createServer, type Socket } from 'node:net';
import { BSON, type MongoClient } from 'mongodb';
import { z } from 'zod';
import type { TestMongodb } from './mongodb.ts';

/*
 * What the tests' server lacks compared with a member of a replica set: this proxy passes everything on, and answers
 * "applyOps" itself, by which mongorestore replays an oplog. Reads as of a moment are made as of now.
 * https://www.mongodb.com/docs/manual/reference/command/applyOps/
 */

const operation = z.object({
  op: z.enum(['i', 'u', 'd']),
  ns: z.string(),
  o: z.record(z.string(), z.unknown()),
  o2: z.record(z.string(), z.unknown()).optional(),
});
const message = 2013;

export interface ReplayingMongodb extends AsyncDisposable {
  readonly url: string;
  /** Each that was replayed: `i inventory.devices`. */
  readonly replayed: readonly string[];
}

export async function startReplaying({ port, url, client }: TestMongodb): Promise<ReplayingMongodb> {
  const replayed: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((asking) => {
    const onward = connect(port, '127.0.0.1');
    for (const socket of [asking, onward]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        asking.destroy();
        onward.destroy();
      });
    }
    onward.on('data', (chunk) => asking.write(chunk));
    let pending = Buffer.alloc(0);
    let turn = Promise.resolve();
    asking.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      while (pending.length >= 16 && pending.length >= pending.readInt32LE(0)) {
        const request = pending.subarray(0, pending.readInt32LE(0));
        pending = pending.subarray(request.length);
        turn = turn.then(async () => {
          const operations = operationsIn(request);
          if (operations === undefined) {
            onward.write(request);
            return;
          }
          for (const each of operations) {
            replayed.push(`${each.op} ${each.ns}`);
            await replay(client, each);
          }
          asking.write(answerTo(request, { applied: operations.length, ok: 1 }));
        });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens nowhere');
  return {
    url: url.replace(`:${port}/`, `:${address.port}/`),
    replayed,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Undefined of anything but `applyOps`. */
function operationsIn(request: Buffer): readonly z.output<typeof operation>[] | undefined {
  if (request.readInt32LE(12) !== message || request.readUInt8(20) !== 0) return undefined;
  const document = request.subarray(21, 21 + request.readInt32LE(21));
  const { applyOps } = BSON.deserialize(document);
  return applyOps === undefined ? undefined : z.array(operation).parse(applyOps);
}

/** As the server does: an insert replaces what is there, and what no longer exists is skipped. */
async function replay(client: MongoClient, { op, ns, o, o2 }: z.output<typeof operation>): Promise<void> {
  const at = ns.indexOf('.');
  const collection = client.db(ns.slice(0, at)).collection(ns.slice(at + 1));
  if (op === 'i') await collection.replaceOne({ _id: idOf(o) }, o, { upsert: true });
  else if (op === 'd') await collection.deleteOne({ _id: idOf(o) });
  else await collection.updateOne({ _id: idOf(o2 ?? {}) }, { $set: z.record(z.string(), z.unknown()).parse(o.$set) });
}

function idOf({ _id }: Readonly<Record<string, unknown>>): BSON.ObjectId {
  if (_id instanceof BSON.ObjectId) return _id;
  throw new Error('an operation of the test names a document by its ObjectId');
}

function answerTo(request: Buffer, document: object): Buffer {
  const body = BSON.serialize(document);
  const header = Buffer.alloc(21);
  header.writeInt32LE(21 + body.length, 0);
  header.writeInt32LE(request.readInt32LE(4), 8);
  header.writeInt32LE(message, 12);
  return Buffer.concat([header, body]);
}
