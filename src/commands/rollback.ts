import { projectCommand } from '../steps/command.ts';

/** Rolls back to the previous release. */
export const rollback = projectCommand({
  name: 'rollback',
  description: 'go back to the previous release in the way that is still possible',
  inputs: ['hop', 'environment', 'confirm', 'reason', 'accept'],
  outputs: [],
  load: async () => (await import('../steps/rollback/rollback.ts')).rollback.run,
});
