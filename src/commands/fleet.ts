import { taken } from '../core/interface/inputs.ts';
import type { Command } from '../steps/command.ts';
import { openFleet } from '../steps/hop/open-project.ts';

const inputs = ['config', 'target', 'output'] as const;

/** Shows the state of several systems of one configuration, and which of them are next. */
export const fleet = {
  name: 'fleet',
  description: 'show the state of a fleet and which systems are next',
  inputs,
  inWorkflow: ['operation'],
  outputs: ['systems', 'more-systems', 'count', 'target', 'complete'],
  invoke: async (given, { effects, run }) => {
    const opened = await openFleet(given.config, effects, run);
    const { fleet: step, refuseOneSystem } = await import('../steps/fleet/fleet.ts');
    if (opened === undefined) return refuseOneSystem();
    return await step(opened, taken(given, [...inputs, 'operation']), { effects, run });
  },
} satisfies Command;
