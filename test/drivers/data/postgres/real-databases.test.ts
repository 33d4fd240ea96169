import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { installedPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { type Copying, type CopyingChoice, copying, said } from './copying.ts';

/** What is in databases that people really have, and makes a plain dump and restore fail. */
for (const { major, tools, skip } of await installedPostgres()) {
  describe(`databases that people have, on PostgreSQL ${major}`, { skip }, () => {
    let server: TestPostgres;
    const owner = { user: 'owner', password: 'plain' };
    const opened: Copying[] = [];

    before(async () => {
      server = await startPostgres(undefined, { tools });
      await server.sql('postgres', "CREATE ROLE owner LOGIN PASSWORD 'plain'");
    });
    after(async () => {
      for (const each of opened) await each.stop();
      await server?.stop();
    });

    const between = async (choice: CopyingChoice): Promise<Copying> => {
      const made = await copying(server, choice);
      opened.push(made);
      return made;
    };

    /** A copy that works once may not do so a second time, over what it left. */
    const copiesTwice = async (copy: Copying, settings = {}): Promise<void> => {
      await copy.backup();
      for (let times = 0; times < 2; times += 1) {
        await copy.restore(settings);
        const compared = await copy.compare(settings);
        assert.equal(compared.kind, 'equal', JSON.stringify(compared));
      }
    };

    /** Checks that it is reported beforehand, and again by a restore, which then has changed nothing. */
    const refusesBeforehand = async (copy: Copying, expected: RegExp, settings = {}): Promise<void> => {
      await server.sql(copy.staging, 'CREATE TABLE IF NOT EXISTS kept (id int); ALTER TABLE kept OWNER TO owner');
      assert.match(said(await copy.preflight(settings), 'problem'), expected);
      await copy.backup();
      await assert.rejects(copy.restore(settings), expected);
      assert.equal((await server.sql(copy.staging, "SELECT 'kept'::regclass")).length, 1);
    };

    it('copies one of each unusual object', async () => {
      const copy = await between({ name: 'each', production: major === 15 ? `${oneOfEach}; ${withXml}` : oneOfEach });
      await copiesTwice(copy);
    });

    it('asks for roles that policies name, and creates them if it may', async () => {
      await server.sql('postgres', 'CREATE ROLE anonymous');
      const copy = await between({
        name: 'policy',
        production: `CREATE TABLE notes (id int, owner text); ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
          CREATE POLICY own ON notes TO anonymous USING (owner = current_user);
          GRANT SELECT ON notes TO anonymous; INSERT INTO notes VALUES (1, 'a')`,
      });
      await copy.backup();
      const needs = (await copy.source().needs?.()) ?? {};
      await server.sql(
        copy.production,
        'DROP POLICY own ON notes; REVOKE SELECT ON notes FROM anonymous; DROP ROLE anonymous',
      );
      await server.sql(copy.staging, 'CREATE TABLE kept (id int)');
      const names = /Policies of the backup name roles that this server lacks: "anonymous".*"roles: create"/s;
      for (const roles of ['auto', 'ignore']) {
        const findings = await copy.target({ roles }).preflight?.({ use: 'restore', subject: 'staging', needs });
        assert.match(said(findings ?? [], 'problem'), names);
        await assert.rejects(copy.restore({ roles }), names);
      }
      assert.equal((await server.sql(copy.staging, 'SELECT * FROM kept')).length, 0, 'nothing was emptied');
      await copy.restore({ roles: 'create' });
      const [made] = await server.sql(
        copy.staging,
        `SELECT rolcanlogin, has_table_privilege(oid, 'notes', 'SELECT') AS reads FROM pg_roles WHERE rolname = 'anonymous'`,
      );
      assert.deepEqual(made, { rolcanlogin: false, reads: true });
      await server.sql(copy.staging, 'DROP OWNED BY anonymous; DROP ROLE anonymous');
    });

    for (const enabled of ['ENABLE', 'ENABLE ALWAYS'])
      it(`empties a database whose event trigger forbids it (${enabled})`, async () => {
        const guarded = `CREATE EXTENSION citext; CREATE TABLE beds (id int PRIMARY KEY, name citext);
        CREATE FUNCTION no_drop() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'nothing is dropped here'; END $$;
        CREATE EVENT TRIGGER no_drop ON sql_drop EXECUTE FUNCTION no_drop(); ALTER EVENT TRIGGER no_drop ${enabled}`;
        const copy = await between({ name: `guarded_${enabled.length}`, production: guarded, staging: guarded });
        await copiesTwice(copy);
      });

    it('distinguishes a schema whose name starts like another one', async () => {
      await copiesTwice(
        await between({
          name: 'schemas',
          production:
            'CREATE SCHEMA "public-api"; CREATE TABLE "public-api".t (id int); INSERT INTO "public-api".t VALUES (1)',
        }),
      );
    });

    it('says which objects only a superuser can restore, and omits what it is configured to', async () => {
      const copy = await between({
        name: 'superuser',
        production: `CREATE TABLE wards (id int); CREATE PUBLICATION everything FOR ALL TABLES;
          CREATE FUNCTION log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
          CREATE EVENT TRIGGER log_ddl ON ddl_command_end EXECUTE FUNCTION log_ddl()`,
      });
      await server.sql('postgres', `ALTER DATABASE ${copy.staging} OWNER TO owner`);
      const settings = { as: owner, roles: 'ignore' };
      await refusesBeforehand(
        copy,
        /publications that only a superuser may make: everything\..*event triggers .*: log_ddl\./s,
        settings,
      );
      const leaving = { ...settings, 'leave-out': ['publications', 'event-triggers'] };
      assert.equal(said(await copy.preflight(leaving), 'problem'), '');
      await copy.restore(leaving);
      assert.equal((await server.sql(copy.staging, 'SELECT FROM wards')).length, 0);
      assert.equal((await server.sql(copy.staging, 'SELECT FROM pg_event_trigger')).length, 0);
    });

    it('says which extensions an administrator has to create', async () => {
      const copy = await between({
        name: 'untrusted',
        production: 'CREATE EXTENSION pg_stat_statements; CREATE TABLE wards (id int)',
      });
      await server.sql('postgres', `ALTER DATABASE ${copy.staging} OWNER TO owner`);
      await refusesBeforehand(copy, /CREATE EXTENSION "pg_stat_statements"/, { as: owner, roles: 'ignore' });
      await server.sql(copy.staging, 'CREATE EXTENSION pg_stat_statements');
      for (let times = 0; times < 2; times += 1) await copy.restore({ as: owner, roles: 'ignore' });
    });

    it('asks for the right to read what it restored, if row security applies to owners too', async () => {
      const copy = await between({
        name: 'forced',
        production: `CREATE TABLE tenants (id int, tenant text); INSERT INTO tenants VALUES (1, 'a'), (2, 'b');
          ALTER TABLE tenants ENABLE ROW LEVEL SECURITY; ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
          CREATE POLICY own ON tenants USING (tenant = current_setting('app.tenant', true))`,
      });
      await server.sql('postgres', `ALTER DATABASE ${copy.staging} OWNER TO owner`);
      const settings = { as: owner, roles: 'ignore' };
      await refusesBeforehand(copy, /FORCE ROW LEVEL SECURITY\) of public\.tenants\..*BYPASSRLS/s, settings);
      await server.sql('postgres', 'ALTER ROLE owner BYPASSRLS');
      await copy.restore(settings);
      assert.equal((await copy.compare(settings)).kind, 'equal');
      await server.sql('postgres', 'ALTER ROLE owner NOBYPASSRLS');
    });

    it('converts encodings if that is possible, and refuses the others', async () => {
      const latin = "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0";
      const copy = await between({
        name: 'latin',
        createProduction: latin,
        production: "CREATE TABLE t (name text); INSERT INTO t VALUES ('Müller')",
      });
      await copiesTwice(copy);
      assert.deepEqual(await server.sql(copy.staging, 'SELECT name FROM t'), [{ name: 'Müller' }]);
      const bytes = await between({
        name: 'ascii',
        createProduction: "ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0",
        production: 'CREATE TABLE t (id int)',
      });
      await refusesBeforehand(
        bytes,
        /encoded as SQL_ASCII, and the database here as UTF8\..*CREATE DATABASE name ENCODING 'SQL_ASCII'/s,
      );
      const back = await between({ name: 'wide', createStaging: latin, production: 'CREATE TABLE t (id int)' });
      await refusesBeforehand(back, /encoded as UTF8, and the database here as LATIN1/);
    });

    it('restores the settings of the database and of roles in it, except those of the application itself', async () => {
      await server.sql('postgres', 'CREATE ROLE clerk');
      const copy = await between({ name: 'settings', production: 'CREATE SCHEMA app; CREATE TABLE app.t (id int)' });
      await server.sql(
        'postgres',
        `ALTER DATABASE ${copy.production} SET search_path = app, "$user", public;
         ALTER DATABASE ${copy.production} SET TimeZone = 'Asia/Tokyo';
         ALTER DATABASE ${copy.production} SET app.key = 'secret of production';
         ALTER DATABASE ${copy.production} SET default_transaction_read_only = on;
         ALTER ROLE clerk IN DATABASE ${copy.production} SET work_mem = '8MB'`,
      );
      await copiesTwice(copy);
      const settings = await server.sql(
        copy.staging,
        `SELECT coalesce(rolname, 'all') AS role, setconfig FROM pg_db_role_setting LEFT JOIN pg_roles r ON r.oid = setrole
         WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY 1`,
      );
      assert.deepEqual(settings, [
        { role: 'all', setconfig: ['TimeZone=Asia/Tokyo', 'search_path=app, "$user", public'] },
        { role: 'clerk', setconfig: ['work_mem=8MB'] },
      ]);
      assert.match(copy.warnings.join(), /not made here: app\.key, default_transaction_read_only\./);
      assert.doesNotMatch(copy.warnings.join(), /secret of production/);
    });

    it('refuses a database that somebody has made read-only', async () => {
      const copy = await between({ name: 'closed', production: 'CREATE TABLE t (id int)' });
      await server.sql(copy.staging, 'CREATE TABLE kept (id int)');
      await copy.backup();
      await server.sql('postgres', `ALTER DATABASE ${copy.staging} SET default_transaction_read_only = on`);
      assert.match(said(await copy.preflight(), 'problem'), /read-only \(default_transaction_read_only\)/);
      await assert.rejects(copy.restore(), /read-only \(default_transaction_read_only\)/);
      assert.equal((await server.sql(copy.staging, 'SELECT FROM kept')).length, 0);
    });

    it('says whose objects it could not drop, before it drops any', async () => {
      const copy = await between({ name: 'foreign', production: 'CREATE TABLE t (id int)' });
      await server.sql(
        'postgres',
        `ALTER DATABASE ${copy.staging} OWNER TO owner; GRANT CREATE ON DATABASE ${copy.staging} TO admin`,
      );
      await server.sql(
        copy.staging,
        `CREATE SCHEMA archive; CREATE FUNCTION archive.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE TYPE archive.mood AS ENUM ('fine'); SELECT lo_create(0)`,
      );
      await refusesBeforehand(
        copy,
        /does not own function archive\.f\(\), type archive\.mood, schema archive, 1 large objects\./,
        { as: owner, roles: 'ignore' },
      );
    });
  });
}

