import { type HopStep, hopSequence, type JobName } from '../../hop/sequence.ts';
import { withHeader } from './header.ts';
import { type JobParts, renderJob, type StepParts, type WorkflowContent } from './job.ts';

type JobShape = Pick<
  JobParts,
  'name' | 'environment' | 'side' | 'record' | 'timeoutMinutes' | 'readsApprovals' | 'needs' | 'if'
>;

/** As long as GitHub lets a job on its own runners live; the action's waits end well before. */
const longestJobMinutes = 360;

const shapes: Readonly<Record<JobName, JobShape>> = {
  read: {
    name: 'Read production',
    environment: 'production-read',
    side: 'production',
    record: false,
    timeoutMinutes: longestJobMinutes,
  },
  rehearse: {
    name: 'Rehearse on staging',
    environment: 'staging',
    side: 'staging',
    record: true,
    timeoutMinutes: longestJobMinutes,
    ...after('read'),
  },
  promote: {
    name: 'Promote to production',
    environment: 'production',
    side: 'production',
    record: true,
    timeoutMinutes: longestJobMinutes,
    readsApprovals: true,
    ...after('rehearse'),
  },
  finalize: {
    name: 'Migrate production',
    environment: 'production-finalize',
    side: 'production',
    record: true,
    timeoutMinutes: longestJobMinutes,
    readsApprovals: true,
    ...after('promote'),
  },
};

/** A job that waits ends without a failure, so the next one asks for what it ended as. */
function after(job: JobName): Pick<JobParts, 'needs' | 'if'> {
  return { needs: [job], if: `needs.${job}.outputs.result == 'passed'` };
}

export function renderHopWorkflow(content: WorkflowContent): string {
  const sequence = hopSequence({ deferrable: content.deferrable, proveRestorePoint: content.proveRestorePoint });
  const jobs = [...new Set(sequence.map((step) => step.job))];
  return withHeader(
    'One hop: rehearsed on a restored copy of production, then promoted. Called by upgrade.yml.',
    [],
    [
      'name: Hop',
      '',
      'on:',
      '  workflow_call:',
      '    inputs:',
      '      hop:',
      '        description: The hop, as JSON the way the plan made it.',
      '        type: string',
      '        required: true',
      '',
      'permissions: {}',
      '',
      '# The run that calls this workflow holds the concurrency group; a second one here would wait for the first for ever.',
      '',
      'jobs:',
      ...jobs
        .map((job) => {
          const steps = sequence.filter((step) => step.job === job);
          return renderJob(
            { ...shapes[job], job, outputs: [['result', resultOf(steps)]], steps: stepsOf(steps) },
            content,
          );
        })
        .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
    ],
  );
}

/**
 * What the job ended as. The last step says it where it is a report; a job without one passed when its check passed and
 * what follows had nothing left to do or did it.
 */
function resultOf(steps: readonly HopStep[]): string {
  const last = steps.at(-1);
  const first = steps.at(0);
  if (last === undefined || first === undefined || last.command === 'report')
    return `\${{ steps.${last?.id}.outputs.result }}`;
  return `\${{ steps.${last.id}.outputs.proceed == 'true' && 'passed' || steps.${last.id}.outputs.result || steps.${first.id}.outputs.result }}`;
}

function stepsOf(steps: readonly HopStep[]): StepParts[] {
  return steps.map((step, index) => {
    const guard = guardOf(step, steps[index - 1], steps[0]);
    return {
      id: step.id,
      name: step.title.replaceAll(/\{(from|to)\}/g, '${{ fromJSON(inputs.hop).$1 }}'),
      ...(guard === undefined ? {} : { if: guard }),
      ...(step.command === 'report' ? { timeoutMinutes: 10 } : {}),
      with: [
        ['command', step.command],
        ['environment', step.environment],
        ...('purpose' in step ? [['purpose', step.purpose] as const] : []),
        ...('release' in step ? [['release', step.release] as const] : []),
        ['hop', '${{ inputs.hop }}'],
      ],
    };
  });
}

/**
 * A step that waits does not fail, so the next one asks whether to go on. Where a check finds nothing to do the job is
 * over. The report is made whatever happened, also after a cancel, unless the job never came to its first step.
 */
function guardOf(step: HopStep, before: HopStep | undefined, first: HopStep | undefined): string | undefined {
  if (before === undefined || first === undefined) return undefined;
  if (step.command === 'report') return `always() && steps.${first.id}.outcome != 'skipped'`;
  return before.command === 'check'
    ? `steps.${before.id}.outputs.result == 'passed'`
    : `steps.${before.id}.outputs.proceed == 'true'`;
}
