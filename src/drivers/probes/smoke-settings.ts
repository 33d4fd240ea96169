import { z } from 'zod';
import { fineDuration } from '../../core/settings/scalars.ts';
import type { Part, PartContext } from '../../world/effects/kind.ts';
import type { SmokeResult, SmokeTest } from './probe.ts';

/** What every kind of smoke test has. */
export const smokeKeys = {
  name: z.string().min(1).describe('The name of the test in the report: what it shows.'),
  times: z
    .int()
    .min(1)
    .max(1_000)
    .default(1)
    .describe('How many times it must pass in a row; the first failure ends it.'),
  pause: fineDuration.prefault('1s').describe('How long to pause between two attempts.'),
};

type SmokeKeys = z.output<z.ZodObject<typeof smokeKeys>>;

/** @param run makes the test once; its context says for messages which of the tests it is */
export function smokePart(
  kind: string,
  { name, times, pause }: SmokeKeys,
  run: (context: PartContext, signal: AbortSignal | undefined) => Promise<SmokeResult>,
): Part<SmokeTest> {
  return {
    kind,
    open: (context) => {
      const own = { ...context, where: `${context.where} "${name}"` };
      const { clock, signal: stopped } = context.effects;
      return {
        name,
        run: async (signal) => {
          for (let time = 1; ; time++) {
            const result = await run(own, signal);
            if (result.kind !== 'passed') {
              const which = times === 1 ? '' : `time ${time} of ${times}: `;
              return { ...result, reason: `${which}${result.reason}` };
            }
            if (time >= times) return result;
            await clock.sleep(pause, signal ?? stopped);
          }
        },
      };
    },
  };
}
