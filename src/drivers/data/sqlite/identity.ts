import { readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity, MarkTarget } from '../../../core/model/identity.ts';
import { type Mark, markIn, markText, type NewMark } from '../../../core/model/mark.ts';
import { syncFile, syncFolder } from '../../../world/durable-files.ts';
import { otherName } from './one-name.ts';

/**
 * A SQLite file has no identity of its own: every byte of it is copied with it. What a copy does not share is the
 * file's number (inode), and what no other file shares is host, device and path. The number is the lineage, since it
 * is the same through every mount and network share by which one file can be reached. Replacing a file changes the
 * number but not the place.
 */
export async function readIdentity(file: string): Promise<LiveIdentity> {
  const place = await whereItIs(file);
  return {
    kind: 'sqlite',
    // A file that does not exist yet cannot be production's, nor another one that does not exist.
    lineage: { 'file-number': place.number ?? `no file yet: ${place.path}` },
    location: { host: hostname(), file: place.path, ...(place.device === undefined ? {} : { device: place.device }) },
    mark: await readMark(place.path),
  };
}

/** A file beside the database, found through its real path: no backup includes it, and a restore leaves it there. */
export async function markDisposable(
  file: string,
  choose: (found: MarkTarget) => Promise<NewMark | undefined>,
): Promise<LiveIdentity | undefined> {
  const identity = await readIdentity(file);
  const { path } = await whereItIs(file);
  const other = await otherName(path);
  if (other !== undefined) {
    throw new SystemFailure({
      happened: `"${path}" cannot be marked as disposable: ${other}.`,
      means: 'Nothing was marked.',
      next: 'Give staging its own file with one name, in its own folder. Mount the folder, not the file.',
    });
  }
  const mark = await choose({ identity, name: path });
  if (mark === undefined) return undefined;
  const kept = markPath(path);
  try {
    // Never overwritten: if it is a link, its target stays as it is.
    await writeFile(`${kept}.new`, `${markText(mark)}\n`);
    await syncFile(`${kept}.new`);
    await rename(`${kept}.new`, kept);
    await syncFolder(dirname(kept));
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The mark "${kept}" could not be written.`,
        means: 'The database is not marked as disposable.',
        next: 'Check that this user may write into the folder of the database.',
      },
      { cause },
    );
  }
  return await readIdentity(path);
}

interface Place {
  readonly path: string;
  readonly device?: string;
  readonly number?: string;
}

async function whereItIs(file: string): Promise<Place> {
  try {
    const path = await realpath(file);
    const { dev, ino } = await stat(path, { bigint: true });
    return { path, device: String(dev), number: String(ino) };
  } catch (cause) {
    if (!isMissing(cause)) throw outOfReach(file, cause);
  }
  try {
    return { path: join(await realpath(dirname(file)), basename(file)) };
  } catch (cause) {
    throw isMissing(cause) ? noFolder(dirname(file), cause) : outOfReach(file, cause);
  }
}

/** A new staging system may have no file yet, but its folder says which one it will be. */
export function noFolder(folder: string, cause: unknown): SystemFailure {
  return new SystemFailure(
    {
      happened: `The folder "${folder}" does not exist.`,
      means: 'Which database the configuration leads to is not known without it, so nothing was done.',
      next: 'Make the folder, or correct the path in the configuration. The database itself need not exist yet.',
    },
    { cause },
  );
}

/** Tied to the number of its own file, which a copy of the folder does not share, and a restore does not change. */
async function readMark(path: string): Promise<Mark> {
  const kept = markPath(path);
  try {
    const text = await readFile(kept, 'utf8');
    const { ino } = await stat(kept, { bigint: true });
    const keeping = { tiedTo: `file number ${ino}`, place: `the file "${kept}"` };
    const mark = markIn(text, keeping);
    const reason = mark.kind === 'none' ? 'its mark cannot be read' : await otherName(path);
    return reason === undefined ? mark : { kind: 'unclear', reason, place: keeping.place };
  } catch (cause) {
    if (isMissing(cause)) return { kind: 'none' };
    throw outOfReach(kept, cause);
  }
}

function markPath(path: string): string {
  return `${path}.staged-upgrade-disposable`;
}

function outOfReach(path: string, cause: unknown): SystemFailure {
  return new SystemFailure(
    {
      happened: `"${path}" cannot be reached.`,
      means: 'It is not known which database this is, so nothing was done.',
      next: 'Check the path in the configuration, and that this user may read the folder.',
    },
    { cause },
  );
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
