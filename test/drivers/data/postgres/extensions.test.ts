import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { installedPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { type Copying, copying, type Settings, said } from './copying.ts';

const [usual] = await installedPostgres();

/** Why PostGIS cannot be used here; false when it can. In CI a missing part is a failure, not a skip. */
async function missingPostgis(): Promise<string | false> {
  const control = `/usr/share/postgresql/${usual?.major}/extension/postgis.control`;
  const isThere = await access(control).then(
    () => true,
    () => false,
  );
  if (isThere) return false;
  const reason = `PostGIS is not installed (${control}): run scripts/setup.sh`;
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

const skip = usual?.skip || (await missingPostgis());

describe('a database with PostGIS', { skip }, () => {
  let server: TestPostgres;
  const owner = { user: 'owner', password: 'plain' };
  const ownReference = `INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
    VALUES (990001, 'clinic', 1, '', '+proj=longlat')`;

  before(async () => {
    server = await startPostgres();
    await server.sql('postgres', "CREATE ROLE owner LOGIN PASSWORD 'plain'");
  });
  after(() => server?.stop());

  const isCopied = async (copy: Copying, settings: Settings = {}): Promise<void> => {
    await copy.restore(settings);
    const compared = await copy.compare(settings);
    assert.equal(compared.kind, 'equal', JSON.stringify(compared));
  };

  it('is copied with its geometry, and with what was added to the tables of the extension, twice', async (t) => {
    const copy = await copying(server, {
      name: 'places',
      production: `CREATE EXTENSION postgis; ${ownReference};
        CREATE TABLE wards (id serial PRIMARY KEY, at geometry(Point, 4326), area geography);
        INSERT INTO wards (at, area)
        SELECT ST_SetSRID(ST_MakePoint(n, n / 2.0), 4326), ST_Buffer(ST_MakePoint(n % 90, 1)::geography, 10)
        FROM generate_series(1, 50) n;
        CREATE INDEX ON wards USING gist (at)`,
    });
    t.after(() => copy.stop());
    const { objects } = await copy.source().fingerprint();
    assert.doesNotMatch(JSON.stringify(objects), /geometry_dump/, 'what an extension brings is not compared');
    await copy.backup();
    for (let times = 0; times < 2; times += 1) await isCopied(copy);
    await server.sql(copy.staging, 'UPDATE wards SET at = ST_SetSRID(ST_MakePoint(0, 0), 4326) WHERE id = 7');
    assert.match(JSON.stringify(await copy.compare()), /wards.* has the same number of rows, but different content/);
    await server.sql(copy.staging, 'DELETE FROM spatial_ref_sys WHERE srid = 990001');
    assert.match(JSON.stringify(await copy.compare()), /spatial_ref_sys/);
  });

  it('is restored by a user who does not own the extension, twice, if its tables may be emptied', async (t) => {
    const copy = await copying(server, {
      name: 'administered',
      production: `CREATE EXTENSION postgis; ${ownReference}; CREATE TABLE wards AS SELECT 1 AS id`,
      staging: 'CREATE EXTENSION postgis; CREATE TABLE kept (id int); ALTER TABLE kept OWNER TO owner',
    });
    t.after(() => copy.stop());
    await server.sql('postgres', `ALTER DATABASE ${copy.staging} OWNER TO owner`);
    await server.sql(copy.staging, 'GRANT ALL ON SCHEMA public TO owner');
    const settings = { as: owner, roles: 'ignore' };
    await copy.backup();
    const lacks = /spatial_ref_sys/;
    assert.match(said(await copy.preflight(settings), 'problem'), lacks);
    await assert.rejects(copy.restore(settings), lacks);
    assert.equal((await server.sql(copy.staging, "SELECT 'kept'::regclass")).length, 1);
    await server.sql(copy.staging, 'GRANT ALL ON spatial_ref_sys TO owner');
    for (let times = 0; times < 2; times += 1) await isCopied(copy, settings);
  });
});
