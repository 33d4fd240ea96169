import { decideCarryOver } from '../core/decisions/carry-over.ts';
import { isAsLeftBy } from '../core/history/path-rehearsal.ts';
import { recordOf } from '../core/history/record.ts';
import { rehearsalOf } from '../core/history/rehearsal.ts';
import type { Hop } from '../core/model/hop.ts';
import { did, step } from './frame/step.ts';
import type { StepInput } from './hop/step-input.ts';

/** Starts the rehearsal of a hop where the previous one ended, instead of from a restore. */
export const carryOver = step({
  command: 'restore',
  needs: {},
  open: ({ before }: StepInput & { readonly before: Hop }) => ({ environment: 'staging', before }),
  gather: async ({ project }, { before }) => {
    const entries = await project.journal.read();
    const rehearsal = rehearsalOf(entries, recordOf(entries, before), project.traits);
    return { id: before.id, rehearsal, isAsLeft: isAsLeftBy(entries, before) };
  },
  decide: ({ situation, gathered }) => decideCarryOver(situation, gathered),
  act: async (_, { backup, because }) => did({ backup, because }),
  record: ({ backup }, { opened }) => ({ type: 'carried-over', backup, after: opened.before.id }),
  report: ({ because }) => ({ headline: because }),
});
