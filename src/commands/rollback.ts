import { projectCommand } from '../steps/command.ts';
import { rollback as step } from '../steps/rollback/rollback.ts';

/** Goes back to the release before. */
export const rollback = projectCommand({
  name: 'rollback',
  description: 'go back to the previous release by the way that is open',
  inputs: ['hop', 'environment', 'confirm', 'reason', 'accept'],
  outputs: [],
  run: step.run,
});
