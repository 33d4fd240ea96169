import { z } from 'zod';
import { duration } from '../../../core/settings/scalars.ts';
import type { Part } from '../../../world/effects/kind.ts';
import { endedWell, howItEnded } from '../../../world/effects/user-command.ts';
import type { SmokeTest } from '../probe.ts';
import { smokeName, withinTest } from '../smoke-settings.ts';
import { askCommand, commandKeys } from './looking-command.ts';

export const commandSmokeTest: z.ZodType<Part<SmokeTest>> = z
  .strictObject({
    name: smokeName,
    command: z.strictObject({ ...commandKeys, timeout: duration.prefault('5m') }).describe('Exit code 0 means passed.'),
  })
  .transform(
    (test): Part<SmokeTest> => ({
      kind: 'command',
      open: (context) => ({
        name: test.name,
        run: async (signal) => {
          const own = withinTest(context, test.name);
          const answer = await askCommand(test.command, own, { log: context.effects.log, signal });
          if (answer.kind === 'no-answer') return { kind: 'unknown', reason: answer.reason };
          return endedWell(answer.result)
            ? { kind: 'passed' }
            : { kind: 'failed', reason: `its command ${howItEnded(answer.result)}` };
        },
      }),
    }),
  );
