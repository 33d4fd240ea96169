import { z } from 'zod';
import { UserError } from '../../../core/messages/errors.ts';
import type { Unknown } from '../../../core/model/observation.ts';
import { duration, headerName, template } from '../../../core/settings/scalars.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { textOf } from '../json-value.ts';
import { reasonOf, withoutCredentials } from '../no-answer.ts';
import { ownConnection } from '../own-connection.ts';
import { type NoToken, withTokens } from '../tokens.ts';
import { answerPlaceholders, type Earlier, filledBody, forAddress, textsOf } from './fill.ts';

/** One request as written in a product definition or a configuration. */
export const requestKeys = {
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).default('GET'),
  path: template.describe("Appended to the environment's `url`."),
  headers: z
    .record(headerName, template)
    .default({})
    .describe(
      '`{access.<name>}` stands for a credential of the environment, and `{access.<name>.header}` for the whole value of `Authorization`, whatever the kind of credential.',
    ),
  body: z
    .union([z.string(), z.record(z.string(), z.json())])
    .optional()
    .describe(
      'A text, or a mapping that is sent as JSON. `{access.<name>}` and `{answers.<name>.<path>}` are filled in; any other brace stays as it is.',
    ),
  graphql: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A GraphQL query, sent by POST instead of `body`. The `data` of the response is read; a response with `errors` is rejected.',
    ),
  variables: z.record(z.string(), z.json()).optional().describe('The variables of that query, filled in as in `body`.'),
  content: z.enum(['json', 'form']).default('json').describe('How a `body` that is a mapping is sent.'),
  timeout: duration.prefault('10s'),
};

/** For what another server than the environment's reports, such as one that collects metrics. */
export const elsewhereKeys = {
  url: template
    .optional()
    .describe("An address instead of the environment's `url`, such as that of Prometheus; `path` is appended to it."),
};

export const requestSettings = z.strictObject(requestKeys);
export type RequestSettings = z.output<typeof requestSettings> & { readonly url?: string | undefined };

/** An answer, or why there is none. A server that answers 500 has answered. */
export type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly url: string;
      readonly headers: Headers;
      /** Until its body was read. */
      readonly milliseconds: number;
      /** Set for 401 and 403: which credential was sent, by its name. A phrase. */
      readonly refused?: string;
    }
  | {
      readonly kind: 'no-answer';
      readonly reason: string;
      readonly url: string;
      /** It needs a token, and the token server refuses to issue one. */
      readonly refused?: true;
    };

/** What a request has besides its settings. */
export interface RequestExtras {
  /** Instead of the path in the settings: a further page on the same server. */
  readonly at?: URL;
  readonly earlier?: Earlier;
}

/** A token that is not accepted is renewed once, and the request is repeated: a 401 has done nothing. */
export async function send(
  settings: RequestSettings,
  context: PartContext,
  signal?: AbortSignal,
  further: RequestExtras = {},
): Promise<Answer> {
  const ready = await withTokens(textsOf(settings), context);
  signal?.throwIfAborted();
  if (ready.kind === 'no-token') return withoutToken(ready, context);
  const answer = await sendOnce(settings, ready.context, signal, further);
  if (answer.kind === 'no-answer') return answer;
  if (answer.status !== 401) {
    ready.accepted();
    return answer;
  }
  const renewed = await ready.renewed();
  if (renewed === undefined) return answer;
  if (renewed.kind === 'no-token') return withoutToken(renewed, context);
  const again = await sendOnce(settings, renewed.context, signal, further);
  if (again.kind === 'answer' && again.status !== 401) renewed.accepted();
  return again;
}

function withoutToken({ reason, refused }: NoToken, { placeholders }: PartContext): Answer {
  const url = withoutCredentials(placeholders.url ?? '');
  return { kind: 'no-answer', reason, url, ...(refused ? { refused } : {}) };
}

