import { z } from 'zod';
import { argv, duration, template } from '../../core/settings/scalars.ts';
import type { Part, PartContext } from '../../world/effects/kind.ts';
import { endedWell, howItEnded, runUserCommand } from '../../world/effects/user-command.ts';
import { expectation, meets } from './expectation.ts';
import { requestKeys, send } from './http-request.ts';
import { withTokens } from './tokens.ts';

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
    command: z
      .strictObject({
        run: argv,
        env: z.record(z.string(), template).default({}).describe('Variables for it, as in a hook.'),
        timeout: duration.prefault('5m'),
      })
      .describe('Exit code 0 means passed.'),
  })
  .transform(
    (test): Part<SmokeTest> => ({
      kind: 'command',
      open: (context) => ({
        name: test.name,
        run: async (signal) => {
          const limit = AbortSignal.timeout(test.command.timeout);
          try {
            const { run, env } = test.command;
            const ready = await withTokens([...run, ...Object.values(env)], within(context, test.name));
            if (ready.kind === 'no-token') return { kind: 'unknown', reason: ready.reason };
            const result = await runUserCommand(
              {
                run,
                env,
                signal: signal ? AbortSignal.any([limit, signal]) : limit,
              },
              ready.context,
            );
            return endedWell(result)
              ? { kind: 'passed' }
              : { kind: 'failed', reason: `its command ${howItEnded(result)}` };
          } catch (error) {
            if (limit.aborted)
              return { kind: 'unknown', reason: `its command did not end within ${test.command.timeout / 1000} s` };
            throw error;
          }
        },
      }),
    }),
  );

function within(context: PartContext, test: string): PartContext {
  return { ...context, where: `${context.where} "${test}"` };
}

export const smokeTest = z.union([httpTest, commandTest]);
