import { inputs } from '../../src/core/interface/inputs.ts';
import { allCommands } from '../../src/entries/commands.ts';
import { type Command, terminalInputs, workflowInputs } from '../../src/steps/command.ts';
import { code, table } from './markdown.ts';

const where = {
  terminal: 'In the terminal only.',
  workflow: 'A step of a workflow only.',
} as const;

/** The reference of all commands, from what they declare. */
export function commandsPage(): string {
  return `# Commands

<!-- Generated from src/commands/ by scripts/generate.ts. -->

In the terminal a command is \`staged-upgrade NAME\`, in a workflow \`command: NAME\` of a step that uses the action. What the inputs mean is in
[action.md](action.md), what results and exit codes mean in [exit-codes.md](exit-codes.md).

${allCommands.map(section).join('\n')}`;
}

function section(command: Command): string {
  const { name, description, only, outputs, showsSteps } = command;
  const options = terminalInputs(command).flatMap((input) => {
    const { option } = inputs[input];
    return option === undefined ? [] : [[code(option.flags), option.description]];
  });
  const json = showsSteps === true ? [] : [[code('--json'), 'print the result as JSON']];
  const given = workflowInputs(command).filter((input) => inputs[input].action !== undefined);
  const parts = [
    `## ${name}`,
    `${description.charAt(0).toUpperCase()}${description.slice(1)}${/[.?]$/.test(description) ? '' : '.'}${only === undefined ? '' : ` ${where[only]}`}`,
    ...(only === 'workflow' ? [] : [table(['option', 'meaning'], [...options, ...json])]),
    ...(only === 'terminal' || given.length === 0 ? [] : [`Inputs of its step: ${given.map(code).join(', ')}.`]),
    ...(only === 'terminal' || outputs.length === 0 ? [] : [`Outputs: ${outputs.map(code).join(', ')}.`]),
  ];
  return `${parts.join('\n\n')}\n`;
}
