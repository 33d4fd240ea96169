import { projectCommand } from '../steps/command.ts';

/** Accepts a hop that was done by hand. */
export const adopt = projectCommand({
  name: 'adopt',
  description: 'record a hop that was done by hand',
  inputs: ['hop', 'reason'],
  inWorkflow: ['environment'],
  outputs: [],
  load: async () => (await import('../steps/adopt/adopt.ts')).adopt.run,
});
