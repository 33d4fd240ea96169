import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Finding } from '../../../../src/core/messages/finding.ts';
import { installedPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { copying, type Login, said } from './copying.ts';

for (const { major, tools, skip } of await installedPostgres()) {
  describe(`what the preflight reports about production, on PostgreSQL ${major}`, { skip }, () => {
    let server: TestPostgres;
    const reader: Login = { user: 'reader', password: 'plain' };

    before(async () => {
      server = await startPostgres(undefined, { tools });
      await server.sql('postgres', "CREATE ROLE reader LOGIN PASSWORD 'plain'; GRANT pg_read_all_data TO reader");
    });
    after(() => server?.stop());

    const look = async (name: string, production: string, as?: Login): Promise<readonly Finding[]> => {
      const copy = await copying(server, { name, production });
      const store = copy.source(as === undefined ? {} : { as });
      const found = await store.preflight?.({ use: 'backup', subject: 'production' });
      await copy.stop();
      return found ?? [];
    };

    it('large objects that the right to read all data does not cover, and a backup that then works', async () => {
      const copy = await copying(server, {
        name: 'scans',
        production:
          'CREATE ROLE clinic; SELECT lo_from_bytea(n, $$scan$$) FROM generate_series(1, 3) n; ALTER LARGE OBJECT 1 OWNER TO clinic',
      });
      const ask = async () => (await copy.source({ as: reader }).preflight?.({ use: 'backup', subject: 'it' })) ?? [];
      assert.match(
        said(await ask(), 'problem'),
        /may not read 3 large objects of "admin", "clinic"\..*GRANT "admin" TO user; GRANT "clinic" TO user;/,
      );
      await server.sql(copy.production, 'GRANT clinic TO reader; GRANT SELECT ON LARGE OBJECT 2, 3 TO reader');
      assert.equal(said(await ask(), 'problem'), '');
      await copy.backup({ as: reader });
      await copy.stop();
    });

    it('invalid indexes, and unique ones with duplicates', async () => {
      const copy = await copying(server, {
        name: 'indexes',
        production: `CREATE TABLE people (id int, name text, ward text); CREATE UNIQUE INDEX people_name ON people (lower(name)) WHERE id > 0;
          CREATE UNIQUE INDEX wards ON people (ward); INSERT INTO people VALUES (1, 'Ada Lovelace', NULL), (3, 'Bea', NULL)`,
      });
      // As an index is that is in another order than what looks into it.
      const isReady = (ready: boolean) =>
        `UPDATE pg_index SET indisready = ${ready} WHERE indexrelid = 'people_name'::regclass`;
      await server.sql(copy.production, isReady(false));
      await server.sql(copy.production, "INSERT INTO people VALUES (2, 'Ada Lovelace', NULL)");
      await server.sql(copy.production, isReady(true));
      await assert.rejects(
        server.sql(copy.production, 'CREATE UNIQUE INDEX CONCURRENTLY people_again ON people (name)'),
      );
      const findings = (await copy.source().preflight?.({ use: 'backup', subject: 'it' })) ?? [];
      assert.match(
        said(findings, 'problem'),
        /do not hold: what is in public\.people_name more than once.*REINDEX INDEX public\.people_name/,
      );
      assert.match(
        said(findings, 'warning'),
        /not valid, .*: public\.people_again\..*REINDEX INDEX CONCURRENTLY public\.people_again/,
      );
      assert.doesNotMatch(JSON.stringify(findings), /Ada|wards/);
      await copy.stop();
    });

    it('what a copy could reach by itself', async () => {
      const findings = await look(
        'reach',
        `CREATE EXTENSION dblink;
         CREATE FUNCTION send() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM dblink_exec('host=mail', 'x'); END $$;
         CREATE FUNCTION quiet() RETURNS int LANGUAGE sql AS 'SELECT 1';
         CREATE SUBSCRIPTION feed CONNECTION 'host=127.0.0.1 port=1 dbname=x' PUBLICATION p WITH (connect = false)`,
      );
      assert.match(said(findings, 'warning'), /reach other servers or programs by themselves: send\(\)\./);
      assert.match(said(findings, 'warning'), /subscribes to other servers: "feed"\./);
      assert.equal(said(findings, 'problem'), '');
    });
  });

  describe(`a server with few locks, on PostgreSQL ${major}`, { skip }, () => {
    let server: TestPostgres;
    // A backup reads the catalogs in one transaction. From 18 on a session has places of its own for many locks.
    const locks = Number(major) < 18 ? 20 : 10;

    before(async () => {
      const configuration = [
        ...[`max_locks_per_transaction = ${locks}`, 'max_connections = 12', 'max_worker_processes = 2'],
        ...['max_wal_senders = 0', 'wal_level = minimal'],
      ];
      server = await startPostgres(undefined, { tools, configuration });
    });
    after(() => server?.stop());

    it('is emptied of more relations than it has locks for, and says what a dump of them would need', async () => {
      const copy = await copying(server, { name: 'many', production: 'CREATE TABLE t AS SELECT 1 AS one' });
      const { staging } = copy;
      await server.sql(
        staging,
        `CREATE TABLE hub (id int PRIMARY KEY); CREATE TYPE mood AS ENUM ('fine');
         CREATE TABLE visits (at int, mood mood) PARTITION BY RANGE (at); CREATE INDEX ON visits (at)`,
      );
      const times = (statement: string) =>
        server.sql(staging, `DO $$ BEGIN FOR n IN 1..120 LOOP ${statement}; COMMIT; END LOOP; END $$`);
      await times(
        "EXECUTE format('CREATE TABLE part_%s PARTITION OF visits FOR VALUES FROM (%s) TO (%s)', n, n, n + 1)",
      );
      await times("EXECUTE format('CREATE TABLE spoke_%s (id int PRIMARY KEY, hub int REFERENCES hub, m mood)', n)");
      await times("EXECUTE format('CREATE VIEW seen_%s AS SELECT * FROM visits', n)");
      await assert.rejects(server.sql(staging, 'DROP TABLE visits CASCADE'), /out of shared memory/);
      const needed = await copy.target().preflight?.({ use: 'backup', subject: 'it' });
      assert.match(
        said(needed ?? [], 'problem'),
        new RegExp(
          `362 tables and views, .* room for ${14 * locks} locks\\..*max_locks_per_transaction to at least 33 `,
        ),
      );
      assert.equal(said(await copy.preflight(), 'problem'), '');
      await copy.backup();
      await copy.restore();
      assert.equal((await copy.compare()).kind, 'equal');
      await copy.stop();
    });

    it('is not half emptied because of an object that alone needs more', async () => {
      const copy = await copying(server, { name: 'heavy', production: 'CREATE TABLE t (id int)' });
      const columns = Array.from({ length: 320 }, (_, n) => `c${n} int`).join(', ');
      await server.sql(copy.staging, `CREATE TABLE heavy (${columns})`);
      for (let n = 0; n < 320; n += 20) {
        const alter = Array.from({ length: 20 }, (_, m) => `ALTER c${n + m} SET DEFAULT 0`).join(', ');
        await server.sql(copy.staging, `ALTER TABLE heavy ${alter}`);
      }
      await copy.backup();
      const expected = /Dropping public\.heavy takes about \d+ locks.*max_locks_per_transaction to at least \d+ /s;
      assert.match(said(await copy.preflight(), 'problem'), expected);
      await assert.rejects(copy.restore(), expected);
      assert.equal((await server.sql(copy.staging, 'SELECT FROM heavy')).length, 0);
      await copy.stop();
    });
  });
}
