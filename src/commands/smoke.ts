import { projectCommand } from '../steps/command.ts';

/** Runs the product's and the user's tests. */
export const smoke = projectCommand({
  name: 'smoke',
  description: "run the product's and your own tests",
  inputs: ['hop', 'environment', 'release'],
  inWorkflow: ['retry'],
  outputs: [],
  load: async () => (await import('../steps/smoke/smoke.ts')).smoke.run,
});