/** Not every server is built with it. */
const withXml = "CREATE TABLE markup (x xml); INSERT INTO markup VALUES ('<a/>'), ('text and <b/>')";

const oneOfEach = `
  CREATE EXTENSION hstore; CREATE EXTENSION citext; CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm;
  CREATE SCHEMA "Schéma Ünï"; CREATE SCHEMA util;
  CREATE TYPE mood AS ENUM ('ok', 'so-so'); CREATE DOMAIN posint AS int CHECK (VALUE > 0); CREATE TYPE pair AS (a int, b text);
  CREATE TYPE span AS RANGE (subtype = float8);
  CREATE FUNCTION util.twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
  CREATE PROCEDURE util.nothing() LANGUAGE sql AS 'SELECT 1';
  CREATE AGGREGATE util.agg(int) (sfunc = int4pl, stype = int, initcond = '0');
  CREATE OPERATOR util.@@@ (leftarg = int, rightarg = int, function = int4pl);
  CREATE COLLATION util.c FROM "C"; CREATE TEXT SEARCH CONFIGURATION util.plain (COPY = simple);
  CREATE TEXT SEARCH DICTIONARY util.words (TEMPLATE = simple);
  CREATE OPERATOR FAMILY util.family USING btree;
  CREATE OPERATOR CLASS util.class FOR TYPE int USING btree FAMILY util.family AS FUNCTION 1 btint4cmp(int, int);
  CREATE CAST (pair AS text) WITH INOUT; CREATE CONVERSION util.conversion FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
  CREATE TABLE "Schéma Ünï"."Mixed.Case ""T""" (
    "ID" int GENERATED ALWAYS AS IDENTITY (START 2147483600), m mood, p posint, c pair, h hstore, ci citext, j jsonb, b bytea,
    f float8, n numeric, d date, t timestamptz, i interval, r int4range, a int[], l tsvector, ip inet, mac macaddr, bits bit varying,
    cash money, point point, doc json, g int GENERATED ALWAYS AS (p * 2) STORED);
  INSERT INTO "Schéma Ünï"."Mixed.Case ""T""" (m,p,c,h,ci,j,b,f,n,d,t,i,r,a,l,ip,mac,bits,cash,point,doc) VALUES
    ('ok',1,(1,'x"y\\'),'a=>1','AbC','{"a":[1,null]}','\\x00ff','NaN','NaN','infinity','-infinity','1 year -3 days','[1,)',
     '{1,NULL,3}','a:1 b','::1/64','08:00:2b:01:02:03',B'101','12.34','(1,2)','{"b": 1, "a": 2}'),
    ('so-so',2,NULL,NULL,NULL,NULL,NULL,'-infinity','1e400','4713-01-01 BC','0001-01-01 00:00:00+00 BC',NULL,'empty','{}',NULL,
     NULL,NULL,NULL,NULL,NULL,NULL);
  CREATE TABLE ev (at date, id bigserial, v text) PARTITION BY RANGE (at);
  CREATE TABLE ev_a PARTITION OF ev FOR VALUES FROM (MINVALUE) TO ('2025-01-01') PARTITION BY HASH (id);
  CREATE TABLE ev_a0 PARTITION OF ev_a FOR VALUES WITH (MODULUS 2, REMAINDER 0);
  CREATE TABLE ev_a1 PARTITION OF ev_a FOR VALUES WITH (MODULUS 2, REMAINDER 1);
  CREATE TABLE ev_d PARTITION OF ev DEFAULT; CREATE UNIQUE INDEX ON ev (at, id);
  INSERT INTO ev (at, v) SELECT '2024-12-01'::date + n, 'v' FROM generate_series(1, 100) n;
  CREATE TABLE parent (id int); CREATE TABLE child (extra text, id int) INHERITS (parent); INSERT INTO child VALUES (1, 'x');
  ALTER TABLE parent ADD COLUMN late text; UPDATE child SET late = 'comes before "extra" in a copy';
  CREATE UNLOGGED TABLE cache (k text PRIMARY KEY, v text); INSERT INTO cache VALUES ('a', 'b');
  CREATE MATERIALIZED VIEW mv AS SELECT count(*) FROM ev; CREATE MATERIALIZED VIEW mv_empty AS SELECT 1 AS one WITH NO DATA;
  CREATE VIEW vw AS SELECT util.twice(1) AS two; CREATE VIEW vw2 AS SELECT * FROM vw;
  CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no writes'; END $$;
  CREATE TRIGGER no_update BEFORE INSERT OR UPDATE ON cache FOR EACH ROW EXECUTE FUNCTION audit();
  CREATE FUNCTION no_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no ddl today'; END $$;
  CREATE EVENT TRIGGER no_ddl ON ddl_command_start EXECUTE FUNCTION no_ddl(); ALTER EVENT TRIGGER no_ddl DISABLE;
  CREATE PUBLICATION pub FOR TABLE ev; CREATE STATISTICS st ON at, id FROM ev; CREATE RULE r AS ON DELETE TO cache DO INSTEAD NOTHING;
  CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
  CREATE FOREIGN TABLE far (line text) SERVER files OPTIONS (filename '/dev/null');
  SELECT lo_from_bytea(0, 'scan'); ALTER DEFAULT PRIVILEGES IN SCHEMA util GRANT SELECT ON TABLES TO public;
  COMMENT ON TABLE parent IS 'a comment'; GRANT SELECT (id) ON parent TO public`;
