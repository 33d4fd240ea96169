import { hopSequence, type JobName } from '../../core/model/sequence.ts';
import { placesOf } from '../../steps/hop/needs.ts';
import { declaredBy } from '../../steps/hop-steps.ts';

/** The jobs that the three workflows have between them, by the names of their login marks. */
export const workflowJobs = [
  'plan',
  'approve',
  'read',
  'rehearse',
  'promote',
  'finalize',
  'report',
  'rollback',
  'mark',
] as const;
export type WorkflowJob = (typeof workflowJobs)[number];

/**
 * The parts of the configuration that each job uses: those that its steps declare. A job gets the variables in them and no
 * others: staging has none of production's secrets, and what only reads production cannot deploy to it.
 */
export function partsOf(job: WorkflowJob, proveRestorePoint: boolean): readonly string[] {
  switch (job) {
    case 'approve':
      return ['journal'];
    case 'mark':
      return ['journal', 'environments.staging.data', 'backup'];
    case 'plan':
    case 'report':
      return ['product', 'journal', 'environments.production.url', 'environments.production.access'];
    case 'rollback':
      return placesOf(declaredBy({ command: 'rollback' }).needs, 'production');
    default:
      return stepsOf(job, proveRestorePoint).flatMap((step) => placesOf(declaredBy(step).needs, step.environment));
  }
}

/** With deferred migrations a job has all the steps that it can have. */
function stepsOf(job: JobName, proveRestorePoint: boolean): ReturnType<typeof hopSequence> {
  return hopSequence({ deferrable: true, proveRestorePoint }).filter((step) => step.job === job);
}
