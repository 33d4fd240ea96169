import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Balancer {
  readonly url: string;
  stop(): Promise<void>;
}

const rounds = 3;

/** Takes the servers behind these ports in turn, and asks another one where a connection is refused or broken. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    for (let attempt = 0; attempt < ports.length * rounds; attempt++) {
      turn += 1;
      const answer = await ask(ports[turn % ports.length] ?? 0, incoming, Buffer.concat(chunks));
      if (answer !== undefined) {
        outgoing.writeHead(answer.status, answer.headers).end(answer.body);
        return;
      }
      if (attempt % ports.length === ports.length - 1) await pause(50);
    }
    outgoing.writeHead(502).end('no server answers');
  };
  const proxy = createServer((incoming, outgoing) => void pass(incoming, outgoing).catch(() => outgoing.destroy()));
  // A connection that is kept must not end just when the next request is sent.
  proxy.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const place = proxy.address();
  return {
    url: `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}`,
    stop: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

async function ask(port: number, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer | undefined> {
  return await new Promise((resolve) => {
    const asked = request(
      { host: '127.0.0.1', port, method, path: url, headers, agent: false, timeout: 60_000 },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve(undefined));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 502,
            headers: { 'content-type': response.headers['content-type'] ?? 'application/json' },
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end(body);
  });
}
