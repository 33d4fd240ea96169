import type { Unknown } from '../../../core/model/observation.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { parseJson } from '../json-value.ts';
import { noAnswer, type RequestSettings, send, wrongStatus } from './request.ts';

export interface JsonAnswer {
  readonly kind: 'json';
  readonly json: unknown;
  /** Without credentials, for messages. */
  readonly url: string;
  /** The `Link` header, which may lead to a next page. */
  readonly link?: string;
}

/** @param at in place of the path of the settings: a page further on, on the same server */
export async function readJson(
  settings: RequestSettings,
  context: PartContext,
  signal?: AbortSignal,
  at?: URL,
): Promise<JsonAnswer | Unknown> {
  const answer = await send(settings, context, signal, at);
  if (answer.kind === 'no-answer') return noAnswer(answer);
  if (answer.status !== 200) return wrongStatus(answer);
  const parsed = parseJson(answer.body);
  if (parsed.kind === 'not-json') return { kind: 'unknown', reason: `the answer of ${answer.url} is not JSON` };
  const link = answer.link === undefined ? {} : { link: answer.link };
  return { kind: 'json', json: parsed.value, url: answer.url, ...link };
}
