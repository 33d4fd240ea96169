import assert from 'node:assert/strict';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { attackedSystem } from '../../attacks/attacked-system.ts';

test('a backup is recorded before an older one is removed for it', async (t) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-order-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const [production, staging] = [join(folder, 'production.db'), join(folder, 'staging.db')];
  for (const file of [production, staging]) {
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE patients (id int)');
    database.close();
  }
  const system = await attackedSystem(
    {
      dataOf: (variable) => ({ sqlite: { file: variable } }),
      ...{ production, staging },
      configuration: { backup: { store: { folder: { path: 'backups' } }, keep: { newest: 1 } } },
    },
    (end) => t.after(end),
  );
  assert.equal((await system.ask('mark-disposable', staging, { confirm: staging })).outcome, 'passed');
  await system.backUp();
  const hop = '1.0.0--1.2.0';
  assert.equal((await system.ask('plan', staging, { target: '1.2.0', operation: 'climb' })).outcome, 'passed');
  for (const more of [{ command: 'check' }, { command: 'backup', purpose: 'rehearsal' }] as const) {
    const end = await system.ask(more.command, staging, { hop, ...more });
    assert.equal(end.outcome, 'passed', end.message?.happened);
  }

  const events = (await system.entries()).map(({ event }) => event);
  const taken = events.flatMap((event) => (event.type === 'backed-up' ? [event.backup] : []));
  const order = events.flatMap((event) => {
    if (event.type === 'backed-up') return [`recorded ${event.backup}`];
    return event.type === 'backups-removed' ? [`removed ${event.backups.join()}`] : [];
  });
  const [first, second] = taken;
  // A run that is killed between the two leaves a backup too many, and never one that no journal knows.
  assert.deepEqual(order, [`recorded ${first}`, `recorded ${second}`, `removed ${first}`]);
  assert.deepEqual(await readdir(join(system.folder, 'backups')), [second]);
});
