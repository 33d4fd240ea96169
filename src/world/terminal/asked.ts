import { PassThrough } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

/** Thrown when a person leaves a question with Ctrl-C, which is not a signal in a terminal in raw mode. */
export class LeftQuestion extends Error {
  override readonly name = 'LeftQuestion';
}

/** The context that a question of the library is asked with. */
export interface Asking {
  readonly input: NodeJS.ReadableStream;
  readonly signal: AbortSignal;
}

/** The library's name for the error of a question that was not answered. */
const left: ReadonlySet<string> = new Set(['ExitPromptError', 'AbortPromptError']);

/** When a terminal is closed, the end of its input may be seen before the signal. */
const signalMilliseconds = 50;

/** The answer; or LeftQuestion if a person, or a signal, ended the question: that is not a defect. */
export async function asked<Answer>(
  signal: AbortSignal,
  question: (asking: Asking) => Promise<Answer>,
): Promise<Answer> {
  const { stdin } = process;
  // Leaving raw mode fails at a terminal that was closed. As an error of readline's own input it would end the process
  // before anything is recorded; the one of standard input is handled in cli.ts.
  const setRawMode = (mode: boolean): void => {
    stdin.setRawMode(mode);
  };
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode });
  stdin.pipe(input);
  try {
    return await Promise.race([question({ input, signal }), endOf(input)]);
  } catch (error) {
    if (!(error instanceof Error && left.has(error.name))) throw error;
    // Nothing else may be left that keeps the process alive until the signal arrives.
    await delay(signalMilliseconds);
    throw new LeftQuestion(error.message, { cause: error });
  } finally {
    stdin.unpipe(input);
    stdin.pause();
  }
}

/** At the end of the input the library waits for ever. */
function endOf(input: PassThrough): Promise<never> {
  return new Promise((_resolve, reject) => {
    input.once('end', () => {
      const error = new Error('the input has ended');
      error.name = 'ExitPromptError';
      reject(error);
    });
  });
}
