import type { Project } from '../../src/config/project.ts';
import type { Given } from '../../src/core/interface/inputs.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import type { RunIdentity } from '../../src/core/model/event.ts';
import { commandNamed } from '../../src/entries/commands.ts';
import type { Effects } from '../../src/world/effects/effects.ts';

/** How a test calls a command: its name, and its inputs. */
export type Invocation = Given & { readonly command: string };

/** As a step of a workflow, or a pipe, runs it. */
export function invoke({ command, ...given }: Invocation, effects: Effects, run: RunIdentity): Promise<CommandResult> {
  return commandNamed(command).invoke(given, { effects, run });
}

/** The same on an open project; its lease is left as it is then. */
export function invokeOn(project: Project, { command, ...given }: Invocation): Promise<CommandResult> {
  const { onProject } = commandNamed(command);
  if (onProject === undefined) throw new Error(`${command} works on no project`);
  return onProject(project, given);
}
