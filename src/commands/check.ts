import { projectCommand } from '../steps/command.ts';

/** May a hop start, or continue, on production? */
export const check = projectCommand({
  name: 'check',
  description: "a hop's first step: may it start, or continue, on production?",
  inputs: ['hop'],
  inWorkflow: ['environment', 'retry'],
  outputs: ['start'],
  load: async () => (await import('../steps/check/check.ts')).check.run,
});
