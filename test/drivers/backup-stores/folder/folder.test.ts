import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SystemFailure, UserError } from '../../../../src/core/messages/errors.ts';
import type { BackupStore } from '../../../../src/drivers/backup-stores/store.ts';
import { backupStore } from '../../../../src/drivers/backup-stores.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { backupFacts } from '../facts.ts';

describe('folder store', () => {
  let scratch: string;
  let root: string;
  let store: BackupStore;
  const open = (variables: Record<string, string> = {}, environment: Record<string, string> = {}): BackupStore =>
    backupStore.parse({ folder: { path: '${BACKUPS}' } }).open({
      effects: databaseEffects({ BACKUPS: root, ...variables }, { environment }),
      where: 'backup.store',
      placeholders: {},
    })({});

  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
    root = join(scratch, 'backups');
    store = open();
  });
  afterEach(() => rm(scratch, { recursive: true, force: true }));

  const add = async (id: string, startedAt?: string): Promise<void> => {
    const draft = await store.begin(id);
    const records = await draft.directoryFor('records');
    await mkdir(join(records, 'dump'));
    await writeFile(join(records, 'dump', 'rows.dat'), 'two rows');
    await writeFile(join(records, 'manifest.json'), 'a file of the database that is named like ours');
    await writeFile(join(await draft.directoryFor('tasks'), 'rows.dat'), 'a row');
    await draft.commit(backupFacts(id, startedAt));
  };

  it('returns what was stored, oldest first, also to another process', async () => {
    await add('later', '2026-01-03T00:00:00.000Z');
    await add('earlier', '2026-01-01T00:00:00.000Z');
    const listed = await open().list();
    assert.deepEqual(
      listed.backups.map((backup) => backup.id),
      ['earlier', 'later'],
    );
    assert.deepEqual(listed.damaged, []);
    const stored = await open().open('later');
    assert.equal(await readFile(join(stored.directoryOf('records'), 'dump', 'rows.dat'), 'utf8'), 'two rows');
    assert.equal(await readFile(join(stored.directoryOf('tasks'), 'rows.dat'), 'utf8'), 'a row');
    assert.deepEqual(
      stored.manifest.data.map(({ name, files }) => [name, ...files.map((file) => [file.path, file.bytes])]),
      [
        ['records', ['dump/rows.dat', 8], ['manifest.json', 46]],
        ['tasks', ['rows.dat', 5]],
      ],
    );
  });

  it('shows nothing of a backup that is half written, or was discarded', async () => {
    assert.deepEqual(await store.list(), { backups: [], damaged: [] });
    const half = await store.begin('half');
    await writeFile(join(await half.directoryFor('records'), 'rows.dat'), 'one ro');
    assert.deepEqual(await open().list(), { backups: [], damaged: [] });
    await assert.rejects(
      open().open('half'),
      (error) => error instanceof SystemFailure && error.message.includes('"half"'),
    );
    await half.discard();
    await add('whole');
    assert.deepEqual(
      (await store.list()).backups.map((backup) => backup.id),
      ['whole'],
    );
  });

  it('removes what a killed run left behind long ago, and nothing that may still be written', async () => {
    const old = await (await store.begin('old')).directoryFor('records');
    const young = await (await store.begin('young')).directoryFor('records');
    await utimes(join(old, '../..'), new Date(0), new Date(0));
    await add('next');
    await writeFile(join(young, 'rows.dat'), 'still here');
    await assert.rejects(writeFile(join(old, 'rows.dat'), ''));
  });

  for (const [what, path, damage] of [
    ['cut off', 'records/dump/rows.dat', (file: string) => truncate(file, 3)],
    ['changed in as many bytes', 'records/dump/rows.dat', (file: string) => writeFile(file, 'two rowz')],
    ['gone', 'tasks/rows.dat', (file: string) => rm(file)],
    ['added', 'tasks/more.dat', (file: string) => writeFile(file, 'more')],
    ['added beside all', 'more.dat', (file: string) => writeFile(file, 'more')],
  ] as const) {
    it(`names a file that was ${what}`, async () => {
      await add('one');
      await damage(join(root, 'one', 'data', path));
      await assert.rejects(
        store.open('one'),
        (error) => error instanceof SystemFailure && error.message.includes(`"${path}"`),
      );
    });
  }

  it('a manifest that never ends, or is far too large, is damaged and is not waited for', async () => {
    for (const id of ['pipe', 'huge']) {
      await add(id);
      await rm(join(root, id, 'manifest.json'));
    }
    execFileSync('mkfifo', [join(root, 'pipe', 'manifest.json')]);
    await writeFile(join(root, 'huge', 'manifest.json'), '');
    await truncate(join(root, 'huge', 'manifest.json'), 257 * 1024 * 1024);
    assert.deepEqual((await store.list()).damaged, [
      { id: 'huge', reason: 'the manifest is larger than 256 MiB' },
      { id: 'pipe', reason: 'the manifest is not a file' },
    ]);
  });

  it('reports damaged manifests beside the good ones, and refuses to open them', async () => {
    await add('good');
    for (const [id, change] of [
      ['cut', (text: string) => text.slice(0, 200)],
      ['newer', (text: string) => text.replace('"format": 2', '"format": 3')],
      ['old', (text: string) => text.replace('"format": 2', '"format": 1')],
      ['twice', (text: string) => text.replace('"name": "tasks"', '"name": "records"')],
      ['away', (text: string) => text.replace('"name": "tasks"', '"name": "../tasks"')],
      ['later', (text: string) => text.replace('"dataAt": "2026-01-02', '"dataAt": "2026-01-03')],
      ['outside', (text: string) => text.replace('dump/rows.dat', '../../rows.dat')],
      ['renamed', (text: string) => text.replace('"id": "renamed"', '"id": "good"')],
    ] as const) {
      await add(id);
      const path = join(root, id, 'manifest.json');
      await writeFile(path, change(await readFile(path, 'utf8')));
      await assert.rejects(store.open(id), SystemFailure);
    }
    const { backups, damaged } = await store.list();
    assert.deepEqual(
      backups.map((backup) => backup.id),
      ['good'],
    );
    assert.deepEqual(damaged.map((each) => each.id).sort(), [
      ...['away', 'cut', 'later', 'newer', 'old', 'outside', 'renamed', 'twice'],
    ]);
    const reason = (id: string): string => damaged.find((each) => each.id === id)?.reason ?? '';
    assert.match(reason('newer'), /format 3.*reads only 2: use the staged-upgrade that took the backup/);
    assert.match(reason('old'), /format 1/);
    assert.match(reason('later'), /"dataAt": the earliest time of its stores of data/);
  });

  it('reads a manifest with fields that a later version added', async () => {
    await add('one');
    const path = join(root, 'one', 'manifest.json');
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace('"format": 2', '"format": 2, "retention": {"days": 30}'),
    );
    assert.equal((await store.open('one')).manifest.version, '1.0.2');
  });

  it('never replaces a backup, keeps no links, and accepts no id that leads elsewhere', async () => {
    await add('one');
    await assert.rejects(add('one'), SystemFailure);
    const draft = await store.begin('two');
    await symlink('/etc/hostname', join(await draft.directoryFor('records'), 'link'));
    await assert.rejects(
      draft.commit(backupFacts('two')),
      (error) => error instanceof SystemFailure && error.message.includes('"link"'),
    );
    await assert.rejects(store.open('../one'), UserError);
    await assert.rejects(store.begin('.hidden'), UserError);
  });

  it('refuses a hosted runner, whose disk the next job does not have', () => {
    assert.throws(() => open({}, { RUNNER_ENVIRONMENT: 'github-hosted' }), UserError);
  });
});
