import { z } from 'zod';
import { keyed, type Part } from '../../../world/effects/kind.ts';
import { endedWell, howItEnded } from '../../../world/effects/user-command.ts';
import { comparesSomething, measureKeys, measurePart } from '../measure.ts';
import type { Measure } from '../probe.ts';
import { commandKeys, probeCommand } from './looking-command.ts';

export const commandMeasure: z.ZodType<Part<Measure>> = keyed('command', () =>
  z
    .strictObject({
      ...measureKeys(),
      command: z.strictObject(commandKeys).describe('Its standard output is compared.'),
    })
    .refine(comparesSomething.holds, { error: comparesSomething.error })
    .transform((measure) =>
      measurePart('command', measure, async (context, signal) => {
        const answer = await probeCommand(measure.command, context, signal);
        if (answer.kind === 'no-answer') return { kind: 'unknown', reason: answer.reason };
        const { result } = answer;
        if (!endedWell(result)) return { kind: 'unknown', reason: `its command ${howItEnded(result)}` };
        return { kind: 'read', value: result.stdout.trim(), milliseconds: result.milliseconds };
      }),
    ),
);
