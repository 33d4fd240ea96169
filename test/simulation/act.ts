import type { EnvironmentName } from '../../src/core/model/hop.ts';
import type { Data } from './installation.ts';
import type { ProductionDeploy } from './judge-promotion.ts';

/** What a process does to a system. */
export type Act =
  | ({ readonly what: 'deploy'; readonly on: EnvironmentName } & ProductionDeploy)
  | { readonly what: 'stop' | 'start-migrations'; readonly on: EnvironmentName }
  | { readonly what: 'hook'; readonly on: EnvironmentName; readonly version: string }
  | { readonly what: 'restore'; readonly on: EnvironmentName; readonly onto: Data; readonly version: string };

export type GatedJob = 'promote' | 'finalize';

/** A tool or a restore that takes some time. */
export interface LongAct {
  readonly name: string;
  readonly owner: string;
}

export function described(act: Act): string {
  return `${act.what} on ${act.on}${'version' in act ? ` ${act.version}` : ''}`;
}
