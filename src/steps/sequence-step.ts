import type { Project } from '../config/project.ts';
import type { Hop } from '../core/model/hop.ts';
import type { Invocation } from '../core/model/invocation.ts';
import { matrixJson } from '../core/model/matrix-hop.ts';
import type { HopStep } from '../core/model/sequence.ts';
import { hopCommands } from './hop-commands.ts';
import type { StageStep } from './stage/job-stage.ts';

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
