import { access } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { SystemFailure } from '../../../core/messages/errors.ts';

/** How long a reader waits for a writer of another process. */
const busyMilliseconds = 10_000;

/** Opens a live database without ever writing to it; other processes may read and write it meanwhile. */
export async function openForReading(file: string): Promise<DatabaseSync> {
  try {
    await access(file);
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The SQLite database "${file}" does not exist or cannot be reached.`,
        means: 'Nothing was done.',
        next: 'Check the path in the configuration, and that this user may read the file and its folder.',
      },
      { cause },
    );
  }
  const database = new DatabaseSync(file, { readOnly: true, timeout: busyMilliseconds });
  try {
    // Opening reads nothing yet: a file that is no database is only found out by the first read.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (cause) {
    database.close();
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === readonlyRollback) throw halfWritten(file);
    throw new SystemFailure({
      happened: `"${file}" could not be read as a SQLite database: ${reasonOf(cause)}.`,
      means: 'Nothing was done.',
      next: 'Check the path. A database in WAL mode also needs read and write access to its folder and its "-shm" file.',
    });
  }
}

/** https://www.sqlite.org/rescode.html#readonly_rollback */
const readonlyRollback = 776;

function halfWritten(file: string): SystemFailure {
  return new SystemFailure({
    happened: `The last write to "${file}" was never finished: its server was killed and left "${file}-journal" behind.`,
    means: 'Nothing is lost, but only a process that may write can undo that write. Nothing was done.',
    next: 'Start the server once, or run "PRAGMA quick_check" with the sqlite3 program, then run the step again.',
  });
}

/**
 * Opens a file that nobody writes. `immutable` keeps SQLite from making a "-wal" and "-shm" beside it, which would
 * become part of the backup. https://www.sqlite.org/uri.html#uriimmutable
 */
export function openFinished(file: string): DatabaseSync {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return new DatabaseSync(url, { readOnly: true });
}

/** SQLite's own words for its result code, which never quote a row. https://www.sqlite.org/c3ref/errcode.html */
export function reasonOf(cause: unknown): string {
  if (cause instanceof Error && 'errstr' in cause && typeof cause.errstr === 'string') return cause.errstr;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return 'unknown error';
}
