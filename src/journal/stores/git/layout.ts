import { entryFileName, entryNumber } from '../../chain.ts';
import type { TreeEntry } from './objects.ts';

/**
 * Where the entries of one system are on the branch: entry 42123 is `042/042123.json`, a thousand to a folder, so that a
 * new entry only rewrites one short folder, and a reader only requests the folders that changed. The first versions put all
 * entries side by side; those stay where they are.
 */
export function folderOf(fileName: string): string {
  return fileName.slice(0, -'000.json'.length);
}

export interface Placed {
  readonly number: number;
  readonly id: string;
}

/** What is in one folder, or beside the folders. */
export interface Part {
  readonly placed: readonly Placed[];
  /** Paths of what is not an entry, or is not in its place. */
  readonly unexpected: readonly string[];
}

/** @param folder the empty string for what is beside the folders, where folders are expected */
export function partOf(folder: string, entries: readonly TreeEntry[]): Part {
  const placed: Placed[] = [];
  const unexpected: string[] = [];
  for (const { kind, id, name } of entries) {
    const fileName = folder === '' ? name : name.slice(folder.length + 1);
    const number = kind === 'blob' ? entryNumber(fileName) : undefined;
    if (number === undefined || (folder !== '' && folderOf(entryFileName(number)) !== folder)) unexpected.push(name);
    else placed.push({ number, id });
  }
  return { placed, unexpected };
}

export interface Listing {
  /** Ids of the entries by their number. */
  readonly ids: ReadonlyMap<number, string>;
  readonly unexpected: readonly string[];
}

export function listingOf(parts: ReadonlyMap<string, Part>): Listing {
  const ids = new Map<number, string>();
  const unexpected: string[] = [];
  for (const [folder, part] of parts) {
    unexpected.push(...part.unexpected);
    for (const { number, id } of part.placed) {
      if (ids.has(number)) unexpected.push(`${folder}${folder === '' ? '' : '/'}${entryFileName(number)}`);
      else ids.set(number, id);
    }
  }
  return { ids, unexpected };
}

/** How many of the first entries are the same in both. */
export function unchangedIn(now: Listing, before: Listing): number {
  let number = 0;
  while (before.ids.has(number + 1) && before.ids.get(number + 1) === now.ids.get(number + 1)) number++;
  return number;
}
