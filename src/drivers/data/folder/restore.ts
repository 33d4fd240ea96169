import { randomUUID } from 'node:crypto';
import { chmod, copyFile, lchown, lstat, mkdir, readdir, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity } from '../../../core/model/identity.ts';
import { syncFile, syncFolder } from '../../../world/durable-files.ts';
import type { Log } from '../../../world/log.ts';
import { processesHolding } from '../holders.ts';
import type { KeptEntry } from './fingerprint.ts';
import { readIdentity, whereItIs } from './identity.ts';
import { keptAt, readKept } from './kept-tree.ts';
import { codeOf, requireNoMounts } from './tree.ts';

export interface ReplaceFolder<Refusal> {
  readonly path: string;
  /** The folder with the backup's files. */
  readonly directory: string;
  /** What must not be emptied with it, such as the folder that the command works in. */
  readonly apart: readonly string[];
  readonly log: Log;
  readonly mayReplace: (now: LiveIdentity) => Refusal | undefined;
  readonly signal?: AbortSignal | undefined;
}

const copyPrefix = '.staged-upgrade-restoring-';

/**
 * Replaces everything in a folder by what was backed up. The folder itself stays, so that a container or a mount that uses
 * it sees the new content. The complete copy is made inside it before anything is removed, so that a full disk does no
 * damage. A restore that died is finished by the next one, which removes what the first has left.
 */
export async function replaceFolder<Refusal>(request: ReplaceFolder<Refusal>): Promise<Refusal | undefined> {
  const { directory, signal, mayReplace } = request;
  const kept = await readKept(directory, signal);
  const { root } = await whereItIs(request.path);
  for (const other of [directory, ...request.apart]) requireApart(root, other);
  await requireNoMounts(root);
  const holders = await processesHolding((held) => held.startsWith(`${root}/`));
  if (holders.length > 0) throw inUse(root, holders);
  const refused = mayReplace(await readIdentity(root));
  if (refused !== undefined) return refused;
  const copy = join(root, `${copyPrefix}${randomUUID()}`);
  let isEmptied = false;
  try {
    await copyInto(copy, kept, request);
    // The copy may have taken long.
    const changed = mayReplace(await readIdentity(root));
    if (changed !== undefined) {
      await remove(copy);
      return changed;
    }
    isEmptied = true;
    for (const name of await readdir(root)) if (join(root, name) !== copy) await remove(join(root, name));
    for (const name of await readdir(copy)) await rename(join(copy, name), join(root, name));
    await rmdir(copy);
    await syncFolder(root);
    return undefined;
  } catch (cause) {
    await remove(copy).catch(() => undefined);
    signal?.throwIfAborted();
    if (cause instanceof SystemFailure) throw cause;
    throw notPut(root, isEmptied, cause);
  }
}

/** Nobody else may read it until it is complete. Modes come last: a read-only folder could not be filled. */
async function copyInto(
  copy: string,
  kept: readonly KeptEntry[],
  { directory, log, signal }: Pick<ReplaceFolder<unknown>, 'directory' | 'log' | 'signal'>,
): Promise<void> {
  await mkdir(copy, { mode: 0o700 });
  for (const entry of kept) {
    signal?.throwIfAborted();
    const path = join(copy, entry.path);
    if (entry.kind === 'folder') await mkdir(path, { recursive: true, mode: 0o700 });
    if (entry.kind !== 'file') continue;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await copyFile(keptAt(directory, entry.path), path);
    await chmod(path, 0o600);
    await syncFile(path);
  }
  // After all files: none is written through a link.
  for (const entry of kept) if (entry.kind === 'link') await symlink(entry.target, join(copy, entry.path));
  let notOwned = 0;
  for (const entry of kept.toReversed()) {
    const path = join(copy, entry.path);
    if (entry.kind === 'folder') await syncFolder(path);
    if (!(await isGiven(path, entry))) notOwned += 1;
    // After the owner: changing that clears set-user-id.
    if (entry.kind !== 'link') await chmod(path, entry.mode);
  }
  if (notOwned > 0)
    log.warn(
      `${notOwned} of the files and folders belong to the user of this process, since only an administrator may give them to whom they belonged.`,
    );
}

async function isGiven(path: string, { uid, gid }: KeptEntry): Promise<boolean> {
  const now = await lstat(path);
  if (now.uid === uid && now.gid === gid) return true;
  return await lchown(path, uid, gid).then(
    () => true,
    () => false,
  );
}

/** Also what its mode protects from writing: its owner may change that. */
async function remove(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (cause) {
    if (codeOf(cause) !== 'EACCES' && codeOf(cause) !== 'EPERM') throw cause;
    await makeWritable(path);
    await rm(path, { recursive: true, force: true });
  }
}

async function makeWritable(path: string): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch(async () => {
    await chmod(path, 0o700);
    return await readdir(path, { withFileTypes: true });
  });
  await chmod(path, 0o700);
  for (const entry of entries) if (entry.isDirectory()) await makeWritable(join(path, entry.name));
}

function requireApart(root: string, other: string): void {
  const within = (inner: string, outer: string): boolean => {
    const way = relative(outer, resolve(inner));
    return way === '' || (!way.startsWith('..') && !way.startsWith('/'));
  };
  if (!within(other, root)) return;
  throw new SystemFailure({
    happened: `"${other}" lies within the folder "${root}".`,
    means: 'Emptying the folder would remove what the restore itself needs. Nothing was restored.',
    next: 'Keep the data in its own folder, apart from backups and from the repository.',
  });
}

function inUse(root: string, holders: readonly number[]): SystemFailure {
  return new SystemFailure({
    happened: `Files in "${root}" are in use by process ${holders.join(', ')}.`,
    means: 'Nothing was restored; the folder is unchanged.',
    next: 'Stop the server that uses it (see "stop" of the deployer), then run the step again.',
  });
}

function notPut(root: string, isEmptied: boolean, cause: unknown): SystemFailure {
  return new SystemFailure(
    {
      happened: `The backup could not be put in the place of what is in "${root}" (${codeOf(cause) ?? 'unknown error'}).`,
      means: isEmptied
        ? 'The folder is incomplete: do not start the server on it.'
        : 'The folder that was there is unchanged.',
      next: 'Check the free disk space and that this user may write everything in the folder, then run the step again.',
    },
    { cause },
  );
}
