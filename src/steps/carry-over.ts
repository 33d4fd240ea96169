import type { Project } from '../config/project.ts';
import { decideCarryOver } from '../core/decisions/carry-over.ts';
import { isAsLeftBy } from '../core/history/path-rehearsal.ts';
import { recordOf } from '../core/history/record.ts';
import { rehearsalOf } from '../core/history/rehearsal.ts';
import type { CommandResult } from '../core/interface/result.ts';
import type { Hop } from '../core/model/hop.ts';
import { hopStep, isAct } from './hop/hop-step.ts';
import type { StepInput } from './hop/step-input.ts';

/** Begins the rehearsal of a hop where the one before has ended, in place of a restore. */
export function carryOver(opened: Project, input: StepInput, before: Hop): Promise<CommandResult> {
  return hopStep(opened, { ...input, command: 'restore' }, 'staging', async (context) => {
    const situation = await context.situation();
    const entries = await context.project.journal.read();
    const decision = decideCarryOver(situation, {
      id: before.id,
      rehearsal: rehearsalOf(entries, recordOf(entries, before)),
      isAsLeft: isAsLeftBy(entries, before),
    });
    if (!isAct(decision)) return decision;
    await context.record({ type: 'carried-over', backup: decision.backup, after: before.id });
    return { kind: 'done', headline: decision.because };
  });
}
