import { projectCommand } from '../steps/command.ts';

/** Records for which hops the run was approved. */
export const approve = projectCommand({
  name: 'approve',
  description: 'one approval of the whole path',
  only: 'workflow',
  inputs: [],
  outputs: ['count'],
  load: async () => (await import('../steps/approve/approve.ts')).approvePath,
});
