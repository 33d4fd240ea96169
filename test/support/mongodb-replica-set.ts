import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { BSON } from 'mongodb';
import { z } from 'zod';

/*
 * A replica set that speaks MongoDB's protocol and answers as MongoDB documents it: what it is, how its members are, and how
 * its data is kept. Nothing is stored in it. Its state is a file, which a deploy changes from outside.
 * https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 */

const state = z.object({
  /** By member. */
  versions: z.array(z.string()),
  states: z.array(z.string()),
  /** Seconds behind the primary, by member. */
  lag: z.array(z.number()),
  compatibility: z.string(),
  /** Set while it moves there; how many more requests that takes. */
  target: z.string().optional(),
  left: z.number().default(0),
  /** Of the one view that each database has, what its documents match. */
  view: z.object({ pattern: z.string(), options: z.string() }).optional(),
  /** What it was asked to set. */
  asked: z.array(z.record(z.string(), z.unknown())).default([]),
});
export type SetState = z.input<typeof state>;

export interface ReplicaSet extends AsyncDisposable {
  readonly url: string;
  change(changes: Partial<SetState>): Promise<void>;
  state(): Promise<z.output<typeof state>>;
}

export async function startReplicaSet(file: string, version: string, members = 3): Promise<ReplicaSet> {
  const read = async () => state.parse(JSON.parse(await readFile(file, 'utf8')));
  let turn = Promise.resolve();
  // One at a time, and completely: members ask at the same time.
  const change = async (changes: Partial<SetState>): Promise<void> => {
    turn = turn.then(async () => {
      const now = await read();
      await writeFile(`${file}.new`, JSON.stringify({ ...now, ...changes }));
      await rename(`${file}.new`, file);
    });
    await turn;
  };
  await writeFile(
    file,
    JSON.stringify({
      versions: Array.from({ length: members }, () => version),
      states: Array.from({ length: members }, (_, index) => (index === 0 ? 'PRIMARY' : 'SECONDARY')),
      lag: Array.from({ length: members }, () => 0),
      compatibility: version.split('.').slice(0, 2).join('.'),
    }),
  );
  const sockets = new Set<Socket>();
  const hosts: string[] = [];
  const servers = Array.from({ length: members }, (_, member) =>
    createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
      converse(socket, (command) => answer(command, { member, hosts, read, change }));
    }),
  );
  for (const server of servers) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address !== null && typeof address === 'object') hosts.push(`127.0.0.1:${address.port}`);
  }
  return {
    url: `mongodb://${hosts.join(',')}/?replicaSet=rs0`,
    change,
    state: read,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      for (const server of servers) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Member {
  readonly member: number;
  readonly hosts: readonly string[];
  read(): Promise<z.output<typeof state>>;
  change(changes: Partial<SetState>): Promise<void>;
}

async function answer(command: BSON.Document, { member, hosts, read, change }: Member): Promise<BSON.Document> {
  const now = await read();
  const [name = ''] = Object.keys(command);
  const primary = now.states.indexOf('PRIMARY');
  switch (name) {
    case 'hello':
    case 'ismaster':
    case 'isMaster':
      return {
        ...{ ismaster: member === primary, isWritablePrimary: member === primary, secondary: member !== primary },
        ...{ helloOk: true, setName: 'rs0', setVersion: 1, hosts, primary: hosts[primary], me: hosts[member] },
        ...{ maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 },
        ...{ localTime: new Date(), minWireVersion: 0, maxWireVersion: 25, readOnly: false, ok: 1 },
      };
    case 'buildInfo':
      return { version: now.versions[member], ok: 1 };
    case 'listCollections': {
      const { pattern = '', options = '' } = now.view ?? {};
      const pipeline = [{ $match: { name: new BSON.BSONRegExp(pattern, options) } }];
      const view = { name: 'named', type: 'view', options: { viewOn: 'devices', pipeline } };
      return { cursor: { id: new BSON.Long(0), ns: 'records.$cmd.listCollections', firstBatch: [view] }, ok: 1 };
    }
    case 'replSetGetStatus': {
      const at = Date.now();
      const members = hosts.map((host, index) => ({
        ...{ name: host, stateStr: now.states[index], self: index === member },
        optimeDate: new Date(at - (now.lag[index] ?? 0) * 1000),
      }));
      return { set: 'rs0', members, ok: 1 };
    }
    case 'getParameter': {
      if (now.target !== undefined && now.left > 0) await change({ left: now.left - 1 });
      else if (now.target !== undefined) await change({ compatibility: now.target, target: undefined });
      const { compatibility, target } = await read();
      const version = { version: compatibility, ...(target === undefined ? {} : { targetVersion: target }) };
      return { featureCompatibilityVersion: version, ok: 1 };
    }
    case 'setFeatureCompatibilityVersion': {
      const { setFeatureCompatibilityVersion: target, confirm } = command;
      await change({ asked: [...now.asked, { target, ...(confirm === undefined ? {} : { confirm }) }] });
      const major = Number.parseInt(now.versions[primary] ?? '', 10);
      if (major >= 7 && confirm !== true) return { ok: 0, code: 7_369_100, errmsg: 'run again with confirm: true' };
      if (major < 7 && confirm !== undefined) return { ok: 0, code: 40_415, errmsg: "unknown field 'confirm'" };
      await change({ target: String(target), left: 1 });
      return { ok: 1 };
    }
    case 'endSessions':
    case 'ping':
      return { ok: 1 };
    default:
      return { ok: 0, code: 59, codeName: 'CommandNotFound', errmsg: `no such command: '${name}'` };
  }
}

const [reply, query, message] = [1, 2004, 2013];

function converse(socket: Socket, respond: (command: BSON.Document) => Promise<BSON.Document>): void {
  let pending = Buffer.alloc(0);
  let turn = Promise.resolve();
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 16 && pending.length >= pending.readInt32LE(0)) {
      const request = pending.subarray(0, pending.readInt32LE(0));
      pending = pending.subarray(request.length);
      turn = turn.then(async () => {
        const id = request.readInt32LE(4);
        const isQuery = request.readInt32LE(12) === query;
        // A query names its collection before its document; a message has flags and the kind of its section.
        const at = isQuery ? request.indexOf(0, 20) + 9 : 21;
        const document = request.subarray(at, at + request.readInt32LE(at));
        const answered = Buffer.from(BSON.serialize(await respond(BSON.deserialize(document))));
        const before = isQuery ? Buffer.alloc(20) : Buffer.alloc(5);
        if (isQuery) before.writeInt32LE(1, 16);
        const header = Buffer.alloc(16);
        header.writeInt32LE(16 + before.length + answered.length, 0);
        header.writeInt32LE(id, 8);
        header.writeInt32LE(isQuery ? reply : message, 12);
        if (!socket.destroyed) socket.write(Buffer.concat([header, before, answered]));
      });
    }
  });
}
