import type { Message } from '../messages/message.ts';
import type { Operation } from './event.ts';
import type { EnvironmentName, ReleaseSide } from './hop.ts';
import type { BackupPurpose } from './manifest.ts';
import type { Outcome } from './outcome.ts';

/** What a command was asked for, by the action's inputs or the terminal's arguments. Frozen, and read in one place each. */
export interface Invocation {
  readonly command: string;
  /** The configuration's file; undefined means the default place. */
  readonly config?: string;
  readonly target?: string;
  /** What `plan` plans for; undefined is to look. */
  readonly operation?: Operation;
  /** What the user says production runs; when it is not what is observed, that is the user's mistake. */
  readonly current?: string;
  /** Plan from `current` as given: nothing is observed, and nothing is recorded. */
  readonly offline?: boolean;
  /** Plan for a shipped product from `current` as given, without any configuration. */
  readonly product?: string;
  /** Lets a path use prereleases, also where the configuration does not. */
  readonly prereleases?: boolean;
  /** A duration that overrides the configuration's `releases.minimum-age`. */
  readonly minimumAge?: string;
  readonly environment?: EnvironmentName;
  /** The hop as `plan` printed it, as JSON text; or its id (`1.0.2--1.1.4`), which is looked up in the journal. */
  readonly hop?: string;
  readonly release?: ReleaseSide;
  readonly purpose?: BackupPurpose;
  /** One more start of a migration that has failed, or left no trace of its start. */
  readonly retry?: boolean;
  /** A duration that overrides the configuration's `budget`. */
  readonly budget?: string;
  /** Ids of manual steps that are done, besides those in the configuration. */
  readonly acknowledge: readonly string[];
  /** `name=value` facts that override the configuration's. */
  readonly facts: readonly string[];
  /** `name=version` of parts beside the release, besides the configuration's: `chart=7.10.0`. */
  readonly parts?: readonly string[];
  /** A pinned copy of the release list to plan from. */
  readonly releases?: string;
  /** Where `plan` writes the release list that it planned from. */
  readonly saveReleases?: string;
  /** A path to check instead of planning one: `A,B,C`. */
  readonly path?: string;
  /** The hop's id, typed by a person as confirmation of what cannot be undone. */
  readonly confirm?: string;
  readonly reason?: string;
  /** Why a rollback is finished although its smoke tests do not pass: a person's acceptance, which goes into the journal. */
  readonly accept?: string;
  /** Where `report` writes a file: HTML if its name ends so, otherwise Markdown. */
  readonly output?: string;
}

/** What a command ended as. Both entries turn this, and nothing else, into output, summary and exit code. */
export interface CommandResult {
  readonly outcome: Outcome;
  /** One line, e.g. `Deployed 1.1.4 on staging in 2.1 s; its migrations have not started.` */
  readonly headline: string;
  /** Given for every outcome but passed and skipped: it becomes the one decisive annotation. */
  readonly message?: Message;
  /** The action's outputs besides `result`. */
  readonly outputs: Readonly<Record<string, string>>;
  /** GitHub-flavoured Markdown for the job summary; empty when the step has nothing to add. */
  readonly summary: string;
  /** For the terminal; empty when the headline says it all. */
  readonly text: string;
  /** What `--json` prints besides the outcome, where it is more than the outputs are. */
  readonly json?: Readonly<Record<string, unknown>>;
}
