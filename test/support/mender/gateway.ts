import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as ask } from 'node:http';

/** The gateway, which knows nothing itself: what is behind it answers, or 502. */
export function forward(request: IncomingMessage, response: ServerResponse, to: string): void {
  const onward = ask(
    new URL(request.url ?? '/', to),
    { method: request.method, headers: request.headers, agent: false },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(502);
    response.end('Bad Gateway');
  });
  request.pipe(onward);
}
