import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import { howItEnded } from '../../../world/effects/user-command.ts';
import type { ReachedProbe } from '../probe.ts';
import { commandKeys, probeCommand } from './looking-command.ts';

const notReached = 1;

export const commandReached: z.ZodType<Part<ReachedProbe>> = kind(
  'command',
  () =>
    z
      .strictObject(commandKeys)
      .describe('Exit code 0 means that the stage is reached, 1 that it is not; any other means unknown.'),
  (settings, context) => async (signal) => {
    const answer = await probeCommand(settings, context, signal);
    if (answer.kind === 'no-answer') {
      const { reason, refused } = answer;
      return { kind: 'unknown', reason, ...(refused === undefined ? {} : { refused }) };
    }
    const { exitCode } = answer.result;
    if (exitCode === 0) return { kind: 'yes' };
    const reason = `its command ${howItEnded(answer.result)}`;
    return { kind: exitCode === notReached ? 'no' : 'unknown', reason };
  },
);
