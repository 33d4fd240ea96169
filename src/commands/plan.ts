import { taken } from '../core/interface/inputs.ts';
import { type Command, projectCommand } from '../steps/command.ts';
import { openProject } from '../steps/hop/open-project.ts';

const inputs = ['target', 'current', 'acknowledge', 'facts', 'parts', 'releases', 'path'] as const;
const inTerminal = ['prereleases', 'minimumAge', 'saveReleases', 'offline', 'product'] as const;
const onProject = projectCommand({
  name: 'plan',
  description: 'plan the path from what production runs to the target, or check your own path',
  inputs,
  inWorkflow: ['operation', 'ring'],
  inTerminal,
  outputs: ['hops', 'count', 'current', 'target', 'complete'],
  load: async () => {
    const { planToDo } = await import('../planning/plan-to-do.ts');
    return async (project, input) => (await planToDo(project, input)).result;
  },
});

/** Reads the current and the target version, and emits the hops between as a matrix. */
export const plan = {
  ...onProject,
  invoke: async (given, caller) => {
    const input = taken(given, ['config', 'system', ...inputs, ...inTerminal]);
    if (given.product !== undefined) {
      const { planForProduct } = await import('../planning/plan-to-do.ts');
      return await planForProduct(given.product, input, caller.effects);
    }
    if (given.offline !== true) return await onProject.invoke(given, caller);
    // Nothing is recorded, so the journal is not read either: it may be out of reach like everything else.
    return await onProject.run(await openProject(given.config, caller.effects, caller.run, given.system), input);
  },
} satisfies Command;
