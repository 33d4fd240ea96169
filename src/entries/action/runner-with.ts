import type { Pen } from '../../world/writing/pen.ts';
import type { Runner } from './run-action.ts';
import { fitSummary } from './summary.ts';

/** https://docs.github.com/en/rest/checks/runs limits a message to 64 KB, the runner to 4,096 characters. */
const longestText = 4096;
const cutMark = '\n… The full text is in the log of this step.';

/** The runner as the rest of the program sees it: everything sent to it goes through the pen first, and is truncated after that. */
export function runnerWith(pen: Pen, runner: Runner): Runner {
  return {
    info: (text) => runner.info(pen.workflow(text)),
    warning: (text) => runner.warning(pen.workflow(text)),
    startGroup: (title) => runner.startGroup(pen.workflow(title)),
    endGroup: () => runner.endGroup(),
    mask: (secret) => runner.mask(secret),
    setOutput: (name, value) => runner.setOutput(name, output(pen, value)),
    annotate: (annotation) =>
      runner.annotate({ ...annotation, title: pen.text(annotation.title), text: short(pen.text(annotation.text)) }),
    writeSummary: async (draft) => {
      const markdown = pen.markdown(draft);
      const fitted = fitSummary(markdown);
      if (fitted.cut) runner.info(pen.workflow(markdown));
      await runner.writeSummary(fitted.markdown);
    },
  };
}

/** A matrix is a value: with masks in it, it stays one. */
function output(pen: Pen, value: string): string {
  if (!/^[[{]/.test(value)) return pen.value(value);
  try {
    return pen.json(JSON.parse(value));
  } catch {
    return pen.value(value);
  }
}

function short(text: string): string {
  return text.length <= longestText ? text : text.slice(0, longestText - cutMark.length) + cutMark;
}
