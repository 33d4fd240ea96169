import type { Message } from '../../core/messages/message.ts';
import { exitCodeOf } from '../../core/model/outcome.ts';
import type { StopSignal } from '../../world/processes/stop.ts';
import { LeftQuestion } from '../../world/terminal/asked.ts';

/** Thrown by a step of a hop that was stopped, after its end was recorded as far as that was possible. */
export class StoppedStep extends Error {
  override readonly name = 'StoppedStep';
  readonly step: StoppedStepFacts;
  constructor(step: StoppedStepFacts, options?: ErrorOptions) {
    super(`${step.command} of ${step.hop} on ${step.environment} was stopped`, options);
    this.step = step;
  }
}

export interface StoppedStepFacts {
  readonly command: string;
  readonly hop: string;
  readonly environment: string;
  /** Why the journal does not say so, in which case the lease may not be given back either; undefined if it does. */
  readonly notRecorded?: string;
}

export const stoppedExitCodes: Readonly<Record<StopSignal, number>> = {
  SIGINT: exitCodeOf.interrupted,
  SIGTERM: exitCodeOf.terminated,
  SIGHUP: exitCodeOf.hungUp,
};

/** What is reported about a run that was stopped: it claims no more than what was seen to be done. */
export function stoppedMessage(error: unknown, signal: StopSignal): Message {
  if (error instanceof LeftQuestion) {
    return {
      happened: `The question was interrupted by ${named(signal)}.`,
      means: 'It was not answered, so nothing was changed by it.',
      next: 'Run the same command again when it may continue.',
    };
  }
  if (!(error instanceof StoppedStep)) {
    return {
      happened: `Stopped by ${named(signal)}.`,
      means: 'No step of a hop was running, so none is half done.',
      next: 'Run the same command again.',
    };
  }
  const { command, hop, environment, notRecorded } = error.step;
  return {
    happened: `${command} of hop ${hop} on ${environment} was stopped by ${named(signal)}.`,
    means:
      notRecorded === undefined
        ? 'It may be half done. What was being done is recorded, the lease was released, and the commands that it had started were ended.'
        : `It may be half done, and that could not be recorded (${notRecorded}). The journal has what was started; the lease will expire.`,
    next: 'Run the same command again: it checks the current state and continues.',
  };
}

function named(signal: StopSignal): string {
  const meaning = {
    SIGINT: 'SIGINT (Ctrl-C, or a cancelled run)',
    SIGTERM: 'SIGTERM',
    SIGHUP: 'SIGHUP (the terminal was closed)',
  };
  return meaning[signal];
}
