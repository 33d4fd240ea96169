import type { ActionInput } from '../../src/core/interface/input.ts';
import { inputNames, inputs, stepInputs } from '../../src/core/interface/inputs.ts';
import { outputs, stepOutputs } from '../../src/core/interface/outputs.ts';
import { workflowCommands } from '../../src/entries/commands.ts';
import { indent, scalar } from '../../src/init/render/yaml.ts';
import { workflowInputs } from '../../src/steps/command.ts';

/** One input of the action, whichever command takes it. */
export interface NamedInput extends ActionInput {
  readonly name: string;
}

export interface NamedOutput {
  readonly name: string;
  readonly description: string;
}

/** All inputs of the action, in order: a command of it takes each, or the step itself. */
export function actionInputs(): readonly NamedInput[] {
  const taken = new Set<string>(workflowCommands.flatMap(workflowInputs));
  const own = inputNames.flatMap((name) => {
    const { action } = inputs[name];
    if (action === undefined || !taken.has(name)) return [];
    return [{ name, ...action }];
  });
  const names = workflowCommands.map(({ name }) => name);
  const command: NamedInput = { name: 'command', description: `What to do: ${names.join(', ')}.`, required: true };
  const ofStep = Object.entries(stepInputs).flatMap(([name, { action }]) => (action ? [{ name, ...action }] : []));
  return [command, ...own, ...ofStep];
}

export function actionOutputs(): readonly NamedOutput[] {
  const given = new Set<string>(workflowCommands.flatMap((command) => command.outputs));
  const ofStep = Object.entries(stepOutputs).map(([name, description]) => ({ name, description }));
  const ofCommands = Object.entries(outputs).map(([name, { text }]) => ({ name, description: text }));
  return [...ofStep, ...ofCommands.filter(({ name }) => given.has(name))];
}

/** action.yml with its inputs and outputs as the commands declare them; the rest of it is written by hand. */
export function actionFile(present: string): string {
  const begin = present.indexOf('\ninputs:\n');
  const end = present.indexOf('\nruns:\n');
  if (begin === -1 || end < begin) throw new Error('action.yml does not have its inputs before what it runs');
  const ownInputs = actionInputs().flatMap(({ name, description, required, default: value }) => [
    `${name}:`,
    `  description: ${scalar(description)}`,
    `  required: ${required === true}`,
    ...(value === undefined ? [] : [`  default: ${scalar(value)}`]),
  ]);
  const ownOutputs = actionOutputs().flatMap(({ name, description }) => [
    `${name}:`,
    `  description: ${scalar(description)}`,
  ]);
  const made = ['', 'inputs:', ...indent(2, ownInputs), '', 'outputs:', ...indent(2, ownOutputs), ''];
  return `${present.slice(0, begin)}${made.join('\n')}${present.slice(end)}`;
}
