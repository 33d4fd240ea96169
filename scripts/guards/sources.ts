import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guard } from '../../test/simulation/guards/guard.ts';

const copied = ['src', 'test', 'scripts', 'schema', 'docs', 'examples', 'package.json', 'action.yml'] as const;

/** A copy of what simulations and tests read, in a folder of its own. */
export async function copySources(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-guards-'));
  for (const name of copied) await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

type Taken =
  | { readonly kind: 'taken'; readonly restoreSource: () => Promise<void> }
  | { readonly kind: 'stale'; readonly why: string };

/** Takes a guard out of a copy of the sources. */
export async function takenOut(folder: string, { removals }: Guard): Promise<Taken> {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  for (const { file, find, replace } of removals) {
    const path = join(folder, file);
    const text = after.get(path) ?? (await readFile(path, 'utf8'));
    if (text.split(find).length !== 2) return { kind: 'stale', why: `${file} does not have it once: ${find}` };
    if (!before.has(path)) before.set(path, text);
    after.set(
      path,
      text.replace(find, () => replace),
    );
  }
  await write(after);
  return { kind: 'taken', restoreSource: () => write(before) };
}

async function write(texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of texts) await writeFile(path, text);
}
