import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemProcesses } from '../src/world/processes/process.ts';
import type { Guard } from '../test/simulation/guards/guard.ts';
import { type Proof, proofs } from '../test/simulation/guards/proofs.ts';
import { guards } from '../test/simulation/guards.ts';
import { failedTest, shownBy } from './guards/outcomes.ts';
import { copySources, takenOut } from './guards/sources.ts';

/*
 * Shows that each guard would be missed: removes it from a copy of the sources, and simulates until a violation is found. A
 * crash does not count.
 * If there is none, a test must fail without it. A guard that nothing misses, or whose text no longer exists, ends it
 * with exit code 1.
 *   npm run simulate:guards                         repeats what is recorded, and searches for what is not
 *   npm run simulate:guards -- --seeds 400          searches this many seeds, even if only a test is recorded
 *   npm run simulate:guards -- --only fence --only scrubbed
 *   npm run simulate:guards -- --test FILE          tries this test if no seed is known, before any search
 *   npm run simulate:guards -- --at-once 4          this many at a time, each in a copy of its own
 *   npm run simulate:guards -- --record             writes each proof as it is found into test/simulation/guards/proofs.json
 * A seed or a test counts only if nothing is wrong with every guard in its place.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    only: { type: 'string', multiple: true, default: [''] },
    test: { type: 'string', multiple: true, default: [] },
    'at-once': { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
});
const seeds = values.seeds ?? '400';

const root = join(import.meta.dirname, '..');
const proofsFile = join(root, 'test/simulation/guards/proofs.json');
const known = new Map<string, Proof>(Object.entries(proofs.parse(JSON.parse(await readFile(proofsFile, 'utf8')))));

interface Missed {
  readonly proof: Proof;
  /** The invariant that is violated, or the test that fails. */
  readonly as: string;
}

/** Undefined if nothing shows its absence that is not there with it. */
async function missed(folder: string, guard: Guard): Promise<Missed | undefined> {
  const gone = await takenOut(folder, guard);
  if (gone.kind === 'stale') {
    process.stderr.write(`${guard.name}: ${gone.why}\n`);
    return undefined;
  }
  const found = await missedNow(folder, guard).finally(gone.restoreSource);
  if (found === undefined) return undefined;
  const asItIs = await again(folder, guard, found.proof);
  if (asItIs === undefined) return found;
  process.stderr.write(`${guard.name}: with every guard in its place there is a failure too: ${where(found.proof)}\n`);
  return undefined;
}

async function missedNow(folder: string, guard: Guard): Promise<Missed | undefined> {
  const proof = known.get(guard.name);
  const seen = proof === undefined ? undefined : await again(folder, guard, proof);
  if (seen !== undefined && ('seed' in seen.proof || values.seeds === undefined)) return seen;
  for (const test of values.test) {
    const failed = await again(folder, guard, { test });
    if (failed !== undefined) return failed;
  }
  return (await violationAt(folder, guard, ['--seeds', seeds])) ?? seen;
}

async function again(folder: string, guard: Guard, proof: Proof): Promise<Missed | undefined> {
  return 'seed' in proof
    ? await violationAt(folder, guard, ['--seed', String(proof.seed)])
    : await failureOf(folder, proof.test);
}

/** Of the seeds in turn, the first that shows one; undefined when none does. */
async function violationAt(folder: string, guard: Guard, which: readonly string[]): Promise<Missed | undefined> {
  const { stdout, stderr, exitCode } = await run(folder, ['scripts/simulate.ts', ...which, '--guard', guard.name]);
  const shown = shownBy(stdout);
  if (shown.kind === 'violation') return { proof: { seed: shown.seed }, as: shown.invariant };
  if (shown.kind === 'crash') {
    process.stderr.write(`${guard.name}: without it, the program crashes (seed ${shown.seed}), which proves nothing\n`);
    return undefined;
  }
  if (exitCode !== 0) throw new Error(`the simulation itself failed: ${stderr}`);
  return undefined;
}

/** A file that cannot be loaded proves nothing: one of its tests must fail. */
async function failureOf(folder: string, test: string): Promise<Missed | undefined> {
  const { stdout, stderr, exitCode } = await run(folder, ['--test', '--test-reporter=tap', test]);
  if (exitCode === 0) return undefined;
  const title = failedTest(stdout);
  if (title === undefined) throw new Error(`${test} cannot be run: ${stdout}${stderr}`);
  return { proof: { test }, as: title };
}

function run(folder: string, args: readonly string[]) {
  return systemProcesses.run({
    argv: [process.execPath, ...args],
    directory: folder,
    environment: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      NODE_NO_WARNINGS: '1',
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    },
  });
}

const chosen = guards.filter(({ name }) => values.only.some((part) => name.includes(part)));
const folders = await Promise.all(Array.from({ length: Number(values['at-once']) }, () => copySources(root)));
const found = new Map<Guard, Missed | undefined>();
const waiting = [...chosen];
let reported = 0;

async function work(folder: string): Promise<void> {
  for (let guard = waiting.shift(); guard !== undefined; guard = waiting.shift()) {
    const how = await missed(folder, guard);
    found.set(guard, how);
    report();
    if (values.record && how !== undefined) await record(guard, how.proof);
  }
}

async function record({ name }: Guard, proof: Proof): Promise<void> {
  known.set(name, proof);
  const inOrder = guards.flatMap((guard) => {
    const each = known.get(guard.name);
    return each === undefined ? [] : [[guard.name, each] as const];
  });
  await writeFile(proofsFile, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
}

/** In the order of the list, whatever order they finish in. */
function report(): void {
  for (let guard = chosen[reported]; guard !== undefined && found.has(guard); guard = chosen[reported]) {
    const how = found.get(guard);
    const cells = how === undefined ? 'nothing | ' : `${where(how.proof)} | ${how.as}`;
    process.stdout.write(`| ${guard.name} | ${cells} |\n`);
    reported++;
  }
}

function where(proof: Proof): string {
  return 'seed' in proof ? `seed ${proof.seed}` : proof.test;
}

try {
  process.stdout.write('| guard | missed by | as |\n|---|---|---|\n');
  await Promise.all(folders.map(work));
} finally {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
const count = chosen.filter((guard) => found.get(guard) !== undefined).length;
process.stdout.write(`${count} of ${chosen.length} guards are missed when they are gone\n`);
if (count < chosen.length) process.exitCode = 1;
