import { Listr, type ListrTask } from 'listr2';
import type { Approval, ClimbStage, Gate } from '../commands/climb.ts';
import type { CommandResult } from '../commands/invocation.ts';
import type { JobEnd, StageStep } from '../commands/sequence-step.ts';
import type { Log } from '../log.ts';

export interface TerminalParts {
  /** A terminal is attached: the list moves. Elsewhere each step is a line. */
  readonly interactive: boolean;
  readonly write: (text: string) => void;
  /** The pen's: takes secrets out and makes visible what cannot be seen. */
  readonly redact: (text: string) => string;
  readonly approve: (gate: Gate) => Promise<Approval>;
}

/** Shows a climb as lists of steps that get done. */
export function listrStage({ interactive, write, redact, approve }: TerminalParts): ClimbStage {
  return {
    showPlan: (headline, text) => write(`${redact(headline)}\n${redact(text)}\n\n`),
    approve: async (gate) => {
      for (const fact of gate.facts) write(`${redact(fact)}\n`);
      return await approve(gate);
    },
    runJob: async (title, steps) => {
      write(`${title}\n`);
      const end = await runSteps(steps, interactive, redact);
      write('\n');
      return end;
    },
  };
}

/** Thrown to let a list show its step as failed; what it ended as is told apart from it. */
class StepStopped extends Error {
  override readonly name = 'StepStopped';
}

async function runSteps(
  steps: readonly StageStep[],
  interactive: boolean,
  redact: (text: string) => string,
): Promise<JobEnd> {
  const results: CommandResult[] = [];
  const tasks = steps.map(
    (step): ListrTask => ({
      title: redact(step.title),
      task: async (_context, task) => {
        const result = await step.run(
          outputLog((line) => {
            task.output = redact(line);
          }),
        );
        results.push(result);
        const line = redact(`${step.title}. ${result.headline}`);
        if (result.outcome === 'skipped') {
          task.skip(line);
          return;
        }
        task.title = line;
        if (result.outcome !== 'passed') throw new StepStopped(`${result.outcome}: ${redact(result.headline)}`);
      },
    }),
  );
  const list = new Listr(tasks, {
    renderer: interactive ? 'default' : 'simple',
    fallbackRenderer: 'simple',
    // Its own would end the process with nothing said and nothing recorded.
    registerSignalListeners: false,
    rendererOptions: { collapseSubtasks: false, collapseSkips: false, collapseErrors: false, showErrorMessage: false },
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

/** A step's log as the one line below its title. Where each line stays, one that only says the same again is left out. */
function outputLog(write: (line: string) => void): Log {
  let shown = '';
  const show = (line: string): void => {
    if (line === shown) return;
    shown = line;
    write(line);
  };
  return {
    info: show,
    warn: (text) => show(`Warning: ${text}`),
    output: show,
    group: async (title, body) => {
      show(title);
      return await body();
    },
    progress: ({ text, done, total }) => {
      const far = done === undefined ? '' : ` ${done}${total === undefined ? '' : ` of ${total}`}`;
      show(`${text}${far}`);
    },
  };
}
