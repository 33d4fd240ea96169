import type { Message } from '../messages/message.ts';
import type { Outcome } from '../model/outcome.ts';
import type { OutputName, OutputsOf } from './outputs.ts';

/** How a command ended. Both entries turn this, and nothing else, into output, summary and exit code. */
export interface CommandResult<Name extends OutputName = OutputName> {
  readonly outcome: Outcome;
  /** One line, e.g. `Deployed 1.1.4 on staging in 2.1 s; its migrations have not started.` */
  readonly headline: string;
  /** Given for every outcome but passed and skipped: it becomes the one decisive annotation. */
  readonly message?: Message;
  /** The action's outputs besides those that every step has. */
  readonly outputs: OutputsOf<Name>;
  /** GitHub-flavoured Markdown for the job summary; empty when the step has nothing to add. */
  readonly summary: string;
  /** For the terminal; empty when the headline says it all. */
  readonly text: string;
  /** For a command of many steps, how far it got: to the end of its path, or to where it was asked to stop. */
  readonly reached?: 'end' | 'stop';
  /** What `--json` prints besides the outcome, if that is more than the outputs. */
  readonly json?: Readonly<Record<string, unknown>>;
}
