import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import type { ReachedProbe } from '../probe.ts';
import { ask, askedKeys } from './asked.ts';
import { expectation, meets } from './expectation.ts';
import { noAnswer } from './request.ts';

export const httpReached: z.ZodType<Part<ReachedProbe>> = kind(
  'http',
  () =>
    z.strictObject({
      ...askedKeys,
      expect: expectation.describe('The response when the stage is reached. Any other response means that it is not.'),
    }),
  (settings, context) => async (signal) => {
    const answer = await ask(settings, context, signal);
    if (answer.kind === 'no-answer') return noAnswer(answer);
    const met = await meets(answer, settings, context, signal);
    if (met.kind === 'met') return { kind: 'yes' };
    if (met.kind === 'unknown') return met;
    if (answer.refused !== undefined)
      return { kind: 'unknown', reason: `${met.reason}: ${answer.refused}`, refused: true };
    // A server in trouble says nothing about its stage.
    return { kind: answer.status >= 500 ? 'unknown' : 'no', reason: met.reason };
  },
);
