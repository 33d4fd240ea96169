import { text } from 'node:stream/consumers';
import { serve } from '../support/http-server.ts';

/** The channels that notify people: a webhook, and GitHub's issues. It repeats the credential that it was sent, and keeps what it received. */
export interface Listener extends AsyncDisposable {
  readonly url: string;
  /** The bodies of all requests. */
  readonly received: readonly string[];
  /** From here on it answers every request with a failure. */
  fail(): void;
}

export async function listener(): Promise<Listener> {
  const received: string[] = [];
  let isFailing = false;
  const server = await serve(async (request, response) => {
    const body = await text(request);
    received.push(body);
    const { authorization: said = '' } = request.headers;
    const send = (status: number, answer: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-echo': said });
      response.end(JSON.stringify(answer));
    };
    if (isFailing) send(422, { message: `${said} ${request.url} ${body}` });
    else if (request.method === 'GET') send(200, []);
    else send(201, { number: 7, html_url: `https://github.example/issues/7?${said}`, message: said });
  });
  return {
    url: server.url,
    received,
    fail: () => {
      isFailing = true;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
