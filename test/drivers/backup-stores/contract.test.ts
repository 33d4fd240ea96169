import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { SystemFailure, UserError } from '../../../src/core/messages/errors.ts';
import type { BackupDraft, BackupStore } from '../../../src/drivers/backup-stores/store.ts';
import { backupStore } from '../../../src/drivers/backup-stores.ts';
import { ageSeal } from '../../../src/world/sealing/age.ts';
import { fixturesIn, requireOwnKind } from '../../support/contract-fixtures.ts';
import { backupFacts } from './facts.ts';
import type { MakeStoreFixture, StoreFixture } from './fixture.ts';

/** What every backup store must do, faults included. */

function openStore({ settings, effects, encrypted }: OpenedFixture): BackupStore {
  const context = { effects, where: 'backup', placeholders: { system: 'records' } };
  const age = { recipients: [recipient], identity };
  return backupStore.parse(settings).open(context)({ seal: encrypted ? ageSeal({ age }, context) : undefined });
}

interface OpenedFixture extends StoreFixture {
  readonly encrypted: boolean;
}

const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);

async function begin(store: BackupStore, id: string): Promise<{ draft: BackupDraft; records: string }> {
  const draft = await store.begin(id);
  const records = await draft.directoryFor('records');
  await mkdir(join(records, 'dump'));
  await writeFile(join(records, 'dump', 'rows.dat'), 'two rows');
  await writeFile(join(records, 'manifest.json'), 'a file of the database that is named like ours');
  await writeFile(join(await draft.directoryFor('tasks'), 'rows.dat'), 'a row');
  return { draft, records };
}

async function add(store: BackupStore, id: string, startedAt?: string): Promise<void> {
  const { draft } = await begin(store, id);
  await draft.commit(backupFacts(id, startedAt));
}

async function idsIn(store: BackupStore): Promise<string[]> {
  return (await store.list()).backups.map(({ id }) => id);
}

const file = 'dump/rows.dat';
const namesTheFile = (error: unknown): boolean =>
  error instanceof SystemFailure && error.message.includes(`/${file}" of backup "one"`);

const fixtures = (await fixturesIn<MakeStoreFixture>(import.meta.dirname)).flatMap(({ kind, make, skip }) =>
  [false, true].map((encrypted) => ({
    kind: encrypted ? `${kind}, encrypted` : kind,
    make: async (t: TestContext): Promise<OpenedFixture> => {
      const fixture = await make(t);
      requireOwnKind(kind, fixture.settings);
      return { ...fixture, encrypted };
    },
    skip,
  })),
);

