import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import type { Fingerprint } from '../../../../src/core/model/fingerprint.ts';
import { rowHash } from '../../../../src/drivers/data/postgres/content/row-expression.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { installedPostgres, missingPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';

const skip = await missingPostgres();
const newer = (await installedPostgres())[1];

/** For each type a value, and another one that is easily confused with it. */
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  boolean: ['true', 'NULL'],
  bigint: ['9007199254740993', '9007199254740992'],
  // The server's own hash is the same for both.
  int8: ['4294967295', '-1'],
  timestamp: ["'2000-01-01'", "'2000-01-01 01:11:34.967297'"],
  numeric: ['0.1', '0.10000000000000001'],
  'double precision': ['0.1', '0.1::float8 + 1e-17 * 2'],
  money: ["'1234.56'", "'1234.57'"],
  text: ["'a '", "'a'"],
  'text COLLATE "ignoring case"': ["'Ada'", "'ada'"],
  'varchar(9)': ["''", 'NULL'],
  'char(4)': ["'a'", "'b'"],
  citext: ["'Ada'", "'ada'"],
  bytea: ["'\\x00ff'", "'\\x00fe'"],
  date: ["'infinity'", "'-infinity'"],
  timestamptz: ["'2026-03-29 02:30:00.000001+00'", "'2026-03-29 02:30:00+00'"],
  timetz: ["'12:00+00'", "'13:00+01'"],
  interval: ["'1 day'", "'24:00'"],
  uuid: ["'00000000-0000-0000-0000-000000000000'", 'NULL'],
  json: [`'{"a": 1}'`, `'{"a":1}'`],
  jsonb: [`'{"a": 1.0}'`, `'{"a": 1.00}'`],
  xml: ["'<a/>'", "'<a></a>'"],
  tsvector: ["'a:1 b'", "'a:2 b'"],
  point: ["'(1,2)'", "'(1,2.0000000000000004)'"],
  inet: ["'10.0.0.1/8'", "'10.0.0.1'"],
  'bit varying': ["B'101'", "B'1010'"],
  'int[]': ["'{1,2,3,4}'", "'{{1,2},{3,4}}'"],
  int4range: ["'empty'", 'NULL'],
  mood: ["'so-so'", "'ok'"],
  pair: ['ROW(NULL, NULL)', 'NULL'],
  positive: ['1', '2'],
  hstore: [`'a=>NULL'`, `'a=>"NULL"'`],
  regclass: ["'pg_class'", "'pg_type'"],
};

