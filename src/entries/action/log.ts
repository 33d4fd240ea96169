import type { Log, Progress } from '../../world/log.ts';

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
 * @param runner writes with the pen, see runner-with.ts
 * @param now milliseconds, of any clock that does not go back: progress is printed every ten seconds at most
 */
export function githubLog(runner: RunnerLog, now: () => number): Log {
  let depth = 0;
  let nextProgress = Number.NEGATIVE_INFINITY;
  return {
    info: (text) => runner.info(text),
    warn: (text) => runner.warning(text),
    output: (text) => runner.info(`  │ ${text}`),
    progress: (progress) => {
      if (now() < nextProgress) return;
      nextProgress = now() + millisecondsBetweenProgress;
      runner.info(progressLine(progress));
    },
    group: async (title, body) => {
      // The runner does not support nested groups: an inner one would end the outer one early.
      if (depth === 0) runner.startGroup(title);
      else runner.info(title);
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

function progressLine({ text, done, total }: Progress): string {
  if (done === undefined) return text;
  return total === undefined ? `${text} (${done})` : `${text} (${done} of ${total})`;
}
