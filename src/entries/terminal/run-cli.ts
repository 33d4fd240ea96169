import { join } from 'node:path';
import { CommanderError } from 'commander';
import { climb } from '../../commands/climb.ts';
import { markDisposable } from '../../commands/mark-disposable.ts';
import { rehearsePath } from '../../commands/rehearse.ts';
import type { Message } from '../../core/messages/message.ts';
import type { RunIdentity } from '../../core/model/event.ts';
import type { CommandResult, Invocation } from '../../core/model/invocation.ts';
import { exitCodeOf } from '../../core/model/outcome.ts';
import { ownRelease } from '../../init/own-release.ts';
import { terminalQuestions } from '../../init/questions.ts';
import { runInit } from '../../init/run-init.ts';
import { shippedProducts } from '../../products/registry.ts';
import { openProject } from '../../steps/hop/open-project.ts';
import type { Clock } from '../../world/clock.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { githubTime } from '../../world/github/github-time.ts';
import { proxySecrets } from '../../world/http.ts';
import type { Processes } from '../../world/processes/process.ts';
import type { Stop } from '../../world/processes/stop.ts';
import { stateFolder, type Witness } from '../../world/processes/witness.ts';
import { type Masks, masks } from '../../world/secrets/masks.ts';
import { maskingVariables } from '../../world/secrets/weak-secrets.ts';
import { asked } from '../../world/terminal/asked.ts';
import { variablesFrom } from '../../world/variables.ts';
import { type Pen, penWith } from '../../world/writing/pen.ts';
import { type Ending, endingOf } from '../exit.ts';
import { invoke } from '../invoke.ts';
import { type GateMode, gateAt } from './ask.ts';
import { runDemo } from './demo.ts';
import { argumentsJson, endingJson } from './ending-json.ts';
import { listrStage } from './listr-stage.ts';
import { type ClimbChoices, type DemoChoices, terminalProgram } from './program.ts';
import { type RunLog, runLog } from './run-log.ts';
import { terminalLog } from './terminal-log.ts';

