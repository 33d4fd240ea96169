import { projectCommand } from '../steps/command.ts';
import { wait as step } from '../steps/migrations/wait.ts';

/** Watches until a release serves and its migrations are complete. */
export const wait = projectCommand({
  name: 'wait',
  description: 'wait until the release is serving and its started migrations are complete',
  inputs: ['hop', 'environment', 'budget'],
  inWorkflow: ['retry'],
  outputs: [],
  run: step.run,
});
