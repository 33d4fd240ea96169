import { connect, type Socket } from 'node:net';

/** Asks a Redis; the answers come in the order of the commands. */
export interface RedisClient {
  ask(...words: readonly string[]): Promise<string>;
  hash(key: string): Promise<ReadonlyMap<string, string>>;
  end(): void;
}

interface Waiting {
  resolve(words: readonly string[]): void;
  reject(error: Error): void;
}

export async function connectRedis({
  host,
  port,
  db,
}: {
  host: string;
  port: number;
  db: number;
}): Promise<RedisClient> {
  const socket = connect(port, host);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const send = answersOf(socket);
  await send(['SELECT', String(db)]);
  return {
    ask: async (...words) => (await send(words))[0] ?? '',
    hash: async (key) => {
      const words = await send(['HGETALL', key]);
      return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [])));
    },
    end: () => socket.destroy(),
  };
}

function answersOf(socket: Socket): (words: readonly string[]) => Promise<readonly string[]> {
  const waiting: Waiting[] = [];
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    rest += text;
    for (let read = readAnswer(rest); read !== undefined; read = readAnswer(rest)) {
      rest = rest.slice(read.length);
      waiting.shift()?.resolve(read.words);
    }
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    for (const each of waiting.splice(0)) each.reject(new Error('the connection to Redis was lost'));
  });
  return (words) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      const body = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('');
      socket.write(`*${words.length}\r\n${body}`);
    });
}

/** All that is kept there is written in ASCII, so that lengths in bytes are lengths in characters. */
function readAnswer(text: string): { readonly words: readonly string[]; readonly length: number } | undefined {
  const head = /^([$*:])(-?\d+)\r\n/.exec(text);
  if (head === null) return undefined;
  const [line, kind, count] = [head[0], head[1], Number(head[2])];
  if (kind === ':') return { words: [String(count)], length: line.length };
  if (kind === '$') {
    const length = count < 0 ? line.length : line.length + count + 2;
    return text.length < length
      ? undefined
      : { words: count < 0 ? [] : [text.slice(line.length, line.length + count)], length };
  }
  const words: string[] = [];
  let length = line.length;
  for (let left = count; left > 0; left--) {
    const read = readAnswer(text.slice(length));
    if (read === undefined) return undefined;
    words.push(...read.words);
    length += read.length;
  }
  return { words, length };
}
