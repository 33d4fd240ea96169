import { z } from 'zod';
import { slug } from '../../../core/settings/scalars.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { expression } from '../expression.ts';
import type { Earlier } from './fill.ts';
import { jsonIn } from './json-answer.ts';
import { type Answer, type RequestExtras, requestKeys, send, wrongStatus } from './request.ts';

const jsonata = expression
  .optional()
  .describe(
    'A [JSONata](https://docs.jsonata.org) expression that turns the JSON response into the JSON that is read here: it selects, joins and calculates. `$answers.<name>` is the response to an earlier request, `$now()` the time.',
  );

const earlierRequest = z.strictObject({
  name: slug.describe('Its response is used by this name: `{answers.<name>.<dotted path>}`.'),
  ...requestKeys,
  absent: z
    .array(z.int())
    .default([])
    .describe(
      'Status codes that mean that this does not exist here, for example in an older release: its response is then null.',
    ),
  jsonata,
});

/** A request with those that are made before it. */
export const chainedKeys = {
  ...requestKeys,
  before: z
    .array(earlierRequest)
    .max(10)
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, {
      error: 'requests whose names all differ',
    })
    .optional()
    .describe(
      'Requests that are made first, in order; each must respond with 200 and JSON. Values from their responses are filled in as `{answers.<name>.<dotted path>}`, in a path, a header or a body.',
    ),
};

/** A request of a probe, and how its answer becomes what is read. */
export const askedKeys = {
  ...chainedKeys,
  pages: z
    .strictObject({
      list: z
        .string()
        .min(1)
        .optional()
        .describe('Dotted path of the list in the response. Default: the whole response.'),
      next: z
        .string()
        .min(1)
        .optional()
        .describe(
          'Dotted path of the address of the next page, or of a list of links of which one has the `relation` or `rel` `next`. A `Link` header is followed in any case.',
        ),
    })
    .optional()
    .describe('Reads all pages of a list; the first response then contains all items.'),
  jsonata,
};

export const askedSettings = z.strictObject(askedKeys);
export type AskedSettings = z.output<typeof askedSettings>;

type Answered = Extract<Answer, { kind: 'answer' }>;
export type NoAnswer = Extract<Answer, { kind: 'no-answer' }>;
/** The answer of a probe's request, with the JSON of those before it. */
export type Asked = (Answered & { readonly earlier: Earlier }) | NoAnswer;

/** Makes the requests of a probe, one after the other. */
export async function ask(
  settings: Omit<AskedSettings, 'pages' | 'jsonata'>,
  context: PartContext,
  signal?: AbortSignal,
): Promise<Asked> {
  const earlier: Record<string, unknown> = {};
  for (const request of settings.before ?? []) {
    const answer = await send(request, context, signal, { earlier });
    if (answer.kind === 'no-answer') return answer;
    if (request.absent.includes(answer.status)) {
      earlier[request.name] = null;
      continue;
    }
    const isGood = answer.status === 200;
    const read = isGood ? await jsonIn(answer, request, context, earlier) : wrongStatus(answer);
    if (read.kind === 'unknown') {
      const refused = isGood ? undefined : answer.refused;
      return {
        kind: 'no-answer',
        reason: `its earlier request "${request.name}" cannot be used: ${read.reason}`,
        url: answer.url,
        ...(refused === undefined ? {} : { refused: true }),
      };
    }
    earlier[request.name] = read.json;
  }
  const answer = await send(settings, context, signal, { earlier });
  return answer.kind === 'no-answer' ? answer : { ...answer, earlier };
}

/** A further page of the answer. */
export async function requestNextPage(
  settings: AskedSettings,
  context: PartContext,
  signal: AbortSignal | undefined,
  further: Required<RequestExtras>,
): Promise<Asked> {
  const answer = await send(settings, context, signal, further);
  return answer.kind === 'no-answer' ? answer : { ...answer, earlier: further.earlier };
}
