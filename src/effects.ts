import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Processes } from './process.ts';
import type { Variables } from './variables.ts';

/** Everything through which a command touches the world. Passed in, never imported, so that each can be replaced. */
export interface Effects {
  readonly clock: Clock;
  readonly processes: Processes;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
  readonly variables: Variables;
  /** The environment that child processes inherit; credentials in it are the user's own choice. */
  readonly environment: Readonly<Record<string, string>>;
  /** Relative paths of the configuration start here: the folder that the command was started in. */
  readonly directory: string;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}
