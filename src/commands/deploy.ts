import { projectCommand } from '../steps/command.ts';
import { deploy as step } from '../steps/deploy/deploy.ts';

/** Puts one side of a hop in place. */
export const deploy = projectCommand({
  name: 'deploy',
  description: 'deploy one side of a hop, with its migrations deferred where the product can',
  inputs: ['hop', 'environment', 'release', 'acknowledge'],
  inWorkflow: ['confirm'],
  outputs: [],
  run: step.run,
});
