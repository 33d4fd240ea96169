import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { type BackupManifest, manifestFormat } from '../../../src/core/model/manifest.ts';
import { readIdentity } from '../../../src/drivers/data/sqlite/identity.ts';
import { notTheSameData } from '../../../src/steps/environment/same-data.ts';
import { virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';
import { dataBackup, onlyData } from '../../support/data-backup.ts';

const { id, from, to, digest } = hop;
const of = { hop: { id, from, to, digest }, environment: 'production' } as const;
const taken: JournalEvent = {
  ...of,
  type: 'backed-up',
  purpose: 'restore-point',
  backup: 'point',
  version: from,
  dataAt: '2026-03-02T00:00:00Z',
  bytes: 1,
  milliseconds: 1,
};

test('a rollback that was killed after its restore continues, although another file is there now', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-place-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'records.sqlite');
  await writeFile(file, 'a database');
  const backup: BackupManifest = {
    format: manifestFormat,
    id: 'point',
    system: 'records',
    product: 'sample',
    purpose: 'restore-point',
    hop: { id, digest },
    version: from,
    startedAt: '2026-03-02T00:00:00Z',
    finishedAt: '2026-03-02T00:00:01Z',
    dataAt: '2026-03-02T00:00:00Z',
    journalEntries: 1,
    data: [dataBackup('2026-03-02T00:00:00Z', { identity: await readIdentity(file) })],
  };
  const system = virtualSystem();
  const refused = async (place = file): Promise<boolean> =>
    notTheSameData(backup, onlyData, await readIdentity(place), await system.entries()) !== undefined;

  await system.record(taken);
  assert.equal(await refused(), false, 'it is the database itself');
  // It stays, since its number would be given to the next file otherwise.
  await rename(file, join(folder, 'old'));
  await copyFile(join(folder, 'old'), file);
  assert.equal(await refused(), true, 'somebody has put another database there');
  await system.record({ ...of, type: 'restoring', backup: 'point' });
  assert.equal(await refused(), false, 'a rollback was putting it back');
  await copyFile(file, join(folder, 'elsewhere.sqlite'));
  assert.equal(await refused(join(folder, 'elsewhere.sqlite')), true, 'it is another place');
});
