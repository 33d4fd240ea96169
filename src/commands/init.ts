import { taken } from '../core/interface/inputs.ts';
import { initInputs } from '../init/options.ts';
import type { Command } from '../steps/command.ts';

/** Writes the configuration and the workflows into this repository, or checks or updates the workflows. */
export const init = {
  name: 'init',
  description: 'write the configuration and the workflows into this repository',
  only: 'terminal',
  inputs: initInputs,
  outputs: [],
  invoke: async (given, { effects, terminal }) => {
    // No other command needs the code that writes workflows.
    const { runInit } = await import('../init/run-init.ts');
    const { ownRelease } = await import('../init/own-release.ts');
    const { terminalQuestions } = await import('../init/questions.ts');
    const { shippedProducts } = await import('../products/registry.ts');
    return await runInit(taken(given, initInputs), {
      directory: effects.directory,
      products: shippedProducts,
      release: ownRelease(),
      ...(terminal?.interactive === true ? { questions: terminalQuestions(effects.signal) } : {}),
    });
  },
} satisfies Command;
