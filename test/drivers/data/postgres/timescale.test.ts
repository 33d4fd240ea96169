import assert from 'node:assert/strict';
import { after, before, describe, it, test } from 'node:test';
import type { Finding } from '../../../../src/core/messages/finding.ts';
import { ofTimescale } from '../../../../src/drivers/data/postgres/timescale.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';

test('the preflight names a database with hypertables as one that cannot be restored', () => {
  assert.deepEqual(ofTimescale(undefined), []);
  const [unused] = ofTimescale(0);
  assert.equal(unused?.kind, 'noted');
  const [used] = ofTimescale(2);
  assert.equal(used?.kind, 'refused');
  assert.match(used?.happened ?? '', /2 hypertables of the extension "timescaledb"/);
});

/**
 * The extension itself is in no package that tests can install. Its place is taken by what it has of what is read: its row in
 * the list of extensions, and its catalogue of hypertables, which everybody may read.
 * https://github.com/timescale/timescaledb/blob/2.17.2/sql/pre_install/tables.sql
 */
const likeTimescale = `
  SET allow_system_table_mods = on;
  INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
    SELECT 99999, 'timescaledb', r.oid, n.oid, false, '2.17.2' FROM pg_roles r, pg_namespace n
    WHERE r.rolname = current_user AND n.nspname = 'public';
  CREATE SCHEMA _timescaledb_catalog;
  CREATE TABLE _timescaledb_catalog.hypertable (id serial PRIMARY KEY, schema_name name NOT NULL, table_name name NOT NULL);
  GRANT USAGE ON SCHEMA _timescaledb_catalog TO PUBLIC;
  GRANT SELECT ON _timescaledb_catalog.hypertable TO PUBLIC`;

describe('what PostgreSQL says of TimescaleDB, whose catalogue is imitated', { skip: await missingPostgres() }, () => {
  let server: TestPostgres;

  before(async () => {
    server = await startPostgres();
    await server.sql('postgres', "CREATE ROLE reader LOGIN PASSWORD 'secret-of-reader' IN ROLE pg_read_all_data");
    await server.sql('postgres', 'CREATE DATABASE records');
    await server.sql('records', 'CREATE TABLE visits (at timestamptz)');
  });
  after(() => server?.stop());

  const found = async (): Promise<readonly Finding[]> => {
    const url = `postgres://reader@127.0.0.1:${server.port}/records`;
    const opened = dataStore
      .parse({ postgres: { url, password: 'secret-of-reader', tools: server.tools } })
      .open({ effects: databaseEffects(), where: 'environments.production.data', placeholders: {} });
    const findings = (await opened.preflight?.({ use: 'backup', subject: 'the database' })) ?? [];
    return findings.filter(({ happened }) => happened.includes('timescaledb'));
  };

  it('is nothing without the extension', async () => {
    assert.deepEqual(await found(), []);
  });

  it('is counted from its catalogue, by a role that may only read', async () => {
    await server.sql('records', likeTimescale);
    const [unused, ...more] = await found();
    assert.deepEqual(more, []);
    assert.equal(unused?.kind, 'warning');
    assert.match(unused?.happened ?? '', /has the extension "timescaledb" and no hypertable/);
    const add = (name: string) =>
      server.sql(
        'records',
        `INSERT INTO _timescaledb_catalog.hypertable (schema_name, table_name) VALUES ('public', '${name}')`,
      );
    await add('visits');
    const [one] = await found();
    assert.equal(one?.kind, 'problem');
    assert.match(one?.happened ?? '', /has a hypertable of the extension/);
    await add('readings');
    assert.match((await found())[0]?.happened ?? '', /has 2 hypertables of the extension/);
  });
});
