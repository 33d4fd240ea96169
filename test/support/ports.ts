import { createSocket, type Socket } from 'node:dgram';
import { createServer } from 'node:net';

/** Below the ports that the system assigns: otherwise another test's listener, or the end of a connection, might have one. */
const [first, last] = [20_000, 32_000];

/** A port at which nothing listens, and which no other test gets as long as this process runs. */
export async function freePort(): Promise<number> {
  return await freeRange(1);
}

/** The first of so many ports that follow each other. */
export async function freeRange(count: number): Promise<number> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const start = first + Math.floor(Math.random() * (last - first - count));
    const ports = Array.from({ length: count }, (_, index) => start + index);
    if (await areTaken(ports)) return start;
  }
  throw new Error(`no ${count} free ports follow each other`);
}

async function areTaken(ports: readonly number[]): Promise<boolean> {
  const held: Socket[] = [];
  for (const port of ports) {
    const socket = await hold(port);
    if (socket !== undefined) held.push(socket);
    if (socket === undefined || !(await isFree(port))) {
      for (const each of held) each.close();
      return false;
    }
  }
  return true;
}

/**
 * Reserves the port for UDP, which servers of tests do not use: until one of them listens, and while it is replaced, another
 * test that tries the same finds it taken. The system frees it when this process ends, however it ends.
 */
async function hold(port: number): Promise<Socket | undefined> {
  const socket = createSocket('udp4');
  socket.unref();
  return await new Promise((resolve) => {
    socket.once('error', () => socket.close(() => resolve(undefined)));
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => resolve(socket));
  });
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
