import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import type { HealthProbe } from '../probe.ts';
import { expectation, meets } from './expectation.ts';
import { noAnswer, requestKeys, send } from './request.ts';

export const httpHealth: z.ZodType<Part<HealthProbe>> = kind(
  'http',
  z.strictObject({ ...requestKeys, expect: expectation }),
  (settings, context) => async (signal) => {
    const answer = await send(settings, context, signal);
    if (answer.kind === 'no-answer') return noAnswer(answer);
    const met = meets(answer, settings.expect);
    if (met.kind === 'met') return { kind: 'yes' };
    const { refused } = answer;
    return refused === undefined
      ? { kind: 'no', reason: met.reason }
      : { kind: 'no', reason: `${met.reason}: ${refused}`, refused: true };
  },
);
