import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { MongoClient } from 'mongodb';
import type { Storage } from './presign.ts';

/** What a service works with. */
export interface Installation {
  readonly client: MongoClient;
  /** With which tokens are made. */
  readonly key: string;
  readonly storage: Storage;
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call extends Installation {
  readonly request: IncomingMessage;
  readonly url: URL;
  /** What the pattern of the route names. */
  readonly named: Readonly<Record<string, string>>;
}

type Route = readonly [pattern: string, handle: (call: Call) => Promise<Answer>];
export type Routes = readonly Route[];

/** `GET /devices/:id` and what answers it; undefined where nothing does. */
export async function routed(
  routes: Routes,
  request: IncomingMessage,
  installation: Installation,
): Promise<Answer | undefined> {
  const url = new URL(request.url ?? '/', 'http://mender');
  for (const [pattern, handle] of routes) {
    const expression = new RegExp(`^${pattern.replaceAll(/:(\w+)/g, '(?<$1>[^/ ]+)')}$`);
    const found = expression.exec(`${request.method} ${url.pathname}`);
    if (found === null) continue;
    const isOpen = /(?:\/login|\/auth_requests|GET \/status)$/.test(pattern) || pattern.includes('/internal/');
    const isKnown = request.headers.authorization === `Bearer ${tokenFor('user', installation.key)}`;
    if (!isOpen && !isKnown) return { status: 401, json: { error: 'unauthorized' } };
    return await handle({ ...installation, request, url, named: { ...found.groups } });
  }
  return undefined;
}

export function tokenFor(whom: string, key: string): string {
  return createHmac('sha256', key).update(whom).digest('hex');
}

export async function bodyOf({ request }: Call): Promise<Buffer> {
  return await buffer(request);
}
