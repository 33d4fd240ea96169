import type { Hop } from '../hop/hop.ts';
import { matrixJson } from '../hop/matrix-hop.ts';
import type { HopStep } from '../hop/sequence.ts';
import type { Log } from '../log.ts';
import { hopCommands } from './hop-commands.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import type { Project } from './project.ts';

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

/** One step of the sequence as a command, with its own log. */
export function sequenceStep(project: Project, invocation: Invocation, hop: Hop, step: HopStep): StageStep {
  const { command, environment } = step;
  const own: Invocation = {
    ...invocation,
    command,
    environment,
    hop: matrixJson(hop),
    ...('release' in step ? { release: step.release } : {}),
    ...('purpose' in step && step.purpose !== undefined ? { purpose: step.purpose } : {}),
  };
  return {
    title: step.title.replaceAll('{from}', hop.from).replaceAll('{to}', hop.to),
    run: (log) => hopCommands[command]({ ...project, effects: { ...project.effects, log } }, own),
  };
}
