import { open } from 'node:fs/promises';

/** Resolves once the file's bytes are on the disk: a rename that survives a power cut must not show an empty file. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Resolves once the folder's entries (a file made, renamed or removed in it) are on the disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
