import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPinned } from '../../src/drivers/releases/pinned.ts';
import { readTextFile } from '../../src/world/text-file.ts';

test('a device, and a file that is far too large, are refused and not read', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'text-file-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'releases.yml');
  await writeFile(file, 'releases: ["1.0.0"]\n');
  assert.equal(await readTextFile(file), 'releases: ["1.0.0"]\n');
  await symlink('/dev/zero', join(folder, 'endless'));
  await assert.rejects(readPinned(join(folder, 'endless')), /cannot be read: it is not a file\. No releases are known/);
  await truncate(file, 2 ** 34);
  await assert.rejects(readPinned(file), /cannot be read: it is larger than 16 MiB\./);
  await assert.rejects(readTextFile(join(folder, 'none')), { code: 'ENOENT' });
  await assert.rejects(readTextFile(folder), { code: 'EISDIR' });
});
