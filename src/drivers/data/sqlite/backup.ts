import { rm } from 'node:fs/promises';
import { backup, type DatabaseSync } from 'node:sqlite';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Fingerprint } from '../../../core/model/fingerprint.ts';
import type { Clock } from '../../../world/clock.ts';
import { syncFile } from '../../../world/durable-files.ts';
import type { Log } from '../../../world/log.ts';
import { holdSnapshot, openFinished, openForReading, reasonOf } from './file.ts';
import { readFingerprint } from './fingerprint.ts';
import { whenNotLocked } from './locked.ts';

export interface BackUpRequest {
  readonly source: string;
  readonly target: string;
  readonly content: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}

export interface BackedUp {
  readonly dataAt: Date;
  readonly fingerprint: Fingerprint;
}

/** How many pages are copied before others get a turn and the signal is checked. */
const pagesAtOnce = 1000;

/** Without WAL the copy starts over whenever another process writes; after this many times it would hardly end. */
const maxRestarts = 5;

/** Copied in well under a second, for which a writer can wait. */
const heldBytes = 128 * 1024 * 1024;

/**
 * Copies a live database with SQLite's online backup and reads the fingerprint from the finished copy, which is the
 * snapshot itself.
 *
 * In WAL mode a read transaction holds the snapshot, and writers continue. In the other modes holding it keeps writers
 * waiting, so there the copy is first tried without, starting over when they write, and held only if it is short.
 * https://www.sqlite.org/backup.html
 */
export async function backUp(request: BackUpRequest): Promise<BackedUp> {
  const database = await openForReading(request.source, request);
  const dataAt = request.clock.now();
  try {
    await copyWhole(database, request);
  } finally {
    // Before the copy is read: a server that was kept waiting continues.
    database.close();
  }
  const { target, content, signal } = request;
  signal?.throwIfAborted();
  await syncFile(target);
  verifyBackup(target);
  const finished = openFinished(target);
  try {
    return { dataAt, fingerprint: readFingerprint(finished, { at: dataAt, content, signal }) };
  } finally {
    finished.close();
  }
}

async function copyWhole(database: DatabaseSync, request: BackUpRequest): Promise<void> {
  const { source, target, log } = request;
  const asked = (query: string) => whenNotLocked(source, request, () => database.prepare(query).get());
  const mode = (await asked('PRAGMA journal_mode'))?.journal_mode;
  if (mode === 'wal') await holdSnapshot(database, source, request);
  if (await copy(database, request)) return;
  const size = 'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size';
  if (Number((await asked(size))?.bytes) > heldBytes) throw neverEnds(source);
  log.info('The server keeps writing: it is held off for the moment that the copy takes.');
  for (const suffix of ['', '-journal']) await rm(`${target}${suffix}`, { force: true });
  await holdSnapshot(database, source, request);
  if (!(await copy(database, request))) throw neverEnds(source);
}

/** @returns false if it started over too often */
async function copy(database: DatabaseSync, { source, target, log, signal }: BackUpRequest): Promise<boolean> {
  let minRemaining = Number.POSITIVE_INFINITY;
  let restarts = 0;
  try {
    await backup(database, target, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        if (remainingPages >= minRemaining) restarts += 1;
        if (restarts > maxRestarts) throw new Error('started over too often');
        minRemaining = remainingPages;
        log.progress({ text: 'pages copied', done: totalPages - remainingPages, total: totalPages });
      },
    });
  } catch (cause) {
    signal?.throwIfAborted();
    if (restarts > maxRestarts) return false;
    throw new SystemFailure({
      happened: `The backup of "${source}" stopped: ${reasonOf(cause)}.`,
      means: 'There is no backup; the database itself was not touched.',
      next: 'Check the free disk space and the permissions of the backup folder, then run the step again.',
    });
  }
  return true;
}

/** Rejects a corrupt copy. SQLite's list of faults may quote keys, so only their number is reported. */
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
    happened: `The backup of "${source}" started over more than ${maxRestarts} times, since the server keeps writing.`,
    means: 'There is no backup; the database itself was not touched.',
    next: 'Switch the database to WAL ("PRAGMA journal_mode = WAL"), or stop the writes in the before-backup hook.',
  });
}
