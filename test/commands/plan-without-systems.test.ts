import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';
import { builtCli } from '../support/program.ts';

const root = join(import.meta.dirname, '../..');
const cli = await builtCli();
const shown = z.object({ result: z.string(), hops: z.array(z.object({ to: z.string() })) });

/** The program in an empty folder, with no variable of the configuration set, on the rules that docs/planning.md tries. */
async function planned(t: TestContext, ...args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-rules-'));
  t.after(() => rm(folder, { recursive: true }));
  const config = join(root, 'docs/examples/try-rules.yml');
  const usual = ['plan', '--config', config, '--offline', '--current', '1.4.2', '--json'];
  const environment = { PATH: process.env.PATH ?? '', HOME: folder };
  const run = promisify(execFile)(process.execPath, [cli, ...usual, ...args], {
    cwd: folder,
    env: environment,
  });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const left = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  return { ...shown.parse(JSON.parse(stdout)), left };
}

test('rules can be tried without a system in reach, and nothing is written', async (t) => {
  const { result, hops, left } = await planned(t);
  assert.deepEqual([result, hops.map(({ to }) => to), left], ['passed', ['1.5.3', '2.1.4', '3.0.1'], []]);
});

test('a path that skips a required stop is refused', async (t) => {
  assert.equal((await planned(t, '--path', '1.4.2,2.1.4,3.0.1')).result, 'refused');
});

test('no journal is needed either: here it would be on a branch of a clone that does not exist', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-rules-'));
  t.after(() => rm(folder, { recursive: true }));
  const config = join(root, 'examples/postgres-major/.github/staged-upgrade.yml');
  const file = join(folder, 'staged-upgrade.yml');
  await copyFile(config, file);
  const run = await promisify(execFile)(
    process.execPath,
    [cli, 'plan', '--config', file, '--offline', '--current', 'old'],
    { cwd: folder, env: { PATH: process.env.PATH ?? '', HOME: folder } },
  );
  assert.match(run.stdout, /old → removed|old +second/);
  assert.equal(run.stderr, '');
});
