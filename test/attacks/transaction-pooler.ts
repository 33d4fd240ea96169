import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { loggedIn, type PoolerTarget, readStart, welcome } from './pooler.ts';

/** Which of its free sessions a pooler uses next: the most recently returned one (PgBouncer's way), or each in turn. */
export type Order = 'last' | 'turns';

/**
 * A transaction pooler: whoever starts a statement gets a free session of the server, and returns it when no
 * transaction is open. Sessions are separated by their start-up settings, so a setting always holds.
 */
export async function transactionPooler(
  target: PoolerTarget,
  { order, sessions }: { readonly order: Order; readonly sessions: number },
): Promise<AsyncDisposable & { readonly port: number }> {
  const open = new Set<Socket>();
  const pools = new Map<string, Promise<Socket[]>>();
  const poolOf = (options: string): Promise<Socket[]> => {
    const known = pools.get(options);
    if (known !== undefined) return known;
    const made = Promise.all(Array.from({ length: sessions }, () => loggedIn(target, options, open)));
    pools.set(options, made);
    return made;
  };

  async function serve(near: Socket): Promise<void> {
    const start = await readStart(near);
    const pool = await poolOf(start.options);
    near.write(welcome());
    let far: Socket | undefined;
    const take = async (): Promise<Socket> => {
      for (;;) {
        const free = order === 'last' ? pool.pop() : pool.shift();
        if (free !== undefined) return free;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const give = (session: Socket): void => {
      session.removeAllListeners('data');
      far = undefined;
      pool.push(session);
    };
    let pending = start.rest;
    let working = Promise.resolve();
    const pass = async (): Promise<void> => {
      for (const [type, whole] of messagesOf()) {
        if (type === 'X') return void near.end();
        if (far === undefined) {
          const session = await take();
          far = session;
          let answered = Buffer.alloc(0);
          session.on('data', (chunk: Buffer) => {
            near.write(chunk);
            answered = Buffer.concat([answered, chunk]);
            while (answered.length >= 5 && answered.length >= answered.readInt32BE(1) + 1) {
              const length = answered.readInt32BE(1) + 1;
              const isInactive = answered.toString('latin1', 0, 1) === 'Z' && answered.toString('latin1', 5, 6) === 'I';
              answered = answered.subarray(length);
              if (isInactive) give(session);
            }
          });
        }
        far.write(whole);
      }
    };
    function* messagesOf(): Generator<readonly [string, Buffer]> {
      while (pending.length >= 5 && pending.length >= pending.readInt32BE(1) + 1) {
        const length = pending.readInt32BE(1) + 1;
        const whole = pending.subarray(0, length);
        pending = pending.subarray(length);
        yield [whole.toString('latin1', 0, 1), whole];
      }
    }
    near.on('data', (chunk: Buffer) => {
      working = working.then(() => {
        pending = Buffer.concat([pending, chunk]);
        return pass();
      });
    });
    await pass();
  }

  const server = createServer((near) => {
    open.add(near);
    near.on('error', () => undefined).on('close', () => open.delete(near));
    void serve(near).catch(() => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the pooler has no port');
  return {
    port: address.port,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
