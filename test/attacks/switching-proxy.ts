import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Leads the first connections to one server and all later ones to another, like a proxy whose target changes. */
export interface SwitchingProxy extends AsyncDisposable {
  readonly port: number;
  /** From now on, this many more connections go to the first server. */
  switchAfter(connections: number): void;
  /** Since `switchAfter`, in total. */
  readonly connections: number;
}

export async function switchingProxy(first: number, second: number): Promise<SwitchingProxy> {
  let left = Number.POSITIVE_INFINITY;
  let seen = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    seen++;
    const far = connect(left-- > 0 ? first : second, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    switchAfter: (connections) => {
      left = connections;
      seen = 0;
    },
    get connections() {
      return seen;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
