import { readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity, MarkTarget } from '../../../core/model/identity.ts';
import { type Mark, markIn, markText, type NewMark } from '../../../core/model/mark.ts';
import { syncFile, syncFolder } from '../../../world/durable-files.ts';
import { isMounted } from '../mounts.ts';
import { codeOf } from './tree.ts';

/**
 * A folder is identified by its number (inode) and device. They stay when its content is replaced, whatever path leads there.
 * @param path as configured; links in it are followed
 */
export async function readIdentity(path: string): Promise<LiveIdentity> {
  const { root, device, number } = await whereItIs(path);
  return {
    kind: 'folder',
    lineage: { 'file-number': number },
    location: { host: hostname(), folder: root, device },
    mark: await readMark(root, number),
  };
}

/** A file beside the folder: outside of what is backed up and emptied. */
export async function markDisposable(
  path: string,
  choose: (found: MarkTarget) => Promise<NewMark | undefined>,
): Promise<LiveIdentity | undefined> {
  const identity = await readIdentity(path);
  const { root } = await whereItIs(path);
  if (await isMounted(root)) {
    throw new SystemFailure({
      happened: `"${root}" cannot be marked as disposable: ${mounted}.`,
      means: 'Nothing was marked.',
      next: 'Let staging use a folder inside of what is mounted there, and name that one.',
    });
  }
  const mark = await choose({ identity, name: root });
  if (mark === undefined) return undefined;
  const kept = markPath(root);
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
        means: 'The folder is not marked as disposable.',
        next: 'Check that this user may write beside the folder.',
      },
      { cause },
    );
  }
  return await readIdentity(root);
}

interface Place {
  readonly root: string;
  readonly device: string;
  readonly number: string;
}

export async function whereItIs(path: string): Promise<Place> {
  try {
    const root = await realpath(path);
    const found = await stat(root, { bigint: true });
    if (!found.isDirectory()) throw notThere(path, 'is not a folder');
    return { root, device: String(found.dev), number: String(found.ino) };
  } catch (cause) {
    if (cause instanceof SystemFailure) throw cause;
    throw notThere(path, codeOf(cause) === 'ENOENT' ? 'does not exist' : 'cannot be reached', cause);
  }
}

function notThere(path: string, how: string, cause?: unknown): SystemFailure {
  return new SystemFailure(
    {
      happened: `The folder "${path}" ${how}.`,
      means: 'Which folder the configuration leads to is not known, so nothing was done.',
      next: 'Make it, or correct the path in the configuration; see that this user may read it.',
    },
    { cause },
  );
}

const mounted = "something is mounted there, and what is mounted next may be production's";

/** Tied to its own file and to the folder: neither a copy beside another folder nor another folder of this name has it. */
async function readMark(root: string, number: string): Promise<Mark> {
  const kept = markPath(root);
  try {
    const text = await readFile(kept, 'utf8');
    const { ino } = await stat(kept, { bigint: true });
    const place = `the file "${kept}"`;
    const mark = markIn(text, { tiedTo: `file number ${ino}, of folder number ${number}`, place });
    const reason = mark.kind === 'none' ? 'its mark cannot be read' : (await isMounted(root)) ? mounted : undefined;
    return reason === undefined ? mark : { kind: 'unclear', reason, place };
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return { kind: 'none' };
    throw notThere(kept, 'cannot be reached', cause);
  }
}

function markPath(root: string): string {
  return `${root}.staged-upgrade-disposable`;
}
