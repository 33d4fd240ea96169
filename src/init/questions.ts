/** Asking a person at a terminal. */
export interface Questions {
  text(message: string, proposed: string): Promise<string>;
  choose<Choice extends string>(message: string, choices: readonly Choice[], proposed: Choice): Promise<Choice>;
}

/** Questions in this terminal. The library is loaded when the first one is asked. */
export const terminalQuestions: Questions = {
  text: async (message, proposed) => {
    const { input } = await import('@inquirer/prompts');
    return await input({
      message,
      ...(proposed === '' ? {} : { default: proposed }),
      validate: (value) => value.trim() !== '' || 'Something is needed here.',
    });
  },
  choose: async (message, choices, proposed) => {
    const { select } = await import('@inquirer/prompts');
    return await select({ message, choices: choices.map((value) => ({ value })), default: proposed });
  },
};
