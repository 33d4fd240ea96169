import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import { endedWell, howItEnded } from '../../../world/effects/user-command.ts';
import type { VersionProbe } from '../probe.ts';
import { versionFrom, versionInText } from '../version-text.ts';
import { commandKeys, probeCommand } from './looking-command.ts';

export const commandVersion: z.ZodType<Part<VersionProbe>> = kind(
  'command',
  () =>
    z
      .strictObject({ ...commandKeys, pattern: versionInText.optional() })
      .describe('The version is the first non-empty line of its output, or what "pattern" finds in its output.'),
  (settings, context) => async (signal) => {
    const answer = await probeCommand(settings, context, signal);
    if (answer.kind === 'no-answer') {
      const { reason, refused } = answer;
      return { kind: 'unknown', reason, ...(refused === undefined ? {} : { refused }) };
    }
    const { result } = answer;
    if (!endedWell(result))
      return { kind: 'unknown', reason: `the command of its version probe ${howItEnded(result)}` };
    return versionFrom(result.stdout, settings.pattern, 'the output of the command of its version probe');
  },
);
