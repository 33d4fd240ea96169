import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'staged-upgrade-secret-';
/** A folder that was just made may belong to a process that this machine does not see: another container, a shared folder. */
const abandonedAfter = 3_600_000;

/**
 * A folder that nobody else may read, for what a program is given in a file because every user of the machine sees its arguments.
 * It is removed afterwards; if a process was killed before that, the next use on the same machine removes it.
 */
export async function withSecretFolder<Result>(
  environment: Readonly<Record<string, string | undefined>>,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  // The folder that the runner empties after each job, if there is one.
  const root = environment.RUNNER_TEMP || tmpdir();
  const folder = await mkdtemp(join(root, `${prefix}${process.pid}-`));
  try {
    await removeAbandoned(root, folder);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param own made just now: its time is by the clock of the disk, like the times of the others */
async function removeAbandoned(root: string, own: string): Promise<void> {
  const { mtimeMs: now, uid } = await stat(own);
  for (const name of await readdir(root)) {
    const pid = new RegExp(`^${prefix}(?<pid>\\d+)-`).exec(name)?.groups?.pid;
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(root, name);
    // Another user's cannot be removed, and one that is gone by now need not be.
    const made = await stat(path).catch(() => undefined);
    if (made === undefined || made.uid !== uid || now - made.mtimeMs < abandonedAfter) continue;
    await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH');
  }
}
