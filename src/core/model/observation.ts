/**
 * What a live system was seen to be. Every part can be unknown, and unknown never counts as good: a decision that needs a
 * part must say what it does if the part is unknown.
 */
export interface Observation {
  /** When the observation was finished. */
  readonly at: string;
  readonly version: Reading<string>;
  readonly serving: Serving;
  readonly migrations: Migrations;
}

export type Reading<T> =
  | { readonly kind: 'known'; readonly value: T }
  /** `reason` says why it could not be read, e.g. `connect ECONNREFUSED 127.0.0.1:8080`. */
  | Unknown;

export type Serving =
  | { readonly kind: 'yes' }
  /** The system answered that it is not healthy. */
  | { readonly kind: 'no'; readonly reason: string; readonly refused?: true }
  | Unknown;

export type Migrations =
  /**
   * All migrations that the *answering* release knows are complete. `assumed`: no probe shows them; all that was seen is
   * that the release answers and is healthy.
   */
  | ({ readonly kind: 'done'; readonly assumed?: true } & MigrationFacts)
  /** Some are left and none of them has started: the rollback window is open. */
  | ({ readonly kind: 'pending'; readonly next: string } & MigrationFacts)
  /** `note`: sentences of the product definition about why it may not have started. */
  | ({
      readonly kind: 'running';
      readonly current: string;
      readonly progress?: MigrationProgress;
      readonly note?: string;
    } & MigrationFacts)
  /** `isNewer`: nothing failed, but the data belongs to a newer release than the one that answers. */
  | ({
      readonly kind: 'failed';
      readonly current: string;
      readonly error: string;
      readonly isNewer?: true;
    } & MigrationFacts)
  | Unknown;

/** What the data says was run or requested. The state alone is not enough: done before and done after may hide a migration. */
export interface MigrationFacts {
  readonly applied?: Applied;
  /** Every job that the product lists, including queued ones; undefined if it lists none. */
  readonly jobs?: readonly MigrationJob[];
}

/** The newest migration that is complete in the database, if the product reports it. */
export type Applied = string;

export interface MigrationJob {
  /** Distinguishes it from an earlier attempt at the same migration. */
  readonly id: string;
  readonly migration: string;
  /** The product's own word. */
  readonly state: string;
}

/** `refused`: an answer of 401 or 403, which no retry fixes; the reason names the credential. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly refused?: true;
}

export interface MigrationProgress {
  readonly done: number;
  /** Undefined if the product does not say how much there is. */
  readonly total?: number;
}

export function known<T>(value: T): Reading<T> {
  return { kind: 'known', value };
}

export function unknown(reason: string): { kind: 'unknown'; reason: string } {
  return { kind: 'unknown', reason };
}
