import type { Log, Progress } from '../log.ts';

/** The parts of @actions/core that a log needs. */
export interface RunnerLog {
  info(text: string): void;
  warning(text: string): void;
  startGroup(title: string): void;
  endGroup(): void;
}

const millisecondsBetweenProgress = 10_000;

/**
 * The log of a step in GitHub Actions.
 * @param now milliseconds, of any clock that does not go back: progress is printed every ten seconds at most
 */
export function githubLog(runner: RunnerLog, now: () => number): Log {
  let depth = 0;
  let nextProgress = Number.NEGATIVE_INFINITY;
  return {
    info: (text) => runner.info(inert(text)),
    warn: (text) => runner.warning(inert(text)),
    output: (text) => runner.info(`  │ ${inert(text)}`),
    progress: (progress) => {
      if (now() < nextProgress) return;
      nextProgress = now() + millisecondsBetweenProgress;
      runner.info(inert(progressLine(progress)));
    },
    group: async (title, body) => {
      // The runner knows no groups within groups: an inner one would end the outer one early.
      if (depth === 0) runner.startGroup(inert(title));
      else runner.info(inert(title));
      depth += 1;
      try {
        return await body();
      } finally {
        depth -= 1;
        if (depth === 0) runner.endGroup();
      }
    },
  };
}

/**
 * What a server or a script prints must not be taken for a command to the runner, which looks for `::` at the start of
 * a line (spaces aside) and for `##[` anywhere in it.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function inert(text: string): string {
  return text.replaceAll(/^([^\S\n]*)::/gm, '$1: :').replaceAll('##[', '## [');
}

function progressLine({ text, done, total }: Progress): string {
  if (done === undefined) return text;
  return total === undefined ? `${text} (${done})` : `${text} (${done} of ${total})`;
}
