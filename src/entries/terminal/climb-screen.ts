import type { CommandResult } from '../../core/interface/result.ts';
import type { Hop } from '../../core/model/hop.ts';
import type { Approval, ClimbStage, Gate } from '../../steps/stage/climb-stage.ts';
import type { JobEnd, StageStep } from '../../steps/stage/job-stage.ts';
import { gateText } from './gate-text.ts';
import type { Ink } from './ink.ts';
import type { RunLog } from './run-log.ts';
import { lineView, liveView, type StepView } from './step-view.ts';
import { widthOf } from './wrapped.ts';

export interface ScreenParts {
  /** A terminal is attached: one line moves. Otherwise all of them stay. */
  readonly interactive: boolean;
  /** Removes secrets, and breaks lines at the width of the terminal. */
  readonly write: (text: string) => void;
  /** Writes to the terminal unchanged, for what moves and has colours. */
  readonly writeRaw: (text: string) => void;
  /** The pen's: removes secrets and makes invisible characters visible. */
  readonly redact: (text: string) => string;
  readonly now: () => number;
  readonly file: RunLog;
  readonly approve: (gate: Gate) => Promise<Approval>;
  /** Of the terminal; undefined if lines stay and are not broken. */
  readonly columns: () => number | undefined;
  readonly ink: Ink;
}

/** Shows a climb: a header for each hop, its jobs, and one line for each step. */
export function climbScreen(parts: ScreenParts): ClimbStage {
  const { write, writeRaw, redact, file, ink, columns } = parts;
  let shownHop: Hop | undefined;
  const title = (text: string): void => {
    file.line(text);
    writeRaw(`${ink('bold', redact(text))}\n`);
  };
  return {
    showPlan: (headline, text) => write(`${headline}\n${text}\n\n`),
    approve: async (gate) => {
      write(gateText(gate.facts));
      const answer = await parts.approve(gate);
      write('\n');
      return answer;
    },
    runJob: async ({ hop, job }, steps) => {
      if (hop !== undefined && hop.id !== shownHop?.id) title(hopHeader(hop, columns()));
      shownHop = hop;
      title(job);
      const end = await runSteps(steps, viewOf(steps, parts), parts.now);
      write('\n');
      return end;
    },
  };
}

/** `── Hop 2 of 5: 1.1.4 → 1.2.1 ── 3 more after it ──────` */
export function hopHeader(
  { index, count, title }: Pick<Hop, 'index' | 'count' | 'title'>,
  columns: number | undefined,
): string {
  const left = count - index;
  const text = `── Hop ${index} of ${count}: ${title} ── ${left === 0 ? 'the last one' : `${left} more after it`} ──`;
  return text + '─'.repeat(Math.max(0, Math.min(columns ?? 0, 100) - widthOf(text)));
}

function viewOf(steps: readonly StageStep[], parts: ScreenParts): StepView {
  const { interactive, write, writeRaw, columns } = parts;
  return interactive
    ? liveView(steps, { ...parts, write: writeRaw, columns: () => columns() ?? 80 })
    : lineView(steps, { ...parts, write });
}

async function runSteps(steps: readonly StageStep[], view: StepView, now: () => number): Promise<JobEnd> {
  const results: CommandResult[] = [];
  for (const [index, step] of steps.entries()) {
    const started = now();
    const log = view.begin(step);
    let result: CommandResult;
    try {
      result = await step.run(log);
    } catch (error) {
      view.drop();
      throw error;
    }
    results.push(result);
    view.end({ step, result, milliseconds: now() - started, isLast: index === steps.length - 1 });
    if (result.outcome !== 'passed' && result.outcome !== 'skipped') return { kind: 'stopped', result };
  }
  return { kind: 'ended', results };
}
