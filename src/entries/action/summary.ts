/** The runner rejects a larger summary of a step completely. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
export const summaryLimitBytes = 1024 * 1024;

const pointer =
  '\n\n> **This summary is cut off here**: GitHub shows at most 1 MiB. The log of this step has all of it.\n';

export interface FittedSummary {
  readonly markdown: string;
  readonly cut: boolean;
}

/** Cuts Markdown between lines to the size that the runner accepts, and closes a fence that was left open. */
export function fitSummary(markdown: string, limit: number = summaryLimitBytes): FittedSummary {
  if (Buffer.byteLength(markdown) <= limit) return { markdown, cut: false };
  const fence = '\n```';
  const room = limit - Buffer.byteLength(pointer) - Buffer.byteLength(fence);
  const kept = Buffer.from(markdown).subarray(0, room).toString('utf8');
  const whole = kept.slice(0, Math.max(0, kept.lastIndexOf('\n')));
  const fences = whole.split('\n').filter((line) => line.trimStart().startsWith('```')).length;
  return { markdown: whole + (fences % 2 === 1 ? fence : '') + pointer, cut: true };
}
