import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import { parseJson, textOf, valueAt } from '../json-value.ts';
import type { VersionProbe } from '../probe.ts';
import { noAnswer, requestKeys, send, wrongStatus } from './request.ts';

export const httpVersion: z.ZodType<Part<VersionProbe>> = kind(
  'http',
  z.strictObject({
    ...requestKeys,
    value: z.string().min(1).describe('Dotted path of the version in the JSON answer.'),
  }),
  (settings, context) => async (signal) => {
    const answer = await send(settings, context, signal);
    if (answer.kind === 'no-answer') return noAnswer(answer);
    if (answer.status !== 200) return wrongStatus(answer);
    const parsed = parseJson(answer.body);
    const text = parsed.kind === 'json' ? textOf(valueAt(parsed.value, settings.value)) : undefined;
    return text === undefined
      ? { kind: 'unknown', reason: `the answer of ${answer.url} has no "${settings.value}"` }
      : { kind: 'known', value: text };
  },
);
