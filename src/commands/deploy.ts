import { projectCommand } from '../steps/command.ts';

/** Deploys one side of a hop. */
export const deploy = projectCommand({
  name: 'deploy',
  description: 'deploy one side of a hop, with its migrations deferred where the product supports it',
  inputs: ['hop', 'environment', 'release', 'acknowledge'],
  inWorkflow: ['confirm', 'retry'],
  outputs: [],
  load: async () => (await import('../steps/deploy/deploy.ts')).deploy.run,
});
