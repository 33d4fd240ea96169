import type { z } from 'zod';
import type { BaselineRules, Measured, Taken } from '../../core/decisions/baseline.ts';
import type { InitKind } from '../../core/interface/init-kind.ts';
import type { Migrations, Reading, Serving } from '../../core/model/observation.ts';
import type { Reached } from '../../core/path/sources/stages/stages.ts';
import type { Part } from '../../world/effects/kind.ts';
import type { TopologyProbe } from './topology.ts';

/** Asks once which version answers, in the server's own words: `4.1.12-53eba89`. */
export type VersionProbe = (signal?: AbortSignal) => Promise<Reading<string>>;

/** Asks once whether the system is serving. */
export type HealthProbe = (signal?: AbortSignal) => Promise<Serving>;

/** Asks once whether a stage is reached. */
export type ReachedProbe = (signal?: AbortSignal) => Promise<Reached>;

/**
 * Asks once how far the migrations are.
 * @param release the label of the release that answers, for a probe that must know what that release needs
 */
export type MigrationsProbe = (signal?: AbortSignal, release?: Promise<Reading<string>>) => Promise<Migrations>;

/** Requests the start of the next deferred migration once. */
export type MigrationStarter = (signal?: AbortSignal) => Promise<StartAnswer>;

/** `said` quotes the server: it is the only explanation for a start that leaves no trace. */
export type StartAnswer =
  | { readonly kind: 'started' | 'nothing-pending'; readonly said: string }
  /** Nothing was started: the credential, whose name is in `said`, was not accepted. */
  | { readonly kind: 'refused'; readonly said: string }
  /** Any other answer, or none: it may have started anyway. */
  | { readonly kind: 'not-understood'; readonly said: string };

export interface SmokeTest {
  readonly name: string;
  run(signal?: AbortSignal): Promise<SmokeResult>;
}

export type SmokeResult =
  /** `note`: what was compared, for the report. */
  | { readonly kind: 'passed'; readonly note?: string }
  /** The system did something else than it must. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** The test could not be made: nobody answered. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Something that is measured before a release is deployed, and compared after. */
export interface Measure {
  readonly name: string;
  readonly rules: BaselineRules;
  /** @param was the earlier measurement, which it will be compared with */
  take(signal?: AbortSignal, was?: Measured): Promise<Taken>;
}

/** An answer of the server that a vendor will ask for: kept as it is, and no decision is based on it. */
export interface Evidence {
  readonly name: string;
  /** The answer as text, or why there is none. */
  collect(signal?: AbortSignal): Promise<string>;
}

/** A way to query a system, such as over HTTP: for each question that it can answer, the settings and the implementation. */
export interface ProbeKind {
  readonly version?: z.ZodType<Part<VersionProbe>>;
  readonly health?: z.ZodType<Part<HealthProbe>>;
  readonly reached?: z.ZodType<Part<ReachedProbe>>;
  readonly migrations?: z.ZodType<Part<MigrationsProbe>>;
  readonly migrationStarter?: z.ZodType<Part<MigrationStarter>>;
  readonly smokeTest?: z.ZodType<Part<SmokeTest>>;
  readonly measure?: z.ZodType<Part<Measure>>;
  readonly topology?: z.ZodType<Part<TopologyProbe>>;
  /** The step by which a job logs in for a query. */
  readonly login?: Pick<InitKind, 'name' | 'login'>;
}
