import { z } from 'zod';
import { keyed, type Part } from '../../../world/effects/kind.ts';
import { valueAt } from '../json-value.ts';
import { comparesSomething, measureKeys, measurePart } from '../measure.ts';
import type { Measure } from '../probe.ts';
import { ask, askedKeys } from './asked.ts';
import { elsewhereKeys, noAnswer, wrongStatus } from './request.ts';
import { wholeJson } from './whole-answer.ts';

export const httpMeasure: z.ZodType<Part<Measure>> = keyed('http', () =>
  z
    .strictObject({
      ...measureKeys(),
      http: z.strictObject({
        ...elsewhereKeys,
        ...askedKeys,
        value: z
          .string()
          .min(1)
          .optional()
          .describe('Dotted path, in the JSON response, of what is compared. Default: the whole response.'),
      }),
    })
    .refine(comparesSomething.holds, { error: comparesSomething.error })
    .transform((measure) =>
      measurePart('http', measure, async (context, signal) => {
        const { http, compare } = measure;
        const answer = await ask(http, context, signal);
        if (answer.kind === 'no-answer') return noAnswer(answer);
        if (answer.status !== 200) return wrongStatus(answer);
        const { milliseconds } = answer;
        if (compare === undefined) return { kind: 'read', value: undefined, milliseconds };
        const read = await wholeJson(answer, http, context, signal);
        if (read.kind === 'unknown') return read;
        return {
          kind: 'read',
          value: http.value === undefined ? read.json : valueAt(read.json, http.value),
          milliseconds,
        };
      }),
    ),
);
