import { z } from 'zod';
import type { Unknown } from '../../../core/model/observation.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { evaluate } from '../expression.ts';
import { parseJson } from '../json-value.ts';
import type { Earlier } from './fill.ts';
import type { Answer } from './request.ts';

export interface JsonAnswer {
  readonly kind: 'json';
  /** What is read: the result of a JSONata expression, otherwise the answer. */
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
  /** The query, if one was sent. */
  readonly graphql?: string | undefined;
}

type Answered = Extract<Answer, { kind: 'answer' }>;

/** The JSON of an answer, whatever its status. */
export async function jsonIn(
  { url, body, headers }: Answered,
  { jsonata, graphql }: Transform,
  context: PartContext,
  earlier: Earlier,
): Promise<JsonAnswer | Unknown> {
  const parsed = parseJson(body);
  if (parsed.kind === 'not-json') return { kind: 'unknown', reason: `the answer of ${url} ${parsed.reason}` };
  if (graphql !== undefined) {
    const data = graphqlData(parsed.value);
    if ('reason' in data) return { kind: 'unknown', reason: `the answer of ${url} ${data.reason}` };
    return await transformed(data.data, { url, headers, earlier, jsonata }, context);
  }
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

const graphqlAnswer = z.lazy(() =>
  z.looseObject({
    data: z.unknown().optional(),
    errors: z.array(z.looseObject({ extensions: z.looseObject({ code: z.string() }).optional() })).optional(),
  }),
);

/** A server may answer 200 with errors. Their texts may quote values from the request; their codes do not. */
function graphqlData(json: unknown): { readonly data: unknown } | { readonly reason: string } {
  const read = graphqlAnswer.safeParse(json);
  if (!read.success) return { reason: 'is not one of GraphQL' };
  const { data, errors = [] } = read.data;
  if (errors.length === 0) return data === undefined || data === null ? { reason: 'has no "data"' } : { data };
  const codes = [...new Set(errors.flatMap(({ extensions }) => extensions?.code ?? []))].filter((code) =>
    /^[A-Z_]{1,60}$/.test(code),
  );
  return { reason: `has errors of GraphQL${codes.length === 0 ? '' : `: ${codes.join(', ')}`}` };
}
