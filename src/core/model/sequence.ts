import type { EnvironmentName, ReleaseSide } from './hop.ts';
import type { BackupPurpose } from './manifest.ts';

/** The jobs of a hop, in order. Each is bound to an environment of its own, see the table in docs/workflows.md. */
export const jobNames = ['read', 'rehearse', 'promote', 'finalize'] as const;
export type JobName = (typeof jobNames)[number];

/** What differs between products as far as the order of a hop is concerned. */
export interface HopTraits {
  /** The product can deploy a release without starting its migrations, so that there is a rollback window. */
  readonly deferrable: boolean;
  /** The restore point is restored on staging and compared before production is deployed. */
  readonly proveRestorePoint: boolean;
  /** Its path has no releases. All states, or those listed, can be reverted to without losing anything. */
  readonly stages?: { readonly reversible: readonly string[] | 'all' };
  /** It has no data store: nothing is backed up or restored. */
  readonly dataless?: true;
  /** Why there is no staging, in the user's words: hops go to production without a rehearsal. */
  readonly waiver?: string;
}

/** Whether a state of a path without releases can be rolled back to. */
export function isReversible({ stages }: Pick<HopTraits, 'stages'>, label: string): boolean {
  return stages !== undefined && (stages.reversible === 'all' || stages.reversible.includes(label));
}

/** What a rehearsal must have reached, step by step, before its hop is promoted. */
export type Checkpoint =
  | 'scrubbed'
  | 'smokedFrom'
  | 'deployedTo'
  | 'smokedTo'
  | 'rolledBack'
  | 'smokedBack'
  | 'deployedAgain'
  | 'migrating'
  | 'waited'
  | 'smokedLast';

/** A value for each, by its name. */
export function eachCheckpoint<Value>(of: (checkpoint: Checkpoint) => Value): Record<Checkpoint, Value> {
  return {
    scrubbed: of('scrubbed'),
    smokedFrom: of('smokedFrom'),
    deployedTo: of('deployedTo'),
    smokedTo: of('smokedTo'),
    rolledBack: of('rolledBack'),
    smokedBack: of('smokedBack'),
    deployedAgain: of('deployedAgain'),
    migrating: of('migrating'),
    waited: of('waited'),
    smokedLast: of('smokedLast'),
  };
}

/**
 * One step of a hop. The workflows that `init` writes, `climb` in the terminal and the report all read this one list,
 * so that they cannot disagree.
 */
export type HopStep = {
  readonly job: JobName;
  readonly environment: EnvironmentName;
  /** Unique within the job; the step's id in the workflow. */
  readonly id: string;
  /** What people read in the GitHub UI. `{from}` and `{to}` are filled in. */
  readonly title: string;
  /** What it reaches; a rehearsal is complete when everything in its sequence is reached. */
  readonly checkpoint?: Checkpoint;
} & StepCommand;

export type StepCommand =
  | { readonly command: 'check' | 'wait' | 'migrate' | 'rollback' | 'report' }
  | { readonly command: 'backup'; readonly purpose: BackupPurpose }
  /** Without a purpose, the rehearsal's backup. */
  | { readonly command: 'restore'; readonly purpose?: 'restore-point' }
  | { readonly command: 'deploy' | 'smoke'; readonly release: ReleaseSide };

export function hopSequence(traits: HopTraits): readonly HopStep[] {
  return [
    ...read(traits),
    ...(traits.waiver === undefined ? rehearse(traits) : []),
    ...promote(traits),
    ...(traits.deferrable ? finalize() : []),
  ];
}

function read({ dataless, waiver }: HopTraits): HopStep[] {
  const at = { job: 'read', environment: 'production' } as const;
  const check: HopStep = { ...at, id: 'check', command: 'check', title: 'Check that production is healthy on {from}' };
  if (dataless || waiver !== undefined) return [check];
  return [
    check,
    { ...at, id: 'backup', command: 'backup', purpose: 'rehearsal', title: 'Back up production for the rehearsal' },
  ];
}

