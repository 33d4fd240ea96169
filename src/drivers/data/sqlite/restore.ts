import { randomUUID } from 'node:crypto';
import { chmod, chown, copyFile, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity } from '../../../core/model/identity.ts';
import { syncFile, syncFolder } from '../../../world/durable-files.ts';
import type { Log } from '../../../world/log.ts';
import { processesHolding } from '../holders.ts';
import { verifyBackup } from './backup.ts';
import { readIdentity } from './identity.ts';

export interface ReplaceFile<Refusal> {
  readonly backup: string;
  readonly target: string;
  readonly log: Log;
  readonly mayReplace: (now: LiveIdentity) => Refusal | undefined;
}

/** Beside the database, so that the rename stays on one disk. */
const copySuffix = '.restoring-';

/**
 * Replaces the database by a copy of the backup in one rename: whoever opens it finds the old database or the
 * new one, complete. Refuses while a process has it open, which would continue writing into the file that was replaced.
 */
export async function replaceFile<Refusal>({
  backup,
  target,
  log,
  mayReplace,
}: ReplaceFile<Refusal>): Promise<Refusal | undefined> {
  const path = await realpath(target).catch(() => target);
  const old = await stat(path).catch(() => undefined);
  const beside = `${path}${copySuffix}${randomUUID()}`;
  try {
    if (old !== undefined) await refuseWhileHeld(path);
    const refused = mayReplace(await readIdentity(path));
    if (refused !== undefined) return refused;
    await removeLeftCopies(path, log);
    await copyFile(backup, beside);
    if (old !== undefined) await keepAccess(beside, old, log);
    await syncFile(beside);
    verifyBackup(beside);
    // The copy may have taken long.
    const changed = mayReplace(await readIdentity(path));
    if (changed !== undefined) {
      await rm(beside, { force: true });
      return changed;
    }
    if (old !== undefined) settleOld(path);
    // A "-wal" that stayed behind would be replayed into the restored database.
    for (const suffix of ['-wal', '-shm', '-journal']) await rm(`${path}${suffix}`, { force: true });
    await rename(beside, path);
    await syncFolder(dirname(path));
    return undefined;
  } catch (cause) {
    // The failure is reported, even if its folder is gone and the copy with it.
    await rm(beside, { force: true }).catch(() => undefined);
    if (cause instanceof SystemFailure) throw cause;
    throw new SystemFailure(
      {
        happened: `The backup could not be put in the place of "${path}".`,
        means: 'The database that was there is unchanged.',
        next: 'Check the free disk space and that this user may write into its folder, then run the step again.',
      },
      { cause },
    );
  }
}

/**
 * A restore that was killed leaves its copy behind: as large as the database, and on staging never scrubbed. If somebody is
 * still writing one, it disappears, so that that restore fails and nothing else does.
 */
async function removeLeftCopies(path: string, log: Log): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder);
  for (const name of names.filter((each) => each.startsWith(`${basename(path)}${copySuffix}`))) {
    await rm(join(folder, name), { force: true });
    log.info(`Removed "${name}", which a restore that was killed had left behind.`);
  }
}

async function refuseWhileHeld(path: string): Promise<void> {
  const holders = await processesHolding((held) => held === path);
  if (holders.length > 0) throw inUse(path, `by process ${holders.join(', ')}`);
}

/**
 * Moves what is left in the "-wal" into the old database, so that it is complete until the rename; leaving WAL mode is
 * only possible if nobody else has it open. https://www.sqlite.org/wal.html#persistence_of_wal_mode
 */
function settleOld(path: string): void {
  try {
    const database = new DatabaseSync(path, { timeout: 1000 });
    try {
      database.prepare('PRAGMA journal_mode = DELETE').get();
      database.exec('BEGIN EXCLUSIVE; ROLLBACK');
    } finally {
      database.close();
    }
  } catch (cause) {
    const code = cause instanceof Error && 'errcode' in cause ? cause.errcode : undefined;
    // 5 and 6: SQLITE_BUSY and SQLITE_LOCKED. Anything else means that the old database is damaged: it is replaced anyway.
    if (typeof code === 'number' && [5, 6].includes(code & 0xff)) throw inUse(path, 'by another process');
  }
}

async function keepAccess(file: string, old: { mode: number; uid: number; gid: number }, log: Log): Promise<void> {
  await chmod(file, old.mode & 0o7777);
  try {
    await chown(file, old.uid, old.gid);
  } catch {
    log.warn(
      `The restored database belongs to the user of this process, no longer to user ${old.uid}: its owner could not be kept.`,
    );
  }
}

function inUse(path: string, by: string): SystemFailure {
  return new SystemFailure({
    happened: `The SQLite database "${path}" is in use ${by}.`,
    means: 'Nothing was restored; the database is unchanged.',
    next: 'Stop the server that uses it (see "stop" of the deployer), then run the step again.',
  });
}
