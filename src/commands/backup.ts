import { projectCommand } from '../steps/command.ts';

/** Backs production up: for the rehearsal, or as the restore point directly before the deploy. */
export const backup = projectCommand({
  name: 'backup',
  description: 'back up production, for the rehearsal or as the restore point',
  inputs: ['hop', 'purpose'],
  inWorkflow: ['environment', 'confirm', 'retry'],
  outputs: ['backup'],
  load: async () => (await import('../steps/backup/backup.ts')).backup.run,
});
