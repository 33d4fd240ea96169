import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { attackedSystem } from '../../attacks/attacked-system.ts';

test('a backup of nothing says so: a volume that is not mounted would pass as proved', async (t) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-nothing-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const [production, staging] = [join(folder, 'production'), join(folder, 'staging')];
  for (const path of [production, join(production, 'uploads'), staging]) await mkdir(path);
  const system = await attackedSystem(
    { dataOf: (variable) => ({ folder: { path: variable } }), production, staging },
    (end) => t.after(end),
  );
  const asked = async (command: string, more: object = {}) => {
    const end = await system.ask(command, staging, more);
    assert.equal(end.outcome, 'passed', end.message?.happened);
    return end.summary;
  };
  const backedUp = async (target: string) => {
    const hop = `1.0.0--${target}`;
    await asked('plan', { target, operation: 'climb' });
    await asked('check', { hop });
    return await asked('backup', { hop, purpose: 'rehearsal' });
  };
  await asked('mark-disposable', { confirm: staging });
  assert.match(await backedUp('1.1.0'), /It holds nothing, so the backup .* see that it is mounted/);
  await writeFile(join(production, 'uploads', 'one'), '1');
  assert.doesNotMatch(await backedUp('1.2.0'), /holds nothing/);
});
