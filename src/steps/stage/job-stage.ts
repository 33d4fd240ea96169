import type { CommandResult } from '../../core/interface/result.ts';
import type { Log } from '../../world/log.ts';

/** Where the steps of a job are shown, outside of a workflow that has them as its own. */
export interface JobStage {
  /** Runs the steps of one job in order until one does not pass, and shows each. */
  runJob(title: string, steps: readonly StageStep[]): Promise<JobEnd>;
}

export type JobEnd =
  | { readonly kind: 'ended'; readonly results: readonly CommandResult[] }
  | { readonly kind: 'stopped'; readonly result: CommandResult };

export interface StageStep {
  readonly title: string;
  run(log: Log): Promise<CommandResult>;
}
