import type { ClockReading } from '../../core/timing/clock-verdict.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AnsweringProgram } from '../processes/answering-program.ts';
import type { Processes } from '../processes/process.ts';
import type { Witness } from '../processes/witness.ts';
import type { Variables } from '../variables.ts';
import type { Pen } from '../writing/pen.ts';

/** Everything through which a command affects the outside world. Passed in, never imported, so that each can be replaced. */
export interface Effects {
  readonly clock: Clock;
  readonly processes: Processes;
  /** Evaluates the expressions of probes; without it, a process is started for each. */
  readonly expressions?: AnsweringProgram;
  /** Uses the machine's proxies: see http.ts. */
  readonly fetch: typeof globalThis.fetch;
  /** For requests to GitHub's API; without it, `fetch`. */
  readonly githubFetch?: typeof globalThis.fetch;
  /** What GitHub's clock showed when it last answered; undefined as long as it was not asked. */
  readonly githubReading?: () => ClockReading | undefined;
  readonly log: Log;
  readonly variables: Variables;
  /** Everything that is written for people goes through it: it knows all secrets. */
  readonly pen: Pen;
  /** From here on the value is a secret. */
  readonly mask: (value: string) => void;
  /** The environment of this process; `childEnvironment` determines what a child gets of it. */
  readonly environment: Readonly<Record<string, string>>;
  /** The variables that hold secrets of the configuration: a child gets only those that its own part names. */
  readonly withheld?: readonly string[];
  /** A credential to push the journal's branch, if there is one besides git's own; never given to child processes as it is. */
  readonly journalCredential?: JournalCredential;
  /** Relative paths of the configuration start here: at the root of its repository. */
  readonly directory: string;
  /** The folder in which the command was started, if it is another one: paths named in a command start here. */
  readonly startedIn?: string;
  /** Writes a file that a person takes away; without it, directly to the file system. */
  readonly saveFile?: (path: string, text: string) => Promise<void>;
  /** Makes a unique id; without it, a random UUID. */
  readonly newId?: () => string;
  /** When the workflow job of this step started; undefined if no job limits the time. */
  readonly jobStartedAt?: Date;
  /** What this machine shows of runs that were killed on it; undefined if it shows nothing. */
  readonly witness?: Witness;
  /** The width of the terminal that shows the result; undefined if lines may have any length. */
  readonly columns?: () => number | undefined;
  /** Aborted by SIGINT, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
}

export interface JournalCredential {
  /** The token is sent to this server only, e.g. `https://github.com`. */
  readonly server: string;
  readonly token: string;
}
