import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Clock } from '../../../world/clock.ts';

/** How a reader waits for the writers of other processes. */
export interface Waiting {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** How long one call waits; this process does nothing else in the meantime, so it cannot be stopped either. */
export const busyMilliseconds = 1000;

/**
 * How long to wait in total. In rollback mode a server that writes all the time lets a reader in only between two
 * writes, and on a slow disk these gaps are short.
 */
const longestWaitMilliseconds = 60_000;

/** A server that was killed during a write leaves the same behind as one that is just between two writes. */
const killedMilliseconds = 2000;

/** https://www.sqlite.org/rescode.html */
const busy = 5;
const readonlyRollback = 776;

/**
 * Reads once no writer keeps the file locked. Rejects with what was thrown, except that a lock that does not end and a
 * write that was never finished become SystemFailures.
 */
export async function whenNotLocked<Result>(
  file: string,
  { clock, signal }: Waiting,
  read: () => Result,
): Promise<Result> {
  const started = clock.now().getTime();
  for (;;) {
    try {
      return read();
    } catch (cause) {
      const code = codeOf(cause);
      const waited = clock.now().getTime() - started;
      if (code === readonlyRollback) {
        if (waited >= killedMilliseconds) throw halfWritten(file);
      } else if ((code & 0xff) === busy) {
        if (waited >= longestWaitMilliseconds) throw locked(file, waited);
      } else throw cause;
    }
    await clock.sleep(100, signal);
  }
}

function codeOf(cause: unknown): number {
  return cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode : 0;
}

function locked(file: string, waited: number): SystemFailure {
  return new SystemFailure({
    happened: `"${file}" could not be read: other processes have kept it locked for ${durationText(waited)}.`,
    means: 'Nothing was done.',
    next: 'Run the step again when its server writes less, switch the database to WAL ("PRAGMA journal_mode = WAL"), or end the process that holds it.',
  });
}

function halfWritten(file: string): SystemFailure {
  return new SystemFailure({
    happened: `The last write to "${file}" was never finished: its server was killed and left "${file}-journal" behind.`,
    means: 'Nothing is lost, but only a process that may write can undo that write. Nothing was done.',
    next: 'Start the server once, or run "PRAGMA quick_check" with the sqlite3 program, then run the step again.',
  });
}
