import { Listr, type ListrTask } from 'listr2';
import type { CommandResult } from '../../core/interface/result.ts';
import type { Approval, ClimbStage, Gate } from '../../steps/stage/climb-stage.ts';
import type { JobEnd, StageStep } from '../../steps/stage/job-stage.ts';
import type { Log } from '../../world/log.ts';
import { stepsInLines } from './line-stage.ts';
import type { RunLog } from './run-log.ts';
import { progressText } from './terminal-log.ts';
import { wrapped } from './wrapped.ts';

export interface TerminalParts {
  /** A terminal is attached: the list moves. Elsewhere each step is a line. */
  readonly interactive: boolean;
  readonly write: (text: string) => void;
  /** The pen's: takes secrets out and makes visible what cannot be seen. */
  readonly redact: (text: string) => string;
  readonly now: () => number;
  readonly file: RunLog;
  readonly approve: (gate: Gate) => Promise<Approval>;
  /** Of the terminal; undefined where lines stay and are not broken. */
  readonly columns?: number | undefined;
}

/** Shows a climb as lists of steps that get done. */
export function listrStage(parts: TerminalParts): ClimbStage {
  const { interactive, write, redact, approve, columns } = parts;
  return {
    showPlan: (headline, text) => write(`${redact(headline)}\n${redact(text)}\n\n`),
    approve: async (gate) => {
      for (const fact of gate.facts) write(`${wrapped(redact(fact), columns)}\n`);
      return await approve(gate);
    },
    runJob: async (title, steps) => {
      write(`${title}\n`);
      const end = interactive ? await runSteps(steps, parts) : await stepsInLines(steps, parts);
      write('\n');
      return end;
    },
  };
}

/** Thrown to let a list show its step as failed; what it ended as is told apart from it. */
class StepStopped extends Error {
  override readonly name = 'StepStopped';
}

async function runSteps(steps: readonly StageStep[], { redact, file }: TerminalParts): Promise<JobEnd> {
  const results: CommandResult[] = [];
  const tasks = steps.map(
    (step): ListrTask => ({
      title: redact(step.title),
      task: async (_context, task) => {
        const result = await step.run(
          outputLog((line) => {
            task.output = redact(line);
          }, file),
        );
        results.push(result);
        const isDone = result.outcome === 'passed' || result.outcome === 'skipped';
        // What a failure means is said once, at the end of all; what was skipped is no warning.
        task.title = redact(isDone ? `${step.title}. ${result.headline}` : `${step.title}: ${result.outcome}`);
        if (!isDone) throw new StepStopped(result.outcome);
      },
    }),
  );
  const list = new Listr(tasks, {
    renderer: 'default',
    // Its own would end the process with nothing said and nothing recorded.
    registerSignalListeners: false,
    rendererOptions: { collapseSubtasks: false, collapseErrors: false, showErrorMessage: false },
  });
  try {
    await list.run();
  } catch (error) {
    const last = results.at(-1);
    if (!(error instanceof StepStopped) || last === undefined) throw error;
    return { kind: 'stopped', result: last };
  }
  return { kind: 'ended', results };
}

/** A step's log as the one line below its title; all of it is in the file. */
function outputLog(write: (line: string) => void, file: RunLog): Log {
  let shown = '';
  const show = (line: string): void => {
    if (line === shown) return;
    shown = line;
    file.line(line);
    write(line);
  };
  return {
    info: show,
    warn: (text) => show(`Warning: ${text}`),
    output: (text) => {
      file.output(text);
      write(text);
    },
    group: async (title, body) => {
      show(title);
      return await body();
    },
    progress: (progress) => write(progressText(progress)),
  };
}
