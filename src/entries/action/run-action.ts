import type { Given } from '../../core/interface/inputs.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { expressionProgram } from '../../drivers/probes/expression-program.ts';
import type { Caller } from '../../steps/command.ts';
import type { Clock } from '../../world/clock.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { githubTime } from '../../world/github/github-time.ts';
import { proxySecrets } from '../../world/http.ts';
import type { Processes } from '../../world/processes/process.ts';
import type { Stop } from '../../world/processes/stop.ts';
import type { Witness } from '../../world/processes/witness.ts';
import { type Masks, masks } from '../../world/secrets/masks.ts';
import { maskingVariables } from '../../world/secrets/weak-secrets.ts';
import { variablesFrom } from '../../world/variables.ts';
import { type Pen, penWith } from '../../world/writing/pen.ts';
import { endingOf } from '../exit.ts';
import type { Annotation } from './annotations.ts';
import { annotationOf } from './annotations.ts';
import type { ActionInputs } from './inputs.ts';
import { readInputs } from './inputs.ts';
import { githubLog, type RunnerLog } from './log.ts';
import { outputsOf, stepExitCode } from './outputs.ts';
import { runIdentity } from './run-identity.ts';
import { runnerWith } from './runner-with.ts';
import { secretsByName } from './secrets-by-name.ts';

/** Runs a command by its name. */
export type Invoke = (command: string, given: Given, caller: Caller) => Promise<CommandResult>;

/** What a step may do to the job that it runs in. */
export interface Runner extends RunnerLog {
  mask(secret: string): void;
  setOutput(name: string, value: string): void;
  annotate(annotation: Annotation): void;
  writeSummary(markdown: string): Promise<void>;
}

export interface ActionParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** When the job of this step started; undefined if that cannot be determined. */
  readonly jobStartedAt?: Date;
  readonly runner: Runner;
  readonly clock: Clock;
  readonly processes: Processes;
  readonly witness?: Witness | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly stop: Stop;
  readonly invoke: Invoke;
}

/** One step: inputs in; outputs, summary and one annotation out. Resolves with the exit code of the step. */
export async function runAction(parts: ActionParts): Promise<number> {
  const { environment } = parts;
  const secrets = masks((secret) => parts.runner.mask(secret));
  const pen = penWith(secrets);
  const runner = runnerWith(pen, parts.runner);
  for (const value of [...secretsByName(environment), ...proxySecrets(environment)]) secrets.add(value);
  let inputs: ActionInputs | undefined;
  const ending = await endingOf(async () => {
    inputs = readInputs(environment);
    if (inputs.token !== undefined) secrets.add(inputs.token);
    return await parts.invoke(inputs.command, inputs.given, {
      effects: effectsOf({ ...parts, runner }, inputs.token, secrets, pen),
      run: runIdentity(environment),
    });
  }, parts.stop);

  if (ending.kind !== 'result') reportFailure(runner);
  else await reportResult(ending.result, inputs?.summary ?? true, runner);
  if (ending.kind === 'defect' && ending.stack !== undefined) runner.info(ending.stack);
  const annotation = annotationOf(ending, inputs?.command ?? '');
  if (annotation !== undefined) runner.annotate(annotation);
  return stepExitCode(ending.exitCode);
}

async function reportResult(result: CommandResult, wanted: boolean, runner: Runner): Promise<void> {
  runner.info(result.headline);
  for (const [name, value] of Object.entries(outputsOf(result))) runner.setOutput(name, value);
  if (!wanted || result.summary === '') return;
  try {
    await runner.writeSummary(result.summary);
  } catch (error) {
    // The work stays done: a summary that cannot be written must not turn it into a failure.
    runner.warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A later job that checks the result gets an answer even if the step threw. */
function reportFailure(runner: Runner): void {
  runner.setOutput('result', 'failed');
  runner.setOutput('proceed', 'false');
}

function effectsOf(parts: ActionParts, token: string | undefined, secrets: Masks, pen: Pen): Effects {
  const { environment, runner, clock, processes, witness, fetch, directory, stop, jobStartedAt } = parts;
  const github = githubTime(fetch, clock, environment);
  const log = githubLog(runner, () => clock.now().getTime());
  return {
    clock,
    processes,
    expressions: expressionProgram(),
    ...(witness && { witness }),
    fetch: github.fetch,
    githubReading: github.reading,
    directory,
    signal: stop.signal,
    ...(jobStartedAt === undefined ? {} : { jobStartedAt }),
    log,
    variables: variablesFrom(environment, maskingVariables(secrets, log)),
    pen,
    mask: (value) => secrets.add(value),
    environment: Object.fromEntries(
      Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    ...(token === undefined
      ? {}
      : { journalCredential: { token, server: environment.GITHUB_SERVER_URL || 'https://github.com' } }),
  };
}