describe('The content of a PostgreSQL database', { skip }, () => {
  let server: TestPostgres;
  const effects = databaseEffects();
  before(async () => {
    server = await startPostgres();
  });
  after(() => server?.stop());

  const read = (name: string, settings: Record<string, unknown> = {}, like?: Fingerprint): Promise<Fingerprint> =>
    dataStore
      .parse({ postgres: { url: server.url(name), tools: server.tools, ...settings } })
      .open({ effects, where: 'environments.staging.data', placeholders: {} })
      .fingerprint(undefined, like);

  const differences = (before: Fingerprint, now: Fingerprint): readonly string[] => {
    const found = compareFingerprints({ kind: 'same-snapshot', value: before }, now);
    return found.kind === 'equal' ? [] : found.differences;
  };

  const types = (moods: string): string =>
    `CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE TYPE mood AS ENUM (${moods});
     CREATE TYPE pair AS (a int, b text); CREATE DOMAIN positive AS int CHECK (VALUE > 0);
     CREATE COLLATION "ignoring case" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);`;
  const table = (type: string): string => `"t ${type.replaceAll('"', '')}"`;

  it('is equal whatever the order of rows, columns and objects, and the settings of the two databases', async () => {
    await server.sql('postgres', 'CREATE DATABASE one');
    await server.sql('postgres', 'CREATE DATABASE other');
    for (const setting of [
      "DateStyle = 'German'",
      "IntervalStyle = 'iso_8601'",
      "TimeZone = 'Asia/Tokyo'",
      'extra_float_digits = -15',
      "bytea_output = 'escape'",
      'search_path = nowhere',
      "idle_in_transaction_session_timeout = '2s'",
      "idle_session_timeout = '2s'",
    ])
      await server.sql('postgres', `ALTER DATABASE other SET ${setting}`);
    const connected = "SET search_path = public; SET DateStyle = 'ISO';";
    await server.sql('one', types("'ok', 'so-so'"));
    // An enum's values get other numbers, and so do all types.
    await server.sql(
      'other',
      `${connected} CREATE TYPE first AS ENUM ('x'); DROP TYPE first; ${types("'ok', 'so-so'")}`,
    );
    for (const [type, [value]] of Object.entries(pairs)) {
      await server.sql(
        'one',
        `CREATE TABLE ${table(type)} (id int, t ${type}, b text);
         INSERT INTO ${table(type)} VALUES (1, ${value}, 'x'), (2, NULL, 'y'), (2, NULL, 'y')`,
      );
      await server.sql(
        'other',
        `${connected} CREATE TABLE ${table(type)} (b text, gone int, t ${type}, id int);
         ALTER TABLE ${table(type)} DROP COLUMN gone;
         INSERT INTO ${table(type)} VALUES ('y', NULL, 2), ('y', NULL, 2), ('x', ${value}, 1)`,
      );
    }
    const one = await read('one');
    assert.deepEqual(differences(one, await read('other', {}, one)), []);
  });

  it('differs by one value in one row, of whatever type, and names the table', async () => {
    const before = await read('one');
    for (const [type, [, value]] of Object.entries(pairs))
      await server.sql('one', `UPDATE ${table(type)} SET t = ${value} WHERE id = 1`);
    assert.deepEqual(
      [...differences(before, await read('one'))].sort(),
      Object.keys(pairs)
        .map(
          (type) => `table "public.t ${type.replaceAll('"', '')}" has the same number of rows, but different content`,
        )
        .sort(),
    );
  });

  it('notices two values of a row exchanged, two rows that cancel each other out, and a row twice in place of another', async () => {
    await server.sql('postgres', 'CREATE DATABASE rows');
    const make = 'DROP TABLE IF EXISTS t; CREATE TABLE t (a int, b int);';
    await server.sql('rows', `${make} INSERT INTO t VALUES (1, 2), (3, 4)`);
    const before = await read('rows');
    for (const others of ['(2, 1), (3, 4)', '(1, 4), (3, 2)', '(1, 2), (1, 2)', '(1, NULL), (3, 4)']) {
      await server.sql('rows', `${make} INSERT INTO t VALUES ${others}`);
      assert.match(
        differences(before, await read('rows')).join(),
        /"public\.t" has the same number of rows, but different content/,
        others,
      );
    }
  });

  it('notices the values of a column exchanged between two rows, whatever they are', async () => {
    await server.sql('postgres', 'CREATE DATABASE exchanged');
    const names = Array.from({ length: 100 }, (_, index) => `t${String(index).padStart(2, '0')}`);
    await server.sql(
      'exchanged',
      names
        .map(
          (name, n) =>
            `CREATE TABLE ${name} AS SELECT id, md5(concat(id, ${n})) AS value FROM (VALUES (1), (2)) AS v (id)`,
        )
        .join(';'),
    );
    const before = await read('exchanged');
    await server.sql(
      'exchanged',
      names.map((name, n) => `UPDATE ${name} SET value = md5(concat(3 - id, ${n}))`).join(';'),
    );
    assert.deepEqual(
      differences(before, await read('exchanged')),
      names.map((name) => `table "public.${name}" has the same number of rows, but different content`),
    );
  });

  it('treats equal numbers as equal: 1.0 is 1.00', async () => {
    await server.sql('postgres', 'CREATE DATABASE numbers');
    await server.sql('numbers', 'CREATE TABLE t (n numeric); INSERT INTO t VALUES (1.0)');
    const before = await read('numbers');
    await server.sql('numbers', 'UPDATE t SET n = 1.00');
    assert.deepEqual(differences(before, await read('numbers')), []);
  });

  it('only counts the rows of tables that the configuration names, and those of all where it says so', async () => {
    await server.sql('postgres', 'CREATE DATABASE waived');
    await server.sql('waived', 'CREATE TABLE log (t text); CREATE TABLE t (t text); INSERT INTO log VALUES (1)');
    const before = await read('waived', { fingerprint: { except: ['public.log'] } });
    await server.sql('waived', 'UPDATE log SET t = 2');
    // What it is compared with decides, whatever the configuration of the other environment says.
    assert.deepEqual(differences(before, await read('waived', {}, before)), []);
    assert.deepEqual(differences(before, await read('waived', { fingerprint: { content: false } }, before)), []);
    await server.sql('waived', 'INSERT INTO t VALUES (1)');
    assert.match(differences(before, await read('waived', {}, before)).join(), /"public\.t" has 1 rows/);
    const counted = await read('waived', { fingerprint: { content: false } });
    assert.deepEqual(
      counted.tables.map(({ checksum }) => checksum),
      [undefined, undefined],
    );
  });

  it('leaves out rows that are not in a dump, and reads those that an extension keeps for its user', async () => {
    await server.sql('postgres', 'CREATE DATABASE kinds');
    await server.sql(
      'kinds',
      `CREATE TABLE parts (id int, d date) PARTITION BY RANGE (d); CREATE TABLE part PARTITION OF parts DEFAULT;
       INSERT INTO parts VALUES (1, 'today');
       CREATE TABLE parent (id int); CREATE TABLE child () INHERITS (parent); INSERT INTO child VALUES (1);
       CREATE UNLOGGED TABLE cache (id int); INSERT INTO cache VALUES (1);
       CREATE TABLE nothing (); INSERT INTO nothing DEFAULT VALUES;
       CREATE TABLE made (id int, twice int GENERATED ALWAYS AS (id * 2) STORED); INSERT INTO made VALUES (1);
       CREATE MATERIALIZED VIEW seen AS SELECT * FROM parent;
       CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE far (id int) SERVER s;
       CREATE EXTENSION citext; CREATE TABLE configured (id int); INSERT INTO configured VALUES (1), (100);
       CREATE SEQUENCE counted; CREATE TABLE internal (id int);
       ALTER EXTENSION citext ADD TABLE configured; ALTER EXTENSION citext ADD TABLE internal;
       ALTER EXTENSION citext ADD SEQUENCE counted;
       UPDATE pg_extension SET extconfig = ARRAY['configured'::regclass::oid, 'counted'::regclass::oid],
         extcondition = ARRAY['WHERE id >= 100', ''] WHERE extname = 'citext'`,
    );
    const { tables, sequences } = await read('kinds');
    assert.deepEqual(Object.fromEntries(tables.map(({ name, rows }) => [name, rows])), {
      'public.cache': 1,
      'public.child': 1,
      'public.configured': 1,
      'public.made': 1,
      'public.nothing': 1,
      'public.parent': 0,
      'public.part': 1,
      'public.parts': 0,
    });
    assert.deepEqual(
      sequences.map(({ name }) => name),
      ['public.counted'],
    );
  });

  it('is the same in another encoding that has the same characters', async () => {
    for (const encoding of ['LATIN1', 'UTF8', 'SQL_ASCII']) {
      const name = `in_${encoding.toLowerCase()}`;
      await server.sql('postgres', `CREATE DATABASE ${name} ENCODING '${encoding}' LOCALE 'C' TEMPLATE template0`);
      await server.sql(
        name,
        `CREATE TYPE mood AS ENUM ('müde'); CREATE TABLE "Müller" (id int, "größe" text, mood mood, j json);
         INSERT INTO "Müller" VALUES (1, 'Müller', 'müde', '"ü"')`,
      );
    }
    const latin = await read('in_latin1');
    assert.deepEqual(differences(latin, await read('in_utf8', {}, latin)), []);
    assert.deepEqual(differences(latin, await read('in_sql_ascii', {}, latin)), []);
    await server.sql('in_utf8', `UPDATE "Müller" SET "größe" = 'Muller'`);
    assert.match(differences(latin, await read('in_utf8', {}, latin)).join(), /different content/);
  });

  it('notices a large object that lost bytes, even after its first megabyte, and one that was exchanged', async () => {
    await server.sql('postgres', 'CREATE DATABASE large');
    await server.sql(
      'large',
      `SELECT lo_from_bytea(1000 + n, decode(repeat('ab', 1500000 * n), 'hex')) FROM generate_series(1, 3) n;
       SELECT lo_create(5000)`,
    );
    const before = await read('large');
    assert.deepEqual(differences(before, await read('large')), []);
    const content = /large objects\)" has the same number of rows, but different content/;
    for (const [change, back] of [
      ["SELECT lo_put(1003, 4000000, 'x')", "SELECT lo_put(1003, 4000000, '\\xab')"],
      ["SELECT lo_put(5000, 0, '\\x00')", 'SELECT lo_unlink(5000), lo_create(5000)'],
      [
        "SELECT lo_unlink(1001), lo_from_bytea(1004, decode(repeat('ab', 1500000), 'hex'))",
        "SELECT lo_unlink(1004), lo_from_bytea(1001, decode(repeat('ab', 1500000), 'hex'))",
      ],
    ] as const) {
      await server.sql('large', change);
      assert.match(differences(before, await read('large')).join(), content, change);
      await server.sql('large', back);
      assert.deepEqual(differences(before, await read('large')), [], back);
    }
    await server.sql('large', 'SELECT lo_unlink(1002)');
    assert.match(differences(before, await read('large')).join(), /large objects\)" has 3 rows, expected 4/);
  });

  it('is read in the way of an older server if a backup was made that way', async () => {
    await server.sql('postgres', 'CREATE DATABASE old');
    await server.sql('old', `CREATE TABLE t (id int, t text, j json); INSERT INTO t VALUES (1, 'ü', '{}')`);
    const server13 = (encoding: string) => ({ major: 13, encoding });
    const columns = [{ sql: 'id', type: 'int4' }];
    assert.match(rowHash(columns, 'row-text', server13('UTF8')), /^pg_catalog\.hashtextextended\(ROW\(id\)/);
    for (const method of ['row-text', 'row-hex']) {
      const now = await read('old');
      const like = { ...now, tables: now.tables.map((each) => ({ ...each, checksum: `${method}:` })) };
      const before = await read('old', {}, like);
      assert.match(before.tables[0]?.checksum ?? '', new RegExp(`^${method}:[0-9a-f]{32}$`));
      assert.deepEqual(differences(before, await read('old', {}, before)), []);
      await server.sql('old', `UPDATE t SET j = '{"changed by": "${method}"}'`);
      assert.match(differences(before, await read('old', {}, before)).join(), /different content/);
    }
  });

  it('is the same on a newer server, and with as many columns as a table can have', { skip: newer?.skip }, async () => {
    const types = ['bigint', 'int', 'date', 'timestamptz', 'bytea', 'text', 'boolean', 'numeric', 'point', 'time'];
    const wide = Array.from({ length: 1600 }, (_, n) => `c${n} ${types[n % 8]}`).join(', ');
    const sql = `CREATE TABLE t (${types.map((type, n) => `c${n} ${type}`).join(', ')}); CREATE TABLE wide (${wide});
      INSERT INTO t VALUES (-1, 2, 'infinity', '2026-03-29 02:30Z', '\\x00ff', 'ü', true, 1.50, '(1,2)', '12:00');
      INSERT INTO t (c0) VALUES (1);
      INSERT INTO wide (c0, c1599) VALUES (7, 1)`;
    await server.sql('postgres', 'CREATE DATABASE versions');
    await server.sql('versions', sql);
    const other = await startPostgres(undefined, { tools: newer?.tools ?? '' });
    try {
      await other.sql('postgres', sql);
      const before = await read('versions');
      const now = await dataStore
        .parse({ postgres: { url: other.url('postgres'), tools: other.tools } })
        .open({ effects, where: 'environments.staging.data', placeholders: {} })
        .fingerprint(undefined, before);
      assert.deepEqual(now.tables, before.tables);
      assert.match(before.tables[1]?.checksum ?? '', /^columns:/);
    } finally {
      await other.stop();
    }
  });

  it('is not called proved if the checksums of its backup are of a kind that is no longer made', async () => {
    const now = await read('old');
    const earlier = { ...now, tables: now.tables.map((each) => ({ ...each, checksum: 'a'.repeat(64) })) };
    const found = compareFingerprints({ kind: 'same-snapshot', value: earlier }, await read('old', {}, earlier));
    assert.equal(found.kind, 'cannot-tell');
    assert.match(found.kind === 'cannot-tell' ? found.reason : '', /take a new backup/);
  });
});
