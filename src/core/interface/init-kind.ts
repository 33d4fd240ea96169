import type { InputName } from './inputs.ts';

/** Variables by name; a text may hold `${NAME}`. */
export type Variables = Readonly<Record<string, string>>;

/** A text, a switch, a program with its arguments, variables, or a list or a mapping of these. */
export type InitValue = string | boolean | readonly InitValue[] | { readonly [name: string]: InitValue };

/** Everything that `init` knows about a kind: what it asks and writes for it. */
export interface InitKind {
  /** The key that names it in the configuration, and the value of the flag that chooses it. */
  readonly name: string;
  /** The text in a list of choices. */
  readonly title: string;
  /** What is written below its name, in this order. */
  readonly settings: Readonly<Record<string, InitSetting>>;
  /** For data: example commands that scrub a copy of it, for a script that the user completes. */
  readonly scrubExamples?: readonly string[];
  /** It is on a runner's disk: of no use if each job has another runner. */
  readonly onOwnRunners?: true;
  /** For a deployer: it changes files of the repository, which a hop commits for the next one. */
  readonly changesFiles?: true;
  /** The step by which a job logs in to reach it, without a stored secret: proposed between the marks of the workflows. */
  readonly login?: InitLogin;
}

/** A step that exchanges a job's OIDC token for credentials. */
export interface InitLogin {
  readonly name: string;
  /** `owner/name` of the action, the full SHA of its commit, and the version that people know it by. */
  readonly action: { readonly repository: string; readonly ref: string; readonly version: string };
  /** Its inputs; one that comes from an environment variable is given as that variable's name. */
  readonly with: Readonly<Record<string, { readonly variable: string } | string>>;
}

export interface InitSetting {
  /**
   * What is written if no flag, product or person gives another value. `{SIDE}` stands for PRODUCTION or STAGING, `{PREFIX}`
   * for what the product puts in front of the names of its variables.
   */
  readonly usual: InitValue | ((dataVariables: Variables) => InitValue);
  /** The input that sets it. */
  readonly input?: InputName;
  /** The question for a person, with the usual answer. */
  readonly question?: string;
  /** A comment line above it, for readers of the configuration. */
  readonly comment?: string;
  /** The name by which a script of the user's gets it. */
  readonly scriptVariable?: string;
  /** It names files or folders of the repository, which are the user's: `init` says so if they are not there. */
  readonly inRepository?: true;
}
