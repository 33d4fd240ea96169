import { CommanderError } from 'commander';
import type { Clock } from '../clock.ts';
import { climb } from '../commands/climb.ts';
import { type Ending, endingOf } from '../commands/exit.ts';
import type { CommandResult, Invocation } from '../commands/invocation.ts';
import { invoke } from '../commands/invoke.ts';
import { openProject } from '../commands/open-project.ts';
import { rehearsePath } from '../commands/rehearse.ts';
import type { Stop } from '../commands/stop.ts';
import type { Effects } from '../effects.ts';
import { exitCodeOf } from '../hop/outcome.ts';
import { proxySecrets } from '../http.ts';
import { terminalQuestions } from '../init/questions.ts';
import { runInit } from '../init/run-init.ts';
import type { RunIdentity } from '../journal/event.ts';
import { type Masks, masks } from '../masks.ts';
import type { Message } from '../message.ts';
import type { Processes } from '../process.ts';
import { shippedProducts } from '../products/registry.ts';
import { variablesFrom } from '../variables.ts';
import { type GateMode, gateAt } from './ask.ts';
import { runDemo } from './demo.ts';
import { argumentsJson, endingJson } from './ending-json.ts';
import { listrStage } from './listr-stage.ts';
import { type ClimbChoices, type DemoChoices, terminalProgram } from './program.ts';
import { terminalLog } from './terminal-log.ts';

export interface TerminalParts {
  readonly argv: readonly string[];
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Somebody can be asked, and a list may move. */
  readonly interactive: boolean;
  readonly clock: Clock;
  readonly processes: Processes;
  readonly fetch: typeof globalThis.fetch;
  readonly stop: Stop;
  readonly run: RunIdentity;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Resolves with the exit code. */
export async function runCli(parts: TerminalParts): Promise<number> {
  let exitCode = 0;
  const tell = async (work: (terminal: Terminal) => Promise<CommandResult>, asJson = false): Promise<void> => {
    const terminal = terminalOf(parts);
    const ending = await endingOf(() => work(terminal), parts.stop);
    show(ending, parts, terminal.secrets, asJson);
    exitCode = ending.exitCode;
  };
  const program = terminalProgram(
    {
      invoke: (invocation, asJson) => tell(({ effects }) => invoke(invocation, effects, parts.run), asJson),
      rehearse: (invocation) => tell((terminal) => rehearseHere(parts, terminal, invocation)),
      climb: (invocation, choices) => tell((terminal) => climbHere(parts, terminal, invocation, choices)),
      init: (options) =>
        tell(() =>
          runInit(options, {
            directory: parts.directory,
            products: shippedProducts,
            ...(parts.interactive ? { questions: terminalQuestions(parts.stop.signal) } : {}),
          }),
        ),
      demo: (choices: DemoChoices) =>
        tell((terminal) => runDemo({ ...parts, effects: terminal.effects, redact: terminal.secrets.redact }, choices)),
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

interface Terminal {
  readonly effects: Effects;
  readonly secrets: Masks;
}

function terminalOf({ environment, clock, processes, fetch, directory, stop, err }: TerminalParts): Terminal {
  const secrets = masks(() => undefined);
  for (const secret of proxySecrets(environment)) secrets.add(secret);
  const effects: Effects = {
    clock,
    processes,
    fetch,
    directory,
    signal: stop.signal,
    log: terminalLog(
      (text) => err(secrets.redact(text)),
      () => clock.now().getTime(),
    ),
    variables: variablesFrom(environment, (value) => secrets.add(value)),
    redact: secrets.redact,
    environment: Object.fromEntries(
      Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  };
  return { effects, secrets };
}

async function rehearseHere(
  parts: TerminalParts,
  { effects, secrets }: Terminal,
  invocation: Invocation,
): Promise<CommandResult> {
  const project = await openProject(invocation.config, effects, parts.run);
  const { interactive, out } = parts;
  const approve = gateAt({ kind: 'stop' }, effects.signal);
  return await rehearsePath(
    project,
    invocation,
    listrStage({ interactive, write: out, redact: secrets.redact, approve }),
  );
}

async function climbHere(
  parts: TerminalParts,
  { effects, secrets }: Terminal,
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
    redact: secrets.redact,
    approve: gateAt(mode, effects.signal),
  });
  return await climb(project, invocation, stage, until === undefined ? {} : { until });
}

function show(ending: Ending, { out, err }: TerminalParts, secrets: Masks, asJson: boolean): void {
  if (ending.kind !== 'result') {
    if (ending.kind === 'defect' && ending.stack !== undefined) err(`${secrets.redact(ending.stack)}\n`);
    err(secrets.redact(messageText(ending.message)));
    if (asJson) out(`${secrets.redact(JSON.stringify(endingJson(ending), undefined, 2))}\n`);
    return;
  }
  const { result } = ending;
  if (asJson) {
    out(`${secrets.redact(JSON.stringify(jsonOf(result), undefined, 2))}\n`);
    return;
  }
  if (result.text !== '') out(`${secrets.redact(result.text).trimEnd()}\n`);
  if (result.message === undefined) out(`${secrets.redact(result.headline)}\n`);
  else err(secrets.redact(`${result.outcome}: ${messageText(result.message)}`));
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
