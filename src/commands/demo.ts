import type { Command } from '../steps/command.ts';

/** The main use on the embedded sample, for whoever looks at this for the first time. */
export const demo = {
  name: 'demo',
  description: 'climb the embedded sample from 1.0.2 to its newest release, on real processes in a temporary folder',
  only: 'terminal',
  inputs: ['target', 'keep'],
  outputs: [],
  showsSteps: true,
  invoke: async (given, { effects, run, terminal }) => {
    if (terminal === undefined) throw new Error('the demo was started without a terminal');
    const { runDemo } = await import('../climbing/demo.ts');
    return await runDemo({ effects, run, terminal }, given);
  },
} satisfies Command;
