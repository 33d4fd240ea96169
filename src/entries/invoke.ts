import { adopt } from '../commands/adopt.ts';
import { approve } from '../commands/approve.ts';
import { log } from '../commands/log.ts';
import { markDisposable } from '../commands/mark-disposable.ts';
import { plan, planForProduct } from '../commands/plan.ts';
import { preflight } from '../commands/preflight.ts';
import { rehearse } from '../commands/rehearse.ts';
import { unlock } from '../commands/unlock.ts';
import type { Project } from '../config/project.ts';
import { UserError } from '../core/messages/errors.ts';
import { nearest } from '../core/messages/nearest.ts';
import type { RunIdentity } from '../core/model/event.ts';
import type { CommandResult, Invocation } from '../core/model/invocation.ts';
import { openProject } from '../steps/hop/open-project.ts';
import { endOfRun } from '../steps/hop/under-lease.ts';
import { type Command, hopCommands } from '../steps/hop-commands.ts';
import type { Effects } from '../world/effects/effects.ts';

/** The commands that both entries have. Those of the terminal alone (`init`, `climb`) are in cli.ts. */
export const commands: Readonly<Record<string, Command>> = {
  plan,
  preflight,
  ...hopCommands,
  approve,
  rehearse,
  adopt,
  log,
  'mark-disposable': markDisposable,
  unlock,
};

/** Runs one command. Throws a UserError for what cannot be right; a SystemFailure for what failed outside a hop's step. */
export async function invoke(invocation: Invocation, effects: Effects, run: RunIdentity): Promise<CommandResult> {
  const command = commandOf(invocation);
  const { product } = invocation;
  if (product !== undefined) return await planForProduct(product, invocation, effects);
  return await invokeOn(await openProject(invocation.config, effects, run), invocation, command);
}

/** The same on a project that is open. */
export async function invokeOn(
  project: Project,
  invocation: Invocation,
  command: Command = commandOf(invocation),
): Promise<CommandResult> {
  return await endOfRun(project, async () => await command(project, invocation));
}

function commandOf({ command: name }: Invocation): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw unknownCommand(name);
  return command;
}

function unknownCommand(name: string): UserError {
  const names = Object.keys(commands);
  const like = nearest(name, names);
  return new UserError({
    happened: `The command "${name}" does not exist.`,
    means: 'Nothing was done.',
    next: `${like === undefined ? '' : `Did you mean "${like}"? `}The commands are: ${names.join(', ')}.`,
  });
}
