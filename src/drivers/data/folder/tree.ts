import { lstat, readdir, readlink } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { mountsBelow } from '../mounts.ts';

/** One thing below a folder, by its path with `/`. */
export type TreeEntry = (
  | { readonly kind: 'folder'; readonly mode: number }
  | { readonly kind: 'file'; readonly mode: number; readonly bytes: number }
  /** Never followed. */
  | { readonly kind: 'link'; readonly target: string }
) & { readonly path: string; readonly uid: number; readonly gid: number };

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Everything below a folder, folders before what is in them. What a copy could not reproduce exactly is refused,
 * never left out: a link that leads out of the folder would lead staging's server to production's files.
 */
export async function readTree(root: string, signal?: AbortSignal): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  const walk = async (folder: string): Promise<void> => {
    signal?.throwIfAborted();
    for (const name of (await namesIn(root, folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const entry = await entryAt(root, path);
      if (entry === undefined) continue;
      entries.push(entry);
      if (entry.kind === 'folder') await walk(path);
    }
  };
  await walk('');
  return entries;
}

/** What is mounted there is another place: it cannot be removed with the folder, and may be production's. */
export async function requireNoMounts(root: string): Promise<void> {
  const [mounted] = await mountsBelow(root);
  if (mounted === undefined) return;
  throw new SystemFailure({
    happened: `Within the folder "${root}" something is mounted, at "${mounted}".`,
    means: 'A restore could not put a copy in the place of all that is in the folder. Nothing was changed.',
    next: 'Name folders without a mount in them, each as a "folder" of its own under "data". Then run the step again.',
  });
}

async function namesIn(root: string, folder: string): Promise<string[]> {
  try {
    const names = await readdir(join(root, folder), { encoding: 'buffer' });
    return names.map((name) => nameOf(name, join(root, folder)));
  } catch (cause) {
    // A folder that its server has removed in the meantime holds nothing; the root itself is another matter.
    if (folder !== '' && codeOf(cause) === 'ENOENT') return [];
    throw cause instanceof SystemFailure ? cause : unreadable(join(root, folder), cause);
  }
}

function nameOf(name: Uint8Array, folder: string): string {
  try {
    return decoder.decode(name);
  } catch {
    throw refused(`A name in "${folder}" is not UTF-8`, 'Rename it.');
  }
}

/** Undefined for what was removed since its name was read. */
async function entryAt(root: string, path: string): Promise<TreeEntry | undefined> {
  const full = join(root, path);
  try {
    const found = await lstat(full);
    const mode = found.mode & 0o7777;
    const named = { path, uid: found.uid, gid: found.gid };
    if (found.isDirectory()) return { kind: 'folder', ...named, mode };
    if (found.isFile()) return { kind: 'file', ...named, mode, bytes: found.size };
    if (!found.isSymbolicLink()) throw refused(`"${full}" is neither a file nor a folder`, 'Remove it.');
    const target = await readlink(full);
    if (!leadsOut(path, target)) return { kind: 'link', ...named, target };
    throw refused(
      `The link "${full}" leads out of the folder, to "${target}"`,
      'Replace it by what it leads to, or by a relative link within the folder.',
    );
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause instanceof SystemFailure ? cause : unreadable(full, cause);
  }
}

/** Whether a link within a tree leads out of it, judging by its text. */
export function leadsOut(path: string, target: string): boolean {
  if (posix.isAbsolute(target)) return true;
  const place = posix.normalize(posix.join(posix.dirname(path), target));
  return place === '..' || place.startsWith('../');
}

function refused(happened: string, next: string): SystemFailure {
  return new SystemFailure({
    happened: `${happened}.`,
    means: 'A copy could not be equal to this folder. Nothing was changed.',
    next: `${next} Then run the step again.`,
  });
}

function unreadable(path: string, cause: unknown): SystemFailure {
  return new SystemFailure(
    {
      happened: `"${path}" cannot be read (${codeOf(cause) ?? 'unknown error'}).`,
      means: 'Nothing was changed.',
      next: 'Make sure that this user may read everything in the folder, then run the step again.',
    },
    { cause },
  );
}

export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
