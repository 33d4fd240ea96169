import { endGroup, error, info, notice, setOutput, setSecret, startGroup, summary, warning } from '@actions/core';
import type { Annotation } from './annotations.ts';
import type { Runner } from './run-action.ts';

/** The runner that executes this step, spoken to through the toolkit's commands and files. */
export const currentRunner: Runner = {
  info,
  warning: (text) => warning(text),
  startGroup,
  endGroup,
  mask: setSecret,
  setOutput,
  annotate: ({ level, text, title, file, line, column }: Annotation) => {
    const write = { error, warning, notice }[level];
    write(text, {
      title,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { startLine: line }),
      ...(column === undefined ? {} : { startColumn: column }),
    });
  },
  writeSummary: async (markdown) => {
    await summary.addRaw(markdown, true).write();
  },
};
