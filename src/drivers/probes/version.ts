import { z } from 'zod';
import type { Reading } from '../../core/model/observation.ts';
import { kind, type Part } from '../../world/effects/kind.ts';
import { noAnswer, requestKeys, send, wrongStatus } from './http-request.ts';
import { parseJson, textOf, valueAt } from './json-value.ts';

/** Asks once which version answers, as the server words it: `4.1.12-53eba89`. */
export type VersionProbe = (signal?: AbortSignal) => Promise<Reading<string>>;

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
