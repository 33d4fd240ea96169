import type { Project } from '../config/project.ts';
import type { CommandResult, Invocation } from '../core/model/invocation.ts';
import { backup } from './backup/backup.ts';
import { check } from './check/check.ts';
import { deploy } from './deploy/deploy.ts';
import { migrate } from './migrations/migrate.ts';
import { wait } from './migrations/wait.ts';
import { report } from './report/report.ts';
import { restore } from './restore/restore.ts';
import { rollback } from './rollback/rollback.ts';
import { smoke } from './smoke/smoke.ts';

export type Command = (project: Project, invocation: Invocation) => Promise<CommandResult>;

/** The commands that a hop is made of: see core/model/sequence.ts. */
export const hopCommands = {
  check,
  backup,
  restore,
  deploy,
  wait,
  smoke,
  migrate,
  rollback,
  report,
} as const satisfies Readonly<Record<string, Command>>;
