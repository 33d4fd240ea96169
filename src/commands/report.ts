import { projectCommand } from '../steps/command.ts';

/** Shows the state of the path, or of one hop, from the journal. */
export const report = projectCommand({
  name: 'report',
  description: 'report the state of the path, or of one hop',
  inputs: ['hop', 'environment', 'output'],
  inWorkflow: ['retry'],
  outputs: ['complete', 'current', 'target'],
  load: async () => (await import('../steps/report/report.ts')).report,
});
