import { projectCommand } from '../steps/command.ts';
import { markStaging } from '../steps/mark-disposable/mark-disposable.ts';

export const markDisposable = projectCommand({
  name: 'mark-disposable',
  description: "mark staging's data as disposable: once, before the first backup",
  inputs: ['data', 'confirm'],
  inWorkflow: ['environment'],
  outputs: [],
  run: (project, input, terminal) => markStaging(project, input, terminal?.ask),
});
