import type { Unknown } from '../../../core/model/observation.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { evaluate } from '../expression.ts';
import { parseJson } from '../json-value.ts';
import type { Earlier } from './fill.ts';
import type { Answer } from './request.ts';

export interface JsonAnswer {
  readonly kind: 'json';
  /** What is read: of an expression in JSONata what it made, else the answer. */
  readonly json: unknown;
  /** As it came. */
  readonly raw: unknown;
  readonly isTransformed: boolean;
  /** Without credentials, for messages. */
  readonly url: string;
  /** The `Link` header may lead to a next page. */
  readonly headers: Headers;
  readonly earlier: Earlier;
}

interface Transform {
  /** The expression in JSONata. */
  readonly jsonata?: string | undefined;
}

type Answered = Extract<Answer, { kind: 'answer' }>;

/** The JSON of an answer, whatever its status. */
export async function jsonIn(
  { url, body, headers }: Answered,
  { jsonata }: Transform,
  context: PartContext,
  earlier: Earlier,
): Promise<JsonAnswer | Unknown> {
  const parsed = parseJson(body);
  if (parsed.kind === 'not-json') return { kind: 'unknown', reason: `the answer of ${url} is not JSON` };
  return await transformed(parsed.value, { url, headers, earlier, jsonata }, context);
}

export async function transformed(
  raw: unknown,
  { jsonata, ...facts }: Pick<JsonAnswer, 'url' | 'headers' | 'earlier'> & Transform,
  context: PartContext,
): Promise<JsonAnswer | Unknown> {
  if (jsonata === undefined) return { kind: 'json', json: raw, raw, isTransformed: false, ...facts };
  const evaluated = await evaluate(jsonata, raw, facts.earlier, context);
  return evaluated.kind === 'failed'
    ? { kind: 'unknown', reason: `the answer of ${facts.url} cannot be read: ${evaluated.reason}` }
    : { kind: 'json', json: evaluated.value, raw, isTransformed: true, ...facts };
}
