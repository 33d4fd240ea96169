import { z } from 'zod';
import { slug } from '../../../core/settings/scalars.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { expression } from '../expression.ts';
import type { Earlier } from './fill.ts';
import { jsonIn } from './json-answer.ts';
import { type Answer, type Further, requestKeys, send, wrongStatus } from './request.ts';

const jsonata = expression
  .optional()
  .describe(
    'An expression in [JSONata](https://docs.jsonata.org) that turns the JSON answer into the JSON that is read here: it selects, joins and calculates. `$answers.<name>` is the answer of an earlier request, `$now()` the time.',
  );

const earlierRequest = z.strictObject({
  name: slug.describe('By this name its answer is used: `{answers.<name>.<dotted path>}`.'),
  ...requestKeys,
  absent: z
    .array(z.int())
    .default([])
    .describe(
      'Status codes that say that there is no such thing here, as an older release does: its answer then is null.',
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
      'Requests that are made before, in order, each answered with 200 and JSON. What they answer is filled in as `{answers.<name>.<dotted path>}`, in a path, a header or a body.',
    ),
};

/** A request of a probe, with how its answer is turned into what is read. */
export const askedKeys = {
  ...chainedKeys,
  pages: z
    .strictObject({
      list: z
        .string()
        .min(1)
        .optional()
        .describe('Dotted path of the list in the answer; left out, the answer is the list.'),
      next: z
        .string()
        .min(1)
        .optional()
        .describe(
          'Dotted path of the address of the next page, or of a list of links with one whose `relation` or `rel` is `next`. A `Link` header is followed without it.',
        ),
    })
    .optional()
    .describe('Reads a list that comes in pages to its end; the first answer then has all of it.'),
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

/** A page further on of what was asked. */
export async function askFurther(
  settings: AskedSettings,
  context: PartContext,
  signal: AbortSignal | undefined,
  further: Required<Further>,
): Promise<Asked> {
  const answer = await send(settings, context, signal, further);
  return answer.kind === 'no-answer' ? answer : { ...answer, earlier: further.earlier };
}
