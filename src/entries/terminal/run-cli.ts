import { join } from 'node:path';
import { CommanderError } from 'commander';
import type { CommandResult } from '../../core/interface/result.ts';
import type { RunIdentity } from '../../core/model/event.ts';
import { shortened } from '../../core/model/notice.ts';
import { exitCodeOf } from '../../core/model/outcome.ts';
import { expressionProgram } from '../../drivers/probes/expression-program.ts';
import type { Gates, Terminal } from '../../steps/stage/terminal.ts';
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
import { terminalCommands } from '../commands.ts';
import { endingOf } from '../exit.ts';
import { type GateMode, gateAt } from './ask.ts';
import { climbScreen } from './climb-screen.ts';
import { argumentsJson } from './ending-json.ts';
import { type Ink, inkFor } from './ink.ts';
import { terminalProgram } from './program.ts';
import { type RunLog, runLog } from './run-log.ts';
import { showEnding } from './show-ending.ts';
import { type End, withSignColour } from './sign.ts';
import { terminalLog } from './terminal-log.ts';
import { wrapped } from './wrapped.ts';

export interface TerminalParts {
  readonly argv: readonly string[];
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Somebody can be asked, and a list may move. */
  readonly interactive: boolean;
  /** The width of the terminal that shows each stream; undefined if it goes elsewhere. Asked each time: windows change. */
  readonly columns?: { readonly out: () => number | undefined; readonly err: () => number | undefined };
  readonly clock: Clock;
  readonly processes: Processes;
  readonly witness?: Witness | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly stop: Stop;
  readonly run: RunIdentity;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** With what each run creates for itself. `out` and `err` remove secrets, and break lines at the width of the terminal. */
export interface RunParts extends TerminalParts {
  readonly file: RunLog;
  /** Writes to standard output unchanged, for what the pen has already written. */
  readonly outRaw: (text: string) => void;
  readonly ink: { readonly out: Ink; readonly err: Ink };
}

/** Resolves with the exit code. */
export async function runCli(given: TerminalParts): Promise<number> {
  let exitCode = 0;
  const secrets = masks(() => undefined);
  for (const secret of proxySecrets(given.environment)) secrets.add(secret);
  const pen = penWith(secrets);
  // In a step of a workflow the runner reads the output, and may take a line for a command.
  const written = given.environment.GITHUB_ACTIONS === 'true' ? pen.workflow : pen.text;
  // Nothing else in the terminal entry accesses the streams themselves.
  const parts: RunParts = {
    ...given,
    file: runLog({
      folder: join(stateFolder(given.environment), 'logs'),
      run: given.run.id,
      now: given.clock.now(),
      written: pen.text,
    }),
    out: (text) => given.out(wrapped(written(text), given.columns?.out())),
    err: (text) => given.err(wrapped(written(text), given.columns?.err())),
    outRaw: given.out,
    ink: {
      out: inkFor(given.environment, given.columns?.out() !== undefined),
      err: inkFor(given.environment, given.columns?.err() !== undefined),
    },
  };
  const effects = effectsOf(parts, secrets, pen);
  const outJson = (value: unknown): void => given.out(`${pen.json(value, 2)}\n`);
  const endingParts = {
    ...parts,
    outEnd: (end: End, text: string) =>
      given.out(withSignColour(parts.ink.out, end, wrapped(written(text), given.columns?.out()))),
    errEnd: (end: End, text: string) =>
      given.err(withSignColour(parts.ink.err, end, wrapped(written(text), given.columns?.err()))),
  };
  const report = async (work: () => Promise<CommandResult>, asJson = false): Promise<void> => {
    const ending = await endingOf(work, parts.stop);
    showEnding(ending, endingParts, asJson ? outJson : undefined);
    exitCode = ending.exitCode;
  };
  const program = terminalProgram(
    terminalCommands,
    (command, input, asJson) =>
      report(() => command.invoke(input, { effects, run: parts.run, terminal: terminalOf(parts, asJson) }), asJson),
    parts.version,
  );
  const output = {
    writeOut: parts.out,
    writeErr: parts.err,
    // The message repeats an argument, however long that is.
    outputError: (text: string, write: (text: string) => void) => write(shortened(text, longestMistake)),
  };
  for (const command of [program, ...program.commands]) command.exitOverride().configureOutput(output);
  try {
    await program.parseAsync([...parts.argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return 0;
    if (parts.argv.includes('--json')) {
      outJson(argumentsJson(error.message, exitCodeOf.userError));
    }
    return exitCodeOf.userError;
  }
  return exitCode;
}

const longestMistake = 2000;

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
    expressions: expressionProgram(),
    ...(witness && { witness }),
    columns: () => parts.columns?.out(),
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

/** @param asJson a program reads the result: nobody is asked anything */
function terminalOf(parts: RunParts, asJson: boolean): Terminal {
  const interactive = parts.interactive && !asJson;
  const { signal } = parts.stop;
  return {
    interactive,
    write: parts.out,
    stage: (effects, gates) =>
      climbScreen({
        interactive,
        write: parts.out,
        writeRaw: parts.outRaw,
        redact: effects.pen.text,
        now: () => effects.clock.now().getTime(),
        file: parts.file,
        columns: () => parts.columns?.out(),
        ink: parts.ink.out,
        approve: gateAt(gateMode(gates, parts), effects.signal),
      }),
    ...(interactive
      ? {
          ask: async (message) => {
            const { default: input } = await import('@inquirer/input');
            return await asked(signal, (asking) => input({ message }, asking));
          },
        }
      : {}),
  };
}

function gateMode(gates: Gates, { interactive, run, out }: RunParts): GateMode {
  const { actor } = run;
  switch (gates.kind) {
    case 'approve-all':
      return { kind: 'approve-all', actor, how: gates.how, announce: out };
    case 'ask':
      return interactive ? { kind: 'ask', actor } : { kind: 'stop' };
    case 'stop':
      return { kind: 'stop' };
  }
}
