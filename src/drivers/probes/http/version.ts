import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import { parseJson, textOf, valueAt } from '../json-value.ts';
import type { VersionProbe } from '../probe.ts';
import { versionFrom, versionInText } from '../version-text.ts';
import { type Answer, noAnswer, requestKeys, send, wrongStatus } from './request.ts';

const place = z.string().min(1);

const settings = z
  .strictObject({
    ...requestKeys,
    value: z
      .union([place, z.array(place).min(1)])
      .optional()
      .describe(
        'Dotted path of the version in the JSON answer: `data.version`. Of several, for a product that has moved it, the first that is there counts: `[data.version, data.server.version]`.',
      ),
    header: place.optional().describe('The header of the answer that has the version: `X-Server-Version`.'),
    pattern: versionInText.optional(),
  })
  .refine(({ value, header, pattern }) => value !== undefined || header !== undefined || pattern !== undefined, {
    message: 'a request that says where in its answer the version is: "value" (JSON), "header" or "pattern" (text)',
  })
  .refine(({ value, header }) => value === undefined || header === undefined, {
    message: 'a request with either "value" or "header": the version is read from one place',
  });

export const httpVersion: z.ZodType<Part<VersionProbe>> = kind('http', settings, (asked, context) => async (signal) => {
  const answer = await send(asked, context, signal);
  if (answer.kind === 'no-answer') return noAnswer(answer);
  if (answer.status !== 200) return wrongStatus(answer);
  const { pattern } = asked;
  const read = readText(answer, asked);
  if (read.kind === 'unknown') return read;
  if (pattern === undefined) return { kind: 'known', value: read.value };
  return versionFrom(read.value, pattern, read.what);
});

type ReadText =
  | { readonly kind: 'known'; readonly value: string; readonly what: string }
  | { readonly kind: 'unknown'; readonly reason: string };

function readText(
  { url, body, headers }: Extract<Answer, { kind: 'answer' }>,
  { value, header }: z.output<typeof settings>,
): ReadText {
  const whole = `the answer of ${url}`;
  if (header !== undefined) {
    const text = headers.get(header)?.trim() ?? '';
    return text === ''
      ? { kind: 'unknown', reason: `${whole} has no header "${header}"` }
      : { kind: 'known', value: text, what: `the header "${header}" of ${whole}` };
  }
  if (value === undefined) return { kind: 'known', value: body, what: whole };
  const places = [value].flat();
  const parsed = parseJson(body);
  if (parsed.kind === 'not-json') return { kind: 'unknown', reason: `${whole} is not JSON` };
  for (const path of places) {
    const text = textOf(valueAt(parsed.value, path));
    if (text !== undefined && text !== '') return { kind: 'known', value: text, what: `"${path}" in ${whole}` };
  }
  return { kind: 'unknown', reason: `${whole} has no ${places.map((path) => `"${path}"`).join(' and no ')}` };
}
