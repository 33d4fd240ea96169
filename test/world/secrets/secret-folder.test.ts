import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withSecretFolder } from '../../../src/world/secrets/secret-folder.ts';

test('a secret in a file is removed afterwards, and so is one that a killed run left behind', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'staged-upgrade-runner-'));
  t.after(() => rm(root, { recursive: true }));
  const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
  const left = { abandoned: `staged-upgrade-secret-${dead}-a`, alive: `staged-upgrade-secret-${process.pid}-b` };
  const fresh = `staged-upgrade-secret-${dead}-c`;
  for (const name of [left.abandoned, left.alive, fresh]) {
    await mkdir(join(root, name));
    await writeFile(join(root, name, 'login'), 'secret');
  }
  const yesterday = new Date(Date.now() - 86_400_000);
  for (const name of Object.values(left)) await utimes(join(root, name), yesterday, yesterday);

  const failed = withSecretFolder({ RUNNER_TEMP: root }, async (folder) => {
    assert.equal((await stat(folder)).mode & 0o077, 0, 'nobody else may read it');
    assert.deepEqual(
      (await readdir(root)).filter((name) => name === left.abandoned),
      [],
    );
    throw new Error('the program failed');
  });
  await assert.rejects(failed, /the program failed/);
  assert.deepEqual(
    (await readdir(root)).sort(),
    [left.alive, fresh].sort(),
    'what a live process has, and what is too young to be judged, stays',
  );
});
