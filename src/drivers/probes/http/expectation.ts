import { z } from 'zod';
import { durationText } from '../../../core/messages/quantities.ts';
import { fineDuration } from '../../../core/settings/scalars.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { condition, firstUnmet } from '../condition.ts';
import { parseJson, valueAt } from '../json-value.ts';
import type { Asked, AskedSettings } from './asked.ts';
import { wholeJson } from './whole-answer.ts';

/** What an answer must be. */
export const expectation = z
  .strictObject({
    status: z
      .union([z.int(), z.array(z.int()).nonempty()])
      .default(200)
      .describe('The accepted status code, or a list of them.'),
    json: z
      .record(z.string(), condition)
      .optional()
      .describe(
        'Values by dotted path that the JSON response must have: the values themselves, `{ "checks.0.status": up }`, or a comparison, `{ count: { at-least: 1 } }`.',
      ),
    header: z
      .record(z.string(), condition)
      .optional()
      .describe('The same for headers of the response: `{ Content-Type: { matches: "^text/html" } }`.'),
    contains: z.string().min(1).optional().describe('A text that the response must contain.'),
    within: fineDuration.optional().describe('How long the response may take: `500ms`, `2s`.'),
  })
  .prefault({});

export type Expectation = z.output<typeof expectation>;

export type Met =
  | { readonly kind: 'met' }
  | { readonly kind: 'not-met'; readonly reason: string }
  /** The answer could not be read completely. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Reasons name what was expected and where, but never the answer's values: they may be a patient's. */
export async function meets(
  answer: Extract<Asked, { kind: 'answer' }>,
  settings: AskedSettings & { readonly expect: Expectation },
  context: PartContext,
  signal?: AbortSignal,
): Promise<Met> {
  const { url, status, body, headers, milliseconds } = answer;
  const { expect: expected } = settings;
  const notMet = (reason: string): Met => ({ kind: 'not-met', reason });
  const statuses = [expected.status].flat();
  if (!statuses.includes(status)) return notMet(`${url} answered ${status} instead of ${statuses.join(' or ')}`);
  if (expected.contains !== undefined && !body.includes(expected.contains))
    return notMet(`the answer of ${url} does not contain "${expected.contains}"`);
  const { within } = expected;
  if (within !== undefined && milliseconds > within)
    return notMet(
      `${url} answered after ${durationText(milliseconds)}, and at most ${durationText(within)} are accepted`,
    );
  const header = firstUnmet(expected.header, (name) => headers.get(name) ?? undefined, undefined);
  if (header !== undefined) return notMet(`in the answer of ${url}, the header ${header}`);
  if (expected.json === undefined && settings.graphql === undefined) return { kind: 'met' };
  const parsed = parseJson(body);
  if (parsed.kind === 'not-json') return notMet(`the answer of ${url} ${parsed.reason}`);
  const read = await wholeJson(answer, settings, context, signal);
  if (read.kind === 'unknown') return settings.pages === undefined ? notMet(read.reason) : read;
  const value = firstUnmet(expected.json, (path) => valueAt(read.json, path), read.json);
  return value === undefined ? { kind: 'met' } : notMet(`in the answer of ${url}, ${value}`);
}
