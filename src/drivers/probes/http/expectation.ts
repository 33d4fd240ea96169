import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { parseJson, valueAt } from '../json-value.ts';
import type { Answer } from './request.ts';

/** What an answer must be. */
export const expectation = z
  .strictObject({
    status: z
      .union([z.int(), z.array(z.int()).nonempty()])
      .default(200)
      .describe('The status code, or the list of those that are accepted.'),
    json: z
      .record(z.string(), z.json())
      .optional()
      .describe('Values by dotted path that the JSON answer must have, e.g. `{ "checks.0.status": up }`.'),
    contains: z.string().min(1).optional().describe('A text that the answer must contain.'),
  })
  .prefault({});

export type Expectation = z.output<typeof expectation>;

export type Met = { readonly kind: 'met' } | { readonly kind: 'not-met'; readonly reason: string };

/** Reasons name what was expected and where, but never the answer's values: they may be a patient's. */
export function meets(answer: Extract<Answer, { kind: 'answer' }>, expected: Expectation): Met {
  const statuses = [expected.status].flat();
  if (!statuses.includes(answer.status)) {
    return { kind: 'not-met', reason: `${answer.url} answered ${answer.status} instead of ${statuses.join(' or ')}` };
  }
  if (expected.contains !== undefined && !answer.body.includes(expected.contains)) {
    return { kind: 'not-met', reason: `the answer of ${answer.url} does not contain "${expected.contains}"` };
  }
  if (expected.json === undefined) return { kind: 'met' };
  const parsed = parseJson(answer.body);
  if (parsed.kind === 'not-json') return { kind: 'not-met', reason: `the answer of ${answer.url} is not JSON` };
  for (const [path, value] of Object.entries(expected.json)) {
    if (!isDeepStrictEqual(valueAt(parsed.value, path), value)) {
      return { kind: 'not-met', reason: `in the answer of ${answer.url}, "${path}" is not ${JSON.stringify(value)}` };
    }
  }
  return { kind: 'met' };
}
