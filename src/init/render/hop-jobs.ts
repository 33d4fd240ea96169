import { type HopStep, hopSequence, type JobName } from '../../core/model/sequence.ts';
import { declaredBy } from '../../steps/hop-steps.ts';
import { keepDiagnostics } from './diagnostics-step.ts';
import { type JobParts, namedForSystem, type StepParts, type WorkflowContent } from './job.ts';
import { environmentOfJob } from './needed.ts';

type JobShape = Pick<JobParts, 'name' | 'side' | 'record' | 'needs' | 'if'>;

const shapes: Readonly<Record<JobName, JobShape>> = {
  read: {
    name: 'Read production',
    side: 'production',
    record: false,
  },
  rehearse: {
    name: 'Rehearse on staging',
    side: 'staging',
    record: true,
    ...after('read'),
  },
  promote: {
    name: 'Promote to production',
    side: 'production',
    record: true,
    ...after('rehearse'),
  },
  finalize: {
    name: 'Migrate production',
    side: 'production',
    record: true,
    needs: ['promote'],
    // A release with no migrations to start is complete with its promotion: nobody is asked for nothing.
    if: "needs.promote.outputs.result == 'passed' && needs.promote.outputs.complete != 'true'",
  },
};

/** A job that waits ends without a failure, so the next one checks how it ended. */
function after(job: JobName): Pick<JobParts, 'needs' | 'if'> {
  return { needs: [job], if: `needs.${job}.outputs.result == 'passed'` };
}

/** Expressions for the hop of a job, without their braces. */
export interface HopExpression {
  readonly json: string;
  readonly object: string;
}

/** The job of a hop as a workflow has it: its steps are those of the sequence. */
export function hopJob(job: JobName, content: WorkflowContent, hop: HopExpression): JobParts {
  const steps = hopSequence(content.traits).filter((step) => step.job === job);
  const outputs = [['result', jobResult(steps)] as const, ...(job === 'promote' ? completeOf(steps) : [])];
  const own = stepsOf(steps, content, hop);
  const diagnostics = keepDiagnostics(
    namedForSystem(`diagnostics-${job}-\${{ ${hop.object}.id }}-\${{ github.run_attempt }}`, content),
  );
  return {
    ...shapes[job],
    // Without a staging there is no job between the check of production and its promotion.
    ...(job === 'promote' && content.traits.waiver !== undefined ? after('read') : {}),
    environment: environmentOfJob(job, content.scope),
    job,
    outputs,
    steps: shapes[job].side === 'production' ? [...own, diagnostics] : own,
  };
}

/** Whether nothing is left to be started behind the next gate. */
function completeOf(steps: readonly HopStep[]): JobParts['outputs'] {
  const report = steps.find(({ command }) => command === 'report');
  return report === undefined ? [] : [['complete', `\${{ steps.${report.id}.outputs.complete }}`]];
}

/**
 * How the job ended. The last step says it if it is a report; a job without a report passed if its check passed and the
 * steps after it did their work or had nothing left to do.
 */
function jobResult(steps: readonly HopStep[]): string {
  const last = steps.at(-1);
  const first = steps.at(0);
  // A check that is the whole job decides alone: what it skips must not be promoted.
  if (first !== undefined && steps.length === 1) return `\${{ steps.${first.id}.outputs.result }}`;
  if (last === undefined || first === undefined || last.command === 'report')
    return `\${{ steps.${last?.id}.outputs.result }}`;
  return `\${{ steps.${last.id}.outputs.proceed == 'true' && 'passed' || steps.${last.id}.outputs.result || steps.${first.id}.outputs.result }}`;
}

function stepsOf(steps: readonly HopStep[], content: WorkflowContent, hop: HopExpression): StepParts[] {
  return steps.map((step, index) => {
    const guard = guardOf(step, steps[index - 1], steps[0]);
    return {
      id: step.id,
      name: step.title.replaceAll(/\{(from|to)\}/g, (_, side) => `\${{ ${hop.object}.${side} }}`),
      ...(guard === undefined ? {} : { if: guard }),
      ...(step.command === 'report' ? { timeoutMinutes: 10 } : {}),
      with: [
        ['command', step.command],
        ['environment', step.environment],
        ...('purpose' in step ? [['purpose', step.purpose] as const] : []),
        ...('release' in step ? [['release', step.release] as const] : []),
        ['hop', `\${{ ${hop.json} }}`],
        ...(minds(step, content) ? [['retry', '${{ inputs.retry }}'] as const] : []),
        ...(asksForConfirmation(step, content) ? [['confirm', '${{ inputs.confirm }}'] as const] : []),
      ],
    };
  });
}

/** The steps that need to know whether a failed migration is to be started again. */
function minds({ command, environment }: HopStep, { deferrable }: WorkflowContent): boolean {
  return deferrable && environment === 'production' && declaredBy({ command }).mindsRetry === true;
}

/** If a gate is set to dispatch, a person confirms it at the steps that ask at it. */
function asksForConfirmation(step: HopStep, { gates }: WorkflowContent): boolean {
  const gate = declaredBy(step).gateAt(step);
  return gate !== undefined && gates[gate] === 'dispatch';
}

/**
 * A step that waits does not fail, so the next one checks whether to continue. If a check finds nothing to do, the job is
 * over. The report is made whatever happens, also after a cancel, unless the job never got to its first step.
 */
function guardOf(step: HopStep, before: HopStep | undefined, first: HopStep | undefined): string | undefined {
  if (before === undefined || first === undefined) return undefined;
  if (step.command === 'report') return `always() && steps.${first.id}.outcome != 'skipped'`;
  return before.command === 'check'
    ? `steps.${before.id}.outputs.result == 'passed'`
    : `steps.${before.id}.outputs.proceed == 'true'`;
}
