import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import { howItEnded, lastWords } from '../../../world/effects/user-command.ts';
import type { HealthProbe } from '../probe.ts';
import { commandKeys, probeCommand } from './looking-command.ts';

export const commandHealth: z.ZodType<Part<HealthProbe>> = kind(
  'command',
  () =>
    z
      .strictObject(commandKeys)
      .describe('Exit code 0 means that it is serving. Otherwise the last line of its output says why not.'),
  (settings, context) => async (signal) => {
    const answer = await probeCommand(settings, context, signal);
    if (answer.kind === 'no-answer') {
      const { reason, refused } = answer;
      return { kind: 'unknown', reason, ...(refused === undefined ? {} : { refused }) };
    }
    return answer.result.exitCode === 0
      ? { kind: 'yes' }
      : {
          kind: 'no',
          reason: `the command of its health probe ${howItEnded(answer.result)}${lastWords(answer.result, context)}`,
        };
  },
);
