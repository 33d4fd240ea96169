import type { EnvironmentName } from '../../core/model/hop.ts';
import { withHeader } from './header.ts';
import { hopJob } from './hop-jobs.ts';
import {
  deployChangesFiles,
  hasGate,
  namedForSystem,
  ofSystem,
  permissions,
  renderJob,
  type StepParts,
  type WorkflowContent,
} from './job.ts';
import { environmentOfJob, jobsOf } from './needed.ts';
import { uploadArtifact } from './pins.ts';
import { settingsLine } from './settings.ts';
import { hasSeveral, marking, preflight, trigger } from './upgrade-trigger.ts';
import { preflightJobs } from './workflow-jobs.ts';
import { indent } from './yaml.ts';

const reportPage = 'staged-upgrade-report.html';

/** For the change record, when the run's summary is gone: kept even if the path is not complete. */
const keepReport = (content: WorkflowContent): StepParts => ({
  id: 'page',
  name: 'Keep the report',
  if: `always() && hashFiles('${reportPage}') != ''`,
  timeoutMinutes: 10,
  uses: uploadArtifact,
  with: [
    ['name', namedForSystem('report-${{ github.run_attempt }}', content)],
    ['path', reportPage],
    ['if-no-files-found', 'error'],
  ],
});

export function renderUpgradeWorkflow(content: WorkflowContent): string {
  const isFleet = content.fleet !== undefined;
  // In a fleet, only its own workflow is scheduled.
  const isScheduled = content.settings.schedule !== undefined && !isFleet;
  const isWholePath = content.scope === 'path';
  const jobs = jobsOf(content.traits, content.scope);
  const target = isScheduled
    ? "github.event_name == 'schedule' && 'unfinished' || inputs.target || 'newest'"
    : "inputs.target || 'newest'";
  const mark = renderJob(
    {
      job: 'mark',
      name: 'Mark staging as disposable',
      side: 'staging',
      environment: 'staging',
      record: false,
      if: `inputs.operation == '${marking}'`,
      timeoutMinutes: 15,
      outputs: [['result', '${{ steps.mark.outputs.result }}']],
      steps: [
        {
          id: 'mark',
          name: "Mark staging's data as disposable",
          with: [
            ['command', marking],
            ...(hasSeveral(content) ? [['data', '${{ inputs.data }}'] as const] : []),
            ['confirm', '${{ inputs.confirm }}'],
          ],
        },
      ],
    },
    content,
  );
  const plan = renderJob(
    {
      job: 'plan',
      name: 'Plan',
      side: 'production',
      environment: 'production-read',
      record: false,
      if: `inputs.operation != '${marking}'`,
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
            ['target', `\${{ ${target} }}`],
            ['acknowledge', '${{ inputs.acknowledge }}'],
            ['facts', '${{ inputs.facts }}'],
            ['parts', '${{ inputs.parts }}'],
            ['operation', `\${{ inputs.operation == '${preflight}' && 'plan' || inputs.operation || 'climb' }}`],
            ...(isFleet ? [['ring', '${{ inputs.ring }}'] as const] : []),
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
      needs: ['plan', ...(isWholePath ? ['approve'] : []), 'hop'],
      if: `always() && needs.plan.result == 'success' && (inputs.operation || 'climb') == 'climb'${
        isScheduled ? " && (github.event_name != 'schedule' || needs.plan.outputs.count != '0')" : ''
      }`,
      timeoutMinutes: 15,
      outputs: (['result', 'complete', 'current'] as const).map((name) => [
        name,
        `\${{ steps.report.outputs.${name} }}`,
      ]),
      steps: [
        {
          id: 'report',
          name: 'Report the state of production',
          with: [
            ['command', 'report'],
            ['output', reportPage],
          ],
        },
        keepReport(content),
      ],
    },
    content,
  );
  const object = 'fromJSON(needs.plan.outputs.hops)[0]';
  const firstHop = { json: `toJSON(${object})`, object };
  const { needs: _, if: __, ...read } = hopJob('read', content, firstHop);
  const beforehand = renderJob(
    { ...read, needs: ['plan'], if: "needs.plan.outputs.result == 'passed' && inputs.operation == 'rehearse'" },
    content,
  );
  const rehearsal = renderJob(
    {
      ...hopJob('rehearse', content, firstHop),
      name: 'Rehearse the whole path on staging',
      steps: [
        {
          id: 'rehearse',
          name: 'Climb the whole path on staging, from one restore',
          with: [['command', 'rehearse']],
        },
      ],
      outputs: [['result', '${{ steps.rehearse.outputs.result }}']],
    },
    content,
  );
  return withHeader(
    'The upgrade: plan the path, climb it hop by hop, report.',
    [settingsLine(content.settings)],
    [
      'name: Upgrade',
      isScheduled
        ? "run-name: ${{ github.event_name == 'schedule' && 'Continue what is waiting' || format('Upgrade to {0} ({1})', inputs.target, inputs.operation) }}"
        : `run-name: Upgrade ${isFleet ? `of ${ofSystem} ` : ''}to \${{ inputs.target }} (\${{ inputs.operation }})`,
      '',
      ...trigger(content),
      '',
      'permissions: {}',
      '',
      '# One climb at a time. A newer run replaces one that is still queued: each plans from what it observes.',
      'concurrency:',
      `  group: staged-upgrade-${isFleet ? ofSystem : content.system}`,
      '  cancel-in-progress: false',
      '',
      'jobs:',
      ...(jobs.includes('mark')
        ? [
            '  # Once, before the first backup: only data that a person has marked is ever emptied for a rehearsal.',
            ...mark,
            '',
          ]
        : []),
      ...plan,
      '',
      ...(isWholePath ? [...approval(content), ''] : []),
      ...hops(content),
      '',
      ...report,
      ...(jobs.includes('rehearse')
        ? [
            '',
            '  # The whole path on staging, from one restore, before production is touched at all.',
            ...beforehand,
            '',
            ...rehearsal,
          ]
        : []),
      '',
      '  # Everything that is missing for the whole path, at once, before its first hop.',
      ...preflightOf('production', ['plan'], content),
      ...(jobs.includes('preflight-staging') ? ['', ...preflightOf('staging', ['preflight'], content)] : []),
    ],
  );
}

