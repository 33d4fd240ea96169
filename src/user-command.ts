import type { PartContext } from './config/kind.ts';
import { SystemFailure } from './errors.ts';
import type { Log } from './log.ts';
import type { ProcessResult } from './process.ts';

export interface UserCommand {
  readonly run: readonly [string, ...string[]];
  /** Added to the inherited environment; a value of undefined takes the variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly log?: Log;
  readonly signal?: AbortSignal;
}

/**
 * Runs a command that the configuration names: a deploy, a hook, a smoke test. `{version}` and its like are filled into
 * its arguments; the same values also reach it as variables (`STAGED_UPGRADE_VERSION`), so that a script needs no
 * arguments.
 */
export async function runUserCommand(command: UserCommand, context: PartContext): Promise<ProcessResult> {
  const { effects, placeholders, where } = context;
  const [program, ...rest] = command.run;
  const fill = (text: string): string => effects.variables.fill(text, `${where}.run`, placeholders);
  const own = Object.entries(placeholders).flatMap(([name, value]) =>
    name.startsWith('access.')
      ? []
      : [[`STAGED_UPGRADE_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`, value] as const],
  );
  const merged = { ...effects.environment, ...Object.fromEntries(own), ...command.environment };
  return await effects.processes.run({
    argv: [fill(program), ...rest.map(fill)],
    directory: effects.directory,
    environment: Object.fromEntries(
      Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    signal: command.signal ? AbortSignal.any([command.signal, effects.signal]) : effects.signal,
    onLine: (line) => (command.log ?? effects.log).output(line),
  });
}

export function endedWell(result: ProcessResult): boolean {
  return result.exitCode === 0;
}

/** `exited with code 3` or `was ended by SIGKILL`. */
export function howItEnded(result: ProcessResult): string {
  return result.endedBy === undefined
    ? `exited with code ${result.exitCode ?? 'unknown'}`
    : `was ended by ${result.endedBy}`;
}

/** Rejects with a SystemFailure that quotes the command (as configured, values not filled in) and its last lines. */
export async function runUserCommandOrFail(
  command: UserCommand,
  context: PartContext,
  means: string,
): Promise<ProcessResult> {
  const result = await runUserCommand(command, context);
  if (endedWell(result)) return result;
  throw new SystemFailure({
    happened: `The command ${JSON.stringify(command.run.join(' '))} (${context.where}) ${howItEnded(result)}${lastWords(result)}.`,
    means,
    next: 'Read its output above, correct the cause, and run the step again.',
  });
}

function lastWords(result: ProcessResult): string {
  const lines = (result.stderr.trim() === '' ? result.stdout : result.stderr).trim().split('\n');
  const last = lines.at(-1)?.trim() ?? '';
  return last === '' ? '' : `: ${last.slice(0, 400)}`;
}
