import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { installedPostgres, startPostgres } from '../../../support/postgres.ts';
import { copying } from './copying.ts';

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
  it('is copied with its geometry, and with what was added to the tables of the extension, twice', async (t) => {
    const server = await startPostgres();
    t.after(() => server.stop());
    const copy = await copying(server, {
      name: 'places',
      production: `CREATE EXTENSION postgis;
        INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text) VALUES (990001, 'clinic', 1, '', '+proj=longlat');
        CREATE TABLE wards (id serial PRIMARY KEY, at geometry(Point, 4326), area geography);
        INSERT INTO wards (at, area) SELECT ST_SetSRID(ST_MakePoint(n, n / 2.0), 4326), ST_Buffer(ST_MakePoint(n % 90, 1)::geography, 10)
        FROM generate_series(1, 50) n;
        CREATE INDEX ON wards USING gist (at)`,
    });
    t.after(() => copy.stop());
    await copy.backup();
    for (let times = 0; times < 2; times += 1) {
      await copy.restore();
      const compared = await copy.compare();
      assert.equal(compared.kind, 'equal', JSON.stringify(compared));
    }
    await server.sql(copy.staging, 'UPDATE wards SET at = ST_SetSRID(ST_MakePoint(0, 0), 4326) WHERE id = 7');
    assert.match(JSON.stringify(await copy.compare()), /wards.* has different content in the same number of rows/);
    await server.sql(copy.staging, 'DELETE FROM spatial_ref_sys WHERE srid = 990001');
    assert.match(JSON.stringify(await copy.compare()), /spatial_ref_sys/);
  });
});
