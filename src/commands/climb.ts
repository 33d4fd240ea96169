import { projectCommand } from '../steps/command.ts';

/** The whole path in one process: if GitHub is out of reach, the climb continues here, on the same journal. */
export const climb = projectCommand({
  name: 'climb',
  description: 'climb the whole path in this terminal, asking at each gate',
  only: 'terminal',
  inputs: ['target', 'current', 'acknowledge', 'facts', 'parts', 'budget', 'retry', 'output', 'yes', 'until'],
  outputs: [],
  showsSteps: true,
  load: async () => {
    const { climbPath } = await import('../climbing/climb-path.ts');
    const { stageOf } = await import('../steps/stage/stage-of.ts');
    return (project, { yes, ...input }, terminal) => {
      const gates = yes === true ? ({ kind: 'approve-all', how: '--yes' } as const) : ({ kind: 'ask' } as const);
      return climbPath(project, input, stageOf(terminal, project, gates));
    };
  },
});
