import { projectCommand } from '../steps/command.ts';

export const markDisposable = projectCommand({
  name: 'mark-disposable',
  description: "mark staging's data as disposable: once, before the first backup",
  inputs: ['data', 'confirm'],
  inWorkflow: ['environment'],
  outputs: [],
  load: async () => {
    const { markStaging } = await import('../steps/mark-disposable/mark-disposable.ts');
    return (project, input, terminal) => markStaging(project, input, terminal?.ask);
  },
});
