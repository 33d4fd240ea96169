import { z } from 'zod';
import type { Reached } from '../../core/path/sources/stages/stages.ts';
import { kind, type Part } from '../../world/effects/kind.ts';
import { howItEnded } from '../../world/effects/user-command.ts';
import { expectation, meets } from './expectation.ts';
import { noAnswer, requestKeys, send } from './http-request.ts';
import { commandKeys, probeCommand } from './probe-command.ts';

/** Asks once whether a stage is reached. */
export type ReachedProbe = (signal?: AbortSignal) => Promise<Reached>;

const httpReached: z.ZodType<Part<ReachedProbe>> = kind(
  'http',
  z.strictObject({
    ...requestKeys,
    expect: expectation.describe('What the answer is when the stage is reached. Another answer means that it is not.'),
  }),
  (settings, context) => async (signal) => {
    const answer = await send(settings, context, signal);
    if (answer.kind === 'no-answer') return noAnswer(answer);
    const met = meets(answer, settings.expect);
    if (met.kind === 'met') return { kind: 'yes' };
    if (answer.refused !== undefined)
      return { kind: 'unknown', reason: `${met.reason}: ${answer.refused}`, refused: true };
    // A server in trouble says nothing about where it is.
    return { kind: answer.status >= 500 ? 'unknown' : 'no', reason: met.reason };
  },
);

const notReached = 1;

const commandReached: z.ZodType<Part<ReachedProbe>> = kind(
  'command',
  z
    .strictObject(commandKeys)
    .describe('Exit code 0 means that the stage is reached, 1 that it is not; any other, that this is unknown.'),
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

export const reachedProbe = z.union([httpReached, commandReached]);
