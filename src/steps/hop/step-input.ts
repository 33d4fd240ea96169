import type { InputsOf } from '../../core/interface/inputs.ts';
import type { Hop } from '../../core/model/hop.ts';

/** The hop that a step is for: a text was given to the step, and is looked up in the journal; a hop was planned in this run. */
export interface HopInput {
  readonly hop?: string | Hop;
}

/** What this run was given and a new run must be given again. */
export type RunInput = InputsOf<'config' | 'facts' | 'parts'>;

/** What any step of a hop may be given. */
export type StepInput = HopInput & RunInput & InputsOf<'environment' | 'retry' | 'confirm' | 'acknowledge'>;

export type BackupInput = StepInput & InputsOf<'purpose'>;
export type ReleaseInput = StepInput & InputsOf<'release'>;
export type WaitInput = StepInput & InputsOf<'budget'>;
export type RollbackInput = StepInput & InputsOf<'reason' | 'accept'>;
export type ReportInput = StepInput & InputsOf<'output'>;
