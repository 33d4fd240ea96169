import { SystemFailure } from '../../core/messages/errors.ts';
import type { Processes, ProcessRequest, ProcessResult } from './process.ts';

/** For a program that answers at once, such as one with `--version`; on a busy machine that takes seconds. */
const usualMilliseconds = 60_000;

/**
 * Asks a program for something that it answers at once. If it waits for a terminal or a network it has to be ended:
 * otherwise no step would ever end, and no Ctrl-C would reach it.
 * @returns undefined if it cannot be started
 * @throws SystemFailure if it gives no answer in time
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
