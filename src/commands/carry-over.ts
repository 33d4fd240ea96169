import { decideCarryOver } from '../hop/decisions/carry-over.ts';
import type { Hop } from '../hop/hop.ts';
import { isAsLeftBy } from '../hop/path-rehearsal.ts';
import { recordOf } from '../hop/record.ts';
import { rehearsalOf } from '../hop/rehearsal.ts';
import { hopStep, isAct } from './hop-step.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import type { Project } from './project.ts';

/** Begins the rehearsal of a hop where the one before has ended, in place of a restore. */
export function carryOver(opened: Project, invocation: Invocation, before: Hop): Promise<CommandResult> {
  return hopStep(opened, invocation, 'staging', async (context) => {
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
