/**
 * What a live system was seen to be. Every part can be "cannot tell", and cannot tell never counts as good: a decision
 * that needs a part must say what it does when the part is unknown.
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
  | { readonly kind: 'unknown'; readonly reason: string };

export type Serving =
  | { readonly kind: 'yes' }
  /** The system answered, and the answer is that it is not healthy. */
  | { readonly kind: 'no'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export type Migrations =
  /** All migrations that the *answering* release knows are complete. */
  | { readonly kind: 'done'; readonly applied?: Applied }
  /** Something is left and nothing of it has been started: the rollback window is open. */
  | { readonly kind: 'pending'; readonly next: string; readonly applied?: Applied }
  | { readonly kind: 'running'; readonly current: string; readonly progress?: MigrationProgress }
  | { readonly kind: 'failed'; readonly current: string; readonly error: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * The newest migration that is complete in the database, where the product tells it. It shows whether anything ran
 * between two observations, which the state alone cannot: done before and done after may hide a migration.
 */
export type Applied = string;

export interface MigrationProgress {
  readonly done: number;
  /** Undefined where the product does not say how much there is. */
  readonly total?: number;
}

export function known<T>(value: T): Reading<T> {
  return { kind: 'known', value };
}

export function unknown(reason: string): { kind: 'unknown'; reason: string } {
  return { kind: 'unknown', reason };
}
