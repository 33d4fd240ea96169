import { z } from 'zod';
import type { Serving } from '../../core/model/observation.ts';
import { kind, type Part } from '../../world/effects/kind.ts';
import { howItEnded } from '../../world/effects/user-command.ts';
import { expectation, meets } from './expectation.ts';
import { noAnswer, requestKeys, send } from './http-request.ts';
import { commandKeys, probeCommand } from './probe-command.ts';

/** Asks once whether the system is serving. */
export type HealthProbe = (signal?: AbortSignal) => Promise<Serving>;

const httpHealth: z.ZodType<Part<HealthProbe>> = kind(
  'http',
  z.strictObject({ ...requestKeys, expect: expectation }),
  (settings, context) => async (signal) => {
    const answer = await send(settings, context, signal);
    if (answer.kind === 'no-answer') return noAnswer(answer);
    const met = meets(answer, settings.expect);
    if (met.kind === 'met') return { kind: 'yes' };
    const { refused } = answer;
    return refused === undefined
      ? { kind: 'no', reason: met.reason }
      : { kind: 'no', reason: `${met.reason}: ${refused}`, refused: true };
  },
);

const commandHealth: z.ZodType<Part<HealthProbe>> = kind(
  'command',
  z.strictObject(commandKeys).describe('Exit code 0 means that it is serving.'),
  (settings, context) => async (signal) => {
    const answer = await probeCommand(settings, context, signal);
    if (answer.kind === 'no-answer') {
      const { reason, refused } = answer;
      return { kind: 'unknown', reason, ...(refused === undefined ? {} : { refused }) };
    }
    return answer.result.exitCode === 0
      ? { kind: 'yes' }
      : { kind: 'no', reason: `the command of its health probe ${howItEnded(answer.result)}` };
  },
);

export const healthProbe = z.union([httpHealth, commandHealth]);
