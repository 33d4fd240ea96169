import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { installedPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { copying } from './copying.ts';

for (const { major, tools, skip } of await installedPostgres()) {
  describe(`definitions that call functions, on PostgreSQL ${major}`, { skip }, () => {
    let server: TestPostgres;

    before(async () => {
      server = await startPostgres(undefined, { tools });
    });
    after(() => server?.stop());

    it('are restored if the functions find their tables by the search path, or in rows that come later', async () => {
      const copy = await copying(server, {
        name: 'path',
        production: `CREATE SCHEMA app; SET search_path = app, public;
          CREATE TABLE zone (id int PRIMARY KEY); CREATE TABLE place (id int, zone int); CREATE TABLE region (id int, place int);
          CREATE FUNCTION zone_ok(int) RETURNS bool LANGUAGE sql STABLE AS 'SELECT EXISTS (SELECT FROM zone WHERE id = $1)';
          CREATE FUNCTION place_ok(int) RETURNS bool LANGUAGE plpgsql STABLE AS
            'BEGIN RETURN EXISTS (SELECT FROM place WHERE id = $1); END';
          INSERT INTO zone VALUES (1); INSERT INTO place VALUES (1, 1); INSERT INTO region VALUES (1, 1);
          ALTER TABLE place ADD CHECK (zone_ok(zone)); ALTER TABLE region ADD CHECK (place_ok(place));
          CREATE FUNCTION letter(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left($1, 1)';
          CREATE FUNCTION initial(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN upper(letter($1)); END';
          CREATE FUNCTION short(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
          CREATE TABLE people (name text); INSERT INTO people VALUES ('ada'); CREATE INDEX shorts ON people (short(name));
          CREATE OR REPLACE FUNCTION short(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(letter($1))';
          CREATE FUNCTION zones() RETURNS SETOF int LANGUAGE sql STABLE AS 'SELECT id FROM zone';
          CREATE MATERIALIZED VIEW all_zones AS SELECT id FROM zones() AS id WITH NO DATA`,
      });
      await server.sql('postgres', `ALTER DATABASE ${copy.production} SET search_path = app, public`);
      // From 17 on neither can be in production: there, too, they are computed with an empty path.
      if (major < 17) {
        await server.sql(
          copy.production,
          'REFRESH MATERIALIZED VIEW all_zones; CREATE INDEX initials ON people (initial(name))',
        );
      }
      await copy.backup();
      for (let times = 0; times < 2; times += 1) {
        await copy.restore();
        const compared = await copy.compare();
        assert.equal(compared.kind, 'equal', JSON.stringify(compared));
      }
      // Nor can production's server of 17 or later collect them.
      assert.equal(/No statistics were collected of app\.people:/.test(copy.warnings.join('\n')), major >= 17);
      const [row] = await server.sql(
        copy.staging,
        `SELECT (SELECT count(*)::int FROM app.region) AS rows,
           (SELECT count(*)::int FROM pg_proc WHERE proconfig IS NOT NULL AND pronamespace = 'app'::regnamespace) AS changed,
           (SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('app.initials')) AS indexed`,
      );
      assert.deepEqual(row, { rows: 1, changed: 0, indexed: major < 17 ? true : null });
      if (major < 17) assert.equal((await server.sql(copy.staging, 'SELECT FROM app.all_zones')).length, 1);
      await copy.stop();
    });

    it('do not prevent rows from being read, if the server looks up what an index or statistics call', async () => {
      const copy = await copying(server, {
        name: 'planned',
        production: `CREATE SCHEMA app; CREATE SCHEMA other; SET search_path = app, other;
          CREATE TABLE calm (name text);
          CREATE FUNCTION shadow(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left($1, 1)';
          CREATE FUNCTION other.letter(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left($1, 1)';
          CREATE TYPE other.size AS ENUM ('small');
          CREATE FUNCTION initial(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper($1)';
          CREATE FUNCTION sized(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper($1)';
          CREATE FUNCTION present(text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 > $$$$';
          CREATE FUNCTION seen() RETURNS SETOF text LANGUAGE sql STABLE AS 'SELECT name FROM app.calm';
          CREATE TABLE indexed (id int, name text, r regclass, p regprocedure, t regtype, a regclass[]);
          CREATE TABLE partly (name text); CREATE TABLE counted (name text, other text); CREATE TABLE mixed (name text);
          CREATE TABLE checked (name text CHECK (present(name)), made text GENERATED ALWAYS AS (initial(name)) STORED);
          CREATE VIEW view AS SELECT initial(name) FROM calm; CREATE MATERIALIZED VIEW kept AS SELECT * FROM seen();
          INSERT INTO calm VALUES ('Ada'); INSERT INTO checked VALUES ('Ada'); INSERT INTO partly VALUES ('Ada');
          INSERT INTO counted VALUES ('Ada'); INSERT INTO mixed VALUES ('Ada');
          INSERT INTO indexed SELECT n, 'Ada ' || n, 'indexed', 'shadow(text)', 'size', '{calm, indexed}' FROM generate_series(1, 1000) n`,
      });
      const { production } = copy;
      const read = async () => (await copy.source().fingerprint()).tables;
      const usual = await read();
      // Replaced once they are in use: from 17 on an index is never made with such a function.
      await server.sql(
        production,
        `SET search_path = app, other; CREATE INDEX ON indexed (initial(name)); CREATE INDEX ON partly (name) WHERE present(name);
         CREATE STATISTICS counts ON (initial(name)), other FROM counted; CREATE INDEX ON mixed (sized(name));
         CREATE OR REPLACE FUNCTION initial(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(letter($1))';
         CREATE OR REPLACE FUNCTION sized(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1 || $$small$$::size';
         CREATE OR REPLACE FUNCTION present(text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT letter($1) IN (SELECT letter(name) FROM calm)';
         CREATE OR REPLACE FUNCTION seen() RETURNS SETOF text LANGUAGE sql STABLE AS 'SELECT letter(name) FROM calm'`,
      );
      for (const table of ['indexed', 'partly', 'counted', 'mixed'])
        await assert.rejects(server.sql(production, `SELECT FROM app.${table}`), /does not exist/, table);
      for (const table of ['calm', 'checked', 'kept']) await server.sql(production, `SELECT FROM app.${table}`);
      for (const path of ['app, other', 'app', "''"]) {
        await server.sql('postgres', `ALTER DATABASE ${production} SET search_path = ${path}`);
        assert.deepEqual(await read(), usual, path);
      }
      await server.sql(
        production,
        `SET search_path = app, other; UPDATE indexed SET r = 'calm' WHERE id = 500; UPDATE mixed SET name = 'Eda'`,
      );
      assert.deepEqual(
        (await read()).filter(({ checksum }, index) => checksum !== usual[index]?.checksum).map(({ name }) => name),
        ['app.indexed', 'app.mixed'],
      );
      await server.sql(production, 'DROP FUNCTION other.letter');
      await assert.rejects(read(), /function letter\(text\) does not exist/);
      await copy.stop();
    });

    it('are named if nothing helps, with the advice to correct production and to take a new backup', async () => {
      const copy = await copying(server, {
        name: 'hopeless',
        production: `CREATE TABLE patients (name text); INSERT INTO patients VALUES ('Ada Lovelace');
          CREATE FUNCTION named(text) RETURNS bool LANGUAGE sql AS 'SELECT true';
          ALTER TABLE patients ADD CONSTRAINT has_name CHECK (named(name));
          CREATE OR REPLACE FUNCTION named(text) RETURNS bool LANGUAGE sql AS 'SELECT false'`,
      });
      await copy.backup();
      await assert.rejects(copy.restore(), (error: Error) => {
        assert.match(error.message, /TABLE DATA patients .*violates check constraint "has_name".*take a new backup/s);
        return !error.message.includes('Ada');
      });
      await copy.stop();
    });
  });
}
