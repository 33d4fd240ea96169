import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, link, mkdir, mkdtemp, open as openFile, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import { compareIdentities } from '../../../../src/core/decisions/identity.ts';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { sqliteDatabase } from '../../../../src/drivers/data/sqlite/database.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import type { Clock } from '../../../../src/world/clock.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mark, markOf, mayReplace } from '../../../support/marking.ts';

/** A server in a separate process, which writes a row in each turn and prints how many it has written. */
const writer = `
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(process.argv[1], { timeout: 60_000 });
  const insert = database.prepare("INSERT INTO visits (note) VALUES ('written by the server')");
  let written = 0;
  setInterval(() => { insert.run(); written += 1; if (written === 20) console.log('writing'); }, 20);
`;

describe('SQLite', () => {
  let folder: string;
  const effects = databaseEffects();
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const open = (file: string, settings: Record<string, unknown> = {}): DataStore =>
    dataStore
      .parse({ sqlite: { file, ...settings } })
      .open({ effects: { ...effects, directory: folder }, where: 'environments.staging.data', placeholders: {} });

  const emptyFolder = async (name: string): Promise<string> => {
    const directory = join(folder, name);
    await mkdir(directory);
    return directory;
  };

  const make = (name: string, mode: 'wal' | 'delete'): string => {
    const database = new DatabaseSync(join(folder, name));
    database.exec(`
      PRAGMA journal_mode = ${mode};
      CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT, scan BLOB);
      CREATE TABLE "odd "" table" (code TEXT PRIMARY KEY, value) WITHOUT ROWID;
      CREATE VIRTUAL TABLE notes USING fts5(text);
      INSERT INTO notes VALUES ('searchable');
      INSERT INTO "odd "" table" VALUES ('a', 1.5), ('b', NULL), ('c', 9007199254740993);
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      INSERT INTO visits (note, scan) SELECT 'visit ' || i, zeroblob(3000) FROM n;`);
    database.close();
    return name;
  };

  const startWriter = async (file: string): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['-e', writer, join(folder, file)], { stdio: ['ignore', 'pipe', 'inherit'] });
    if (child.stdout === null) throw new Error('no output');
    await once(child.stdout, 'data');
    return child;
  };

  const stop = async (child: ChildProcess): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };

  for (const mode of ['wal', 'delete'] as const) {
    it(`proves a restore although a server kept writing during the backup (journal mode ${mode})`, async () => {
      const source = open(make(`live-${mode}.db`, mode), { fingerprint: { content: true } });
      const server = await startWriter(`live-${mode}.db`);
      const directory = await emptyFolder(`backup-${mode}`);
      const taken = await source.backup({ directory, log: effects.log });
      const meanwhile = await source.fingerprint();
      await stop(server);
      assert.equal(compareFingerprints(taken.fingerprint, meanwhile).kind, 'different', 'the server continued writing');
      assert.deepEqual(await readdir(directory), ['database.sqlite']);

      make(`staging-${mode}.db`, 'wal');
      const target = open(`staging-${mode}.db`);
      await target.restore({ mayReplace, directory, references: [], log: effects.log });
      const proof = compareFingerprints(taken.fingerprint, await target.fingerprint());
      assert.equal(proof.kind, 'equal', JSON.stringify(proof));
    });
  }

  it('names each loss and each change that a restore may cause, in rows and in definitions', async () => {
    const statements = `
      CREATE TABLE visits (id INTEGER PRIMARY KEY, note TEXT CHECK (note <> ''), at);
      CREATE INDEX visits_at ON visits (at) WHERE at IS NOT NULL;
      CREATE TRIGGER visits_keep BEFORE DELETE ON Visits BEGIN SELECT raise(ABORT, 'kept'); END;
      CREATE VIEW recent AS SELECT note FROM visits;
      CREATE TRIGGER recent_add INSTEAD OF INSERT ON recent BEGIN INSERT INTO visits (note) VALUES (new.note); END;
      INSERT INTO visits (note, at) VALUES ('one', 1), ('two', 2), (CAST(x'fe' AS TEXT), '1');
      PRAGMA user_version = 7;
      PRAGMA application_id = 8;`;
    const read = async (name: string, change: string) => {
      const database = new DatabaseSync(join(folder, name));
      database.exec(statements);
      database.exec(change);
      database.close();
      return await open(name).fingerprint();
    };
    const expected = { kind: 'same-snapshot' as const, value: await read('no-loss.db', '') };
    assert.equal(compareFingerprints(expected, await read('no-loss-too.db', '')).kind, 'equal');
    const rows = 'table "visits" has the same number of rows, but different content';
    const losses: readonly (readonly [change: string, said: string])[] = [
      ['DROP INDEX visits_at', 'table "visits": missing index "visits_at"'],
      ['DROP TRIGGER visits_keep', 'table "visits": missing trigger "visits_keep"'],
      ['DROP TRIGGER recent_add', 'view "recent": missing trigger "recent_add"'],
      ['DROP VIEW recent', 'view "recent" is missing'],
      ['ALTER TABLE visits ADD COLUMN more', 'table "visits": different definition'],
      ['DROP INDEX visits_at; CREATE INDEX visits_at ON visits (at)', 'table "visits": different index "visits_at"'],
      ['PRAGMA user_version = 6', 'database: different user_version'],
      ['PRAGMA application_id = 9', 'database: different application_id'],
      ["UPDATE visits SET note = iif(id = 1, 'two', 'one') WHERE id < 3", rows],
      ['UPDATE visits SET at = 1 WHERE id = 3', rows],
      // Neither is UTF-8, and both read the same.
      ["UPDATE visits SET note = CAST(x'ff' AS TEXT) WHERE id = 3", rows],
    ];
    for (const [index, [change, said]] of losses.entries()) {
      const compared = compareFingerprints(expected, await read(`lost-${index}.db`, change));
      assert.ok(compared.kind === 'different', `${change}: ${compared.kind}`);
      assert.ok(compared.differences.includes(said), `${change}: ${compared.differences.join('; ')}`);
    }
  });

  it('refuses to restore while a server has the database open, and leaves it as it was', async () => {
    for (const mode of ['wal', 'delete'] as const) {
      const name = make(`held-${mode}.db`, mode);
      const directory = await emptyFolder(`held-${mode}`);
      await open(name).backup({ directory, log: effects.log });
      const server = await startWriter(name);
      try {
        await assert.rejects(
          open(name).restore({ mayReplace, directory, references: [], log: effects.log }),
          (error) => error instanceof SystemFailure && error.message.includes('is in use'),
        );
      } finally {
        await stop(server);
      }
      // The server starts again and undoes the write in which it was killed, if it was.
      const again = new DatabaseSync(join(folder, name));
      again.prepare('SELECT count(*) FROM visits').get();
      again.close();
      assert.ok((await open(name).fingerprint()).tables.some((table) => table.name === 'visits' && table.rows > 3000));
      await open(name).restore({ mayReplace, directory, references: [], log: effects.log });
      assert.deepEqual(
        (await readdir(folder)).filter((file) => file.startsWith(`${name}-`) || file.includes('restoring')),
        [],
      );
    }
  });

  it("does not replay a killed server's write-ahead log into the restored database", async () => {
    const name = make('killed.db', 'wal');
    const directory = await emptyFolder('killed');
    const taken = await open(name).backup({ directory, log: effects.log });
    await stop(await startWriter(name));
    assert.ok((await readdir(folder)).includes('killed.db-wal'));
    await open(name).restore({ mayReplace, directory, references: [], log: effects.log });
    assert.equal(compareFingerprints(taken.fingerprint, await open(name).fingerprint()).kind, 'equal');
  });

  it('removes the copies that killed restores have left beside the database, and nothing else', async () => {
    const directory = await emptyFolder('left-backup');
    await open(make('left.db', 'delete')).backup({ directory, log: effects.log });
    const staging = await emptyFolder('left-staging');
    const others = ['kept.db', 'left.db-old', 'other.db.restoring-1'];
    for (const name of [...others, 'left.db', 'left.db.restoring-1', 'left.db.restoring-2'])
      await copyFile(join(folder, 'left.db'), join(staging, name));
    await open('left-staging/left.db').restore({ mayReplace, directory, references: [], log: effects.log });
    assert.deepEqual((await readdir(staging)).toSorted(), [...others, 'left.db'].toSorted());
  });

  it('if a server was killed during a write, says what to do, and changes nothing', async () => {
    const writing = new DatabaseSync(join(folder, make('writing.db', 'delete')));
    // What does not fit into the cache is written before its transaction ends.
    writing.exec('PRAGMA cache_size = 5; BEGIN; UPDATE visits SET scan = zeroblob(2999) WHERE id < 100');
    for (const suffix of ['', '-journal'])
      await copyFile(join(folder, `writing.db${suffix}`), join(folder, `cut-short.db${suffix}`));
    writing.exec('ROLLBACK');
    writing.close();
    const before = await readFile(join(folder, 'cut-short.db'));
    await assert.rejects(open('cut-short.db').fingerprint(), (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.match(error.detail.happened, /was never finished/);
      assert.match(error.detail.next, /Start the server once/);
      return true;
    });
    assert.deepEqual(await readFile(join(folder, 'cut-short.db')), before);

    // Between two writes of a server a reader can see the same, for a moment.
    const reading = open('cut-short.db').fingerprint();
    await delay(500);
    const server = new DatabaseSync(join(folder, 'cut-short.db'));
    server.prepare('SELECT count(*) FROM visits').get();
    server.close();
    assert.deepEqual((await reading).tables, (await open('writing.db').fingerprint()).tables);
  });

  it('waits for a server that keeps the database locked, and says so when that does not end', async () => {
    const name = make('locked.db', 'delete');
    const server = new DatabaseSync(join(folder, name));
    const lock = (): void => server.exec('BEGIN EXCLUSIVE');
    lock();
    const reading = open(name).fingerprint();
    // It waits for a second at a time, and keeps this process from doing anything else meanwhile.
    setTimeout(() => server.exec('ROLLBACK'), 50);
    assert.ok((await reading).tables.some((table) => table.name === 'visits'));

    lock();
    let now = 0;
    const clock: Clock = {
      now: () => new Date(now),
      sleep: async (milliseconds) => {
        now += 600 * milliseconds;
      },
    };
    const impatient = sqliteDatabase({ file: () => join(folder, name), content: false, clock });
    await assert.rejects(impatient.fingerprint(), (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.match(
        error.detail.happened,
        /locked\.db" could not be read: other processes have kept it locked for 1 min/,
      );
      assert.match(error.detail.next, /journal_mode = WAL/);
      return true;
    });
    server.exec('ROLLBACK');
    server.close();
  });

  it('refuses a damaged backup before the database is touched', async () => {
    const name = make('whole.db', 'delete');
    const directory = await emptyFolder('damaged');
    await open(name).backup({ directory, log: effects.log });
    const file = await openFile(join(directory, 'database.sqlite'), 'r+');
    await file.write(Buffer.alloc(4096, 7), 0, 4096, 8192);
    await file.close();
    const before = await open(name).fingerprint();
    const request = { directory, references: [], log: effects.log };
    await assert.rejects(
      open(name).verify(request),
      (error) => error instanceof SystemFailure && error.message.includes('database.sqlite'),
    );
    await assert.rejects(open(name).restore({ ...request, mayReplace }), SystemFailure);
    assert.deepEqual((await open(name).fingerprint()).tables, before.tables);
  });

  it('notices one changed value among as many rows', async () => {
    const name = make('changed.db', 'delete');
    const value = await open(name).fingerprint();
    const database = new DatabaseSync(join(folder, name));
    database.exec(`UPDATE "odd "" table" SET value = 9007199254740992 WHERE code = 'c'`);
    database.close();
    assert.deepEqual(compareFingerprints({ kind: 'same-snapshot', value }, await open(name).fingerprint()), {
      kind: 'different',
      differences: ['table "odd " table" has the same number of rows, but different content'],
    });
  });

  it('requires the folder of a database that does not exist yet, and nothing more', async () => {
    const path = join('no-folder-yet', 'records.sqlite');
    await assert.rejects(open(path).identity(), ({ detail }: SystemFailure) => {
      assert.equal(detail.happened, `The folder "${join(folder, 'no-folder-yet')}" does not exist.`);
      assert.match(detail.next, /^Make the folder, .* need not exist yet\.$/);
      return true;
    });
    await mkdir(join(folder, 'no-folder-yet'));
    await open(path).identity();
  });

  it('distinguishes staging from production: a copy is another one, a link is not', async () => {
    const name = make('production.db', 'delete');
    const production = await open(name).identity();
    await copyFile(join(folder, name), join(folder, 'copy.db'));
    await symlink(join(folder, name), join(folder, 'symbolic.db'));
    await link(join(folder, name), join(folder, 'hard.db'));
    assert.equal(compareIdentities(production, await open('copy.db').identity()).kind, 'different');
    assert.equal(compareIdentities(production, await open('not-there-yet.db').identity()).kind, 'different');
    assert.equal(compareIdentities(production, await open('symbolic.db').identity()).kind, 'same');
    assert.equal(compareIdentities(production, await open('hard.db').identity()).kind, 'same');
    // Production was restored since the backup: another file in the same place is still production.
    await rm(join(folder, name));
    make(name, 'delete');
    const place = await open(name).identity();
    const rebuilt = { ...place, lineage: { 'file-number': 'another' } };
    assert.equal(compareIdentities(production, rebuilt).kind, 'cannot-tell');
  });

  it('keeps the disposable marker beside the database, through a restore and out of backups', async () => {
    const name = make('marked.db', 'delete');
    const marker = await mark(open(name));
    const directory = await emptyFolder('marked');
    await open(name).backup({ directory, log: effects.log });
    await open(name).restore({ mayReplace, directory, references: [], log: effects.log });
    await open('fresh.db').restore({ mayReplace, directory, references: [], log: effects.log });
    assert.equal(markOf(await open(name).identity()), marker);
    assert.equal(markOf(await open('fresh.db').identity()), undefined);
  });

  it('says that a file is not a database', async () => {
    await copyFile(process.execPath, join(folder, 'no.db'));
    await assert.rejects(
      open('no.db').fingerprint(),
      (error) => error instanceof SystemFailure && error.message.includes('no.db'),
    );
    await assert.rejects(
      open('absent.db').fingerprint(),
      (error) => error instanceof SystemFailure && error.message.includes('absent.db'),
    );
  });
});
