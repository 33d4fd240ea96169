import { projectCommand } from '../steps/command.ts';
import { report as step } from '../steps/report/report.ts';

/** Says where the path, or one hop, stands, from the journal. */
export const report = projectCommand({
  name: 'report',
  description: 'say where the path, or one hop, stands',
  inputs: ['hop', 'environment', 'output'],
  inWorkflow: ['retry'],
  outputs: ['complete', 'current', 'target'],
  run: step,
});
