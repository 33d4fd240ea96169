import type { Project } from '../config/project.ts';
import { type Given, type InputName, type InputsOf, taken } from '../core/interface/inputs.ts';
import type { OutputName } from '../core/interface/outputs.ts';
import type { CommandResult } from '../core/interface/result.ts';
import type { RunIdentity } from '../core/model/event.ts';
import type { Effects } from '../world/effects/effects.ts';
import { openProject } from './hop/open-project.ts';
import type { Terminal } from './stage/terminal.ts';

/** Who runs a command, and with which effects. */
export interface Caller {
  readonly effects: Effects;
  readonly run: RunIdentity;
  /** Undefined in a step of a workflow. */
  readonly terminal?: Terminal;
}

/** What a command declares: which inputs it takes and which outputs it sets. */
export interface Declaration<Input extends InputName = InputName, Output extends OutputName = OutputName> {
  readonly name: string;
  /** A clause, for the help text in the terminal. */
  readonly description: string;
  /** Where it can be run, unless that is both in a terminal and as a step of a workflow. */
  readonly only?: 'terminal' | 'workflow';
  readonly inputs: readonly Input[];
  /** Inputs that only a workflow can pass. */
  readonly inWorkflow?: readonly Input[];
  /** Inputs that only a terminal can pass. */
  readonly inTerminal?: readonly Input[];
  readonly outputs: readonly Output[];
  /** Without `--json`: it shows its progress. */
  readonly showsSteps?: true;
}

/** One command of the list, as the entries see it. */
export interface Command extends Declaration {
  invoke(given: Given, caller: Caller): Promise<CommandResult>;
  /** The same on an open project, leaving the lease as it is; undefined for a command that needs no project. */
  readonly onProject?: (project: Project, given: Given, terminal?: Terminal) => Promise<CommandResult>;
}

interface Works<Input extends InputName, Output extends OutputName> extends Declaration<Input, Output> {
  /** Its implementation, loaded when it is run: a start that lists commands, or has no configuration, needs none. */
  load(): Promise<Run<Input, Output>>;
}

type Run<Input extends InputName, Output extends OutputName> = (
  project: Project,
  input: InputsOf<Input | 'config'>,
  terminal?: Terminal,
) => Promise<CommandResult<Output>>;

/** A command that works on the system of a configuration, which is one of its inputs. */
export function projectCommand<Input extends InputName, Output extends OutputName>(
  command: Works<Input, Output>,
): Command & { readonly run: Run<Input, Output> } {
  const { load, ...declaration } = command;
  const names: readonly (Input | 'config' | 'system')[] = ['config', 'system', ...allInputs(declaration)];
  const run: Run<Input, Output> = async (project, input, terminal) => await (await load())(project, input, terminal);
  const onProject = (project: Project, given: Given, terminal?: Terminal): Promise<CommandResult> =>
    run(project, taken(given, names), terminal);
  return {
    ...declaration,
    inputs: ['config', 'system', ...declaration.inputs],
    run,
    onProject,
    invoke: async (given, { effects, run: identity, terminal }) => {
      const project = await openProject(given.config, effects, identity, given.system);
      const { endOfRun } = await import('./hop/under-lease.ts');
      return await endOfRun(project, () => onProject(project, given, terminal));
    },
  };
}

/** Every input of a command, wherever it is passed. */
export function allInputs<Input extends InputName>({
  inputs,
  inWorkflow = [],
  inTerminal = [],
}: Pick<Declaration<Input>, 'inputs' | 'inWorkflow' | 'inTerminal'>): readonly Input[] {
  return [...inputs, ...inWorkflow, ...inTerminal];
}

export function workflowInputs({ inputs, inWorkflow = [] }: Declaration): readonly InputName[] {
  return [...inputs, ...inWorkflow];
}

export function terminalInputs({ inputs, inTerminal = [] }: Declaration): readonly InputName[] {
  return [...inputs, ...inTerminal];
}
