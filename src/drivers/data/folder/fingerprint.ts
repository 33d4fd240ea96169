import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Fingerprint, FolderFingerprint } from '../../../core/model/fingerprint.ts';
import { readFile } from './read-file.ts';
import { readTree, type TreeEntry } from './tree.ts';

/** What is below a folder, with its content. */
export type KeptEntry =
  | Exclude<TreeEntry, { kind: 'file' }>
  | (Extract<TreeEntry, { kind: 'file' }> & { readonly sha256: string });

/** Reads everything below a folder. */
export async function readFingerprint(root: string, at: Date, signal?: AbortSignal): Promise<Fingerprint> {
  const kept: KeptEntry[] = [];
  for (const entry of await readTree(root, signal)) {
    if (entry.kind !== 'file') {
      kept.push(entry);
      continue;
    }
    const read = await readFile(join(root, entry.path), undefined, signal);
    if (read !== undefined) kept.push({ ...entry, ...read });
  }
  return fingerprintOf(kept, at);
}

/** Grouped by the first component of the paths, so that a difference has a place and a manifest stays small. */
export function fingerprintOf(kept: readonly KeptEntry[], at: Date): Fingerprint {
  const groups = [...Map.groupBy(kept, groupOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const folders = groups.map(([name, entries]) => folderOf(name, entries));
  return { at: at.toISOString(), tables: [], sequences: [], folders };
}

function groupOf({ kind, path }: KeptEntry): string {
  const [first = '', ...rest] = path.split('/');
  return rest.length > 0 || kind === 'folder' ? first : '.';
}

function folderOf(name: string, entries: readonly KeptEntry[]): FolderFingerprint {
  const hash = createHash('sha256');
  let [files, bytes] = [0, 0];
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${JSON.stringify(lineOf(entry))}\n`);
    if (entry.kind !== 'file') continue;
    files += 1;
    bytes += entry.bytes;
  }
  return { name, files, bytes, checksum: hash.digest('hex') };
}

function lineOf(entry: KeptEntry): readonly unknown[] {
  switch (entry.kind) {
    case 'folder':
      return [entry.kind, entry.path, entry.mode];
    case 'link':
      return [entry.kind, entry.path, entry.target];
    case 'file':
      return [entry.kind, entry.path, entry.mode, entry.bytes, entry.sha256];
  }
}
