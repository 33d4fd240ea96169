import type { Log } from '../log.ts';

const millisecondsBetweenProgress = 2000;

/** The log of a single command at the terminal: plain lines on standard error, so that standard output is the result. */
export function terminalLog(write: (text: string) => void, now: () => number): Log {
  let nextProgress = Number.NEGATIVE_INFINITY;
  return {
    info: (text) => write(`${text}\n`),
    warn: (text) => write(`Warning: ${text}\n`),
    output: (text) => write(`  │ ${text}\n`),
    group: async (title, body) => {
      write(`${title}\n`);
      return await body();
    },
    progress: ({ text, done, total }) => {
      if (now() < nextProgress) return;
      nextProgress = now() + millisecondsBetweenProgress;
      write(`${text}${done === undefined ? '' : ` ${done}${total === undefined ? '' : ` of ${total}`}`}\n`);
    },
  };
}
