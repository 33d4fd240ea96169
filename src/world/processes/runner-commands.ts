/** What a script prints to have a value masked, in both notations of the runner. */
const addMask = /^\s*::add-mask(?:\s[^:]*)?::(?<value>.*)$|##\[add-mask(?:\s[^\]]*)?\](?<older>.*)$/i;

/**
 * The value that a child's output line asks to mask; undefined for any other line. All other commands stay text.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#masking-a-value-in-a-log
 */
export function maskAsked(line: string): string | undefined {
  const groups = addMask.exec(line)?.groups;
  const value = groups?.value ?? groups?.older;
  return value?.replaceAll(/%0D/gi, '\r').replaceAll(/%0A/gi, '\n').replaceAll('%25', '%').trim();
}
