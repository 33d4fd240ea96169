import { keepDiagnostics } from './diagnostics-step.ts';
import { withHeader } from './header.ts';
import { renderJob, type WorkflowContent } from './job.ts';
import { systemInput } from './system-input.ts';

export function renderRollbackWorkflow(content: WorkflowContent): string {
  const job = renderJob(
    {
      job: 'rollback',
      name: 'Go back on production',
      side: 'production',
      environment: 'production',
      record: true,
      outputs: [['result', '${{ steps.rollback.outputs.result }}']],
      steps: [
        {
          id: 'rollback',
          name: 'Go back to the release before ${{ inputs.hop }}',
          with: [
            ['command', 'rollback'],
            ['environment', 'production'],
            ['hop', '${{ inputs.hop }}'],
            ['confirm', '${{ inputs.confirm }}'],
            ['reason', '${{ inputs.reason }}'],
            ['accept', '${{ inputs.accept }}'],
          ],
        },
        keepDiagnostics('diagnostics-${{ github.run_id }}-${{ github.run_attempt }}'),
        {
          id: 'report',
          name: 'Report the state of production',
          if: "always() && steps.rollback.outcome != 'skipped'",
          timeoutMinutes: 10,
          with: [
            ['command', 'report'],
            ['environment', 'production'],
            ['hop', '${{ inputs.hop }}'],
          ],
        },
      ],
    },
    content,
  );
  return withHeader(
    'Roll back one hop on production.',
    [],
    [
      'name: Rollback',
      content.fleet === undefined
        ? 'run-name: Go back from ${{ inputs.hop }}'
        : 'run-name: Go back from ${{ inputs.hop }} on ${{ inputs.system }}',
      '',
      '# In no concurrency group: a run that waits for approval may hold it for 30 days. A rollback goes first, and steps',
      '# of older runs refuse to act after it.',
      'on: # zizmor: ignore[concurrency-limits]',
      '  workflow_dispatch:',
      '    inputs:',
      ...systemInput(content),
      '      hop:',
      '        description: "The id of the hop to go back from, such as 1.0.2--1.1.4"',
      '        type: string',
      '        required: true',
      '      confirm:',
      '        description: "Leave empty at first. If only a restore goes back, the run says what that loses: then type the same id again"',
      '        type: string',
      '        default: ""',
      '      reason:',
      '        description: Why, for the journal',
      '        type: string',
      '        default: ""',
      '      accept:',
      '        description: "Only if this rollback failed at a smoke test that is itself wrong: why it counts as finished anyway"',
      '        type: string',
      '        default: ""',
      '',
      'permissions: {}',
      '',
      'jobs:',
      ...job,
    ],
  );
}
