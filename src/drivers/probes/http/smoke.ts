import { z } from 'zod';
import type { Part } from '../../../world/effects/kind.ts';
import type { SmokeTest } from '../probe.ts';
import { smokeName, withinTest } from '../smoke-settings.ts';
import { ask, askedKeys } from './asked.ts';
import { expectation, meets } from './expectation.ts';

export const httpSmokeTest: z.ZodType<Part<SmokeTest>> = z
  .strictObject({ name: smokeName, http: z.strictObject({ ...askedKeys, expect: expectation }) })
  .transform(
    (test): Part<SmokeTest> => ({
      kind: 'http',
      open: (context) => ({
        name: test.name,
        run: async (signal) => {
          const own = withinTest(context, test.name);
          const answer = await ask(test.http, own, signal);
          if (answer.kind === 'no-answer') return { kind: 'unknown', reason: `${answer.url}: ${answer.reason}` };
          const met = await meets(answer, test.http, own, signal);
          if (met.kind === 'unknown') return met;
          return met.kind === 'met' ? { kind: 'passed' } : { kind: 'failed', reason: met.reason };
        },
      }),
    }),
  );
