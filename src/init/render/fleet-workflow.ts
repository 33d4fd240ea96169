import { withHeader } from './header.ts';
import { deployChangesFiles, type JobParts, permissions, renderJob, type WorkflowContent } from './job.ts';
import { fleetEnvironment } from './needed.ts';
import { uploadArtifact } from './pins.ts';
import { indent } from './yaml.ts';

const fleetPage = 'staged-upgrade-fleet.html';

/**
 * All systems in one run: which go now, each by the workflow of one system, and a page for all. It calls upgrade.yml, which calls
 * hop.yml: two levels of nesting, and GitHub allows three everywhere.
 */
export function renderFleetWorkflow(content: WorkflowContent): string {
  const { schedule } = content.settings;
  const target =
    schedule === undefined
      ? "inputs.operation == 'continue' && 'unfinished' || inputs.target || 'newest'"
      : "(github.event_name == 'schedule' || inputs.operation == 'continue') && 'unfinished' || inputs.target || 'newest'";
  const isLarge = content.fleet?.isLarge === true;
  const legs = ['systems', ...(isLarge ? (['more-systems'] as const) : [])] as const;
  const which = renderJob(
    {
      ...ofAll,
      name: 'Which systems go now',
      outputs: (['result', 'count', 'target', ...legs] as const).map((name) => [
        name,
        `\${{ steps.fleet.outputs.${name} }}`,
      ]),
      steps: [
        {
          id: 'fleet',
          name: 'Read the state of each system, and which rings have started',
          with: [
            ['command', 'fleet'],
            ['target', `\${{ ${target} }}`],
            ['operation', "${{ inputs.operation == 'plan' && 'plan' || 'climb' }}"],
          ],
        },
      ],
    },
    content,
  );
  const report = renderJob(
    {
      ...ofAll,
      name: 'Report on all systems',
      needs: ['fleet', 'climb', ...(isLarge ? ['more'] : [])],
      if: "always() && needs.fleet.result == 'success'",
      outputs: (['result', 'complete'] as const).map((name) => [name, `\${{ steps.report.outputs.${name} }}`]),
      steps: [
        {
          id: 'report',
          name: 'Report the state of each system',
          with: [
            ['command', 'fleet'],
            ['output', fleetPage],
          ],
        },
        {
          id: 'page',
          name: 'Keep the page',
          if: `always() && hashFiles('${fleetPage}') != ''`,
          timeoutMinutes: 10,
          uses: uploadArtifact,
          with: [
            ['name', 'fleet-${{ github.run_attempt }}'],
            ['path', fleetPage],
            ['if-no-files-found', 'error'],
          ],
        },
      ],
    },
    content,
  );
  return withHeader(
    'All systems: which are next, each by upgrade.yml, and one report on all.',
    [],
    [
      'name: Fleet',
      schedule === undefined
        ? 'run-name: Fleet to ${{ inputs.target }} (${{ inputs.operation }})'
        : "run-name: ${{ github.event_name == 'schedule' && 'Continue the fleet' || format('Fleet to {0} ({1})', inputs.target, inputs.operation) }}",
      '',
      '# In no concurrency group: a run that waits for approvals must not keep other systems from continuing. Each system has a',
      '# group of its own, in upgrade.yml.',
      'on: # zizmor: ignore[concurrency-limits]',
      '  workflow_dispatch:',
      '    inputs:',
      '      target:',
      '        description: "Where to: newest, newest-patch, a line such as 5.1, or a version"',
      '        type: string',
      '        default: newest',
      '      acknowledge:',
      '        description: "Manual steps that are done on all systems: their ids, separated by commas"',
      '        type: string',
      '        default: ""',
      '      operation:',
      '        description: "climb starts with the first ring; continue resumes what is waiting, then starts the next ring; plan changes nothing"',
      '        type: choice',
      '        options: [climb, continue, plan]',
      '        default: climb',
      ...(schedule === undefined
        ? []
        : [
            '  # Continues what is waiting, and starts the next ring when it is due; starts nothing else.',
            '  schedule:',
            `    - cron: "${schedule}"`,
          ]),
      '',
      'permissions: {}',
      '',
      'jobs:',
      ...which,
      '',
      ...systems('climb', 'systems', content),
      '',
      ...(isLarge ? [...systems('more', 'more-systems', content), ''] : []),
      ...rename('report', report),
    ],
  );
}

const ofAll = {
  job: 'fleet',
  side: 'production',
  environment: fleetEnvironment,
  everySystem: true,
  record: false,
  timeoutMinutes: 15,
} as const satisfies Partial<JobParts>;

/** Both jobs read the journals, with the same login; a run distinguishes them by name. */
function rename(name: string, [, ...lines]: readonly string[]): string[] {
  return [
    `  ${name}:`,
    ...lines.map((line) => line.replace(/(# staged-upgrade: (?:begin|end) login )fleet/, '$1fleet report')),
  ];
}

function systems(job: string, output: string, content: WorkflowContent): string[] {
  const body = [
    'name: ${{ matrix.of.system }}',
    'needs: fleet',
    `if: needs.fleet.outputs.${output} != '[]'`,
    '# One that fails does not stop the others; the next ring waits for it.',
    'strategy:',
    '  fail-fast: false',
    '  matrix:',
    `    of: \${{ fromJSON(needs.fleet.outputs.${output}) }}`,
    'permissions:',
    ...indent(
      2,
      permissions({
        pushes: true,
        keepsFiles: deployChangesFiles(content),
        readsApprovals: true,
        writesIssues: content.tracksIssue,
        oidc: content.settings.oidc,
      }),
    ),
    'uses: ./.github/workflows/upgrade.yml # zizmor: ignore[self-repository]',
    'with:',
    '  system: ${{ matrix.of.system }}',
    '  ring: ${{ matrix.of.ring }}',
    '  target: ${{ matrix.of.target }}',
    '  operation: ${{ matrix.of.operation }}',
    '  acknowledge: ${{ inputs.acknowledge }}',
    '# Without this, the secrets of its environments are empty in a called workflow.',
    'secrets: inherit # zizmor: ignore[secrets-inherit]',
  ];
  return [`  ${job}:`, ...indent(4, body)];
}
