import { z } from 'zod';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import { textOf, valueAt } from '../json-value.ts';
import type { VersionProbe } from '../probe.ts';
import { versionFrom, versionInText } from '../version-text.ts';
import { type Asked, ask, askedKeys } from './asked.ts';
import { noAnswer, wrongStatus } from './request.ts';
import { wholeJson } from './whole-answer.ts';

const place = z.string().min(1);

const settings = () =>
  z
    .strictObject({
      ...askedKeys,
      value: z
        .union([place, z.array(place).min(1)])
        .optional()
        .describe(
          'Dotted path of the version in the JSON response: `data.version`. Of several, for a product that has moved it, the first that exists counts: `[data.version, data.server.version]`.',
        ),
      header: place.optional().describe('The response header that has the version: `X-Server-Version`.'),
      pattern: versionInText.optional(),
    })
    .refine(({ value, header, pattern }) => value !== undefined || header !== undefined || pattern !== undefined, {
      message: 'a request that says where in its answer the version is: "value" (JSON), "header" or "pattern" (text)',
    })
    .refine(({ value, header }) => value === undefined || header === undefined, {
      message: 'a request with either "value" or "header": the version is read from one place',
    });

export const httpVersion: z.ZodType<Part<VersionProbe>> = kind('http', settings, (asked, context) => async (signal) => {
  const answer = await ask(asked, context, signal);
  if (answer.kind === 'no-answer') return noAnswer(answer);
  if (answer.status !== 200) return wrongStatus(answer);
  const { pattern } = asked;
  const read = await readText(answer, asked, context, signal);
  if (read.kind === 'unknown') return read;
  if (pattern === undefined) return { kind: 'known', value: read.value };
  return versionFrom(read.value, pattern, read.what);
});

type ReadText =
  | { readonly kind: 'known'; readonly value: string; readonly what: string }
  | { readonly kind: 'unknown'; readonly reason: string };

async function readText(
  answer: Extract<Asked, { kind: 'answer' }>,
  asked: z.output<ReturnType<typeof settings>>,
  context: PartContext,
  signal: AbortSignal | undefined,
): Promise<ReadText> {
  const { url, body, headers } = answer;
  const { value, header } = asked;
  const whole = `the answer of ${url}`;
  if (header !== undefined) {
    const text = headers.get(header)?.trim() ?? '';
    return text === ''
      ? { kind: 'unknown', reason: `${whole} has no header "${header}"` }
      : { kind: 'known', value: text, what: `the header "${header}" of ${whole}` };
  }
  if (value === undefined) return { kind: 'known', value: body, what: whole };
  const places = [value].flat();
  const read = await wholeJson(answer, asked, context, signal);
  if (read.kind === 'unknown') return read;
  for (const path of places) {
    const text = textOf(valueAt(read.json, path));
    if (text !== undefined && text !== '') return { kind: 'known', value: text, what: `"${path}" in ${whole}` };
  }
  return { kind: 'unknown', reason: `${whole} has no ${places.map((path) => `"${path}"`).join(' and no ')}` };
}
