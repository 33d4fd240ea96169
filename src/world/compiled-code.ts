import { existsSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/**
 * Keeps the compiled code for the next start that finds the same folder: compiling takes a third of a start. Whoever can
 * write there decides what is run, so the folder must belong to this user alone; otherwise nothing is kept.
 * @param parent left unchanged if nothing can be written; undefined: nothing is kept
 */
export function keepCompiled(parent: string | undefined): void {
  if (!parent) return;
  const folder = join(parent, 'staged-upgrade-compiled');
  try {
    makeFolder(folder, 0o700);
    if (isOurs(folder)) enableCompileCache(folder);
  } catch {
    // It only starts slower.
  }
}

/** Where this user's programs keep what can be made again; undefined if there is no such folder: none is made for this. */
export function userCache({ XDG_CACHE_HOME, HOME }: Readonly<Record<string, string | undefined>>): string | undefined {
  const folder = XDG_CACHE_HOME || (HOME ? join(HOME, '.cache') : undefined);
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

function isOurs(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  // Windows has neither.
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
