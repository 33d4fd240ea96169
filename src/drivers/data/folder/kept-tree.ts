import { mkdir, readFile as readText, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { aboutBadBackup } from '../../../core/messages/bad-backup.ts';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Log } from '../../../world/log.ts';
import type { KeptEntry } from './fingerprint.ts';
import { readFile } from './read-file.ts';
import { leadsOut, readTree } from './tree.ts';

/*
 * The stored form of a folder: its files below `files/` under their own paths, so that they can be taken out by
 * hand, and beside them `tree.json` with what a copy of files does not keep: modes, owners, links and empty folders.
 */

const listName = 'tree.json';

/** A path that stays below the folder. */
const innerPath = z
  .string()
  .min(1)
  .refine((path) => !path.startsWith('/') && !path.split('/').some((part) => ['', '.', '..'].includes(part)));
const mode = z.int().min(0).max(0o7777);
const named = { path: innerPath, uid: z.int().min(0), gid: z.int().min(0) };
const list: z.ZodType<readonly KeptEntry[]> = z.lazy(() =>
  z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('folder'), ...named, mode }),
      z.object({ kind: z.literal('link'), ...named, target: z.string().min(1) }),
      z.object({ kind: z.literal('file'), ...named, mode, bytes: z.int().min(0), sha256: z.string() }),
    ]),
  ),
);

/** Where a backup keeps a file. A backslash is an ordinary character in the folder, and separates nothing in a manifest. */
export function keptAt(directory: string, path: string): string {
  return join(directory, 'files', path.replaceAll('%', '%25').replaceAll('\\', '%5C'));
}

export async function keepTree(
  root: string,
  directory: string,
  { log, signal }: { readonly log: Log; readonly signal?: AbortSignal | undefined },
): Promise<readonly KeptEntry[]> {
  const kept: KeptEntry[] = [];
  const entries = await readTree(root, signal);
  for (const entry of entries) {
    if (entry.kind !== 'file') {
      kept.push(entry);
      continue;
    }
    const copy = keptAt(directory, entry.path);
    await mkdir(dirname(copy), { recursive: true, mode: 0o700 });
    const read = await readFile(join(root, entry.path), copy, signal);
    if (read !== undefined) kept.push({ ...entry, ...read });
    log.progress({ text: 'Copying', done: kept.length, total: entries.length });
  }
  await writeFile(join(directory, listName), `${JSON.stringify(kept, null, 1)}\n`, { mode: 0o600 });
  return kept;
}

/** The list of a backup. Rejects if it is not one, or if a file that it names has other content. */
export async function readKept(directory: string, signal?: AbortSignal): Promise<readonly KeptEntry[]> {
  const kept = await readList(directory);
  for (const entry of kept) {
    if (entry.kind === 'link' && leadsOut(entry.path, entry.target))
      throw damaged(`its link "${entry.path}" leads out of the folder`);
    if (entry.kind !== 'file') continue;
    const read = await readFile(keptAt(directory, entry.path), undefined, signal);
    if (read === undefined) throw damaged(`"${entry.path}" is missing`);
    if (read.sha256 !== entry.sha256) throw damaged(`"${entry.path}" has other content than when it was written`);
  }
  return kept;
}

async function readList(directory: string): Promise<readonly KeptEntry[]> {
  const text = await readText(join(directory, listName), 'utf8').catch(() => undefined);
  if (text === undefined) throw damaged(`"${listName}" is missing`);
  try {
    return list.parse(JSON.parse(text));
  } catch {
    throw damaged(`"${listName}" cannot be read`);
  }
}

function damaged(why: string): SystemFailure {
  return new SystemFailure({
    happened: `The backup of the folder is damaged: ${why}.`,
    means: 'It cannot be used to go back, and nothing was restored from it.',
    next: aboutBadBackup,
  });
}
