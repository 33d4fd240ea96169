import { SystemFailure } from '../../core/messages/errors.ts';
import type { Log } from '../log.ts';
import { childEnvironment } from '../processes/child-environment.ts';
import type { ProcessResult } from '../processes/process.ts';
import { maskAsked } from '../processes/runner-commands.ts';
import { variableNames } from '../variables.ts';
import type { OutputJudge } from './judged-output.ts';
import type { PartContext } from './kind.ts';
import { lastMessage } from './wrapped-output.ts';

export interface UserCommand {
  readonly run: readonly [string, ...string[]];
  /** Variables as written in the configuration, `${NAME}` unresolved. */
  readonly env?: Readonly<Record<string, string>>;
  /** Added to all others; a value of undefined removes the variable. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly log?: Log;
  /** Reads its output as it comes; without the commands that ask to mask a value. */
  readonly judge?: OutputJudge;
  readonly signal?: AbortSignal;
}

/**
 * Runs a command that the configuration names: a deploy, a hook, a smoke test. `{version}` and its like are filled into
 * its arguments; the same values are also passed as variables (`STAGED_UPGRADE_VERSION`), so that a script needs no
 * arguments. A value that it asks the runner to mask is masked everywhere from then on, and the request itself is not shown.
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
  const merged = {
    ...childEnvironment(effects, [...command.run, ...Object.values(command.env ?? {})].flatMap(variableNames)),
    ...Object.fromEntries(own),
    ...filledVariables(command.env ?? {}, context),
    ...command.environment,
  };
  const result = await effects.processes.run({
    argv: [fill(program), ...rest.map(fill)],
    directory: effects.directory,
    environment: Object.fromEntries(
      Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    signal: command.signal ? AbortSignal.any([command.signal, effects.signal]) : effects.signal,
    onLine: (line, stream) => {
      const secret = maskAsked(line);
      if (secret !== undefined) {
        effects.mask(secret);
        return;
      }
      (command.log ?? effects.log).output(line);
      command.judge?.line(line, stream);
    },
  });
  return { ...result, stdout: withoutMasks(result.stdout), stderr: withoutMasks(result.stderr) };
}

/** The values of a command's own variables. Rejects with a UserError for one that is not set. */
export function filledVariables(
  env: Readonly<Record<string, string>>,
  { effects, where, placeholders }: PartContext,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      effects.variables.fill(value, `${where}.env.${name}`, placeholders),
    ]),
  );
}

function withoutMasks(output: string): string {
  return output
    .split('\n')
    .filter((line) => maskAsked(line) === undefined)
    .join('\n');
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

/** Rejects with a SystemFailure that quotes the command (as configured, values not filled in) and why it counts as failed. */
export async function runUserCommandOrFail(
  command: UserCommand,
  context: PartContext,
  means: string,
): Promise<ProcessResult> {
  const result = await runUserCommand(command, context);
  const fault = endedWell(result) ? command.judge?.fault() : undefined;
  if (endedWell(result) && fault === undefined) return result;
  const why = fault === undefined ? lastWords(result, context) : `, but ${context.effects.pen.text(fault)}`;
  throw new SystemFailure({
    happened: `The command ${JSON.stringify(command.run.join(' '))} (${context.where}) ${howItEnded(result)}${why}.`,
    means,
    next: 'Read its output in the log, correct the cause, and run the step again.',
  });
}

/** Redacts the whole before it takes the last line: a line by itself may hold only a part of a secret. */
export function lastWords(result: ProcessResult, { effects }: PartContext): string {
  const last = lastMessage(effects.pen.text(result.stderr.trim() === '' ? result.stdout : result.stderr));
  return last === '' ? '' : `: ${last.slice(0, 400)}`;
}
