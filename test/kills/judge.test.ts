import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import type { JournalEvent } from '../../src/core/model/event.ts';
import { folderStore } from '../../src/drivers/backup-stores/folder/folder.ts';
import { scratchIn } from '../../src/drivers/backup-stores/scratch.ts';
import { readIdentity } from '../../src/drivers/data/sqlite/identity.ts';
import { folderJournal } from '../../src/journal/stores/folder/folder.ts';
import { systemClock } from '../../src/world/clock.ts';
import { dataBackup } from '../support/data-backup.ts';
import { readBackupFiles } from './backup-files.ts';
import { readJournalFiles } from './journal-files.ts';
import { outOfOrder } from './judge.ts';
import { judgeEntries } from './judge-journal.ts';
import { mustBeThere, type Written } from './ledger.ts';

/* A judge that finds nothing proves nothing: here is what each of them must find. */

const hop = { id: '1.0.2--1.1.4', from: '1.0.2', to: '1.1.4', digest: 'd' };
const production = { hop, environment: 'production' } as const;
const taken = (fence: number, owner: string): JournalEvent => ({
  type: 'lease-taken',
  fence,
  owner,
  expiresAt: '2026-03-02T00:00:00.000Z',
});
const deploying: JournalEvent = { ...production, type: 'deploying', release: 'to', version: '1.1.4', deferred: true };

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-judge-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

async function journalWith(t: TestContext, ...events: readonly JournalEvent[]) {
  const root = await folderOf(t);
  const run = { kind: 'terminal', id: 'one', attempt: 1, actor: 'engineer' } as const;
  const journal = folderJournal(root, { system: 'sample', run }, systemClock);
  for (const event of events) await journal.append(event);
  const seen = new Map<string, Buffer>();
  const read = () => readJournalFiles(join(root, 'sample'), seen);
  return { file: (number: number) => join(root, 'sample', `00000${number}.json`), read };
}

test('an entry that is truncated, changed, lost or misplaced is found', async (t) => {
  const three = [taken(1, 'terminal one'), deploying, deploying] as const;
  const faultsAfter = async (harm: (file: (number: number) => string) => Promise<void>): Promise<string> => {
    const { file, read } = await journalWith(t, ...three);
    assert.deepEqual((await read()).faults, []);
    await harm(file);
    return (await read()).faults.join('; ');
  };
  assert.match(await faultsAfter((file) => writeFile(file(3), '{')), /is not what it was.*not JSON/);
  assert.match(await faultsAfter((file) => appendFile(file(2), ' ')), /000002.*not what it was.*000003.*not chained/);
  assert.match(await faultsAfter((file) => rm(file(3))), /000003\.json was in the journal and is gone/);
  assert.match(await faultsAfter((file) => rm(file(2))), /000003\.json stands where entry 2 must be/);
});

test('an act without the lease, without a rehearsal, or with a missing backup is found', async (t) => {
  const judged = async (...events: readonly JournalEvent[]): Promise<string> => {
    const { read } = await journalWith(t, ...events);
    return judgeEntries((await read()).entries, new Set(['kept'])).join('; ');
  };
  const lease = taken(1, 'terminal one');
  const rehearsed: JournalEvent = { type: 'rehearsed', hop, backup: 'kept' };
  const point: JournalEvent = {
    ...production,
    type: 'backed-up',
    purpose: 'restore-point',
    backup: 'kept',
    version: '1.0.2',
    dataAt: '2026-03-02T00:00:00Z',
    bytes: 1,
    milliseconds: 1,
  };
  assert.equal(await judged(lease, rehearsed, point, deploying), '');
  assert.match(await judged(rehearsed, point, deploying), /recorded "deploying" while nobody had the lease/);
  assert.match(await judged(lease, point, deploying), /without a rehearsal/);
  assert.match(await judged(lease, rehearsed, deploying), /without a restore point/);
  assert.match(await judged(lease, { ...point, backup: 'gone' }), /names the backup gone, which is not in the store/);
});

