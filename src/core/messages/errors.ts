import { type Message, oneLine } from './message.ts';

/**
 * The user's mistake: a configuration, an input or an argument that cannot be right whatever the system's state is.
 * Exit code 2, never a stack trace.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly detail: Message;
  constructor(detail: Message, options?: ErrorOptions) {
    super(oneLine(detail), options);
    this.detail = detail;
  }
}

/**
 * The system's failure: a process, a server, a database or the network did not do what was asked.
 * The step ends as failed (exit code 1). Any other thrown error is our own defect (exit code 70).
 */
export class SystemFailure extends Error {
  override readonly name = 'SystemFailure';
  readonly detail: Message;
  constructor(detail: Message, options?: ErrorOptions) {
    super(oneLine(detail), options);
    this.detail = detail;
  }
}
