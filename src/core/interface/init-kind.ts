import type { InputName } from './inputs.ts';

/** Variables by name; a text may hold `${NAME}`. */
export type Variables = Readonly<Record<string, string>>;

/** A text, a program with its arguments, or variables. */
export type InitValue = string | readonly string[] | Variables;

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