test('a backup whose archive is missing, changed or from other rows is found, and a draft does not count as a backup', async (t) => {
  const faultsAfter = async (harm: (backup: string) => Promise<void>): Promise<string> => {
    const root = await folderOf(t);
    const draft = await folderStore({ root, clock: systemClock, scratch: scratchIn(root, systemClock) }).begin('one');
    const archive = join(await draft.directoryFor('sqlite'), 'database.sqlite');
    const database = new DatabaseSync(archive);
    database.exec('CREATE TABLE records (label TEXT)');
    database.exec("INSERT INTO records VALUES ('Scale 1, Ward 1')");
    database.close();
    const times = { startedAt: '2026-03-02T00:00:00Z', finishedAt: '2026-03-02T00:00:01Z' };
    await draft.commit({
      id: 'one',
      system: 'sample',
      product: 'sample',
      purpose: 'rehearsal',
      hop,
      version: '1.0.2',
      ...times,
      dataAt: times.startedAt,
      journalEntries: 1,
      data: [
        dataBackup(times.startedAt, {
          identity: await readIdentity(archive),
          fingerprint: {
            kind: 'same-snapshot',
            value: { at: times.startedAt, tables: [{ name: 'records', rows: 1 }], sequences: [] },
          },
        }),
      ],
    });
    await mkdir(join(root, '.draft-two'));
    const before = await readBackupFiles(root);
    assert.deepEqual(before.faults, []);
    assert.deepEqual([...(before.backups[0]?.items ?? [])], ['Scale 1']);
    await harm(join(root, 'one'));
    return (await readBackupFiles(root)).faults.join('; ');
  };
  const archiveOf = (backup: string): string => join(backup, 'data/sqlite/database.sqlite');
  assert.match(await faultsAfter((backup) => rm(archiveOf(backup))), /backup one cannot be opened/);
  assert.match(await faultsAfter((backup) => rm(join(backup, 'manifest.json'))), /backup one cannot be opened/);
  assert.match(await faultsAfter((backup) => appendFile(archiveOf(backup), 'x')), /is not what its manifest says/);
  assert.match(
    await faultsAfter((backup) => rename(archiveOf(backup), join(backup, 'data/sqlite/elsewhere'))),
    /cannot be opened/,
  );
  const otherCount = async (backup: string): Promise<void> => {
    const path = join(backup, 'manifest.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"rows": 1', '"rows": 2'));
  };
  assert.match(await faultsAfter(otherCount), /table records has 1 rows, its fingerprint says 2/);
});

test('only what was written between a restore point and its restore may be missing', () => {
  const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 1, minute));
  const written = (item: string, minute: number): Written => ({
    item,
    content: '',
    sentAt: at(minute),
    confirmedAt: at(minute),
  });
  const records = [written('before', 5), written('between', 15), written('after', 25)];
  const restore = { startedAt: at(20), backup: 'point', dataAt: at(10).toISOString() };
  const items = (moment: Date): string[] => mustBeThere(records, [restore], moment).map(({ item }) => item);
  assert.deepEqual(items(at(30)), ['before', 'after']);
  assert.deepEqual(items(at(18)), ['before', 'between'], 'the restore had not started');
});

test('production may go up by one hop, and down by one with a rollback that says so', async (t) => {
  const rollingBack: JournalEvent = { ...production, type: 'rolling-back', to: '1.0.2' };
  const { entries } = await (await journalWith(t, taken(1, 'terminal one'), rollingBack)).read();
  assert.deepEqual(outOfOrder(['1.0.2', '1.1.4', '1.0.2', '1.1.4', '1.2.1'], entries), []);
  assert.deepEqual(outOfOrder(['1.0.2', '1.1.4', '1.0.2'], []), ['production went from 1.1.4 to 1.0.2']);
  assert.deepEqual(outOfOrder(['1.0.2', '1.2.1'], []), ['production went from 1.0.2 to 1.2.1']);
  assert.deepEqual(outOfOrder(['1.0.2', '1.2.2'], []), ['production ran 1.2.2, which is not on the path']);
});
