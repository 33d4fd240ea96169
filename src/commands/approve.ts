import { approvePath } from '../steps/approve/approve.ts';
import { projectCommand } from '../steps/command.ts';

/** Records for which hops the run was approved. */
export const approve = projectCommand({
  name: 'approve',
  description: 'one approval of the whole path',
  only: 'workflow',
  inputs: [],
  outputs: ['count'],
  run: approvePath,
});
