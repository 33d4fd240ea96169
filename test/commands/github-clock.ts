import type { Project } from '../../src/config/project.ts';
import type { Given } from '../../src/core/interface/inputs.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import type { VirtualSystem } from './virtual-system.ts';

type Command = (project: Project, input: Given) => Promise<CommandResult>;

/** GitHub has answered directly before the command, by its own clock. */
export function githubAt(system: VirtualSystem, difference: number, command: Command): Command {
  return (project, input) => {
    const at = new Date(system.time.now);
    const reading = { served: new Date(system.time.now + difference), asked: at, answered: at };
    return command({ ...project, effects: { ...project.effects, githubReading: () => reading } }, input);
  };
}
