import { z } from 'zod';
import { duration } from '../../core/settings/scalars.ts';
import type { Part, PartContext } from '../../world/effects/kind.ts';
import { endedWell, howItEnded } from '../../world/effects/user-command.ts';
import { expectation, meets } from './expectation.ts';
import { requestKeys, send } from './http-request.ts';
import { askCommand, commandKeys } from './probe-command.ts';

export interface SmokeTest {
  readonly name: string;
  run(signal?: AbortSignal): Promise<SmokeResult>;
}

export type SmokeResult =
  | { readonly kind: 'passed' }
  /** The system did something else than it must. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** The test could not be made: nobody answered. */
  | { readonly kind: 'unknown'; readonly reason: string };

const name = z.string().min(1).describe('What the test shows, as people read it in the report.');

const httpTest = z.strictObject({ name, http: z.strictObject({ ...requestKeys, expect: expectation }) }).transform(
  (test): Part<SmokeTest> => ({
    kind: 'http',
    open: (context) => ({
      name: test.name,
      run: async (signal) => {
        const answer = await send(test.http, within(context, test.name), signal);
        if (answer.kind === 'no-answer') return { kind: 'unknown', reason: `${answer.url}: ${answer.reason}` };
        const met = meets(answer, test.http.expect);
        return met.kind === 'met' ? { kind: 'passed' } : { kind: 'failed', reason: met.reason };
      },
    }),
  }),
);

const commandTest = z
  .strictObject({
    name,
    command: z.strictObject({ ...commandKeys, timeout: duration.prefault('5m') }).describe('Exit code 0 means passed.'),
  })
  .transform(
    (test): Part<SmokeTest> => ({
      kind: 'command',
      open: (context) => ({
        name: test.name,
        run: async (signal) => {
          const own = within(context, test.name);
          const answer = await askCommand(test.command, own, { log: context.effects.log, signal });
          if (answer.kind === 'no-answer') return { kind: 'unknown', reason: answer.reason };
          return endedWell(answer.result)
            ? { kind: 'passed' }
            : { kind: 'failed', reason: `its command ${howItEnded(answer.result)}` };
        },
      }),
    }),
  );

function within(context: PartContext, test: string): PartContext {
  return { ...context, where: `${context.where} "${test}"` };
}

export const smokeTest = z.union([httpTest, commandTest]);
