import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  /** Instead of it: what was uploaded. */
  readonly content?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (json: unknown): Answer => ({ status: 200, json });

/** How the server says why. */
export function outcome(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const severity = status < 400 ? 'information' : 'error';
  const issue = [{ severity, code: status < 400 ? 'informational' : 'invalid', details: { text } }];
  return { status, json: { resourceType: 'OperationOutcome', issue }, headers };
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

export function send(response: ServerResponse, { status, json, content, headers }: Answer): void {
  if (content !== undefined) {
    response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(content);
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
}
