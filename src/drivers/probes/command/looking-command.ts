import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { argv, duration, environmentName, template } from '../../../core/settings/scalars.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { runUserCommand } from '../../../world/effects/user-command.ts';
import { type Log, silentLog } from '../../../world/log.ts';
import type { ProcessResult } from '../../../world/processes/process.ts';
import { withTokens } from '../tokens.ts';

/** A user's command that looks and changes nothing. */
export const commandKeys = {
  run: argv,
  env: z.record(environmentName, template).default({}).describe('Variables for it, as in a hook.'),
  timeout: duration.prefault('30s'),
};

const settings = z.strictObject(commandKeys);
export type LookingCommand = z.output<typeof settings>;

export type CommandAnswer =
  | { readonly kind: 'ended'; readonly result: ProcessResult }
  /** It did not end in time, or has no credential. */
  | { readonly kind: 'no-answer'; readonly reason: string; readonly refused?: true };

/** Rejects with a SystemFailure if it cannot be started. */
export async function askCommand(
  { run, env, timeout }: LookingCommand,
  context: PartContext,
  { log, signal }: { readonly log: Log; readonly signal: AbortSignal | undefined },
): Promise<CommandAnswer> {
  const limit = AbortSignal.timeout(timeout);
  const ready = await withTokens([...run, ...Object.values(env)], context);
  if (ready.kind === 'no-token')
    return { kind: 'no-answer', reason: ready.reason, ...(ready.refused ? { refused: true } : {}) };
  const ends = signal === undefined ? limit : AbortSignal.any([limit, signal]);
  try {
    return { kind: 'ended', result: await runUserCommand({ run, env, log, signal: ends }, ready.context) };
  } catch (error) {
    if (!limit.aborted) throw error;
    return { kind: 'no-answer', reason: `its command did not end within ${timeout / 1000} s` };
  }
}

/** The same for a probe, which is run repeatedly: its output is not shown, and nothing it does ends a step. */
export async function probeCommand(
  command: LookingCommand,
  context: PartContext,
  signal: AbortSignal | undefined,
): Promise<CommandAnswer> {
  try {
    return await askCommand(command, context, { log: silentLog, signal });
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return { kind: 'no-answer', reason: error.detail.happened.replace(/\.$/, '') };
  }
}
