import { asked } from '../world/terminal/asked.ts';

/** Asking a person at a terminal. */
export interface Questions {
  /** @param check says why an answer is not accepted, with a form that is */
  text(message: string, proposed: string, check?: AnswerCheck): Promise<string>;
  /** @param titles the texts shown for the choices, if they are not the choices themselves */
  choose<Choice extends string>(
    message: string,
    choices: readonly Choice[],
    proposed: Choice,
    titles?: Readonly<Record<string, string>>,
  ): Promise<Choice>;
}

/** Undefined for an answer that is accepted. */
export type AnswerCheck = (answer: string) => string | undefined;

/** Questions in this terminal. The library is loaded when the first one is asked. */
export const terminalQuestions = (signal: AbortSignal): Questions => ({
  text: async (message, proposed, check) => {
    const { default: input } = await import('@inquirer/input');
    const validate = (value: string): boolean | string =>
      value.trim() === '' ? 'An answer is required.' : (check?.(value.trim()) ?? true);
    const question = { message, ...(proposed === '' ? {} : { default: proposed }), validate };
    return (await asked(signal, (asking) => input(question, asking))).trim();
  },
  choose: async (message, choices, proposed, titles = {}) => {
    const { default: select } = await import('@inquirer/select');
    const question = {
      message,
      choices: choices.map((value) => ({ value, name: titles[value] ?? value })),
      default: proposed,
    };
    return await asked(signal, (asking) => select(question, asking));
  },
});
