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

    it('are restored where the functions find their tables by the search path, or in rows that come later', async () => {
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
          CREATE TABLE people (name text); INSERT INTO people VALUES ('ada');
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

    it('are named where nothing helps, with the advice to correct production and to take a new backup', async () => {
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
