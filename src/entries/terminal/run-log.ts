import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../world/make-folder.ts';

/** The file with everything that a run at the terminal printed and started; the terminal itself shows what matters. */
export interface RunLog {
  /** What is shown in the terminal too. */
  line(text: string): void;
  /** Output of a child process: on the screen it would hide what matters. */
  output(text: string): void;
  /** What a person needs after a failure: the last lines that a child printed, and where the rest is. */
  lastWords(): string;
}

const keptLines = 15;
const keptFiles = 100;

export interface RunLogParts {
  readonly folder: string;
  /** What distinguishes this run's file from others: `1b2c3d4e`. */
  readonly run: string;
  readonly now: Date;
  /** The pen's: a file must not contain secrets either. */
  readonly written: (text: string) => string;
}

export function runLog({ folder, run, now, written }: RunLogParts): RunLog {
  const path = join(folder, `${now.toISOString().replaceAll(/[:.]/g, '')}-${run}.log`);
  let state: 'unused' | 'written' | 'not writable' = 'unused';
  let last: string[] = [];
  const append = (text: string): void => {
    if (state === 'not writable') return;
    try {
      if (state === 'unused') begin(folder);
      appendFileSync(path, `${written(text)}\n`, { mode: 0o600 });
      state = 'written';
    } catch {
      state = 'not writable';
    }
  };
  return {
    line: append,
    output: (text) => {
      last = [...last, written(text)].slice(-keptLines);
      append(text);
    },
    lastWords: () => {
      const shown = last.map((line) => `  │ ${line}\n`).join('');
      const heading = last.length === 0 ? '' : `The last lines of what was started:\n${shown}`;
      return state === 'written' ? `${heading}The whole log: ${path}\n` : heading;
    },
  };
}

/** Deletes old files, so that the disk is not filled with what nobody reads. */
function begin(folder: string): void {
  makeFolder(folder, 0o700);
  const files = readdirSync(folder).filter((name) => name.endsWith('.log'));
  for (const name of files.toSorted().slice(0, -keptFiles)) rmSync(join(folder, name), { force: true });
}
