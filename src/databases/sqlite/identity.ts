import { randomUUID } from 'node:crypto';
import { readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { SystemFailure } from '../../errors.ts';
import type { Identity } from '../database.ts';

/**
 * A SQLite file has no identity of its own: every byte of it travels with a copy. What a copy does not share is the
 * file's number (inode), and what no other file shares is host, device and path. The number is the lineage, since it
 * stays the same through every mount and network share by which one file can be reached; where it is equal by chance
 * the marker decides. Replacing a file changes the number but not the place, and identity.ts asks for the marker then too.
 */
export async function readIdentity(file: string): Promise<Identity> {
  const place = await whereItIs(file);
  const marker = await readMarker(place.path);
  return {
    kind: 'sqlite',
    // A file that is not there yet cannot be production's.
    lineage: { 'file-number': place.number ?? 'no file yet' },
    location: { host: hostname(), file: place.path, ...(place.device === undefined ? {} : { device: place.device }) },
    ...(marker === undefined ? {} : { disposableMarker: marker }),
  };
}

/** A file beside the database: no backup carries it along, and it is still there after a restore. */
export async function markDisposable(file: string): Promise<string> {
  const { path } = await whereItIs(file);
  const existing = await readMarker(path);
  if (existing !== undefined) return existing;
  const marker = randomUUID();
  try {
    await writeFile(markerPath(path), `${marker}\n`, { flag: 'wx' });
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The marker "${markerPath(path)}" could not be written.`,
        means: 'The database is not marked as disposable.',
        next: 'Check that this user may write into the folder of the database.',
      },
      { cause },
    );
  }
  return marker;
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
    throw outOfReach(file, cause);
  }
}

async function readMarker(path: string): Promise<string | undefined> {
  try {
    const text = (await readFile(markerPath(path), 'utf8')).trim();
    return text === '' ? undefined : text;
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw outOfReach(markerPath(path), cause);
  }
}

function markerPath(path: string): string {
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