/** It looks with what the other jobs of its environment have; where the plan itself fails, it says why. */
function preflightOf(environment: EnvironmentName, needs: readonly string[], content: WorkflowContent): string[] {
  const job = preflightJobs[environment];
  return renderJob(
    {
      job,
      name: `Preflight of ${environment}`,
      side: environment,
      environment: environmentOfJob(job, content.scope),
      record: false,
      ...(environment === 'production' ? { readsProtection: true } : {}),
      needs,
      if: `always() && inputs.operation == '${preflight}'`,
      timeoutMinutes: 15,
      outputs: (['result', 'problems'] as const).map((name) => [name, `\${{ steps.preflight.outputs.${name} }}`]),
      steps: [
        {
          id: 'preflight',
          name: 'List everything that is missing',
          with: [
            ['command', preflight],
            ['environment', environment],
            ['target', "${{ inputs.target || 'newest' }}"],
            ['acknowledge', '${{ inputs.acknowledge }}'],
            ['facts', '${{ inputs.facts }}'],
            ['parts', '${{ inputs.parts }}'],
          ],
        },
      ],
    },
    content,
  );
}

/** Waits for the reviewers of production once, for all hops of the run. */
function approval(content: WorkflowContent): string[] {
  return renderJob(
    {
      job: 'approve',
      name: 'Approve the whole path',
      side: 'production',
      environment: environmentOfJob('approve', content.scope),
      record: false,
      needs: ['plan'],
      if: planned,
      timeoutMinutes: 15,
      outputs: [['result', '${{ steps.approve.outputs.result }}']],
      steps: [
        {
          id: 'approve',
          name: 'Record for which hops this run was approved',
          with: [['command', 'approve']],
        },
      ],
    },
    content,
  );
}

const planned = "needs.plan.outputs.result == 'passed' && (inputs.operation || 'climb') == 'climb'";

function hops(content: WorkflowContent): string[] {
  const readsApprovals = hasGate(content, 'environment');
  const body = [
    'name: ${{ matrix.hop.index }} of ${{ matrix.hop.count }}, ${{ matrix.hop.from }} → ${{ matrix.hop.to }}',
    ...(content.scope === 'path'
      ? ['needs: [plan, approve]', "if: needs.approve.outputs.result == 'passed'"]
      : ['needs: plan', `if: ${planned}`]),
    '# One after the other; when one fails, later ones are not started.',
    'strategy:',
    '  fail-fast: true',
    '  max-parallel: 1',
    '  matrix:',
    '    hop: ${{ fromJSON(needs.plan.outputs.hops) }}',
    'permissions:',
    ...indent(
      2,
      permissions({
        pushes: true,
        keepsFiles: deployChangesFiles(content),
        readsApprovals,
        writesIssues: content.tracksIssue,
        oidc: content.settings.oidc,
      }),
    ),
    'uses: ./.github/workflows/hop.yml # zizmor: ignore[self-repository]',
    'with:',
    ...(content.fleet === undefined ? [] : [`  system: ${ofSystem}`]),
    '  hop: ${{ toJSON(matrix.hop) }}',
    ...(content.deferrable ? ['  retry: ${{ inputs.retry || false }}'] : []),
    ...(hasGate(content, 'dispatch') ? ['  confirm: ${{ inputs.confirm }}'] : []),
    '# Without this, the secrets of its environments are empty in a called workflow.',
    'secrets: inherit # zizmor: ignore[secrets-inherit]',
  ];
  return ['  hop:', ...indent(4, body)];
}
