import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Creates a folder that a person may have named, with its parents. Node's own `recursive` never returns if a file system
 * refuses the folder although its parent exists, as /proc does, and then only SIGKILL ends it.
 * @returns the topmost folder that was created; undefined if all existed
 */
export function makeFolder(folder: string, mode = 0o777): string | undefined {
  const missing: string[] = [];
  for (let at = resolve(folder); !isThere(at); at = dirname(at)) missing.unshift(at);
  for (const each of missing) {
    try {
      mkdirSync(each, { mode });
    } catch (error) {
      // Another process may have created it in the meantime.
      if (codeOf(error) !== 'EEXIST' || !isThere(each)) throw error;
    }
  }
  // If something other than a folder is there, the error is the usual one.
  if (missing.length === 0) mkdirSync(folder, { recursive: true });
  return missing[0];
}

function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
