import { projectCommand } from '../steps/command.ts';

/** Restores a backup on staging and proves that nothing is missing. */
export const restore = projectCommand({
  name: 'restore',
  description: 'restore the rehearsal backup on staging, prove it, and scrub the copy',
  inputs: ['hop'],
  inWorkflow: ['environment', 'purpose'],
  outputs: ['backup'],
  load: async () => (await import('../steps/restore/restore.ts')).restore.run,
});
