import type { InputName } from './inputs.ts';

/** Variables by name; a text may hold `${NAME}`. */
export type Variables = Readonly<Record<string, string>>;

/** A text, a switch, a program with its arguments, variables, or a list or a mapping of these. */
export type InitValue = string | boolean | readonly InitValue[] | { readonly [name: string]: InitValue };

/** What `init` asks and writes for a kind: all that it knows of it. */
export interface InitKind {
  /** The key that names it in the configuration, and for whoever chooses it by a flag. */
  readonly name: string;
  /** For whoever chooses from a list. */
  readonly title: string;
  /** What is written below its name, in this order. */
  readonly settings: Readonly<Record<string, InitSetting>>;
  /** For data: commands that make a copy of it harmless, as examples in a script that the user completes. */
  readonly scrubExamples?: readonly string[];
  /** It is on the disk of a runner: of no use where each job has another one. */
  readonly onOwnRunners?: true;
  /** For a deployer: it changes files of the repository, which a hop commits for the next one. */
  readonly changesFiles?: true;
  /** The step by which a job logs in to reach it, without a stored secret: proposed between the marks of the workflows. */
  readonly login?: InitLogin;
}

/** A step that trades the OIDC token of a job for credentials. */
export interface InitLogin {
  readonly name: string;
  /** `owner/name` of the action, the full SHA of its commit, and the version that people know it by. */
  readonly action: { readonly repository: string; readonly ref: string; readonly version: string };
  /** Its inputs; what comes from a variable of the environment is named by that variable. */
  readonly with: Readonly<Record<string, { readonly variable: string } | string>>;
}

export interface InitSetting {
  /**
   * What is written where neither a flag, nor the product, nor a person says something else. `{SIDE}` stands for PRODUCTION or STAGING,
   * `{PREFIX}` for what the product puts in front of the names of its variables.
   */
  readonly usual: InitValue | ((dataVariables: Variables) => InitValue);
  /** The input that gives it. */
  readonly input?: InputName;
  /** Asked of a person, who is shown what is usual. */
  readonly question?: string;
  /** A line above it, for whoever reads the configuration. */
  readonly comment?: string;
  /** The name by which a script of the user's gets it. */
  readonly scriptVariable?: string;
}
