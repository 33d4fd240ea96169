import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { systemProcesses } from '../../src/world/processes/process.ts';

const root = resolve(import.meta.dirname, '../..');
const programs = join(root, 'node_modules/.cache/staged-upgrade/programs');
/** As in the package: the demo reads its example there. */
const besideDist = ['action.yml', 'docs', 'examples', 'schema'];
const day = 86_400_000;

/**
 * dist/ as built from the present sources. It is built once for all test files that start the program: a start from
 * the sources takes four times the processor time.
 */
export async function builtDist(): Promise<string> {
  const program = join(programs, hashOfSources());
  const dist = join(program, 'dist');
  if (!(await isThere(dist))) await buildInto(program);
  return dist;
}

/** The command of the terminal, from `builtDist`. */
export async function builtCli(): Promise<string> {
  return join(await builtDist(), 'cli.js');
}

async function buildInto(program: string): Promise<void> {
  await mkdir(programs, { recursive: true });
  await removeOld();
  const own = await mkdtemp(join(programs, 'building-'));
  const argv = [process.execPath, join(root, 'scripts/build.ts'), '--into', join(own, 'dist')] as const;
  const built = await systemProcesses.run({ argv, environment: { PATH: process.env.PATH ?? '' } });
  if (built.exitCode !== 0) throw new Error(`The program could not be built: ${built.stderr}`);
  await writeFile(join(own, 'package.json'), '{ "type": "module" }\n');
  for (const name of besideDist) await symlink(join(root, name), join(own, name));
  await rename(own, program).catch(async (error: unknown) => {
    // Another test file has built the same meanwhile.
    await rm(own, { recursive: true });
    if (!(await isThere(join(program, 'dist')))) throw error;
  });
}

/** Of everything that a build reads except the packages, whose versions are in the lock file. */
function hashOfSources(): string {
  const files = [
    ...globSync('{src,scripts}/**/*.{ts,yml,yaml,json,md,html,css,sql}', { cwd: root }),
    'package.json',
    'package-lock.json',
    'test/support/program.ts',
  ];
  const hash = createHash('sha256');
  // One at a time: through the thread pool a thousand small files take a third of a second of processor time, each time.
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 32);
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(programs)) {
    const folder = join(programs, name);
    // Another test file is renaming its own build in the meantime.
    const seen = await stat(folder).catch(() => undefined);
    if (seen !== undefined && Date.now() - seen.mtimeMs > day) await rm(folder, { recursive: true, force: true });
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
