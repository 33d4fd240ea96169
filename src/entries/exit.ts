import type { CommandResult } from '../core/interface/result.ts';
import { SystemFailure, UserError } from '../core/messages/errors.ts';
import type { Message } from '../core/messages/message.ts';
import { exitCodeOf, exitCodes } from '../core/model/outcome.ts';
import { stoppedExitCodes, stoppedMessage } from '../steps/hop/stopped.ts';
import type { Stop, StopSignal } from '../world/processes/stop.ts';
import { LeftQuestion } from '../world/terminal/asked.ts';

/** How a run of a command ended, for both entries. */
export type Ending =
  | { readonly kind: 'result'; readonly result: CommandResult; readonly exitCode: number }
  | {
      readonly kind: 'user-error' | 'system-failure' | 'defect' | 'stopped';
      readonly message: Message;
      readonly exitCode: number;
      readonly error: unknown;
      /** Shown only for a defect: a stack is of no use to whoever made a mistake in a configuration. */
      readonly stack?: string;
    };

export const reportDefectsAt = 'https://github.com/staged-upgrade/staged-upgrade/issues';

/** Runs a command and reports how it ended. Never rejects. */
export async function endingOf(work: () => Promise<CommandResult>, stop: Stop): Promise<Ending> {
  try {
    const result = await work();
    return { kind: 'result', result, exitCode: exitCodes[result.outcome] };
  } catch (error) {
    return endingOfError(error, stop.by());
  }
}

/** @param stoppedBy the signal that this process got: whatever was thrown after it was thrown because of it */
export function endingOfError(error: unknown, stoppedBy: StopSignal | undefined): Ending {
  const signal = stoppedBy ?? (error instanceof LeftQuestion ? 'SIGINT' : undefined);
  if (signal !== undefined) {
    return { kind: 'stopped', error, exitCode: stoppedExitCodes[signal], message: stoppedMessage(error, signal) };
  }
  if (error instanceof UserError) {
    return { kind: 'user-error', error, message: error.detail, exitCode: exitCodeOf.userError };
  }
  if (error instanceof SystemFailure) {
    return { kind: 'system-failure', error, message: error.detail, exitCode: exitCodes.failed };
  }
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  return {
    kind: 'defect',
    error,
    exitCode: exitCodeOf.defect,
    ...(stack === undefined ? {} : { stack }),
    message: {
      happened: `Staged Upgrade has a defect: ${message}`,
      means: 'This is not your mistake. What the step was doing may be half done; the journal has what was started.',
      next: `Please report it at ${reportDefectsAt} with the lines of the log above. Running the step again is safe: it looks first.`,
    },
  };
}
