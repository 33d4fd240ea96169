import type { WorkflowContent } from './job.ts';

/** Which of several systems a workflow is for, six spaces in. */
export function systemInput({ fleet }: WorkflowContent): string[] {
  if (fleet === undefined) return [];
  return [
    '      system:',
    '        description: "Which system, by its name in the configuration"',
    '        type: string',
    '        required: true',
  ];
}
