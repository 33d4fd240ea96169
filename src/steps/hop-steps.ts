import type { HopStep, StepCommand } from '../core/model/sequence.ts';
import { backup } from './backup/backup.ts';
import { check } from './check/check.ts';
import { deploy } from './deploy/deploy.ts';
import type { Declared } from './frame/step.ts';
import { migrate } from './migrations/migrate.ts';
import { wait } from './migrations/wait.ts';
import { reportDeclared } from './report/report.ts';
import { restore } from './restore/restore.ts';
import { rollback } from './rollback/rollback.ts';
import { smoke } from './smoke/smoke.ts';

/** What each step of the sequence declares of itself: the workflows that `init` writes are made from it. */
const hopSteps: Readonly<Record<StepCommand['command'], Declared>> = {
  check,
  backup,
  restore,
  deploy,
  wait,
  smoke,
  migrate,
  rollback,
  report: reportDeclared,
};

export function declaredBy({ command }: Pick<HopStep, 'command'>): Declared {
  return hopSteps[command];
}
