import { readFile, stat } from 'node:fs/promises';

/** Far above what a person or a tool writes there. */
export const largestMebibytes = 16;

/** Why a named file is not read, as a phrase: a device never ends, and an oversized file would look like a hang. */
export async function notReadable(
  path: string,
  mebibytes = largestMebibytes,
): Promise<{ readonly code: string; readonly why: string } | undefined> {
  const found = await stat(path);
  // For a folder, the error of reading it is clear enough.
  if (!found.isFile() && !found.isDirectory()) return { code: 'EINVAL', why: 'is not a file' };
  if (found.size > mebibytes * 1024 * 1024) return { code: 'EFBIG', why: `is larger than ${mebibytes} MiB` };
  return undefined;
}

/** Rejects as `readFile` does, with a `code`. */
export async function readTextFile(path: string, signal?: AbortSignal): Promise<string> {
  const not = await notReadable(path);
  if (not !== undefined) throw Object.assign(new Error(`it ${not.why}`), { code: not.code });
  return await readFile(path, { encoding: 'utf8', ...(signal ? { signal } : {}) });
}
