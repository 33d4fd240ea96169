import type { WorkflowContent } from './render/job.ts';
import { type JobVariable, jobVariables } from './variables.ts';
import { type WorkflowJob, workflowJobs } from './workflow-jobs.ts';

/** The GitHub environment that each job is bound to. */
export const environmentOfJob: Readonly<Record<WorkflowJob, string>> = {
  plan: 'production-read',
  read: 'production-read',
  report: 'production-read',
  rehearse: 'staging',
  promote: 'production',
  rollback: 'production',
  finalize: 'production-finalize',
};

export interface NeededEnvironment {
  readonly name: string;
  readonly variables: readonly JobVariable[];
}

/** What has to be set up on GitHub: each environment with the secrets and variables that its jobs read. */
export function neededEnvironments(content: WorkflowContent): readonly NeededEnvironment[] {
  const jobs = workflowJobs.filter((job) => content.deferrable || job !== 'finalize');
  const names = [...new Set(jobs.map((job) => environmentOfJob[job]))];
  return names.map((name) => {
    const all = jobs
      .filter((job) => environmentOfJob[job] === name)
      .flatMap((job) => jobVariables(content.document, job, content.settings.plain, content.proveRestorePoint));
    const byName = new Map(all.map((variable) => [variable.name, variable]));
    return { name, variables: [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
  });
}
