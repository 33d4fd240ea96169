import { projectCommand } from '../steps/command.ts';

/** Starts the migrations that were deferred: the point of no return. */
export const migrate = projectCommand({
  name: 'migrate',
  description: 'start the deferred migrations and watch them to the end: the point of no return',
  inputs: ['hop', 'environment', 'budget', 'retry'],
  inWorkflow: ['confirm'],
  outputs: [],
  load: async () => (await import('../steps/migrations/migrate.ts')).migrate.run,
});
