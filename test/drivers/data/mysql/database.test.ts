import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { compareFingerprints, type FingerprintComparison } from '../../../../src/core/decisions/fingerprint.ts';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { Fingerprint } from '../../../../src/core/model/fingerprint.ts';
import type { DataStore, PreflightRequest } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { type ProcessRequest, systemProcesses } from '../../../../src/world/processes/process.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingMariadb, startMariadb, type TestMariadb } from '../../../support/mariadb.ts';
import { mark, markOf, mayReplace } from '../../../support/marking.ts';
import { losses, mixedDatabase } from './mixed-database.ts';

const skip = await missingMariadb();

describe('A MariaDB database', { skip }, () => {
  let server: TestMariadb;
  let folder: string;
  const started: ProcessRequest[] = [];
  const effects = databaseEffects(
    {},
    {
      processes: {
        run: (request) => {
          started.push(request);
          return systemProcesses.run(request);
        },
      },
    },
  );
  before(async () => {
    server = await startMariadb(['--log-bin=binary', '--event-scheduler=ON']);
    folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
    await server.sql('', 'CREATE USER keeper@localhost ACCOUNT LOCK');
    await create('mixed', ...mixedDatabase);
  });
  after(async () => {
    await server?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  const create = async (name: string, ...statements: string[]): Promise<void> => {
    await server.sql('', `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    await server.sql(name, ...statements);
  };
  const open = (name: string, settings: Record<string, unknown> = {}): DataStore =>
    dataStore
      .parse({ mysql: { url: server.url(name), ...settings } })
      .open({ effects, where: 'environments.staging.data', placeholders: {} });
  const as = (user: string, name: string) => `mysql://${user}:secret@127.0.0.1:${server.port}/${name}`;
  const compare = async (value: Fingerprint, store: DataStore): Promise<FingerprintComparison> =>
    compareFingerprints({ kind: 'same-snapshot', value }, await store.fingerprint(undefined, value));
  const backUp = async (store: DataStore): Promise<{ directory: string; value: Fingerprint }> => {
    const directory = await mkdtemp(join(folder, 'backup-'));
    const { fingerprint } = await store.backup({ directory, log: effects.log });
    if (fingerprint.kind !== 'same-snapshot') throw new Error('no fingerprint');
    // As a manifest keeps it.
    return { directory, value: JSON.parse(JSON.stringify(fingerprint.value)) };
  };
  const restoring = (directory: string) => ({ directory, references: [], log: effects.log, mayReplace });
  const preflight = async (store: DataStore, request: Partial<PreflightRequest>) =>
    (await store.preflight?.({ use: 'backup', subject: 'the database', ...request })) ?? [];

  it('is completely equal after a restore, and each loss is noticed by name', async () => {
    const { directory, value } = await backUp(open('mixed'));
    await create('copy');
    const copy = open('copy', { outside: 'keep' });
    await copy.restore(restoring(directory));
    assert.deepEqual(await compare(value, copy), { kind: 'equal', contents: { tables: 8, rows: 17 }, notes: [] });
    let before = value;
    for (const [loss, [statement, named]] of Object.entries(losses)) {
      await server.sql('copy', statement);
      const now = await copy.fingerprint(undefined, value);
      const comparison = compareFingerprints({ kind: 'same-snapshot', value: before }, now);
      assert.equal(comparison.kind, 'different', loss);
      assert.match(comparison.kind === 'different' ? comparison.differences.join('\n') : '', named, loss);
      const { exemptions: _, ...without } = now;
      before = without;
    }
    await copy.restore(restoring(directory));
    assert.equal((await compare(value, copy)).kind, 'equal');
  });

  it('runs no event in a copy, and runs them again after a rollback', async () => {
    await create('source_of_events', 'CREATE TABLE ran (at datetime(6))');
    await server.sql(
      'source_of_events',
      'CREATE EVENT often ON SCHEDULE EVERY 1 SECOND DO INSERT INTO ran VALUES (NOW(6))',
    );
    await server.sql('source_of_events', 'SET GLOBAL event_scheduler = OFF');
    const { directory, value } = await backUp(open('source_of_events'));
    await server.sql('source_of_events', 'SET GLOBAL event_scheduler = ON');
    await create('copy_of_events');
    const copy = open('copy_of_events');
    await copy.restore(restoring(directory));
    await pause(1_500);
    const comparison = await compare(value, copy);
    assert.equal(comparison.kind, 'equal', JSON.stringify(comparison));
    assert.match(comparison.kind === 'equal' ? comparison.notes.join() : '', /event "often": different status/);
    assert.ok(effects.warnings.some((text) => text.startsWith('1 events are switched off')));
    await copy.restore({ ...restoring(directory), isOriginal: true });
    const [event] = await server.sql(
      'copy_of_events',
      'SELECT STATUS FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()',
    );
    assert.equal(event?.STATUS, 'ENABLED');
    await server.sql('', 'SET GLOBAL event_scheduler = OFF');
  });

  it("keeps everybody's rights, including those on single routines, or says which are gone", async () => {
    await create(
      'granted',
      'CREATE TABLE t (a int)',
      'CREATE PROCEDURE p() SELECT 1',
      'CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 1',
    );
    await server.sql(
      '',
      "CREATE USER clerk@'%'",
      "CREATE USER restorer@'%' IDENTIFIED BY 'secret'",
      "GRANT ALL PRIVILEGES ON granted.* TO restorer@'%'",
      'SET GLOBAL log_bin_trust_function_creators = 1',
      "GRANT SELECT ON granted.t TO clerk@'%'",
      "GRANT EXECUTE ON PROCEDURE granted.p TO clerk@'%' WITH GRANT OPTION",
      "GRANT EXECUTE, ALTER ROUTINE ON FUNCTION granted.f TO clerk@'%'",
    );
    const { directory } = await backUp(open('granted'));
    await server.sql('granted', 'CREATE PROCEDURE later() SELECT 2', "GRANT EXECUTE ON PROCEDURE later TO clerk@'%'");
    const rights = async () =>
      (await server.sql('', "SHOW GRANTS FOR clerk@'%'"))
        .flatMap((row) => Object.values(row))
        .map(String)
        .toSorted();
    const expected = (await rights()).filter((line) => !line.includes('`later`'));
    await open('granted').restore({ ...restoring(directory), isOriginal: true });
    assert.deepEqual(await rights(), expected);

    const restricted = open('granted', { url: as('restorer', 'granted') });
    await restricted.restore(restoring(directory));
    assert.doesNotMatch(effects.warnings.join('\n'), /procs_priv/, 'a rehearsal warns of it');
    await restricted.restore({ ...restoring(directory), isOriginal: true });
    assert.match(effects.warnings.join('\n'), /this user may not see them \(SELECT on mysql\.procs_priv\)/);
    for (const statement of expected.filter((line) => /routine|PROCEDURE|FUNCTION/.test(line)))
      await server.sql('', statement);
    await server.sql('', "GRANT SELECT ON mysql.procs_priv TO restorer@'%'");
    await restricted.restore({ ...restoring(directory), isOriginal: true });
    assert.match(
      effects.warnings.join('\n'),
      /could not be given back.*GRANT EXECUTE ON PROCEDURE `p` TO 'clerk'@'%' WITH GRANT OPTION;/,
    );
  });

  it('is backed up in one state while others write to it, and blocks them only for a moment', async () => {
    await create('busy', 'CREATE TABLE one (n int)', 'CREATE TABLE other (n int)', 'CREATE TABLE big (t text)');
    await server.sql('busy', "INSERT INTO big SELECT REPEAT('x', 200) FROM seq_1_to_30000");
    const stop = new AbortController();
    let written = 0;
    let longest = 0;
    const writing = (async () => {
      while (!stop.signal.aborted) {
        const started = performance.now();
        await server.sql(
          'busy',
          'START TRANSACTION',
          'INSERT INTO one VALUES (1)',
          'INSERT INTO other VALUES (1)',
          'COMMIT',
        );
        longest = Math.max(longest, performance.now() - started);
        written += 1;
      }
    })();
    while (written < 3) await pause(5);
    const before = written;
    const { directory, value } = await backUp(open('busy'));
    assert.ok(written > before);
    stop.abort();
    await writing;
    const rows = Object.fromEntries(value.tables.map((table) => [table.name, table.rows]));
    assert.equal(rows.one, rows.other);
    await create('quiet');
    await open('quiet').restore(restoring(directory));
    assert.equal((await compare(value, open('quiet'))).kind, 'equal');
    assert.ok(longest < 20_000);
  });

  it('gives nobody a password on an argument list, and leaves no file with it', async () => {
    await create('secret', 'CREATE TABLE a (a int)');
    started.length = 0;
    const { directory } = await backUp(open('secret'));
    await open('secret').restore(restoring(directory));
    const tools = started.filter(({ argv }) => argv.length > 2);
    assert.equal(tools.length, 2);
    for (const { argv, environment } of tools) {
      assert.ok(!JSON.stringify([argv, environment]).includes(JSON.stringify(server.password).slice(1, -1)));
      const file = argv.find((each) => each.startsWith('--defaults-file='))?.slice('--defaults-file='.length) ?? '';
      await assert.rejects(readdir(join(file, '..')));
    }
  });

  it('belongs to the restoring user if that user may not create objects for others', async () => {
    const { directory, value } = await backUp(open('mixed'));
    await create('restricted');
    await server.sql(
      '',
      "CREATE USER app@'%' IDENTIFIED BY 'secret'",
      "GRANT ALL PRIVILEGES ON restricted.* TO app@'%'",
      'SET GLOBAL log_bin_trust_function_creators = 0',
    );
    const restricted = open('restricted', { url: as('app', 'restricted') });
    const needs = await open('mixed').needs?.();
    const problems = await preflight(restricted, { use: 'restore', ...(needs && { needs }) });
    assert.match(JSON.stringify(problems), /SET GLOBAL log_bin_trust_function_creators = 1/);
    const refused = restricted.restore(restoring(directory));
    await assert.rejects(refused, (error) => error instanceof SystemFailure && /unchanged/.test(error.detail.means));
    await server.sql('', 'SET GLOBAL log_bin_trust_function_creators = 1');
    await restricted.restore(restoring(directory));
    const comparison = await compare(value, restricted);
    assert.equal(comparison.kind, 'equal', JSON.stringify(comparison));
    assert.match(comparison.kind === 'equal' ? comparison.notes.join() : '', /view "kept": different definer/);
    const kept = await preflight(open('restricted', { url: as('app', 'restricted'), definers: 'keep' }), {
      use: 'restore',
      ...(needs && { needs }),
    });
    assert.match(JSON.stringify(kept), /may not make them in their name/);
  });

  it('preflight says what a user lacks, with the statement that grants it', async () => {
    await server.sql('', "CREATE USER reader@'%' IDENTIFIED BY 'secret'", "GRANT SELECT ON mixed.* TO reader@'%'");
    const reader = open('mixed', { url: as('reader', 'mixed') });
    const found = JSON.stringify(await preflight(reader, {}).catch((error: SystemFailure) => error.detail));
    assert.match(found, /SHOW CREATE ROUTINE|GRANT LOCK TABLES, SHOW VIEW, TRIGGER, EVENT/);
    await assert.rejects(
      backUp(reader),
      (error) => error instanceof SystemFailure && /GRANT LOCK TABLES/.test(error.message),
    );
    await assert.rejects(
      open('mixed', { url: as('reader', 'mixed') }).restore(restoring((await backUp(open('mixed'))).directory)),
      (error) => error instanceof SystemFailure && /lacks INSERT, CREATE, DROP/.test(error.message),
    );
  });

  it('is refused before anything is emptied if a row is longer than the server accepts', async () => {
    await create('long_rows', 'CREATE TABLE pictures (id int, picture longblob)');
    await server.sql('long_rows', 'INSERT INTO pictures VALUES (1, REPEAT(UNHEX("00ff"), 4000000))');
    const { directory, value } = await backUp(open('long_rows'));
    await create('short_rows', 'CREATE TABLE kept (a int)');
    await server.sql('', 'SET GLOBAL max_allowed_packet = 8388608');
    await assert.rejects(
      open('short_rows').restore(restoring(directory)),
      (error) => error instanceof SystemFailure && /max_allowed_packet is 8388608/.test(error.message),
    );
    assert.equal((await server.sql('short_rows', 'SHOW TABLES')).length, 1);
    await server.sql('', 'SET GLOBAL max_allowed_packet = 67108864');
    await open('short_rows').restore(restoring(directory));
    assert.equal((await compare(value, open('short_rows'))).kind, 'equal');
  });

  it('names a table or a line, and no value, when rows break a rule', async () => {
    await create(
      'twice',
      'CREATE TABLE people (name varchar(80))',
      "INSERT INTO people VALUES ('Ada Lovelace'), ('Ada Lovelace')",
    );
    const { directory } = await backUp(open('twice'));
    const broken = await import('node:zlib');
    const { readFile, writeFile } = await import('node:fs/promises');
    const dump = broken.gunzipSync(await readFile(join(directory, 'dump.sql.gz'))).toString();
    await writeFile(join(directory, 'dump.sql.gz'), broken.gzipSync(dump.replace('varchar(80)', 'varchar(80) UNIQUE')));
    await create('broken');
    await assert.rejects(open('broken').restore(restoring(directory)), (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.match(
        error.message,
        /at line \d+ of the dump: rows could not be kept, mostly since two have one value where a unique key allows one/,
      );
      assert.ok(!JSON.stringify([error, error.stack, error.cause]).includes('Lovelace'));
      return true;
    });
  });

  it('is not restored while somebody is connected, unless they may be disconnected', async () => {
    const { directory } = await backUp(open('secret'));
    const { createConnection } = await import('mysql2/promise');
    const other = await createConnection({ uri: server.url('secret') });
    other.on('error', () => undefined);
    await open('secret', { 'disconnect-others': true }).restore(restoring(directory));
    await assert.rejects(other.query('SELECT 1'));
  });

  it('is marked in a schema of its own, which an administrator makes for a user that may not', async () => {
    await create('markable');
    await server.sql(
      '',
      "CREATE USER marker@'%' IDENTIFIED BY 'secret'",
      "GRANT ALL PRIVILEGES ON markable.* TO marker@'%'",
    );
    const marker = open('markable', { url: as('marker', 'markable') });
    await assert.rejects(
      mark(marker),
      (error) =>
        error instanceof SystemFailure && /GRANT CREATE, SELECT, INSERT, DELETE ON staged_upgrade/.test(error.message),
    );
    assert.equal(markOf(await marker.identity()), undefined);
    await server.sql(
      '',
      'CREATE SCHEMA staged_upgrade',
      "GRANT CREATE, SELECT, INSERT, DELETE ON staged_upgrade.* TO marker@'%'",
    );
    const id = await mark(marker);
    assert.equal(markOf(await marker.identity()), id);
    assert.equal(markOf(await open('mixed').identity()), undefined, 'the mark is of one database');
  });
});
