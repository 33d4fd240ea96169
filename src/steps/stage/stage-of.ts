import type { Project } from '../../config/project.ts';
import { UserError } from '../../core/messages/errors.ts';
import type { ClimbStage } from './climb-stage.ts';
import type { Gates, Terminal } from './terminal.ts';

/**
 * Where a command of the terminal shows its progress.
 * @throws UserError if there is no terminal: a workflow has its own jobs for it
 */
export function stageOf(terminal: Terminal | undefined, { effects }: Project, gates: Gates): ClimbStage {
  if (terminal !== undefined) return terminal.stage(effects, gates);
  throw new UserError({
    happened: 'This command works only in a terminal.',
    means: 'A workflow climbs by the steps of its own jobs. Nothing was done.',
    next: 'Run "staged-upgrade init": it writes the workflows.',
  });
}
