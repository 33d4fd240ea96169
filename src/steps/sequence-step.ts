import type { Project } from '../config/project.ts';
import type { CommandResult } from '../core/interface/result.ts';
import type { Hop } from '../core/model/hop.ts';
import type { HopStep } from '../core/model/sequence.ts';
import { backup } from './backup/backup.ts';
import { check } from './check/check.ts';
import { deploy } from './deploy/deploy.ts';
import type { ReportInput, WaitInput } from './hop/step-input.ts';
import { migrate } from './migrations/migrate.ts';
import { wait } from './migrations/wait.ts';
import { report } from './report/report.ts';
import { restore } from './restore/restore.ts';
import { rollback } from './rollback/rollback.ts';
import { smoke } from './smoke/smoke.ts';
import type { StageStep } from './stage/job-stage.ts';

/** What a run was given that matters to its steps. */
export type SequenceInput = Omit<WaitInput & ReportInput, 'hop' | 'environment'>;

/** One step of the sequence in this process, with its own log. */
export function sequenceStep(project: Project, input: SequenceInput, hop: Hop, step: HopStep): StageStep {
  return {
    title: step.title.replaceAll('{from}', hop.from).replaceAll('{to}', hop.to),
    run: (log) => run({ ...project, effects: { ...project.effects, log } }, { ...input, hop }, step),
  };
}

function run(project: Project, given: WaitInput & ReportInput, step: HopStep): Promise<CommandResult> {
  const input = { ...given, environment: step.environment };
  switch (step.command) {
    case 'check':
      return check.run(project, input);
    case 'backup':
      return backup.run(project, { ...input, purpose: step.purpose });
    case 'restore':
      return restore.run(project, { ...input, ...(step.purpose === undefined ? {} : { purpose: step.purpose }) });
    case 'deploy':
      return deploy.run(project, { ...input, release: step.release });
    case 'smoke':
      return smoke.run(project, { ...input, release: step.release });
    case 'wait':
      return wait.run(project, input);
    case 'migrate':
      return migrate.run(project, input);
    case 'rollback':
      return rollback.run(project, input);
    case 'report':
      return report(project, input);
  }
}
