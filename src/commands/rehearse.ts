import { projectCommand } from '../steps/command.ts';

/** The whole path on staging, before production is touched: in a terminal including all steps before it. */
export const rehearse = projectCommand({
  name: 'rehearse',
  description: 'climb the whole path on staging, from one restore; production is only read',
  inputs: ['budget'],
  inTerminal: ['target', 'current', 'acknowledge', 'facts', 'parts'],
  outputs: ['count'],
  showsSteps: true,
  load: async () => {
    const { rehearseInJob, rehearsePath } = await import('../climbing/rehearse-path.ts');
    const { stageOf } = await import('../steps/stage/stage-of.ts');
    return (project, input, terminal) =>
      terminal === undefined
        ? rehearseInJob(project, input)
        : rehearsePath(project, input, stageOf(terminal, project, { kind: 'stop' }));
  },
});
