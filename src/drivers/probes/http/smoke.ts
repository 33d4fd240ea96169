import { z } from 'zod';
import type { Part } from '../../../world/effects/kind.ts';
import type { SmokeTest } from '../probe.ts';
import { smokeName, withinTest } from '../smoke-settings.ts';
import { expectation, meets } from './expectation.ts';
import { requestKeys, send } from './request.ts';

export const httpSmokeTest: z.ZodType<Part<SmokeTest>> = z
  .strictObject({ name: smokeName, http: z.strictObject({ ...requestKeys, expect: expectation }) })
  .transform(
    (test): Part<SmokeTest> => ({
      kind: 'http',
      open: (context) => ({
        name: test.name,
        run: async (signal) => {
          const answer = await send(test.http, withinTest(context, test.name), signal);
          if (answer.kind === 'no-answer') return { kind: 'unknown', reason: `${answer.url}: ${answer.reason}` };
          const met = meets(answer, test.http.expect);
          return met.kind === 'met' ? { kind: 'passed' } : { kind: 'failed', reason: met.reason };
        },
      }),
    }),
  );
