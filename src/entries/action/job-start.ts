import { stat } from 'node:fs/promises';

/**
 * When this job started: the runner then writes the job's event file.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables (GITHUB_EVENT_PATH)
 */
export async function jobStart(environment: Readonly<Record<string, string | undefined>>): Promise<Date | undefined> {
  const file = environment.GITHUB_EVENT_PATH;
  if (file === undefined || file === '') return undefined;
  // Without it a wait is limited only by its budget, as in a terminal.
  return await stat(file).then(
    ({ mtime }) => mtime,
    () => undefined,
  );
}
