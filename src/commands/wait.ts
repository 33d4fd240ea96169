import { projectCommand } from '../steps/command.ts';

/** Watches until a release serves and its migrations are complete. */
export const wait = projectCommand({
  name: 'wait',
  description: 'wait until the release is serving and its started migrations are complete',
  inputs: ['hop', 'environment', 'budget'],
  inWorkflow: ['retry'],
  outputs: [],
  load: async () => (await import('../steps/migrations/wait.ts')).wait.run,
});
