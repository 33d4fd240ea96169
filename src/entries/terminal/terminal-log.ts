import type { Log, Progress } from '../../world/log.ts';
import type { RunLog } from './run-log.ts';

/** If lines stay, a repeated line says nothing new; a terminal shows that something moves. */
const millisecondsBetweenProgress = { lines: 10_000, terminal: 2000 } as const;

export interface LogParts {
  readonly write: (text: string) => void;
  readonly now: () => number;
  readonly interactive: boolean;
  readonly file: RunLog;
}

/**
 * The log of a single command at the terminal: plain lines on standard error, so that standard output is the result.
 * The output of child processes only goes into the file.
 */
export function terminalLog({ write, now, interactive, file }: LogParts): Log {
  const show = (text: string): void => {
    file.line(text);
    write(`${text}\n`);
  };
  const due = progressDue(now, interactive);
  return {
    info: show,
    warn: (text) => show(`Warning: ${text}`),
    output: file.output,
    group: async (title, body) => {
      show(title);
      return await body();
    },
    progress: (progress) => {
      if (due()) show(progressText(progress));
    },
  };
}

/** True at most once per interval, and not at once: what is soon over needs no progress report. */
export function progressDue(now: () => number, interactive: boolean): () => boolean {
  const pause = interactive ? millisecondsBetweenProgress.terminal : millisecondsBetweenProgress.lines;
  let next = now() + pause;
  return () => {
    if (now() < next) return false;
    next = now() + pause;
    return true;
  };
}

export function progressText({ text, done, total }: Progress): string {
  return `${text}${done === undefined ? '' : ` ${done}${total === undefined ? '' : ` of ${total}`}`}`;
}
