import type { CommandResult } from '../../core/interface/result.ts';
import type { JobEnd, StageStep } from '../../steps/stage/job-stage.ts';
import type { Log } from '../../world/log.ts';
import type { RunLog } from './run-log.ts';
import { progressDue, progressText } from './terminal-log.ts';

export interface LineParts {
  readonly write: (text: string) => void;
  readonly now: () => number;
  readonly file: RunLog;
}

/** The steps of a job where lines stay: one as each begins and ends, and a word now and then in between. */
export async function stepsInLines(steps: readonly StageStep[], parts: LineParts): Promise<JobEnd> {
  const results: CommandResult[] = [];
  const show = (text: string): void => {
    parts.file.line(text);
    parts.write(`${text}\n`);
  };
  for (const step of steps) {
    show(`  ${step.title} …`);
    const result = await step.run(stepLog(show, parts));
    results.push(result);
    // What a failure means is said once, at the end of all.
    if (result.outcome !== 'passed' && result.outcome !== 'skipped') {
      show(`  ✖ ${result.outcome}`);
      return { kind: 'stopped', result };
    }
    show(`  ${result.outcome === 'skipped' ? '-' : '✔'} ${result.headline}`);
  }
  return { kind: 'ended', results };
}

function stepLog(show: (text: string) => void, { now, file }: LineParts): Log {
  const due = progressDue(now, false);
  return {
    info: (text) => show(`    ${text}`),
    warn: (text) => show(`    Warning: ${text}`),
    output: file.output,
    group: async (title, body) => {
      file.line(title);
      return await body();
    },
    progress: (progress) => {
      if (due()) show(`    ${progressText(progress)}`);
    },
  };
}
