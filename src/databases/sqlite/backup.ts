import { backup, type DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';
import { syncFile } from '../../durable-files.ts';
import { SystemFailure } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Fingerprint } from '../database.ts';
import { openFinished, openForReading, reasonOf } from './file.ts';
import { readFingerprint } from './fingerprint.ts';

export interface BackUpRequest {
  readonly source: string;
  readonly target: string;
  readonly content: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}

/** Pages copied before others get a turn and the signal is looked at. */
const pagesAtOnce = 1000;

/** Without WAL the copy starts over whenever another process writes; after so many times it would never end. */
const mostRestarts = 20;

/**
 * Copies a live database with SQLite's online backup and reads the fingerprint from the finished copy, which is the
 * snapshot itself.
 *
 * In WAL mode a read transaction holds the snapshot, and writers go on. In the other modes holding it would make
 * writers fail for as long as the copy takes, so there the copy is made without and starts over when they write.
 * https://www.sqlite.org/backup.html
 */
export async function backUp(request: BackUpRequest): Promise<{ dataAt: Date; fingerprint: Fingerprint }> {
  const { source, target, clock, signal } = request;
  const database = await openForReading(source);
  const dataAt = clock.now();
  try {
    const holdsSnapshot = database.prepare('PRAGMA journal_mode').get()?.journal_mode === 'wal';
    if (holdsSnapshot) database.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    await copy(database, request);
  } finally {
    database.close();
  }
  signal?.throwIfAborted();
  await syncFile(target);
  verifyBackup(target);
  const finished = openFinished(target);
  try {
    return { dataAt, fingerprint: readFingerprint(finished, { at: dataAt, content: request.content, signal }) };
  } finally {
    finished.close();
  }
}

async function copy(database: DatabaseSync, { source, target, log, signal }: BackUpRequest): Promise<void> {
  let leastRemaining = Number.POSITIVE_INFINITY;
  let restarts = 0;
  try {
    await backup(database, target, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        if (remainingPages >= leastRemaining) restarts += 1;
        if (restarts > mostRestarts) throw neverEnds(source);
        leastRemaining = remainingPages;
        log.progress({ text: 'pages copied', done: totalPages - remainingPages, total: totalPages });
      },
    });
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof SystemFailure) throw cause;
    throw new SystemFailure({
      happened: `The backup of "${source}" stopped: ${reasonOf(cause)}.`,
      means: 'There is no backup; the database itself was not touched.',
      next: 'Check the free disk space and the permissions of the backup folder, then run the step again.',
    });
  }
}

/** Rejects a copy that is no sound database. SQLite's list of faults may quote keys, so only their number is told. */
export function verifyBackup(file: string): void {
  let faults: number;
  try {
    const database = openFinished(file);
    try {
      const answers = database
        .prepare('PRAGMA integrity_check')
        .all()
        .map((row) => row.integrity_check);
      faults = answers.length === 1 && answers[0] === 'ok' ? 0 : answers.length;
    } finally {
      database.close();
    }
  } catch (cause) {
    throw unsound(file, reasonOf(cause));
  }
  if (faults > 0) throw unsound(file, `its integrity check reports ${faults} faults`);
}

function unsound(file: string, why: string): SystemFailure {
  return new SystemFailure({
    happened: `The backup "${file}" is not a sound SQLite database: ${why}.`,
    means: 'It cannot be trusted as a way back, and nothing was restored from it.',
    next: 'Run "PRAGMA integrity_check" on the original database. If that is sound, check the disk and take another backup.',
  });
}

function neverEnds(source: string): SystemFailure {
  return new SystemFailure({
    happened: `The backup of "${source}" started over ${mostRestarts} times, since the server keeps writing.`,
    means: 'There is no backup; the database itself was not touched.',
    next: 'Switch the database to WAL ("PRAGMA journal_mode = WAL"), or stop the writes in the before-backup hook.',
  });
}
