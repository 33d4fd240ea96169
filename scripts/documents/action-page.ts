import { parse } from 'yaml';
import { z } from 'zod';
import { code, table } from './markdown.ts';

const actionFile = z.object({
  name: z.string(),
  description: z.string(),
  inputs: z.record(
    z.string(),
    z.object({ description: z.string(), required: z.boolean().default(false), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

/** The tables of inputs and outputs, as they stand in action.yml. */
export function actionTables(actionYml: string): { readonly inputs: string; readonly outputs: string } {
  const action = actionFile.parse(parse(actionYml));
  return {
    inputs: table(
      ['input', 'default', 'meaning'],
      Object.entries(action.inputs).map(([name, input]) => [
        code(name),
        input.required ? 'required' : input.default === undefined ? '–' : code(input.default),
        input.description,
      ]),
    ),
    outputs: table(
      ['output', 'meaning'],
      Object.entries(action.outputs).map(([name, output]) => [code(name), output.description]),
    ),
  };
}

export function actionPage(actionYml: string): string {
  const { inputs, outputs } = actionTables(actionYml);
  return `# The action

<!-- Generated from action.yml by scripts/generate.ts. -->

\`staged-upgrade init\` writes workflows that use all of this; what follows is the reference.

## Inputs

${inputs}

## Outputs

${outputs}

What the values of \`result\` mean, and the exit codes of the same commands in a terminal: [exit codes](exit-codes.md).
`;
}