async function sendOnce(
  settings: RequestSettings,
  opened: PartContext,
  signal: AbortSignal | undefined,
  { at, earlier = {} }: RequestExtras,
): Promise<Answer> {
  const answers = answerPlaceholders(settings, earlier);
  if (answers.kind === 'missing')
    return { kind: 'no-answer', reason: answers.reason, url: withoutCredentials(opened.placeholders.url ?? '') };
  const context = { ...opened, placeholders: { ...opened.placeholders, ...answers.values } };
  const fill = (text: string, key: string, placeholders = context.placeholders): string =>
    context.effects.variables.fill(text, `${context.where}.${key}`, placeholders);
  const inAddress = { ...opened.placeholders, ...forAddress(answers.values) };
  const base = settings.url === undefined ? '{url}' : settings.url.replace(/\/$/, '');
  const url = at?.href ?? fill(`${base}${settings.path}`, 'path', inAddress);
  const headers = Object.fromEntries(
    Object.entries(settings.headers).map(([name, value]) => [name, fill(value, `headers.${name}`)]),
  );
  const { method, sent, type } = bodyToSend(settings, earlier, context);
  const { clock } = context.effects;
  const asked = clock.now().getTime();
  const signals = [AbortSignal.timeout(settings.timeout), context.effects.signal, ...(signal ? [signal] : [])];
  try {
    const response = await context.effects.fetch(url, {
      method,
      headers: { ...ownConnection, ...type, ...headers },
      redirect: 'manual',
      signal: AbortSignal.any(signals),
      ...(sent === undefined ? {} : { body: sent }),
    });
    const { status } = response;
    const refused = status === 401 || status === 403 ? { refused: credentialsOf(settings, context) } : {};
    const body = await bodyOf(response);
    if (body === undefined) return { kind: 'no-answer', reason: tooLarge, url: withoutCredentials(url) };
    return {
      kind: 'answer',
      status,
      body,
      url: withoutCredentials(url),
      headers: response.headers,
      milliseconds: clock.now().getTime() - asked,
      ...refused,
    };
  } catch (error) {
    context.effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    if (error instanceof UserError) throw error;
    return { kind: 'no-answer', reason: reasonOf(error, settings.timeout), url: withoutCredentials(url) };
  }
}

function bodyToSend(
  { method, body, content, graphql, variables = {} }: RequestSettings,
  earlier: Earlier,
  context: PartContext,
): { readonly method: string; readonly sent?: string; readonly type: Readonly<Record<string, string>> } {
  if (graphql !== undefined) {
    const sent = JSON.stringify({ query: graphql, variables: filledBody(variables, earlier, context) });
    return { method: 'POST', sent, type: { 'content-type': 'application/json' } };
  }
  if (body === undefined) return { method, type: {} };
  const filled = filledBody(body, earlier, context);
  if (typeof filled === 'string') return { method, sent: filled, type: {} };
  if (content === 'json') return { method, sent: JSON.stringify(filled), type: { 'content-type': 'application/json' } };
  const form = new URLSearchParams(
    Object.entries(filled ?? {}).map(([name, value]): [string, string] => [
      name,
      textOf(value) ?? JSON.stringify(value),
    ]),
  );
  return { method, sent: form.toString(), type: { 'content-type': 'application/x-www-form-urlencoded' } };
}

/** Far more than any probe answers; an endless answer would fill the memory of the runner. */
const largestMebibytes = 16;
const tooLarge = `its answer has more than ${largestMebibytes} MiB`;

/** Undefined if it is too large. */
async function bodyOf(response: Response): Promise<string | undefined> {
  const { body } = response;
  // Nothing to read piece by piece.
  if (body === null) return await response.text();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > largestMebibytes * 1024 * 1024) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Names, never values: a person has to find which one to renew. */
function credentialsOf({ path, headers, body }: RequestSettings, { placeholders }: PartContext): string {
  const written = JSON.stringify([path, headers, body ?? '']);
  const names = new Set(
    [...written.matchAll(/\{access\.([a-z0-9-]+)(?:\.header)?\}/g)].flatMap(([, name]) => name ?? []),
  );
  if (names.size === 0) return 'no credential was sent';
  const { environment } = placeholders;
  const place = environment === undefined ? 'access' : `environments.${environment}.access`;
  return `the credential ${[...names].map((name) => `"${place}.${name}"`).join(' and ')} was not accepted`;
}

/** Why an answer with an unexpected status proves nothing; for a refused one, which credential it was. */
export function wrongStatus({ url, status, refused }: Extract<Answer, { kind: 'answer' }>): Unknown {
  const reason = `${url} answered ${status}`;
  return refused === undefined
    ? { kind: 'unknown', reason }
    : { kind: 'unknown', reason: `${reason}: ${refused}`, refused: true };
}

export function noAnswer({ url, reason, refused }: Extract<Answer, { kind: 'no-answer' }>): Unknown {
  return { kind: 'unknown', reason: `${url}: ${reason}`, ...(refused === undefined ? {} : { refused }) };
}
