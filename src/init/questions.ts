import { asked } from '../world/terminal/asked.ts';

/** Asking a person at a terminal. */
export interface Questions {
  text(message: string, proposed: string): Promise<string>;
  choose<Choice extends string>(message: string, choices: readonly Choice[], proposed: Choice): Promise<Choice>;
}

/** Questions in this terminal. The library is loaded when the first one is asked. */
export const terminalQuestions = (signal: AbortSignal): Questions => ({
  text: async (message, proposed) => {
    const { default: input } = await import('@inquirer/input');
    const validate = (value: string): boolean | string => value.trim() !== '' || 'Something is needed here.';
    const question = { message, ...(proposed === '' ? {} : { default: proposed }), validate };
    return await asked(signal, (asking) => input(question, asking));
  },
  choose: async (message, choices, proposed) => {
    const { default: select } = await import('@inquirer/select');
    const question = { message, choices: choices.map((value) => ({ value })), default: proposed };
    return await asked(signal, (asking) => select(question, asking));
  },
});
