/** One migration as its vendor lists it; the keys are those of a product definition. */
export interface ListedMigration {
  readonly id: string;
  /** The first release that can run it. */
  readonly 'runs-from': string;
  /** The first release that refuses data on which it has not run; undefined while there is none. */
  readonly 'required-before'?: string | undefined;
}

/** A list as it was read, and what it was read from. */
export interface PinnedMigrations {
  readonly url: string;
  /** SHA-256 of the published text, in hex. */
  readonly sha256: string;
  readonly list: readonly ListedMigration[];
}
