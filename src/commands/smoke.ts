import { projectCommand } from '../steps/command.ts';
import { smoke as step } from '../steps/smoke/smoke.ts';

/** Runs the product's and the user's tests. */
export const smoke = projectCommand({
  name: 'smoke',
  description: "run the product's and your own tests",
  inputs: ['hop', 'environment', 'release'],
  inWorkflow: ['retry'],
  outputs: [],
  run: step.run,
});
