import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideSameStores } from '../../../src/core/decisions/same-stores.ts';
import { dataBackup } from '../../support/data-backup.ts';
import { backups, manifest } from './table/chronicle.ts';

const records = { name: 'records', kind: 'sqlite' };
const tasks = { name: 'tasks', kind: 'sqlite' };

test('a backup is restored only if there are the same stores, in the same order', () => {
  const taken = manifest('rehearsal', backups.rehearsal);
  const backup = {
    ...taken,
    data: [records, tasks].map(({ name }) => dataBackup(taken.dataAt, { name })),
  };
  assert.equal(decideSameStores(backup, 'staging', [records, tasks]), undefined);
  for (const configured of [
    [tasks, records],
    [records],
    [records, tasks, { name: 'files', kind: 'sqlite' }],
    [records, { ...tasks, kind: 'postgres' }],
    [records, { ...tasks, name: 'jobs' }],
    [],
  ])
    assert.ok(decideSameStores(backup, 'staging', configured), JSON.stringify(configured));
  assert.match(
    decideSameStores(backup, 'staging', [records])?.message.happened ?? '',
    /holds records \(sqlite\), tasks \(sqlite\), but environments\.staging\.data is records \(sqlite\)\./,
  );
});
