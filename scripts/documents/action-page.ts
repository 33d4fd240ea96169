import { actionInputs, actionOutputs } from './action-file.ts';
import { code, table } from './markdown.ts';

/** The tables of inputs and outputs, as they are in action.yml. */
export function actionTables(): { readonly inputs: string; readonly outputs: string } {
  return {
    inputs: table(
      ['input', 'default', 'meaning'],
      actionInputs().map(({ name, required, default: value, description }) => [
        code(name),
        required === true ? 'required' : value === undefined ? '–' : code(value),
        description,
      ]),
    ),
    outputs: table(
      ['output', 'meaning'],
      actionOutputs().map(({ name, description }) => [code(name), description]),
    ),
  };
}

export function actionPage(): string {
  const { inputs, outputs } = actionTables();
  return `# The action

<!-- Generated from src/core/interface/ by scripts/generate.ts. -->

\`staged-upgrade init\` writes workflows that use all of this; what follows is the reference.

## Inputs

${inputs}

## Outputs

${outputs}

What the values of \`result\` mean, and the exit codes of the same commands in a terminal: [exit codes](exit-codes.md).
`;
}
