import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Addresses of this machine that replicas may have: one more than run while they are replaced, and one spare. */
export const replicaAddresses = ['127.0.0.11', '127.0.0.12', '127.0.0.13', '127.0.0.14'] as const;

export interface Proxy {
  stop(): Promise<void>;
}

/**
 * In front of the replicas, like a load balancer: uses them in turn, and asks another one if a connection is refused, or is
 * broken before an answer to a request that may be repeated.
 */
export async function startProxy(port: number): Promise<Proxy> {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await bodyOf(incoming);
      for (let attempt = 0; attempt < 5 * replicaAddresses.length; attempt++) {
        const host = replicaAddresses[turn++ % replicaAddresses.length] ?? '';
        if ((await passOn({ host, port, incoming, body, outgoing })) === 'done') return;
        if (attempt % replicaAddresses.length === 3) await pause(50);
      }
      outgoing.writeHead(502).end('no replica answers');
    })();
  });
  // A connection that is kept must not end just when the next request is sent.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  incoming.on('data', (part: Buffer) => parts.push(part));
  await once(incoming, 'end');
  return Buffer.concat(parts);
}

interface Passing {
  readonly host: string;
  readonly port: number;
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
  readonly outgoing: ServerResponse;
}

function passOn({ host, port, incoming, body, outgoing }: Passing): Promise<'done' | 'another'> {
  const { method = 'GET', url = '/', headers } = incoming;
  return new Promise((resolve) => {
    const asked = request({ host, port, method, path: url, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', () => resolve('another'));
      response.on('end', () => {
        outgoing.writeHead(response.statusCode ?? 502, response.headers).end(Buffer.concat(parts));
        resolve('done');
      });
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || method === 'GET') return resolve('another');
      outgoing.writeHead(502).end('the connection was broken');
      resolve('done');
    });
    asked.end(body);
  });
}

export interface Visitors {
  /** Ends it. How many requests each release has answered, and what went wrong with others. */
  stop(): Promise<{ readonly answered: ReadonlyMap<string, number>; readonly failed: readonly string[] }>;
}

/** People who send requests the whole time, for the version and for a resource. */
export function startVisitors(address: string, authorization: string): Visitors {
  const answered = new Map<string, number>();
  const failed: string[] = [];
  let ended = false;
  const ask = async (path: string): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, { headers: { authorization } });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return await response.json();
  };
  const asking = (async () => {
    // Once more at the end: what is there then was seen by somebody.
    for (let isLast = false; !isLast; ) {
      isLast = ended;
      try {
        const health = await ask('/healthcheck');
        const version = /"version":"([\d.]+)/.exec(JSON.stringify(health))?.[1] ?? 'none';
        answered.set(version, (answered.get(version) ?? 0) + 1);
        await ask('/fhir/R4/Patient?_summary=count&_total=accurate');
      } catch (error) {
        failed.push(`${new Date().toISOString()} ${String(error)}`);
      }
      await pause(50);
    }
  })();
  return {
    stop: async () => {
      ended = true;
      await asking;
      return { answered, failed };
    },
  };
}
