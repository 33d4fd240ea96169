import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { exitCodeOf } from '../../src/core/model/outcome.ts';

/**
 * What dist/ weighs, and what a step and the terminal's program take before they do anything: processor time over that
 * of `node -e 0`. A step is started where there is no configuration, and with that of the sample: then all that reads it
 * is loaded, and it reports on a journal that is empty.
 */
interface Start {
  readonly bytes: number;
  /** Of these, the clients of services, each of which is loaded where a configuration names its service. */
  readonly clientBytes: number;
  /** The code that a step with a configuration has loaded when it ends. */
  readonly loadedBytes: number;
  /** Milliseconds. */
  readonly node: number;
  readonly firstStep: number;
  readonly laterStep: number;
  readonly configured: number;
  readonly terminal: number;
}

const root = resolve(import.meta.dirname, '../..');
/** What a step may take on a machine where `node -e 0` takes 20 ms, and as many times more on a slower one. With a configuration, 80 is the goal. */
const maxMilliseconds = { laterStep: 80, configured: 150 } as const;
const usualNode = 20;
/** The least disturbed of so many runs counts. */
const runs = 15;

/** Sets a failing exit code where a step starts slower than it may. */
export async function benchStart(json: boolean): Promise<void> {
  const start = await measured();
  const here = (milliseconds: number) => Math.round(milliseconds * Math.max(1, start.node / usualNode));
  const most = { laterStep: here(maxMilliseconds.laterStep), configured: here(maxMilliseconds.configured) };
  if (json) process.stdout.write(`${JSON.stringify({ start: { ...start, most } }, null, 2)}\n`);
  else process.stdout.write(table(start));
  const slow = [
    { what: 'A step', took: start.laterStep, limit: most.laterStep },
    { what: 'A step with a configuration', took: start.configured, limit: most.configured },
  ].filter(({ took, limit }) => took > limit);
  for (const { what, took, limit } of slow)
    process.stderr.write(`${what} takes ${took} ms to start, and may take ${limit} ms here.\n`);
  if (slow.length > 0) process.exitCode = 1;
}

function table({ bytes, clientBytes, loadedBytes, node, firstStep, laterStep, configured, terminal }: Start): string {
  const rows: readonly (readonly [string, string])[] = [
    ['start', 'ms of CPU'],
    ['node -e 0', String(node)],
    ['action, first step of a job, over it', String(firstStep)],
    ['action, each later step, over it', String(laterStep)],
    ['the same with a configuration, over it', String(configured)],
    ['terminal, --version, over it', String(terminal)],
    ['dist/, bytes', String(bytes)],
    ['of these clients/, loaded on demand', String(clientBytes)],
    ['loaded by the step with a configuration', String(loadedBytes)],
  ];
  return rows.map(([name, value]) => `${name.padEnd(44)}${value.padStart(12)}\n`).join('');
}

async function measured(): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-bench-'));
  try {
    const built = join(folder, 'dist');
    const empty = join(folder, 'empty');
    await mkdir(empty);
    spawnSync(process.execPath, [join(root, 'scripts/build.ts'), '--into', built], { stdio: 'inherit' });
    const bytes = await sizeOf(built);
    const clientBytes = await sizeOf(join(built, 'clients'));
    // As in the package: without it Node.js would look into each file for what it is.
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const repository = join(folder, 'repository');
    await cp(join(root, 'examples/sample/.github'), join(repository, '.github'), { recursive: true });
    await keepJournalIn(join(folder, 'journal'), join(repository, '.github/staged-upgrade.yml'));
    const time = (args: readonly string[], more = {}, { expected = 0, where = empty } = {}): number =>
      processorTime(expected, args, where, { ...job, HOME: folder, PATH: process.env.PATH ?? '', ...more });
    const step = [join(built, 'action.js')];
    const kept = await mkdtemp(join(folder, 'job-'));
    const unconfigured = (temporary: string): number =>
      time(step, { RUNNER_TEMP: temporary }, { expected: exitCodeOf.userError });
    const configured = (): number => time(step, { RUNNER_TEMP: kept, INPUT_COMMAND: 'report' }, { where: repository });
    unconfigured(kept);
    configured();
    const least = async (once: () => number | Promise<number>): Promise<number> => {
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) times.push(await once());
      return Math.min(...times);
    };
    const node = await least(() => time(['-e', '0']));
    const coverage = join(folder, 'coverage');
    time(step, { RUNNER_TEMP: kept, INPUT_COMMAND: 'report', NODE_V8_COVERAGE: coverage }, { where: repository });
    return {
      bytes,
      clientBytes,
      loadedBytes: await sizeOfFiles(await loadedFiles(coverage, built)),
      node,
      firstStep: (await least(async () => unconfigured(await mkdtemp(join(folder, 'job-'))))) - node,
      laterStep: (await least(() => unconfigured(kept))) - node,
      configured: (await least(configured)) - node,
      terminal: (await least(() => time([join(built, 'cli.js'), '--version']))) - node,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The example keeps it in a branch, and there is no repository here. */
async function keepJournalIn(folder: string, configuration: string): Promise<void> {
  const written = await readFile(configuration, 'utf8');
  const changed = written.replace(
    /^journal:.*$/m,
    `journal: ${JSON.stringify({ store: { folder: { path: folder } } })}`,
  );
  if (changed === written) throw new Error(`${configuration} does not say where the journal is`);
  await writeFile(configuration, changed);
}

const job: Readonly<Record<string, string>> = {
  INPUT_COMMAND: 'plan',
  GITHUB_ACTIONS: 'true',
  GITHUB_RUN_ID: '1',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_ACTOR: 'mona',
  GITHUB_REPOSITORY: 'acme/records',
  GITHUB_SERVER_URL: 'https://github.com',
};

/** @param coverage where Node.js has written what it ran, when it was asked for its coverage */
async function loadedFiles(coverage: string, built: string): Promise<readonly string[]> {
  const [written = ''] = await readdir(coverage);
  const { result } = covered.parse(JSON.parse(await readFile(join(coverage, written), 'utf8')));
  return result.flatMap(({ url }) => {
    const file = url.startsWith('file:') ? fileURLToPath(url) : '';
    return file.startsWith(built) ? [file] : [];
  });
}

const covered = z.object({ result: z.array(z.object({ url: z.string() })) });

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return await sizeOfFiles(
    entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)),
  );
}

async function sizeOfFiles(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Of a whole process, what it does while it ends included: only the shell tells that of a child. */
function processorTime(
  expected: number,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): number {
  const script = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1';
  const { stderr, status } = spawnSync('bash', ['-c', script, 'bench', process.execPath, ...args], {
    cwd,
    env,
    encoding: 'utf8',
  });
  // A start that stops at a mistake loads less.
  if (status !== expected) throw new Error(`${args.join(' ')} ended with ${status}, and should with ${expected}`);
  const [user = Number.NaN, system = Number.NaN] = stderr.trim().split(' ').map(Number);
  return Math.round((user + system) * 1000);
}