for (const { kind, make, skip } of fixtures) {
  test(`${kind}: returns what was stored, oldest first, also to another process`, { skip }, async (t) => {
    const fixture = await make(t);
    const store = openStore(fixture);
    assert.deepEqual(await store.list(), { backups: [], damaged: [] });
    await add(store, 'later', '2026-01-03T00:00:00.000Z');
    await add(store, 'earlier', '2026-01-01T00:00:00.000Z');
    const other = openStore(fixture);
    assert.deepEqual(await idsIn(other), ['earlier', 'later']);
    const stored = await other.open('later');
    assert.equal(await readFile(join(stored.directoryOf('records'), file), 'utf8'), 'two rows');
    assert.equal(await readFile(join(stored.directoryOf('tasks'), 'rows.dat'), 'utf8'), 'a row');
    assert.equal(stored.manifest.encryption?.recipients[0], fixture.encrypted ? recipient : undefined);
    assert.equal(await fixture.holds('two rows'), !fixture.encrypted);
    assert.deepEqual(
      stored.manifest.data.map(({ name, files }) => [name, files.map(({ path, bytes }) => [path, bytes])]),
      [
        [
          'records',
          [
            [file, 8],
            ['manifest.json', 46],
          ],
        ],
        ['tasks', [['rows.dat', 5]]],
      ],
    );
    await stored.release();
    assert.deepEqual(await idsIn(store), ['earlier', 'later'], 'giving a copy back takes nothing away');
  });

  test(`${kind}: shows nothing of a backup that is half-written, was discarded, or whose writer was killed`, {
    skip,
  }, async (t) => {
    const fixture = await make(t);
    const store = openStore(fixture);
    const { draft: half } = await begin(store, 'half');
    await begin(store, 'abandoned');
    assert.deepEqual(await openStore(fixture).list(), { backups: [], damaged: [] });
    await assert.rejects(openStore(fixture).open('half'), SystemFailure);
    await half.discard();
    await add(store, 'half');
    assert.deepEqual(await idsIn(store), ['half'], 'the id of what was discarded can be used');
  });

  test(`${kind}: stores finished files ahead of the commit, and those that have changed since as they are then`, {
    skip,
  }, async (t) => {
    const store = openStore(await make(t));
    const { draft: abandoned } = await begin(store, 'one');
    abandoned.finished?.('records', file);
    await abandoned.discard();
    assert.deepEqual(await store.list(), { backups: [], damaged: [] });
    const { draft, records } = await begin(store, 'one');
    for (const path of [file, 'manifest.json', 'gone.dat']) draft.finished?.('records', path);
    await writeFile(join(records, file), 'three rows');
    await draft.commit(backupFacts('one'));
    const stored = await store.open('one');
    assert.equal(await readFile(join(stored.directoryOf('records'), file), 'utf8'), 'three rows');
    await stored.release();
  });

  for (const [what, damage] of [
    ['cut short', (fixture) => fixture.cutShort('one', file)],
    ['taken away', (fixture) => fixture.remove('one', file)],
  ] satisfies [string, (fixture: StoreFixture) => Promise<void>][]) {
    test(`${kind}: names a file that was ${what}, and does not open the backup`, { skip }, async (t) => {
      const fixture = await make(t);
      await add(openStore(fixture), 'one');
      await damage(fixture);
      await assert.rejects(openStore(fixture).open('one'), namesTheFile);
    });
  }

  test(`${kind}: reports a damaged manifest beside the good ones, and refuses to open it`, { skip }, async (t) => {
    const fixture = await make(t);
    const store = openStore(fixture);
    await add(store, 'good');
    await add(store, 'cut');
    await fixture.cutManifest('cut');
    await assert.rejects(store.open('cut'), SystemFailure);
    const { backups, damaged } = await store.list();
    assert.deepEqual([backups.map(({ id }) => id), damaged.map(({ id }) => id)], [['good'], ['cut']]);
  });

  test(`${kind}: never replaces a backup, keeps no links, and accepts no id that leads elsewhere`, {
    skip,
  }, async (t) => {
    const store = openStore(await make(t));
    await add(store, 'one');
    await assert.rejects(add(store, 'one'), SystemFailure);
    const { draft, records } = await begin(store, 'two');
    await symlink('/etc/hostname', join(records, 'link'));
    await assert.rejects(
      draft.commit(backupFacts('two')),
      (error) => error instanceof SystemFailure && error.message.includes('link"'),
    );
    assert.deepEqual(await idsIn(store), ['one']);
    await assert.rejects(store.open('../one'), UserError);
    await assert.rejects(store.begin('.hidden'), UserError);
  });

  test(`${kind}: removes one backup with everything that is stored of it, and no other`, { skip }, async (t) => {
    const fixture = await make(t);
    const store = openStore(fixture);
    await add(store, 'one');
    await add(store, 'two');
    assert.deepEqual(await store.remove('one'), { kind: 'removed' });
    assert.deepEqual(await idsIn(openStore(fixture)), ['two']);
    await (await store.open('two')).release();
    assert.deepEqual(await store.remove('two'), { kind: 'removed' });
    assert.equal(await fixture.holds('rows'), false, 'nothing of them is left');
    await assert.rejects(store.remove('../two'), UserError);
  });

  test(`${kind}: out of reach, nothing is listed as empty, opened or started, and the message says what to do`, {
    skip,
  }, async (t) => {
    const fixture = await make(t);
    await add(openStore(fixture), 'one');
    await fixture.makeUnreachable();
    const store = openStore(fixture);
    const asked = [() => store.list(), () => store.open('one'), () => store.begin('two'), () => store.freeBytes()];
    for (const ask of asked)
      await assert.rejects(ask, (error) => error instanceof SystemFailure && error.detail.next !== '');
  });
}