export interface TerminalParts {
  readonly argv: readonly string[];
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Somebody can be asked, and a list may move. */
  readonly interactive: boolean;
  /** Of the terminal, where one is attached. */
  readonly columns?: number | undefined;
  readonly clock: Clock;
  readonly processes: Processes;
  readonly witness?: Witness | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly stop: Stop;
  readonly run: RunIdentity;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** With what each run makes of its own. */
export interface RunParts extends TerminalParts {
  readonly file: RunLog;
}

/** Resolves with the exit code. */
export async function runCli(given: TerminalParts): Promise<number> {
  let exitCode = 0;
  const secrets = masks(() => undefined);
  for (const secret of proxySecrets(given.environment)) secrets.add(secret);
  const pen = penWith(secrets);
  // Nothing else in the terminal knows the streams themselves.
  const parts: RunParts = {
    ...given,
    file: runLog({
      folder: join(stateFolder(given.environment), 'logs'),
      run: given.run.id,
      now: given.clock.now(),
      written: pen.text,
    }),
    out: (text) => given.out(pen.text(text)),
    err: (text) => given.err(pen.text(text)),
  };
  const effects = effectsOf(parts, secrets, pen);
  const outJson = (value: unknown): void => given.out(`${pen.json(value, 2)}\n`);
  const tell = async (work: () => Promise<CommandResult>, asJson = false): Promise<void> => {
    const ending = await endingOf(work, parts.stop);
    show(ending, parts, asJson ? outJson : undefined);
    exitCode = ending.exitCode;
  };
  const program = terminalProgram(
    {
      invoke: (invocation, asJson) => tell(() => invokeHere(parts, effects, invocation, asJson), asJson),
      rehearse: (invocation) => tell(() => rehearseHere(parts, effects, invocation)),
      climb: (invocation, choices) => tell(() => climbHere(parts, effects, invocation, choices)),
      init: (options) =>
        tell(() =>
          runInit(options, {
            directory: parts.directory,
            products: shippedProducts,
            release: ownRelease(),
            ...(parts.interactive ? { questions: terminalQuestions(parts.stop.signal) } : {}),
          }),
        ),
      demo: (choices: DemoChoices) => tell(() => runDemo({ ...parts, effects }, choices)),
    },
    parts.version,
  );
  program.exitOverride().configureOutput({ writeOut: parts.out, writeErr: parts.err });
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeOut: parts.out, writeErr: parts.err });
  try {
    await program.parseAsync([...parts.argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return 0;
    if (parts.argv.includes('--json')) {
      parts.out(`${JSON.stringify(argumentsJson(error.message, exitCodeOf.userError), undefined, 2)}\n`);
    }
    return exitCodeOf.userError;
  }
  return exitCode;
}

function effectsOf(parts: RunParts, secrets: Masks, pen: Pen): Effects {
  const { environment, clock, processes, witness, fetch, directory, stop, err } = parts;
  const github = githubTime(fetch, clock, environment);
  const log = terminalLog({
    write: err,
    now: () => clock.now().getTime(),
    interactive: parts.interactive,
    file: parts.file,
  });
  return {
    clock,
    processes,
    ...(witness && { witness }),
    fetch: github.fetch,
    githubReading: github.reading,
    directory,
    signal: stop.signal,
    log,
    variables: variablesFrom(environment, maskingVariables(secrets, log)),
    pen,
    mask: (value) => secrets.add(value),
    environment: Object.fromEntries(
      Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  };
}

/** What asks a person something does so where somebody is there. */
async function invokeHere(
  parts: TerminalParts,
  effects: Effects,
  invocation: Invocation,
  asJson: boolean,
): Promise<CommandResult> {
  const asks = invocation.command === 'mark-disposable' && parts.interactive && !asJson;
  if (!asks) return await invoke(invocation, effects, parts.run);
  const project = await openProject(invocation.config, effects, parts.run);
  return await markDisposable(project, invocation, async (message) => {
    const { default: input } = await import('@inquirer/input');
    return await asked(effects.signal, (asking) => input({ message }, asking));
  });
}

async function rehearseHere(parts: RunParts, effects: Effects, invocation: Invocation): Promise<CommandResult> {
  const project = await openProject(invocation.config, effects, parts.run);
  const { interactive, out, file } = parts;
  const now = (): number => effects.clock.now().getTime();
  const approve = gateAt({ kind: 'stop' }, effects.signal);
  return await rehearsePath(
    project,
    invocation,
    listrStage({ interactive, write: out, redact: effects.pen.text, approve, now, file }),
  );
}

async function climbHere(
  parts: RunParts,
  effects: Effects,
  invocation: Invocation,
  { yes, until }: ClimbChoices,
): Promise<CommandResult> {
  const { actor } = parts.run;
  const mode: GateMode = yes
    ? { kind: 'approve-all', actor, how: '--yes', announce: parts.out }
    : parts.interactive
      ? { kind: 'ask', actor }
      : { kind: 'stop' };
  const project = await openProject(invocation.config, effects, parts.run);
  const stage = listrStage({
    interactive: parts.interactive,
    write: parts.out,
    redact: effects.pen.text,
    now: () => effects.clock.now().getTime(),
    file: parts.file,
    columns: parts.columns,
    approve: gateAt(mode, effects.signal),
  });
  return await climb(project, invocation, stage, until === undefined ? {} : { until });
}

function show(ending: Ending, { out, err, file }: RunParts, outJson: ((value: unknown) => void) | undefined): void {
  if (ending.kind !== 'result') {
    if (ending.kind === 'defect' && ending.stack !== undefined) err(`${ending.stack}\n`);
    err(messageText(ending.message));
    if (ending.kind !== 'user-error') err(file.lastWords());
    outJson?.(endingJson(ending));
    return;
  }
  const { result } = ending;
  if (outJson !== undefined) {
    outJson(jsonOf(result));
    return;
  }
  if (result.text !== '') out(`${result.text.trimEnd()}\n`);
  if (result.message === undefined) out(`${result.headline}\n`);
  else err(`${result.outcome}: ${messageText(result.message)}`);
  if (result.outcome === 'failed' || result.outcome === 'unknown') err(file.lastWords());
}

function messageText({ happened, means, next }: Message): string {
  return `${[happened, means, next].filter((line) => line !== '').join('\n')}\n`;
}

/** The outputs of the action under their own names, or what the command has for this; JSON in an output is a value here. */
function jsonOf({ outcome, headline, message, outputs, json }: CommandResult): unknown {
  const values = Object.entries(outputs).map(([name, text]) => [name, jsonValue(text)] as const);
  const said = { result: outcome, headline, ...(message === undefined ? {} : { message }) };
  return { ...(json ?? Object.fromEntries(values)), ...said };
}

function jsonValue(text: string): unknown {
  if (!/^[[{]|^(true|false|\d+)$/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
