import { settingsLine } from '../settings.ts';
import { withHeader } from './header.ts';
import { permissions, renderJob, type WorkflowContent } from './job.ts';
import { indent } from './yaml.ts';

export function renderUpgradeWorkflow(content: WorkflowContent): string {
  const plan = renderJob(
    {
      job: 'plan',
      name: 'Plan',
      side: 'production',
      environment: 'production-read',
      record: false,
      timeoutMinutes: 15,
      outputs: (['result', 'hops', 'count', 'current', 'target'] as const).map((name) => [
        name,
        `\${{ steps.plan.outputs.${name} }}`,
      ]),
      steps: [
        {
          id: 'plan',
          name: 'Plan the path from what production runs',
          with: [
            ['command', 'plan'],
            ['target', "${{ inputs.target || 'newest' }}"],
            ['acknowledge', '${{ inputs.acknowledge }}'],
          ],
        },
      ],
    },
    content,
  );
  const report = renderJob(
    {
      job: 'report',
      name: 'Report',
      side: 'production',
      environment: 'production-read',
      record: false,
      needs: ['plan', 'hop'],
      readsOnly: true,
      if: "always() && needs.plan.result == 'success' && inputs.operation != 'plan'",
      timeoutMinutes: 15,
      outputs: (['result', 'complete', 'current'] as const).map((name) => [
        name,
        `\${{ steps.report.outputs.${name} }}`,
      ]),
      steps: [
        {
          id: 'report',
          name: 'Say where production stands',
          with: [
            ['command', 'report'],
            ['target', '${{ needs.plan.outputs.target }}'],
          ],
        },
      ],
    },
    content,
  );
  return withHeader(
    'The upgrade: plan the path, climb it hop by hop, report.',
    [settingsLine(content.settings)],
    [
      'name: Upgrade',
      "run-name: Upgrade to ${{ inputs.target || 'newest' }}${{ inputs.operation == 'plan' && ' (plan only)' || '' }}",
      '',
      ...trigger(),
      '',
      'permissions: {}',
      '',
      '# One climb at a time. A newer run replaces one that still waits for its turn: each plans from what it observes.',
      'concurrency:',
      `  group: staged-upgrade-${content.system}`,
      '  cancel-in-progress: false',
      '',
      'jobs:',
      ...plan,
      '',
      ...hops(content),
      '',
      ...report,
    ],
  );
}

function trigger(): string[] {
  return [
    'on:',
    '  workflow_dispatch:',
    '    inputs:',
    '      target:',
    '        description: "Where to: newest, newest-patch, a line such as 5.1, or a version"',
    '        type: string',
    '        default: newest',
    '      acknowledge:',
    '        description: "Manual steps that are done: their ids, separated by commas"',
    '        type: string',
    '        default: ""',
    '      operation:',
    '        description: What to do',
    '        type: choice',
    '        options: [climb, plan]',
    '        default: climb',
  ];
}

function hops({ settings, readsApprovals }: WorkflowContent): string[] {
  const body = [
    'name: ${{ matrix.hop.index }} of ${{ matrix.hop.count }}, ${{ matrix.hop.title }}',
    'needs: plan',
    "if: needs.plan.outputs.result == 'passed' && needs.plan.outputs.count != '0' && inputs.operation != 'plan'",
    '# One after the other; when one fails, the ones behind it are not begun.',
    'strategy:',
    '  fail-fast: true',
    '  max-parallel: 1',
    '  matrix:',
    '    hop: ${{ fromJSON(needs.plan.outputs.hops) }}',
    'permissions:',
    ...indent(2, permissions({ pushes: true, readsApprovals, oidc: settings.oidc })),
    'uses: ./.github/workflows/hop.yml # zizmor: ignore[self-repository]',
    'with:',
    '  hop: ${{ toJSON(matrix.hop) }}',
    '# Without this, the secrets of its environments are empty in a called workflow.',
    'secrets: inherit # zizmor: ignore[secrets-inherit]',
  ];
  return ['  hop:', ...indent(4, body)];
}
