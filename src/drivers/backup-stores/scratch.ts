import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SystemFailure } from '../../core/messages/errors.ts';
import { bytesText } from '../../core/messages/quantities.ts';
import { template } from '../../core/settings/scalars.ts';
import type { Clock } from '../../world/clock.ts';
import type { PartContext } from '../../world/effects/kind.ts';
import { makeFolder } from '../../world/make-folder.ts';
import { removeStale } from './files.ts';

/**
 * A folder on this machine for files on their way to or from a store, which tools write and read. Nobody else may read it, and
 * it is removed after the backup was sent or read.
 */
export interface Scratch {
  readonly root: string;
  /** A new folder in it. */
  make(): Promise<string>;
  remove(folder: string): Promise<void>;
  freeBytes(): Promise<number>;
}

const prefix = 'staged-upgrade-backup-';

export const scratchSetting = {
  scratch: template
    .optional()
    .describe(
      'A folder on the disk of the runner for a backup that is being written or read, if the store cannot be read in place: it must have room for a whole backup. Default: the temporary folder of the job.',
    ),
};

/** The configured folder, otherwise the one that the runner empties after each job, or the system's own. */
export function scratchOf(
  { scratch: chosen }: { readonly scratch?: string | undefined },
  { effects, where, placeholders }: PartContext,
): Scratch {
  const { environment, variables, directory, clock } = effects;
  const named = chosen === undefined ? undefined : variables.fill(chosen, `${where}.scratch`, placeholders);
  return scratchIn(named === undefined ? environment.RUNNER_TEMP || tmpdir() : resolve(directory, named), clock);
}

export function scratchIn(root: string, clock: Clock): Scratch {
  return {
    root,
    make: () =>
      usable(root, async () => {
        makeFolder(root, 0o700);
        await removeStale(root, prefix, clock);
        return await mkdtemp(join(root, prefix));
      }),
    remove: (folder) => rm(folder, { recursive: true, force: true }),
    freeBytes: () =>
      usable(root, async () => {
        makeFolder(root, 0o700);
        const { bavail, bsize } = await statfs(root);
        return bavail * bsize;
      }),
  };
}

/** Checked before a backup is fetched that does not fit. */
export async function requireRoom(scratch: Scratch, id: string, bytes: number): Promise<void> {
  const free = await scratch.freeBytes();
  if (bytes <= free) return;
  throw new SystemFailure({
    happened: `The backup "${id}" has ${bytesText(bytes)}, and ${bytesText(free)} are free in the folder "${scratch.root}".`,
    means: 'It could not be fetched. Nothing was restored.',
    next: 'Free space there, use a runner with a larger disk, or name another folder (scratch: in backup.store).',
  });
}

async function usable<T>(root: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new SystemFailure(
      {
        happened: `The folder "${root}", where backups are put together, could not be used (${code}).`,
        means: 'No backup was written or read.',
        next: 'Check that it exists, that this user may write to it and that its disk is not full, or name another one (scratch: in backup.store).',
      },
      { cause },
    );
  }
}
