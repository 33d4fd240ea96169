import type { CommandResult } from '../../core/interface/result.ts';
import type { Log } from '../../world/log.ts';
import { type JobStage, jobTitleText } from './job-stage.ts';

/** Shows the steps of a job in the log of the one step that runs them all. */
export function logStage(log: Log): JobStage {
  return {
    runJob: async (title, steps) => {
      log.info(jobTitleText(title));
      const results: CommandResult[] = [];
      for (const step of steps) {
        const result = await log.group(step.title, () => step.run(log));
        log.info(`${result.outcome}: ${result.headline}`);
        results.push(result);
        if (result.outcome !== 'passed' && result.outcome !== 'skipped') return { kind: 'stopped', result };
      }
      return { kind: 'ended', results };
    },
  };
}
