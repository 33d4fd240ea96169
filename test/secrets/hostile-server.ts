import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve, type TestServer } from '../support/http-server.ts';

/** A server with the interface of the sample that repeats, wherever it can, the credential that it was sent. */
export interface HostileServer extends AsyncDisposable {
  readonly url: string;
  /** From here on it answers every request with a failure. */
  fail(): void;
}

export async function hostileServer(): Promise<HostileServer> {
  let version = '1.0.2';
  let applied = 'm0';
  let isFailing = false;
  let isStopped = false;
  let said = '';
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    said = request.headers.authorization ?? said;
    const echo = { 'x-echo': said, 'www-authenticate': said };
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, said === '' ? 'echo' : said, { 'content-type': 'application/json', ...echo });
      response.end(JSON.stringify({ ...Object(body), echo: said, again: encodeURIComponent(said) }));
    };
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://server');
    if (pathname === '/stopped') {
      isStopped = true;
      send(200, {});
      return;
    }
    if (pathname === '/deployed') {
      isStopped = false;
      version = searchParams.get('version') ?? version;
      send(200, {});
      return;
    }
    if (isStopped) {
      request.socket.destroy();
      return;
    }
    if (isFailing) {
      send(500, { version: said, state: said, error: said, current: said, applied: said });
      return;
    }
    const isPending = version !== '1.0.2' && applied === 'm0';
    if (pathname === '/migrations/start') applied = 'm1';
    const answers: Readonly<Record<string, () => void>> = {
      '/health': () => send(200, { ok: true }),
      '/version': () => send(200, { version }),
      '/migrations': () =>
        send(200, { state: isPending ? 'pending' : 'done', current: `m1 of ${said}`, applied, jobs: [] }),
      '/migrations/start': () => send(isPending ? 202 : 200, {}),
      '/records/verify': () => send(200, { ok: true, damaged: 0 }),
      '/records': () => send(request.headers.authorization === undefined ? 401 : 200, {}),
    };
    (answers[pathname] ?? (() => send(404, {})))();
  };
  const server: TestServer = await serve(answer);
  return {
    url: server.url,
    fail: () => {
      isFailing = true;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