function rehearse(traits: HopTraits): HopStep[] {
  const at = { job: 'rehearse', environment: 'staging' } as const;
  const proof: HopStep[] = [
    {
      ...at,
      id: 'restore',
      checkpoint: 'scrubbed',
      command: 'restore',
      title: traits.dataless ? 'Make sure that staging is at {from}' : 'Restore the backup on staging, compare, scrub',
    },
    ...(traits.stages === undefined ? [deployFrom(at)] : []),
    {
      ...at,
      id: 'smoke-from',
      checkpoint: 'smokedFrom',
      command: 'smoke',
      release: 'from',
      title: 'Smoke test {from}',
    },
    { ...at, id: 'deploy-to', checkpoint: 'deployedTo', command: 'deploy', release: 'to', title: deployTitle(traits) },
  ];
  const report: HopStep = { ...at, id: 'report', command: 'report', title: 'Report what was proved' };
  if (!traits.deferrable) {
    return [
      ...proof,
      { ...at, id: 'wait', checkpoint: 'waited', command: 'wait', title: 'Wait until {to} is serving' },
      { ...at, id: 'smoke-to', checkpoint: 'smokedLast', command: 'smoke', release: 'to', title: 'Smoke test {to}' },
      report,
    ];
  }
  return [
    ...proof,
    {
      ...at,
      id: 'smoke-to',
      checkpoint: 'smokedTo',
      command: 'smoke',
      release: 'to',
      title: 'Smoke test {to} before its migrations',
    },
    {
      ...at,
      id: 'rollback',
      checkpoint: 'rolledBack',
      command: 'rollback',
      title: 'Go back to {from}, as a rollback would',
    },
    {
      ...at,
      id: 'smoke-back',
      checkpoint: 'smokedBack',
      command: 'smoke',
      release: 'from',
      title: 'Smoke test {from} after the way back',
    },
    {
      ...at,
      id: 'deploy-again',
      checkpoint: 'deployedAgain',
      command: 'deploy',
      release: 'to',
      title: 'Deploy {to} again',
    },
    { ...at, id: 'migrate', checkpoint: 'migrating', command: 'migrate', title: 'Start the migrations' },
    { ...at, id: 'wait', checkpoint: 'waited', command: 'wait', title: 'Wait for the migrations' },
    {
      ...at,
      id: 'smoke',
      checkpoint: 'smokedLast',
      command: 'smoke',
      release: 'to',
      title: 'Smoke test {to} after its migrations',
    },
    report,
  ];
}

/** Only its own data makes a copy what production was: a stage is set up by whoever sets up staging. */
function deployFrom(at: { readonly job: 'rehearse'; readonly environment: 'staging' }): HopStep {
  return { ...at, id: 'deploy-from', command: 'deploy', release: 'from', title: 'Deploy {from} on the restored copy' };
}

function promote(traits: HopTraits): HopStep[] {
  const prove: HopStep = {
    job: 'promote',
    environment: 'staging',
    id: 'prove',
    command: 'restore',
    purpose: 'restore-point',
    title: 'Restore the restore point on staging and compare',
  };
  const at = { job: 'promote', environment: 'production' } as const;
  return [
    { ...at, id: 'check', command: 'check', title: 'Check production again' },
    ...(traits.dataless ? [] : [restorePoint(at)]),
    ...(traits.proveRestorePoint ? [prove] : []),
    { ...at, id: 'deploy', command: 'deploy', release: 'to', title: deployTitle(traits) },
    { ...at, id: 'wait', command: 'wait', title: 'Wait until {to} is serving' },
    { ...at, id: 'smoke', command: 'smoke', release: 'to', title: 'Smoke test {to}' },
    { ...at, id: 'report', command: 'report', title: 'Report the state of production' },
  ];
}

function restorePoint(at: { readonly job: 'promote'; readonly environment: 'production' }): HopStep {
  return { ...at, id: 'backup', command: 'backup', purpose: 'restore-point', title: 'Take the restore point' };
}

function finalize(): HopStep[] {
  const at = { job: 'finalize', environment: 'production' } as const;
  return [
    { ...at, id: 'migrate', command: 'migrate', title: 'Start the migrations: the point of no return' },
    { ...at, id: 'wait', command: 'wait', title: 'Wait for the migrations' },
    { ...at, id: 'smoke', command: 'smoke', release: 'to', title: 'Smoke test {to} after its migrations' },
    { ...at, id: 'report', command: 'report', title: 'Report the state of production' },
  ];
}

function deployTitle(traits: HopTraits): string {
  return traits.deferrable ? 'Deploy {to} with its migrations deferred' : 'Deploy {to}';
}
