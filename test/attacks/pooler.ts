import { once } from 'node:events';
import { createServer, Socket } from 'node:net';
import pg from 'pg';

export interface PoolerTarget {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/**
 * Like PgBouncer: it logs in to the server itself, and with "ignore_startup_parameters = options" a client's start-up
 * settings never reach the server. Its target can be changed, between connections or, with transaction pooling,
 * between two statements of one.
 */
export interface Pooler extends AsyncDisposable {
  readonly port: number;
  /** From now on, this many more connections go to the first target. */
  switchAfterConnections(count: number): void;
  /** From now on, only this many statements of the third connection, which is the one that empties, go to the first target. */
  switchAfterStatements(count: number): void;
}

export async function pooler(
  first: PoolerTarget,
  second: PoolerTarget,
  { passesOptions }: { readonly passesOptions: boolean },
): Promise<Pooler> {
  let connections = Number.POSITIVE_INFINITY;
  let statements = Number.POSITIVE_INFINITY;
  let opened = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    open.add(near);
    near.on('error', () => undefined).on('close', () => open.delete(near));
    const target = connections-- > 0 ? first : second;
    void serve(near, target, ++opened === 3).catch(() => near.destroy());
  });

  async function serve(near: Socket, target: PoolerTarget, isWatched: boolean): Promise<void> {
    let far: Socket | undefined;
    let options = '';
    let led = target;
    let pending = Buffer.alloc(0);
    let started = false;
    let waiting: Promise<void> = Promise.resolve();
    const logIn = async (): Promise<Socket> => {
      const from = await loggedIn(led, options, open);
      far = from;
      from.on('data', (chunk) => near.write(chunk)).on('close', () => from === far && near.destroy());
      return from;
    };
    near.on('close', () => far?.destroy());
    near.on('data', (chunk: Buffer) => {
      near.pause();
      waiting = waiting.then(() => take(chunk)).finally(() => near.resume());
    });
    const take = async (chunk: Buffer): Promise<void> => {
      pending = Buffer.concat([pending, chunk]);
      if (!started) {
        if (pending.length < 8 || pending.length < pending.readInt32BE(0)) return;
        const length = pending.readInt32BE(0);
        const code = pending.readInt32BE(4);
        const settings = pending.toString('utf8', 8, length).split('\0');
        pending = pending.subarray(length);
        if (code === 80877103) {
          near.write('N');
          return;
        }
        started = true;
        const place = settings.indexOf('options');
        if (passesOptions && place !== -1) options = settings[place + 1] ?? '';
        try {
          await logIn();
        } catch {
          near.destroy();
          return;
        }
        near.write(welcome());
      }
      while (pending.length >= 5 && pending.length >= pending.readInt32BE(1) + 1) {
        const length = pending.readInt32BE(1) + 1;
        const type = String.fromCharCode(pending.readUInt8(0));
        const whole = pending.subarray(0, length);
        pending = pending.subarray(length);
        if (type === 'X') {
          far?.destroy();
          return;
        }
        if (type === 'Q' || type === 'P') {
          if (isWatched && led === first && statements-- <= 0) {
            far?.removeAllListeners().destroy();
            led = second;
            // The second one does not know the client's settings, like a pooler that resets its sessions.
            options = '';
            await logIn();
          }
        }
        far?.write(whole);
      }
    };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the pooler has no port');
  return {
    port: address.port,
    switchAfterConnections: (count) => {
      connections = count;
      statements = Number.POSITIVE_INFINITY;
      opened = 0;
    },
    switchAfterStatements: (count) => {
      connections = Number.POSITIVE_INFINITY;
      statements = count;
      opened = 0;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A session of the server, past its login, whose messages belong to whoever listens. */
export async function loggedIn(
  { port, user, password, database }: PoolerTarget,
  options: string,
  open: Set<Socket>,
): Promise<Socket> {
  const stream = new Socket();
  const client = new pg.Client({ host: '127.0.0.1', port, user, password, database, options, stream: () => stream });
  await client.connect();
  stream.removeAllListeners();
  stream.on('error', () => undefined);
  open.add(stream);
  stream.resume();
  return stream;
}

/** AuthenticationOk, the settings that clients ask about, BackendKeyData, ReadyForQuery. */
export function welcome(): Buffer {
  return Buffer.concat([
    message('R', Buffer.from([0, 0, 0, 0])),
    ...[
      ['server_version', '15.0'],
      ['server_encoding', 'UTF8'],
      ['client_encoding', 'UTF8'],
      ['standard_conforming_strings', 'on'],
      ['integer_datetimes', 'on'],
    ].map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`))),
    message('K', Buffer.alloc(8)),
    message('Z', Buffer.from('I')),
  ]);
}

/** A client's start-up message, without encryption. */
export async function readStart(near: Socket): Promise<{ readonly options: string; readonly rest: Buffer }> {
  let pending = Buffer.alloc(0);
  for await (const chunk of near.iterator({ destroyOnReturn: false })) {
    pending = Buffer.concat([pending, chunk]);
    if (pending.length < 8 || pending.length < pending.readInt32BE(0)) continue;
    const length = pending.readInt32BE(0);
    const settings = pending.toString('utf8', 8, length).split('\0');
    const place = settings.indexOf('options');
    return { options: place === -1 ? '' : (settings[place + 1] ?? ''), rest: pending.subarray(length) };
  }
  throw new Error('the client left');
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
