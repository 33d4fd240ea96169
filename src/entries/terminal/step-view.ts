import type { StageStep } from '../../steps/stage/job-stage.ts';
import type { Log } from '../../world/log.ts';
import type { Ink } from './ink.ts';
import { type LiveLine, liveLine } from './live-line.ts';
import type { RunLog } from './run-log.ts';
import { plainStepLine, type StepEnd, stepLine, titleWidthOf } from './step-line.ts';
import { progressDue, progressText } from './terminal-log.ts';
import { wrapped } from './wrapped.ts';

/** How the steps of one job are shown while they run. */
export interface StepView {
  begin(step: StageStep): Log;
  end(ended: StepEnd): void;
  /** The step has thrown: nothing of it keeps moving. */
  drop(): void;
}

export interface ViewParts {
  readonly write: (text: string) => void;
  readonly now: () => number;
  readonly file: RunLog;
  readonly ink: Ink;
}

export interface LiveViewParts extends ViewParts {
  readonly columns: () => number;
  /** The pen's: `write` knows nothing about secrets. */
  readonly redact: (text: string) => string;
}

/** At a terminal: one line moves, and becomes the line that stays. */
export function liveView(steps: readonly StageStep[], parts: LiveViewParts): StepView {
  const { columns, redact, ink, file } = parts;
  const line = liveLine(parts);
  return {
    begin: (step) => {
      file.line(`  ${step.title} …`);
      line.start(redact(step.title));
      return liveLog(line, parts);
    },
    end: (ended) => {
      line.end();
      file.line(plainStepLine(ended));
      const width = columns();
      const form = { ink, columns: width, titleWidth: titleWidthOf(steps, width) };
      parts.write(`${stepLine(redacted(ended, redact), form)}\n`);
    },
    drop: () => line.end(),
  };
}

function redacted(ended: StepEnd, redact: (text: string) => string): StepEnd {
  const { step, result } = ended;
  return {
    ...ended,
    step: { ...step, title: redact(step.title) },
    result: { ...result, headline: redact(result.headline) },
  };
}

/** Shows a step's log messages after its title; a warning stays, and all of them are in the file. */
function liveLog(line: LiveLine, { columns, redact, ink, file }: LiveViewParts): Log {
  let shown = '';
  const show = (text: string): void => {
    if (text !== shown) file.line(`    ${text}`);
    shown = text;
    line.doing(redact(text));
  };
  return {
    info: show,
    warn: (text) => {
      file.line(`    Warning: ${text}`);
      const [sign, rest] = ['    ! ', wrapped(`    ! Warning: ${redact(text)}`, columns()).slice(6)];
      line.above(`${ink('yellow', sign)}${rest}`);
    },
    output: (text) => {
      file.output(text);
      line.doing(redact(text));
    },
    group: async (title, body) => {
      show(title);
      return await body();
    },
    progress: (progress) => line.doing(redact(progressText(progress))),
  };
}

const millisecondsUntilNamed = 2000;

/** Without a moving line: a step is one line at its end, and one before it if it takes long or has something to report. */
export function lineView(steps: readonly StageStep[], { write, now, file, ink }: ViewParts): StepView {
  const show = (text: string): void => write(`${text}\n`);
  let timer: NodeJS.Timeout | undefined;
  return {
    begin: ({ title }) => {
      file.line(`  ${title} …`);
      let isNamed = false;
      const name = (): void => {
        clearTimeout(timer);
        if (!isNamed) show(`  ${title} …`);
        isNamed = true;
      };
      timer = setTimeout(name, millisecondsUntilNamed);
      const said = (text: string): void => {
        name();
        file.line(`    ${text}`);
        show(`    ${text}`);
      };
      const due = progressDue(now, false);
      return {
        info: said,
        warn: (text) => said(`Warning: ${text}`),
        output: file.output,
        group: async (group, body) => {
          file.line(`    ${group}`);
          return await body();
        },
        progress: (progress) => {
          if (due()) said(progressText(progress));
        },
      };
    },
    end: (ended) => {
      clearTimeout(timer);
      file.line(plainStepLine(ended));
      show(stepLine(ended, { ink, columns: undefined, titleWidth: titleWidthOf(steps, undefined) }));
    },
    drop: () => clearTimeout(timer),
  };
}
