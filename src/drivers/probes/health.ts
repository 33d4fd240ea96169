import { z } from 'zod';
import type { Serving } from '../../core/model/observation.ts';
import { kind, type Part } from '../../world/effects/kind.ts';
import { expectation, meets } from './expectation.ts';
import { noAnswer, requestKeys, send } from './http-request.ts';

/** Asks once whether the system is serving. */
export type HealthProbe = (signal?: AbortSignal) => Promise<Serving>;

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
