import type { Migrations, Reading, Serving } from '../hop/observation.ts';

/**
 * What can be asked of a live system. A probe never throws for what the system does: an unreachable server is a
 * reading of `unknown` with its reason.
 */
export interface Probes {
  version(signal?: AbortSignal): Promise<Reading<string>>;
  serving(signal?: AbortSignal): Promise<Serving>;
  migrations(signal?: AbortSignal): Promise<Migrations>;
}

/** Starting the migrations that were deferred. */
export interface MigrationStarter {
  /** Starts what is pending, or says that nothing is. Rejects with a SystemFailure when the system refuses. */
  start(signal?: AbortSignal): Promise<'started' | 'nothing-pending'>;
}

export interface SmokeTest {
  readonly name: string;
  run(signal?: AbortSignal): Promise<SmokeResult>;
}

export type SmokeResult =
  | { readonly kind: 'passed'; readonly detail?: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };
