import { access } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { busyMilliseconds, type Waiting, whenNotLocked } from './locked.ts';

/** Opens a live database without ever writing to it; other processes may read and write it at the same time. */
export async function openForReading(file: string, waiting: Waiting): Promise<DatabaseSync> {
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
    // Opening reads nothing yet: only the first read shows that a file is not a database.
    await whenNotLocked(file, waiting, () => database.prepare('SELECT count(*) FROM sqlite_schema').get());
    return database;
  } catch (cause) {
    database.close();
    waiting.signal?.throwIfAborted();
    if (cause instanceof SystemFailure) throw cause;
    throw new SystemFailure({
      happened: `"${file}" could not be read as a SQLite database: ${reasonOf(cause)}.`,
      means: 'Nothing was done.',
      next: 'Check the path. A database in WAL mode also needs read and write access to its folder and its "-shm" file.',
    });
  }
}

/** Keeps everything that is read from here on at one moment. Writers wait for its end, except in WAL mode. */
export async function holdSnapshot(database: DatabaseSync, file: string, waiting: Waiting): Promise<void> {
  database.exec('BEGIN');
  await whenNotLocked(file, waiting, () => database.prepare('SELECT count(*) FROM sqlite_schema').get());
}

/**
 * Opens a file that nobody writes. `immutable` keeps SQLite from creating a "-wal" and "-shm" beside it, which would
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
