import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import type { HealthProbe } from '../probe.ts';
import { ask, askedKeys } from './asked.ts';
import { expectation, meets } from './expectation.ts';
import { noAnswer } from './request.ts';

export const httpHealth: z.ZodType<Part<HealthProbe>> = kind(
  'http',
  () => z.strictObject({ ...askedKeys, expect: expectation }),
  (settings, context) => async (signal) => {
    const answer = await ask(settings, context, signal);
    if (answer.kind === 'no-answer') return noAnswer(answer);
    const met = await meets(answer, settings, context, signal);
    if (met.kind === 'met') return { kind: 'yes' };
    if (met.kind === 'unknown') return met;
    const { refused } = answer;
    return refused === undefined
      ? { kind: 'no', reason: met.reason }
      : { kind: 'no', reason: `${met.reason}: ${refused}`, refused: true };
  },
);
