import type { CommandResult } from '../../core/interface/result.ts';
import type { Hop } from '../../core/model/hop.ts';
import type { Log } from '../../world/log.ts';

/** Where the steps of a job are shown, outside of a workflow that shows them as its own. */
export interface JobStage {
  /** Runs the steps of one job in order until one does not pass, and shows each. */
  runJob(title: JobTitle, steps: readonly StageStep[]): Promise<JobEnd>;
}

export interface JobTitle {
  /** Undefined for what is done once for the whole path. */
  readonly hop?: Hop;
  readonly job: string;
}

/** Both in one line: `Hop 2 of 5, 1.1.4 → 1.2.1: Rehearse on staging`. */
export function jobTitleText({ hop, job }: JobTitle): string {
  return hop === undefined ? job : `Hop ${hop.index} of ${hop.count}, ${hop.title}: ${job}`;
}

export type JobEnd =
  | { readonly kind: 'ended'; readonly results: readonly CommandResult[] }
  | { readonly kind: 'stopped'; readonly result: CommandResult };

export interface StageStep {
  readonly title: string;
  run(log: Log): Promise<CommandResult>;
}
