import { z } from 'zod';
import { keyed, type Part } from '../../../world/effects/kind.ts';
import type { SmokeTest } from '../probe.ts';
import { smokeKeys, smokePart } from '../smoke-settings.ts';
import { ask, askedKeys } from './asked.ts';
import { expectation, meets } from './expectation.ts';
import { elsewhereKeys } from './request.ts';

export const httpSmokeTest: z.ZodType<Part<SmokeTest>> = keyed('http', () =>
  z
    .strictObject({ ...smokeKeys, http: z.strictObject({ ...elsewhereKeys, ...askedKeys, expect: expectation }) })
    .transform((test) =>
      smokePart('http', test, async (context, signal) => {
        const answer = await ask(test.http, context, signal);
        if (answer.kind === 'no-answer') return { kind: 'unknown', reason: `${answer.url}: ${answer.reason}` };
        const met = await meets(answer, test.http, context, signal);
        if (met.kind === 'unknown') return met;
        return met.kind === 'met' ? { kind: 'passed' } : { kind: 'failed', reason: met.reason };
      }),
    ),
);
