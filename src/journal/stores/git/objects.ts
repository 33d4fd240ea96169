import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Git, redact } from './command.ts';

/** One line of a tree: `100644 blob <id>\t<name>`. */
export interface TreeEntry {
  readonly mode: string;
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

interface Given {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** @throws SystemFailure if git fails on our own repository: no answer is guessed */
export async function succeed(git: Git, args: readonly string[], given: Given = {}): Promise<string> {
  return (await succeedWhole(git, args, given)).toString('utf8');
}

/** The output byte for byte, however long it is. */
async function succeedWhole(git: Git, args: readonly string[], given: Given = {}): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const result = await git(args, { ...given, onOutput: (chunk) => chunks.push(chunk) });
  if (result.exitCode === 0) return Buffer.concat(chunks);
  throw unprocessed(
    `"git ${args[0]}" ended with ${result.exitCode ?? result.endedBy}: ${redact(result.stderr.trim())}`,
  );
}

export function unprocessed(why: string): SystemFailure {
  return new SystemFailure({
    happened: `The local copy of the journal could not be processed: ${why}`,
    means: 'Nothing was recorded.',
    next: 'Check that the disk with the temporary folder is not full, and that git works here, then run this again.',
  });
}

/** @param folders reads the content of these folders of the tree, with paths, instead of the tree's own lines */
export async function readTree(git: Git, tree: string, folders: readonly string[] = []): Promise<TreeEntry[]> {
  const deep = folders.length === 0 ? [] : ['-r'];
  const lines = (await succeed(git, ['ls-tree', '-z', ...deep, tree, ...folders])).split('\0');
  return lines.flatMap((line) => {
    const match = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(line);
    if (!match) return [];
    const [, mode = '', kind = '', id = '', name = ''] = match;
    return [{ mode, kind, id, name }];
  });
}

/** Reads blobs, in order; one that does not exist comes back empty. */
export async function readBlobs(git: Git, ids: readonly string[]): Promise<Uint8Array[]> {
  if (ids.length === 0) return [];
  const output = await succeedWhole(git, ['cat-file', '--batch', '--buffer'], { input: `${ids.join('\n')}\n` });
  const blobs: Uint8Array[] = [];
  let at = 0;
  for (const _ of ids) {
    const headEnd = output.indexOf(10, at);
    const bytes = Number(/ blob (\d+)$/.exec(output.toString('latin1', at, Math.max(at, headEnd)))?.[1] ?? Number.NaN);
    const isThere = !Number.isNaN(bytes);
    blobs.push(isThere ? output.subarray(headEnd + 1, headEnd + 1 + bytes) : new Uint8Array());
    at = isThere ? headEnd + bytes + 2 : headEnd + 1;
  }
  return blobs;
}
