import type { ClockReading } from '../../core/timing/clock-verdict.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AnsweringProgram } from '../processes/answering-program.ts';
import type { Processes } from '../processes/process.ts';
import type { Witness } from '../processes/witness.ts';
import type { Variables } from '../variables.ts';
import type { Pen } from '../writing/pen.ts';

/** Everything through which a command touches the world. Passed in, never imported, so that each can be replaced. */
export interface Effects {
  readonly clock: Clock;
  readonly processes: Processes;
  /** What evaluates the expressions of probes; without it, a process is started for each. */
  readonly expressions?: AnsweringProgram;
  /** Goes through the proxies of the machine: see http.ts. */
  readonly fetch: typeof globalThis.fetch;
  /** What GitHub's API is asked through; without it, `fetch`. */
  readonly githubFetch?: typeof globalThis.fetch;
  /** What GitHub's clock showed when it last answered; undefined while it was not asked. */
  readonly githubReading?: () => ClockReading | undefined;
  readonly log: Log;
  readonly variables: Variables;
  /** Through which everything goes that is written for people: it knows all secrets. */
  readonly pen: Pen;
  /** From here on the value is a secret. */
  readonly mask: (value: string) => void;
  /** The environment of this process; what a child gets of it, `childEnvironment` says. */
  readonly environment: Readonly<Record<string, string>>;
  /** The variables that hold secrets of the configuration: a child gets only those that its own part names. */
  readonly withheld?: readonly string[];
  /** What may push the journal's branch, where there is one besides git's own; never given to child processes as it is. */
  readonly journalCredential?: JournalCredential;
  /** Relative paths of the configuration start here: at the root of its repository. */
  readonly directory: string;
  /** The folder that the command was started in, where it is another: what is named in a command starts here. */
  readonly startedIn?: string;
  /** Writes a file that a person takes away; without it, the file system's own. */
  readonly saveFile?: (path: string, text: string) => Promise<void>;
  /** Makes an id that no other has; without it, a random UUID. */
  readonly newId?: () => string;
  /** When the job of a workflow began that this step belongs to; undefined where no job ends what takes long. */
  readonly jobStartedAt?: Date;
  /** What this machine shows of runs that were killed on it; undefined where it shows nothing. */
  readonly witness?: Witness;
  /** How wide the terminal is that shows the result; undefined where lines may have any length. */
  readonly columns?: () => number | undefined;
  /** Aborted by SIGINT, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
}

export interface JournalCredential {
  /** The token is sent to this server only, e.g. `https://github.com`. */
  readonly server: string;
  readonly token: string;
}
