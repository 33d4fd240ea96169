import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemProcesses } from '../src/process.ts';
import { type Guard, guards } from '../test/simulation/guards.ts';

/*
 * Shows that the simulation would notice: takes each guard out of a copy of the sources in turn, and simulates until a
 * violation is found. A guard whose absence is not found, or whose text is not there any more, ends it with exit 1.
 *   npm run simulate:guards -- --seeds 400
 *   npm run simulate:guards -- --only fence
 */
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '400' }, only: { type: 'string', default: '' } },
});

const root = join(import.meta.dirname, '..');

async function copySources(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-guards-'));
  for (const name of ['src', 'test/simulation', 'scripts/simulate.ts', 'package.json'])
    await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Undefined when it was taken out; otherwise what is not as the list of guards has it. */
async function remove(folder: string, { removals }: Guard): Promise<string | undefined> {
  for (const { file, find, replace } of removals) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    if (text.split(find).length !== 2) return `${file} does not have it once: ${find}`;
    await writeFile(
      path,
      text.replace(find, () => replace),
    );
  }
  return undefined;
}

async function putBack(folder: string, { removals }: Guard): Promise<void> {
  for (const { file } of removals) await cp(join(root, file), join(folder, file));
}

/** `12 | no hop is out of order`; undefined when no seed showed a violation. */
async function firstSeedThatShows(folder: string): Promise<string | undefined> {
  const { stdout, stderr, exitCode } = await systemProcesses.run({
    argv: [process.execPath, 'scripts/simulate.ts', '--seeds', values.seeds],
    directory: folder,
    environment: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1' },
  });
  const [, seed, invariant] = /^seed (\d+) violates: (.*)$/m.exec(stdout) ?? [];
  if (seed !== undefined) return `${seed} | ${invariant}`;
  if (exitCode !== 0) throw new Error(`the simulation itself failed: ${stderr}`);
  return undefined;
}

const chosen = guards.filter(({ name }) => name.includes(values.only));
const folder = await copySources();
const unseen: string[] = [];
try {
  const asItIs = await firstSeedThatShows(folder);
  if (asItIs !== undefined) throw new Error(`with every guard in its place there is a violation at seed ${asItIs}`);
  process.stdout.write('| guard | found at seed | as |\n|---|---|---|\n');
  for (const guard of chosen) {
    const wrong = await remove(folder, guard);
    const found = wrong === undefined ? await firstSeedThatShows(folder) : undefined;
    await putBack(folder, guard);
    process.stdout.write(`| ${guard.name} | ${found ?? `${wrong ?? 'not found'} | `} |\n`);
    if (found === undefined) unseen.push(guard.name);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${chosen.length - unseen.length} of ${chosen.length} guards are missed when they are gone\n`);
if (unseen.length > 0) process.exitCode = 1;
