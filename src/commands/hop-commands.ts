import { backup } from './backup.ts';
import { check } from './check.ts';
import { deploy } from './deploy.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import { migrate } from './migrate.ts';
import type { Project } from './project.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { rollback } from './rollback.ts';
import { smoke } from './smoke.ts';
import { wait } from './wait.ts';

export type Command = (project: Project, invocation: Invocation) => Promise<CommandResult>;

/** The commands that a hop is made of: see hop/sequence.ts. */
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
