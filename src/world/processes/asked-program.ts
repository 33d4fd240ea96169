import { SystemFailure } from '../../core/messages/errors.ts';
import type { Processes, ProcessRequest, ProcessResult } from './process.ts';

/** What answers at once, such as a program with `--version`, and on a busy machine in seconds. */
const usualMilliseconds = 60_000;

/**
 * Asks a program for something that it answers at once. One that waits for a terminal or a network has to be ended: no
 * step would ever end otherwise, and no Ctrl-C would reach it.
 * @returns undefined where it cannot be started
 * @throws SystemFailure where it gives no answer in time
 */
export async function askProgram(
  processes: Processes,
  request: Pick<ProcessRequest, 'argv' | 'environment' | 'directory'>,
  milliseconds = usualMilliseconds,
): Promise<ProcessResult | undefined> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), milliseconds);
  try {
    return await processes.run({ ...request, signal: limit.signal });
  } catch (cause) {
    if (limit.signal.aborted) throw noAnswer(request.argv.join(' '), milliseconds);
    if (cause instanceof SystemFailure) return undefined;
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

function noAnswer(command: string, milliseconds: number): SystemFailure {
  return new SystemFailure({
    happened: `"${command}" gave no answer within ${milliseconds / 1_000} s, and was ended.`,
    means: 'Nothing was done.',
    next: 'Run it by hand on this machine: it may wait for a question to be answered, or for a network. Then run the step again.',
  });
}
