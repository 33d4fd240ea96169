import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { removeStale, staleMilliseconds } from '../../../src/drivers/backup-stores/files.ts';
import { systemClock } from '../../../src/world/clock.ts';

test('what killed runs have left is removed, even while another run removes its own', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'staged-upgrade-stale-'));
  t.after(() => rm(root, { recursive: true }));
  // Listed, and gone when it is inspected: like a folder of another run that is renamed in between.
  await symlink(join(root, 'gone'), join(root, 'draft-1'));
  for (const name of ['draft-2', 'draft-3', 'kept']) await mkdir(join(root, name));
  const old = new Date(Date.now() - 2 * staleMilliseconds);
  for (const name of ['draft-2', 'kept']) await utimes(join(root, name), old, old);
  await removeStale(root, 'draft-', systemClock);
  assert.deepEqual((await readdir(root)).toSorted(), ['draft-1', 'draft-3', 'kept']);
});
