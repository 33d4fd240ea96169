import type { GateName } from '../../core/model/gate.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { BackupPurpose } from '../../core/model/manifest.ts';
import { type HopTraits, hopSequence, type JobName } from '../../core/model/sequence.ts';
import { placesOf } from '../../steps/hop/needs.ts';
import { declaredBy, type JobCommand } from '../../steps/hop-steps.ts';
import { readsLogs } from './reads-logs.ts';

/** The jobs of the three workflows, by the names of their login marks. */
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
  'preflight',
  'preflight-staging',
  'fleet',
] as const;
export type WorkflowJob = (typeof workflowJobs)[number];

/** What a job runs, and where that acts. */
interface Running {
  readonly command: JobCommand;
  readonly environment: EnvironmentName;
  readonly purpose?: BackupPurpose;
}

type PreflightJob = 'preflight' | 'preflight-staging';

/** The preflight of each environment. */
export const preflightJobs: Readonly<Record<EnvironmentName, PreflightJob>> = {
  production: 'preflight',
  staging: 'preflight-staging',
};

/** The jobs that are not those of a hop. */
const others: Readonly<Record<Exclude<WorkflowJob, JobName | PreflightJob>, readonly Running[]>> = {
  plan: [{ command: 'plan', environment: 'production' }],
  approve: [{ command: 'approve', environment: 'production' }],
  report: [{ command: 'report', environment: 'production' }],
  rollback: [
    { command: 'rollback', environment: 'production' },
    { command: 'report', environment: 'production' },
  ],
  mark: [{ command: 'mark-disposable', environment: 'staging' }],
  fleet: [{ command: 'fleet', environment: 'production' }],
};

function runsIn(job: WorkflowJob, traits: HopTraits): readonly Running[] {
  switch (job) {
    case 'read':
    case 'rehearse':
    case 'promote':
    case 'finalize':
      return hopSequence(traits).filter((step) => step.job === job);
    // What the other jobs of its environment have, and no more: it finds what they would stop at.
    case 'preflight':
      return [...others.plan, ...runsIn('read', traits)];
    case 'preflight-staging':
      return [...runsIn('rehearse', traits), ...others.mark];
    default:
      return others[job];
  }
}

/**
 * The parts of the configuration that each job uses: those that its commands declare. A job gets the variables in them and no
 * others: staging has none of production's secrets, and a job that only reads production cannot deploy to it.
 */
export function partsOf(job: WorkflowJob, proveRestorePoint: boolean, document: unknown): readonly string[] {
  // With deferred migrations a job has all the steps that it can have.
  const running = runsIn(job, { deferrable: true, proveRestorePoint });
  return running.flatMap((one) => placesOf(declaredBy(one).needs, one.environment, readsLogs(document)));
}

/** Whether a job writes the journal, and the gate that it is behind: the one at which its commands ask. */
export function rightsOf(
  job: WorkflowJob,
  traits: HopTraits,
): { readonly writesJournal: boolean; readonly gate: GateName | undefined } {
  const running = runsIn(job, traits);
  return {
    writesJournal: running.some((one) => declaredBy(one).writesJournal),
    gate: running.map((one) => declaredBy(one).gateAt(one)).find((gate) => gate !== undefined),
  };
}
