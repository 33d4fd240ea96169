import { SystemFailure } from '../../errors.ts';
import type { StoredFile } from '../chain.ts';
import { type Git, redact } from './command.ts';

/** One line of a tree: `100644 blob <id>\t<name>`. */
export interface TreeEntry {
  readonly mode: string;
  readonly kind: string;
  readonly id: string;
  readonly bytes: number;
  readonly name: string;
}

/** The output of one process is kept up to a megabyte; batches stay well below. */
const batchBytes = 400_000;

/** @throws SystemFailure when git does not do on our own repository what it was asked: no answer is guessed */
export async function succeed(
  git: Git,
  args: readonly string[],
  input?: string,
  environment?: Record<string, string>,
): Promise<string> {
  const result = await git(args, {
    ...(input === undefined ? {} : { input }),
    ...(environment ? { environment } : {}),
  });
  if (result.exitCode === 0) return result.stdout;
  throw new SystemFailure({
    happened: `The journal's own copy could not be worked on: "git ${args[0]}" ended with ${result.exitCode ?? result.endedBy}: ${redact(result.stderr.trim())}`,
    means: 'Nothing was recorded.',
    next: 'Check that the disk with the temporary folder is not full, and that git works here, then run this again.',
  });
}

export async function readTree(git: Git, tree: string): Promise<TreeEntry[]> {
  const lines = (await succeed(git, ['ls-tree', '-z', '--long', tree])).split('\0');
  return lines.flatMap((line) => {
    const match = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line);
    if (!match) return [];
    const [, mode = '', kind = '', id = '', bytes = '0', name = ''] = match;
    return [{ mode, kind, id, bytes: bytes === '-' ? 0 : Number(bytes), name }];
  });
}

export async function writeTree(
  git: Git,
  entries: readonly Pick<TreeEntry, 'mode' | 'kind' | 'id' | 'name'>[],
): Promise<string> {
  const input = entries.map(({ mode, kind, id, name }) => `${mode} ${kind} ${id}\t${name}\0`).join('');
  return (await succeed(git, ['mktree', '-z'], input)).trim();
}

export async function writeBlob(git: Git, content: Uint8Array): Promise<string> {
  return (await succeed(git, ['hash-object', '-w', '--stdin'], Buffer.from(content).toString('utf8'))).trim();
}

/** Reads files of a tree. What is not text comes back changed, which the checksum of an entry then shows. */
export async function readBlobs(git: Git, entries: readonly TreeEntry[]): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for (const batch of batches(entries)) {
    const output = Buffer.from(
      await succeed(git, ['cat-file', '--batch=%(objectname)'], `${batch.map(({ id }) => id).join('\n')}\n`),
    );
    let at = 0;
    for (const { id, bytes, name } of batch) {
      const start = at + id.length + 1;
      const whole = output.subarray(at, start - 1).toString() === id && output[start + bytes] === 10;
      // A file that is not UTF-8 changes its length on the way: everything behind it is out of step.
      if (!whole) return [...files, { name, content: new Uint8Array() }];
      files.push({ name, content: output.subarray(start, start + bytes) });
      at = start + bytes + 1;
    }
  }
  return files;
}

function batches(entries: readonly TreeEntry[]): TreeEntry[][] {
  const all: TreeEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const needed = entry.bytes + entry.id.length + 2;
    const open = all.at(-1);
    if (open && needed <= room) open.push(entry);
    else {
      all.push([entry]);
      room = batchBytes;
    }
    room -= needed;
  }
  return all;
}
