import { createServer, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Trial } from './trial.ts';

/** What people's requests meet: a proxy in front of the replicas, and somebody who sends requests all the time. */
export interface Load {
  /** How often this text was answered so far. */
  answered(text: RegExp): number;
  /** Ends it. What was answered, and what was not. */
  stop(): Promise<{ readonly answers: ReadonlyMap<string, number>; readonly failed: readonly string[] }>;
}

/**
 * Like a proxy that reads the engine: it uses the replicas in turn, and asks another one if a connection is
 * refused or broken. A request fails if none of them answers.
 */
export async function startLoad(
  trial: Trial,
  service: string,
  { port: own = 8080, path = '/index.html' } = {},
): Promise<Load> {
  let backends: readonly string[] = (await trial.containers(service)).map(({ address }) => address);
  let ended = false;
  let turn = 0;
  const watching = (async () => {
    while (!ended) {
      await pause(100);
      const now = await trial.containers(service);
      backends = now.map(({ address }) => address).filter((address) => address !== '');
    }
  })();
  const proxy = createServer((_incoming, outgoing) => {
    void (async () => {
      for (let attempt = 0; attempt < 6; attempt += 1) {
        turn += 1;
        const address = backends[turn % Math.max(backends.length, 1)];
        const answer = address === undefined ? undefined : await ask({ host: address, port: own, path, timeout: 5000 });
        if (answer !== undefined) {
          outgoing.end(answer);
          return;
        }
        await pause(30);
      }
      outgoing.writeHead(502).end('no replica answers');
    })();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const place = proxy.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  const answers = new Map<string, number>();
  const failed: string[] = [];
  const asking = (async () => {
    while (!ended) {
      const answer = await ask({ host: '127.0.0.1', port, path, timeout: 120_000 });
      if (answer === undefined || answer === 'no replica answers') failed.push(answer ?? 'no answer');
      else answers.set(answer, (answers.get(answer) ?? 0) + 1);
      await pause(10);
    }
  })();
  return {
    answered: (text) => [...answers].reduce((sum, [answer, times]) => sum + (text.test(answer) ? times : 0), 0),
    stop: async () => {
      ended = true;
      await Promise.all([watching, asking]);
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      return { answers, failed };
    },
  };
}

/** The answered text; undefined for anything else, and if nothing comes in time: an address whose replica is gone is silent. */
async function ask(asking: { host: string; port: number; path: string; timeout: number }): Promise<string | undefined> {
  return await new Promise((resolve) => {
    const asked = request({ ...asking, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve(response.statusCode === 200 ? text : response.statusCode === 502 ? text : undefined),
      );
      response.on('error', () => resolve(undefined));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}
