import { projectCommand } from '../steps/command.ts';

/** Ends the lease of a run that is gone. */
export const unlock = projectCommand({
  name: 'unlock',
  description: 'end the lease of a run that is gone, on a machine that is out of reach',
  inputs: ['reason'],
  outputs: [],
  load: async () => (await import('../steps/unlock/unlock.ts')).endLease,
});
