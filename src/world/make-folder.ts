import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder that a person may have named, with those above it. Node's own `recursive` never returns where a file
 * system takes no folder although the one above is there, as /proc does, and then nothing ends it but SIGKILL.
 * @returns the topmost that was made; undefined where all were there
 */
export function makeFolder(folder: string, mode = 0o777): string | undefined {
  const missing: string[] = [];
  for (let at = resolve(folder); !isThere(at); at = dirname(at)) missing.unshift(at);
  for (const each of missing) {
    try {
      mkdirSync(each, { mode });
    } catch (error) {
      // Another process may have made it meanwhile.
      if (codeOf(error) !== 'EEXIST' || !isThere(each)) throw error;
    }
  }
  // What is there and is not a folder fails as it does everywhere.
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
