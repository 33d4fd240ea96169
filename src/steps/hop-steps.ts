import type { StepCommand } from '../core/model/sequence.ts';
import { approveDeclared } from './approve/approve.ts';
import { backup } from './backup/backup.ts';
import { check } from './check/check.ts';
import { deploy } from './deploy/deploy.ts';
import type { Declared } from './frame/step.ts';
import { fleetDeclared, planDeclared, reportDeclared } from './looking.ts';
import { markDeclared } from './mark-disposable/mark-disposable.ts';
import { migrate } from './migrations/migrate.ts';
import { wait } from './migrations/wait.ts';
import { restore } from './restore/restore.ts';
import { rollback } from './rollback/rollback.ts';
import { smoke } from './smoke/smoke.ts';

/** What the jobs of the workflows run: the steps of a hop, and what comes before and after them. */
export type JobCommand = StepCommand['command'] | 'plan' | 'approve' | 'mark-disposable' | 'fleet';

/** What each step declares: the workflows that `init` writes are made from it. */
const declared: Readonly<Record<JobCommand, Declared>> = {
  plan: planDeclared,
  approve: approveDeclared,
  'mark-disposable': markDeclared,
  check,
  backup,
  restore,
  deploy,
  wait,
  smoke,
  migrate,
  rollback,
  report: reportDeclared,
  fleet: fleetDeclared,
};

export function declaredBy({ command }: { readonly command: JobCommand }): Declared {
  return declared[command];
}
