import { approvedEnvironment, environmentOfGate, type GateScope } from '../../core/model/gate.ts';
import type { HopTraits } from '../../core/model/sequence.ts';
import { variablesOf, type WorkflowContent } from './job.ts';
import { loginsOf } from './login.ts';
import { type JobVariable, jobVariables } from './variables.ts';
import { type WorkflowJob, workflowJobs } from './workflow-jobs.ts';

/** For the jobs that serve all systems: they only read journals. */
export const fleetEnvironment = 'fleet';

/** The GitHub environment that each job is bound to; in a fleet prefixed with the system's name. */
export function environmentOfJob(job: WorkflowJob, scope: GateScope): string {
  switch (job) {
    case 'plan':
    case 'read':
    case 'report':
    case 'preflight':
      return 'production-read';
    case 'fleet':
      return fleetEnvironment;
    case 'rehearse':
    case 'mark':
    case 'preflight-staging':
      return 'staging';
    case 'approve':
    case 'rollback':
      return environmentOfGate.production;
    case 'promote':
      return scope === 'path' ? approvedEnvironment : environmentOfGate.production;
    case 'finalize':
      return scope === 'path' ? approvedEnvironment : environmentOfGate.finalize;
  }
}

/** The jobs that the workflows of a system have. */
export function jobsOf({ deferrable, dataless, waiver }: HopTraits, scope: GateScope): readonly WorkflowJob[] {
  const without = [
    'fleet',
    ...(deferrable ? [] : ['finalize']),
    ...(scope === 'path' ? [] : ['approve']),
    ...(waiver === undefined ? [] : ['rehearse', 'mark', 'preflight-staging']),
    // Nothing is emptied for a rehearsal if nothing is restored.
    ...(dataless ? ['mark'] : []),
  ];
  return workflowJobs.filter((job) => !without.includes(job));
}

export interface NeededEnvironment {
  readonly name: string;
  readonly variables: readonly JobVariable[];
}

/**
 * The GitHub environments that hold credentials: their jobs read secret variables.
 * @param document the configuration as plain data, `${NAME}` unresolved
 */
export function credentialEnvironments(document: unknown, traits: HopTraits, scope: GateScope): readonly string[] {
  const jobs = jobsOf(traits, scope);
  const secret = jobs.filter((job) =>
    jobVariables(document, job, [], traits.proveRestorePoint).some(({ from }) => from === 'secrets'),
  );
  return [...new Set(secret.map((job) => environmentOfJob(job, scope)))];
}

/** The variables of the proposed login steps; a user who has replaced these steps has other variables. */
function loginVariables({ document, proveRestorePoint, settings }: WorkflowContent, job: WorkflowJob): JobVariable[] {
  if (!settings.oidc) return [];
  return loginsOf(document, job, proveRestorePoint)
    .flatMap((login) => Object.values(login.with))
    .flatMap((value) => (typeof value === 'string' ? [] : [{ name: value.variable, from: 'vars' as const }]));
}

/** What has to be set up on GitHub: each environment with the secrets and variables that its jobs read. */
export function neededEnvironments(content: WorkflowContent): readonly NeededEnvironment[] {
  const { scope } = content;
  const jobs = jobsOf(content.traits, scope);
  const names = [...new Set(jobs.map((job) => environmentOfJob(job, scope)))];
  return names.map((name) => {
    const all = jobs
      .filter((job) => environmentOfJob(job, scope) === name)
      .flatMap((job) => [...variablesOf(job, content), ...loginVariables(content, job)]);
    const byName = new Map(all.map((variable) => [variable.name, variable]));
    return { name, variables: [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
  });
}
