import type { CommandResult } from '../../core/interface/result.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { StageStep } from '../../steps/stage/job-stage.ts';
import type { Ink } from './ink.ts';
import { signOf, withSignColour } from './sign.ts';
import { widthOf, wrapped } from './wrapped.ts';

export interface StepEnd {
  readonly step: StageStep;
  readonly result: CommandResult;
  readonly milliseconds: number;
  /** The last step of its job: its result is the job's. */
  readonly isLast: boolean;
}

export interface StepLineForm {
  readonly ink: Ink;
  /** Undefined if a line may have any length. */
  readonly columns: number | undefined;
  /** The column of the durations of this job. */
  readonly titleWidth: number;
}

const widestTime = '  under 1 s'.length;

/** The width of the titles of a job, as far as a terminal has room for them beside a duration. */
export function titleWidthOf(steps: readonly StageStep[], columns: number | undefined): number {
  const widest = Math.max(0, ...steps.slice(0, -1).map(({ title }) => widthOf(title)));
  return columns === undefined ? widest : Math.min(widest, Math.max(0, columns - 4 - widestTime));
}

/** `  ✔ Deploy 1.1.4 again   2.2 s`; what a step that did not pass means is said once, at the very end. */
export function stepLine({ step, result, milliseconds, isLast }: StepEnd, form: StepLineForm): string {
  const { outcome, headline } = result;
  const said =
    outcome === 'passed'
      ? isLast
        ? headline
        : step.title
      : outcome === 'skipped'
        ? `${step.title}. ${headline}`
        : `${step.title}: ${outcome}`;
  const time = outcome === 'skipped' || (outcome === 'passed' && isLast) ? '' : took(milliseconds);
  const lines = wrapped(`  ${signOf(outcome)} ${said}`, form.columns && form.columns - widthOf(time)).split('\n');
  const last = lines.at(-1) ?? '';
  const gap = ' '.repeat(time === '' ? 0 : Math.max(0, form.titleWidth + 4 - widthOf(last)));
  const text = [...lines.slice(0, -1), `${last}${gap}${form.ink('dim', time)}`].join('\n');
  return withSignColour(form.ink, outcome, text);
}

/** The same line as it is in a file. */
export function plainStepLine(end: StepEnd): string {
  const { result, step, milliseconds } = end;
  return `  ${signOf(result.outcome)} ${step.title}${took(milliseconds)}: ${result.headline}`;
}

function took(milliseconds: number): string {
  return `  ${milliseconds < 1000 ? 'under 1 s' : durationText(milliseconds)}`;
}
