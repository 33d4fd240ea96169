import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemProcesses } from '../src/world/processes/process.ts';
import type { Guard } from '../test/simulation/guards/guard.ts';
import { guards } from '../test/simulation/guards.ts';

/*
 * Shows that the simulation would notice: takes each guard out of a copy of the sources in turn, and simulates until a
 * violation is found. A guard whose absence is not found, or whose text is not there any more, ends it with exit 1.
 *   npm run simulate:guards -- --seeds 400
 *   npm run simulate:guards -- --only fence --only scrubbed
 *   npm run simulate:guards -- --at-once 4          so many at a time, each in a copy of its own
 *   npm run simulate:guards -- --record             writes each seed as it is found into test/simulation/guards/seeds.json,
 *                                                   where the next run tries them first
 * A seed counts only when it is clean with every guard in its place.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '400' },
    only: { type: 'string', multiple: true, default: [''] },
    'at-once': { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
});

const root = join(import.meta.dirname, '..');

/** Where the absence of a guard was seen last: most changes of the sources leave what happens in a seed as it was. */
const seedsFile = join(root, 'test/simulation/guards/seeds.json');
const knownSeeds = new Map(
  Object.entries(z.record(z.string(), z.int()).parse(JSON.parse(await readFile(seedsFile, 'utf8')))),
);

async function copySources(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-guards-'));
  for (const name of ['src', 'test/simulation', 'test/support', 'scripts/simulate.ts', 'package.json'])
    await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

type Taken =
  /** By its path, the text of each file as it was. */
  | { readonly kind: 'taken'; readonly before: ReadonlyMap<string, string> }
  | { readonly kind: 'stale'; readonly why: string };

async function takeOut(folder: string, { removals }: Guard): Promise<Taken> {
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
  for (const [path, text] of after) await writeFile(path, text);
  return { kind: 'taken', before };
}

/** Undefined when none is found without it that is not there with it. */
async function foundWithout(folder: string, guard: Guard): Promise<Violation | undefined> {
  const found = await violationWithout(folder, guard);
  if (found === undefined) return undefined;
  const asItIs = await violationAt(folder, ['--seed', String(found.seed)]);
  if (asItIs !== undefined) throw new Error(`with every guard in its place there is a violation: seed ${found.seed}`);
  return found;
}

async function violationWithout(folder: string, guard: Guard): Promise<Violation | undefined> {
  const taken = await takeOut(folder, guard);
  if (taken.kind === 'stale') {
    process.stderr.write(`${guard.name}: ${taken.why}\n`);
    return undefined;
  }
  try {
    const known = knownSeeds.get(guard.name);
    const again = known === undefined ? undefined : await violationAt(folder, ['--seed', String(known)]);
    return again ?? (await violationAt(folder, ['--seeds', values.seeds, '--guard', guard.name]));
  } finally {
    for (const [path, text] of taken.before) await writeFile(path, text);
  }
}

interface Violation {
  readonly seed: number;
  readonly invariant: string;
}

/** Of the seeds in turn, the first that shows one; undefined when none does. */
async function violationAt(folder: string, seeds: readonly string[]): Promise<Violation | undefined> {
  const { stdout, stderr, exitCode } = await systemProcesses.run({
    argv: [process.execPath, 'scripts/simulate.ts', ...seeds],
    directory: folder,
    environment: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1' },
  });
  const [, seed, invariant] = /^seed (\d+) violates: (.*)$/m.exec(stdout) ?? [];
  if (seed !== undefined && invariant !== undefined) return { seed: Number(seed), invariant };
  if (exitCode !== 0) throw new Error(`the simulation itself failed: ${stderr}`);
  return undefined;
}

const chosen = guards.filter(({ name }) => values.only.some((part) => name.includes(part)));
const folders = await Promise.all(Array.from({ length: Number(values['at-once']) }, copySources));
const found = new Map<Guard, Violation | undefined>();
const waiting = [...chosen];
let told = 0;

async function work(folder: string): Promise<void> {
  for (let guard = waiting.shift(); guard !== undefined; guard = waiting.shift()) {
    const violation = await foundWithout(folder, guard);
    found.set(guard, violation);
    tell();
    if (values.record && violation !== undefined) await record(guard, violation.seed);
  }
}

async function record({ name }: Guard, seed: number): Promise<void> {
  knownSeeds.set(name, seed);
  const inOrder = guards.flatMap((guard) => {
    const known = knownSeeds.get(guard.name);
    return known === undefined ? [] : [[guard.name, known]];
  });
  await writeFile(seedsFile, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
}

/** In the order of the list, however they come. */
function tell(): void {
  for (let guard = chosen[told]; guard !== undefined && found.has(guard); guard = chosen[told]) {
    const violation = found.get(guard);
    const cells = violation === undefined ? 'not found | ' : `${violation.seed} | ${violation.invariant}`;
    process.stdout.write(`| ${guard.name} | ${cells} |\n`);
    told++;
  }
}

try {
  process.stdout.write('| guard | found at seed | as |\n|---|---|---|\n');
  await Promise.all(folders.map(work));
} finally {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
const missed = chosen.filter((guard) => found.get(guard) !== undefined).length;
process.stdout.write(`${missed} of ${chosen.length} guards are missed when they are gone\n`);
if (missed < chosen.length) process.exitCode = 1;
