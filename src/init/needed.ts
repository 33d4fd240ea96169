import type { WorkflowContent } from './render/job.ts';
import { type JobVariable, jobVariables } from './variables.ts';
import { type WorkflowJob, workflowJobs } from './workflow-jobs.ts';

/** The GitHub environment that each job is bound to. */
export const environmentOfJob: Readonly<Record<WorkflowJob, string>> = {
  plan: 'production-read',
  read: 'production-read',
  report: 'production-read',
  mark: 'staging',
  rehearse: 'staging',
  promote: 'production',
  rollback: 'production',
  finalize: 'production-finalize',
};

export interface NeededEnvironment {
  readonly name: string;
  readonly variables: readonly JobVariable[];
}

/**
 * The GitHub environments that hold credentials: their jobs read variables that are secret.
 * @param document the configuration as plain data, `${NAME}` unresolved
 */
export function credentialEnvironments(document: unknown, deferrable: boolean, prove: boolean): readonly string[] {
  const jobs = workflowJobs.filter((job) => deferrable || job !== 'finalize');
  const secret = jobs.filter((job) => jobVariables(document, job, [], prove).some(({ from }) => from === 'secrets'));
  return [...new Set(secret.map((job) => environmentOfJob[job]))];
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
