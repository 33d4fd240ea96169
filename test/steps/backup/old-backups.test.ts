import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemFailure } from '../../../src/core/messages/errors.ts';
import type { BackupManifest } from '../../../src/core/model/manifest.ts';
import type { Removal } from '../../../src/drivers/backup-stores/store.ts';
import type { DataStore } from '../../../src/drivers/data/data-store.ts';
import { storeOnDemand } from '../../../src/drivers/data/store-on-demand.ts';
import { removeOldBackups } from '../../../src/steps/backup/old-backups.ts';
import { virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

/** Of a vendor that keeps what is backed up. */
const kept = {
  name: 'records',
  dataAt: '2026-01-01T00:00:00Z',
  identity: { kind: 'rds', lineage: {}, location: {}, mark: { kind: 'none' } },
  fingerprint: { kind: 'none', reason: 'of a test' },
  tools: {},
  files: [],
} as const;

function taken(id: string, startedAt: string): BackupManifest {
  const at = { startedAt, finishedAt: startedAt, dataAt: startedAt };
  return {
    ...{ format: 2, id, system: 'records', product: 'records', purpose: 'rehearsal', version: hop.from },
    ...{ hop, ...at, journalEntries: 0, data: [{ ...kept, references: [{ kind: 'snapshot', id: `snapshot-${id}` }] }] },
  };
}

/** Four backups of which the newest is kept, in a store that treats each old one as it is told. */
async function removing(does: (id: string) => Removal) {
  const days = ['a', 'b', 'c', 'new'].map((id, index) => taken(id, `2026-01-0${index + 1}T00:00:00Z`));
  const system = virtualSystem({
    configuration: { backup: { store: { folder: { path: 'backups' } }, keep: { newest: 1 } } },
    store: {
      description: 'a store of four backups',
      begin: () => Promise.reject(new Error('nothing is backed up here')),
      open: () => Promise.reject(new Error('nothing is opened here')),
      list: async () => ({ backups: days, damaged: [] }),
      remove: async (id) => does(id),
      freeBytes: async () => undefined,
    },
  });
  const forgotten: string[] = [];
  const forget: DataStore['forget'] = async (references) => {
    forgotten.push(...references.map((each) => each.id));
  };
  const store = {
    ...storeOnDemand({ kind: 'rds', noun: 'cluster' }, () => assert.fail('nothing of it is used')),
    forget,
  };
  const said = await removeOldBackups({ project: system.project, confirmLease: async () => undefined }, 'new', () => [
    { name: 'records', store },
  ]);
  const recorded = (await system.entries()).flatMap(({ event }) =>
    event.type === 'backups-removed' ? event.backups : [],
  );
  return { said, recorded, forgotten, warnings: system.warnings };
}

test('removed backups, and those under a lock, are reported and recorded', async () => {
  const { said, recorded, forgotten } = await removing((id) =>
    id === 'b' ? { kind: 'held', until: '2027-01-01T00:00:00Z' } : { kind: 'removed' },
  );
  assert.deepEqual(recorded, ['a', 'c']);
  assert.deepEqual(forgotten, ['snapshot-a', 'snapshot-c'], 'what a vendor keeps of a backup goes with it');
  assert.deepEqual(said, [
    'Removed because they are older than the backups to keep: a, c.',
    'b is old and is kept: the store holds it until 1 Jan 2027 00:00 UTC.',
  ]);
});

test('what was removed before the store failed is reported and recorded, and the new backup is kept', async () => {
  const { said, recorded, warnings } = await removing((id) => {
    if (id !== 'b') return { kind: 'removed' };
    throw new SystemFailure({ happened: 'The store did not answer.', means: 'Nothing.', next: 'Wait.' });
  });
  assert.deepEqual(recorded, ['a']);
  assert.deepEqual(said, ['Removed because they are older than the backups to keep: a.']);
  assert.match(warnings.join(), /Old backups could not be removed: The store did not answer/);
});
