import { SystemFailure } from '../../core/messages/errors.ts';
import { readTextFile } from '../../world/text-file.ts';

/**
 * A certificate or a key that the URL of a database names.
 * @param parameter its name in the URL
 * @param where the place of the URL in the configuration
 */
export async function readTlsFile(path: string, parameter: string, where: string): Promise<string> {
  try {
    return await readTextFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw new SystemFailure({
      happened: `The file "${path}" could not be read${code}; ${parameter} in ${where} names it.`,
      means: 'Without it no connection to the server is made. Nothing was done.',
      next: 'Correct its path, or let the job write the file before this step.',
    });
  }
}
