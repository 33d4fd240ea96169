import { adopt } from '../commands/adopt.ts';
import { approve } from '../commands/approve.ts';
import { backup } from '../commands/backup.ts';
import { check } from '../commands/check.ts';
import { climb } from '../commands/climb.ts';
import { configure } from '../commands/configure.ts';
import { demo } from '../commands/demo.ts';
import { deploy } from '../commands/deploy.ts';
import { fleet } from '../commands/fleet.ts';
import { init } from '../commands/init.ts';
import { log } from '../commands/log.ts';
import { markDisposable } from '../commands/mark-disposable.ts';
import { migrate } from '../commands/migrate.ts';
import { plan } from '../commands/plan.ts';
import { preflight } from '../commands/preflight.ts';
import { rehearse } from '../commands/rehearse.ts';
import { report } from '../commands/report.ts';
import { restore } from '../commands/restore.ts';
import { rollback } from '../commands/rollback.ts';
import { smoke } from '../commands/smoke.ts';
import { unlock } from '../commands/unlock.ts';
import { wait } from '../commands/wait.ts';
import type { Given } from '../core/interface/inputs.ts';
import type { CommandResult } from '../core/interface/result.ts';
import { UserError } from '../core/messages/errors.ts';
import { nearest } from '../core/messages/nearest.ts';
import type { Caller, Command } from '../steps/command.ts';

/** Every command, in the order in which the help lists them. */
export const allCommands: readonly Command[] = [
  init,
  plan,
  preflight,
  configure,
  approve,
  check,
  backup,
  restore,
  deploy,
  wait,
  smoke,
  migrate,
  rollback,
  report,
  fleet,
  rehearse,
  climb,
  adopt,
  unlock,
  log,
  markDisposable,
  demo,
];

export const workflowCommands: readonly Command[] = allCommands.filter(({ only }) => only !== 'terminal');
export const terminalCommands: readonly Command[] = allCommands.filter(({ only }) => only !== 'workflow');

/** @throws UserError if there is none of that name */
export function commandNamed(name: string, commands: readonly Command[] = allCommands): Command {
  const command = commands.find((each) => each.name === name);
  if (command !== undefined) return command;
  const names = commands.map((each) => each.name);
  const like = nearest(name, names);
  throw new UserError({
    happened: `The command "${name}" does not exist.`,
    means: 'Nothing was done.',
    next: `${like === undefined ? '' : `Did you mean "${like}"? `}The commands are: ${names.join(', ')}.`,
  });
}

/** What a step of a workflow runs. */
export async function invokeInWorkflow(name: string, given: Given, caller: Caller): Promise<CommandResult> {
  return await commandNamed(name, workflowCommands).invoke(given, caller);
}
