import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../src/action.ts', import.meta.url));

async function jobFolder(t: TestContext): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-job-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A step without inputs, which refuses. */
function step(temporary: string | undefined): string {
  const env = { PATH: process.env.PATH, ...(temporary === undefined ? {} : { RUNNER_TEMP: temporary }) };
  const { stdout, stderr } = spawnSync(process.execPath, [entry], { env, encoding: 'utf8', cwd: temporary ?? '/' });
  return `${stdout}${stderr}`;
}

test("a step leaves its compiled code to the job's next step, in a folder of its own user", async (t) => {
  const folder = await jobFolder(t);
  assert.match(step(folder), /::error /);
  const [kept] = await readdir(join(folder, 'staged-upgrade-compiled'));
  assert.notEqual(kept, undefined);
});

test('nothing is taken from, or put into, a folder that others can write to', async (t) => {
  const folder = await jobFolder(t);
  const open = join(folder, 'staged-upgrade-compiled');
  await mkdir(open);
  await chmod(open, 0o777);
  assert.match(step(folder), /::error /);
  assert.deepEqual(await readdir(open), []);
});

test('a step starts even if nothing can be kept', async (t) => {
  const folder = await jobFolder(t);
  const without = step(undefined);
  assert.match(without, /::error /);
  await writeFile(join(folder, 'staged-upgrade-compiled'), '');
  assert.equal(step(folder), without);
});

test('the program of the terminal keeps its compiled code in the cache of its user, where there is one', async (t) => {
  const home = await jobFolder(t);
  const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
  const version = () => spawnSync(process.execPath, [program, '--version'], { env: { HOME: home }, encoding: 'utf8' });
  const first = version();
  assert.equal(first.status, 0, first.stderr);
  assert.ok(!(await readdir(home)).includes('.cache'), 'none is made');
  await mkdir(join(home, '.cache'));
  assert.equal(version().stdout, first.stdout);
  const [kept] = await readdir(join(home, '.cache', 'staged-upgrade-compiled'));
  assert.notEqual(kept, undefined);
});
