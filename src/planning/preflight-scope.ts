import type { EnvironmentName } from '../core/model/hop.ts';

/** What this run can check: a job has the variables of some parts only, and may be asked about one environment. */
export interface PreflightScope {
  /** Whether it was asked about it. */
  looksAt(environment: EnvironmentName): boolean;
  /** Whether this run has the variables of this part of the configuration: `environments.staging.data`. */
  has(part: string): boolean;
}
