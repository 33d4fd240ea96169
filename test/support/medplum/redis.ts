import { createServer, type Socket } from 'node:net';

/** The few commands of Redis that are needed here, over its protocol: what a server keeps outside its database. */
export interface TestRedis {
  readonly port: number;
  keys(db?: number): readonly string[];
  stop(): Promise<void>;
}

type Value = string | Map<string, string>;
type Answer = string | number | null | readonly Answer[];

export async function startRedis(): Promise<TestRedis> {
  const databases = new Map<number, Map<string, Value>>();
  const database = (number: number): Map<string, Value> => {
    const found = databases.get(number) ?? new Map<string, Value>();
    databases.set(number, found);
    return found;
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
    let db = 0;
    let rest = Buffer.alloc(0);
    socket.on('data', (data) => {
      rest = Buffer.concat([rest, data]);
      for (let read = readCommand(rest); read !== undefined; read = readCommand(rest)) {
        rest = rest.subarray(read.end);
        const [name = '', ...args] = read.words;
        if (name.toUpperCase() === 'SELECT') db = Number(args[0]);
        socket.write(encode(answer(name.toUpperCase(), args, database(db), databases)));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    keys: (db = 0) => [...database(db).keys()],
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function answer(
  name: string,
  args: readonly string[],
  keys: Map<string, Value>,
  all: Map<number, Map<string, Value>>,
): Answer {
  const [key = '', field = '', value = ''] = args;
  const found = keys.get(key);
  switch (name) {
    case 'PING':
      return 'PONG';
    case 'SELECT':
    case 'AUTH':
      return 'OK';
    case 'SET':
      keys.set(key, field);
      return 'OK';
    case 'GET':
      return typeof found === 'string' ? found : null;
    case 'DEL':
      return args.filter((each) => keys.delete(each)).length;
    case 'HSET': {
      const hash = found instanceof Map ? found : new Map<string, string>();
      keys.set(key, hash.set(field, value));
      return 1;
    }
    case 'HSETNX': {
      const hash = found instanceof Map ? found : new Map<string, string>();
      if (hash.has(field)) return 0;
      keys.set(key, hash.set(field, value));
      return 1;
    }
    case 'HDEL':
      return found instanceof Map && found.delete(field) ? 1 : 0;
    case 'HGETALL':
      return found instanceof Map ? [...found].flat() : [];
    case 'FLUSHDB':
      keys.clear();
      return 'OK';
    case 'FLUSHALL':
      for (const each of all.values()) each.clear();
      return 'OK';
    default:
      throw new Error(`this Redis does not know ${name}`);
  }
}

function readCommand(data: Buffer): { readonly words: readonly string[]; readonly end: number } | undefined {
  const text = data.toString('latin1');
  const head = /^\*(\d+)\r\n/.exec(text);
  if (head === null) return undefined;
  let end = head[0].length;
  const words: string[] = [];
  for (let left = Number(head[1]); left > 0; left--) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(end));
    if (size === null) return undefined;
    const start = end + size[0].length;
    end = start + Number(size[1]) + 2;
    if (data.length < end) return undefined;
    words.push(data.toString('utf8', start, end - 2));
  }
  return { words, end };
}

function encode(value: Answer): string {
  if (value === null) return '$-1\r\n';
  if (typeof value === 'number') return `:${value}\r\n`;
  if (typeof value === 'string') return `$${Buffer.byteLength(value)}\r\n${value}\r\n`;
  return `*${value.length}\r\n${value.map(encode).join('')}`;
}
