import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../../src/world/make-folder.ts';

test('a folder is created with its parents, and the first created one is reported', (t) => {
  const above = mkdtempSync(join(tmpdir(), 'made-'));
  t.after(() => rmSync(above, { recursive: true }));
  assert.equal(makeFolder(join(above, 'a/b/c'), 0o700), join(above, 'a'));
  assert.equal(makeFolder(join(above, 'a/b/c'), 0o700), undefined);
  assert.equal(statSync(join(above, 'a/b')).mode & 0o777, 0o700);
  writeFileSync(join(above, 'file'), '');
  symlinkSync('nowhere', join(above, 'link'));
  assert.throws(() => makeFolder(join(above, 'file')), { code: 'EEXIST' });
  assert.throws(() => makeFolder(join(above, 'file/inside')), { code: 'ENOTDIR' });
  assert.throws(() => makeFolder(join(above, 'link')), { code: 'EEXIST' });
});

test('if no folder can be created, that is reported and not retried for ever', {
  skip: process.platform === 'linux' ? false : 'only Linux has /proc',
}, () => {
  const module = JSON.stringify(join(import.meta.dirname, '../../src/world/make-folder.ts'));
  const script = `import(${module}).then(({ makeFolder }) => makeFolder('/proc/nothing/inside'))`;
  const { signal, stderr } = spawnSync(process.execPath, ['--eval', script], { timeout: 120_000, encoding: 'utf8' });
  assert.equal(signal, null, 'it had to be ended');
  assert.match(stderr, /ENOENT/);
});
