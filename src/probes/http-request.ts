import { z } from 'zod';
import type { PartContext } from '../config/kind.ts';
import { duration, template } from '../config/scalars.ts';
import { UserError } from '../errors.ts';
import type { Unknown } from '../hop/observation.ts';
import { ProxyFailure } from '../http.ts';

/** A request as a product definition or a configuration writes it. */
export const requestKeys = {
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).default('GET'),
  path: template.describe("Appended to the environment's `url`."),
  headers: z
    .record(z.string(), template)
    .default({})
    .describe('`{access.<name>}` stands for a credential of the environment.'),
  body: z
    .union([z.string(), z.record(z.string(), z.json())])
    .optional()
    .describe('A text, or an object that is sent as JSON.'),
  timeout: duration.prefault('10s'),
};

export const requestSettings = z.strictObject(requestKeys);
export type RequestSettings = z.output<typeof requestSettings>;

/** An answer, or why there is none. A server that answers 500 has answered. */
export type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly url: string;
      /** Set for 401 and 403: which credential was sent, by its name. A phrase. */
      readonly refused?: string;
    }
  | { readonly kind: 'no-answer'; readonly reason: string; readonly url: string };

export async function send(settings: RequestSettings, context: PartContext, signal?: AbortSignal): Promise<Answer> {
  const fill = (text: string, key: string): string =>
    context.effects.variables.fill(text, `${context.where}.${key}`, context.placeholders);
  const url = fill(`{url}${settings.path}`, 'path');
  const headers = Object.fromEntries(
    Object.entries(settings.headers).map(([name, value]) => [name, fill(value, `headers.${name}`)]),
  );
  const json = typeof settings.body === 'object';
  const body = typeof settings.body === 'object' ? JSON.stringify(settings.body) : settings.body;
  const signals = [AbortSignal.timeout(settings.timeout), context.effects.signal, ...(signal ? [signal] : [])];
  try {
    const response = await context.effects.fetch(url, {
      method: settings.method,
      headers: { ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
      redirect: 'manual',
      signal: AbortSignal.any(signals),
      ...(body === undefined ? {} : { body }),
    });
    const { status } = response;
    const refused = status === 401 || status === 403 ? { refused: credentialsOf(settings, context) } : {};
    return { kind: 'answer', status, body: await response.text(), url: withoutCredentials(url), ...refused };
  } catch (error) {
    context.effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    if (error instanceof UserError) throw error;
    return { kind: 'no-answer', reason: reasonOf(error, settings.timeout), url: withoutCredentials(url) };
  }
}

/** Names, never values: a person has to find which one to renew. */
function credentialsOf({ path, headers, body }: RequestSettings, { placeholders }: PartContext): string {
  const written = JSON.stringify([path, headers, body ?? '']);
  const names = new Set([...written.matchAll(/\{access\.([a-z0-9-]+)\}/g)].flatMap(([, name]) => name ?? []));
  if (names.size === 0) return 'no credential was sent';
  const { environment } = placeholders;
  const place = environment === undefined ? 'access' : `environments.${environment}.access`;
  return `the credential ${[...names].map((name) => `"${place}.${name}"`).join(' and ')} was not accepted`;
}

/** Why an answer with another status than the right one tells nothing; for a refused one, which credential it was. */
export function wrongStatus({ url, status, refused }: Extract<Answer, { kind: 'answer' }>): Unknown {
  const reason = `${url} answered ${status}`;
  return refused === undefined
    ? { kind: 'unknown', reason }
    : { kind: 'unknown', reason: `${reason}: ${refused}`, refused: true };
}

/** Node's fetch says "fetch failed" and hides why in the cause. */
function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ProxyFailure) return error.message;
  if (error.name === 'TimeoutError') return `no answer within ${timeout / 1000} s`;
  const cause = error.cause;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

function withoutCredentials(url: string): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  shown.search = '';
  return shown.toString();
}
