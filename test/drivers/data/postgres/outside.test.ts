import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { installedPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { copying } from './copying.ts';

for (const { major, tools, skip } of await installedPostgres()) {
  describe(`a copy does not act on the outside world, on PostgreSQL ${major}`, { skip }, () => {
    let server: TestPostgres;

    before(async () => {
      server = await startPostgres('plain', { tools });
    });
    after(() => server?.stop());

    it('connects no foreign table to the server of production, unless configured to', async () => {
      await server.sql('postgres', 'CREATE DATABASE billing');
      await server.sql('billing', 'CREATE TABLE invoice (id int)');
      const copy = await copying(server, {
        name: 'foreign',
        production: `CREATE EXTENSION postgres_fdw; CREATE TABLE t (id int);
          CREATE SERVER billing FOREIGN DATA WRAPPER postgres_fdw
            OPTIONS (host '127.0.0.1', port '${server.port}', dbname 'billing');
          CREATE USER MAPPING FOR admin SERVER billing OPTIONS (user 'admin', password 'plain');
          CREATE FOREIGN TABLE invoice (id int) SERVER billing OPTIONS (table_name 'invoice')`,
      });
      const write = () => server.sql(copy.staging, 'INSERT INTO invoice VALUES (666)');
      await copy.backup();
      await copy.restore();
      const compared = await copy.compare();
      assert.equal(compared.kind, 'equal', JSON.stringify(compared));
      assert.match(copy.warnings.join(), /no user mapping was restored for the foreign servers "billing"/);
      await assert.rejects(write(), /user mapping not found/);
      await copy.restore({ outside: 'keep' });
      await write();
      assert.equal((await server.sql('billing', 'SELECT FROM invoice')).length, 1);
      await copy.restoreOriginal();
      await write();
      await copy.stop();
    });
  });
}

/** The extension is built for the PostgreSQL of the distribution. */
const [usual] = await installedPostgres();

describe('jobs of pg_cron', { skip: usual?.skip ?? true }, () => {
  let production: TestPostgres;
  let staging: TestPostgres;

  before(async () => {
    const configuration = (database: string) => [
      "shared_preload_libraries = 'pg_cron'",
      `cron.database_name = '${database}'`,
      'cron.use_background_workers = on',
    ];
    production = await startPostgres(undefined, { configuration: configuration('jobs_production') });
    staging = await startPostgres(undefined, { configuration: configuration('jobs_staging') });
  });
  after(async () => {
    await production?.stop();
    await staging?.stop();
  });

  it('are disabled in a copy, twice, with their sequence, and enabled in the original', async () => {
    const copy = await copying(production, {
      name: 'jobs',
      stagingServer: staging,
      production: `CREATE EXTENSION pg_cron; CREATE TABLE mail (at timestamptz);
        SELECT cron.schedule('send', '* * * * *', 'INSERT INTO mail VALUES (now())');
        SELECT cron.schedule('later', '0 0 1 1 *', 'SELECT 1')`,
    });
    await copy.backup();
    for (let times = 0; times < 2; times += 1) {
      await copy.restore();
      assert.deepEqual(await staging.sql(copy.staging, 'SELECT jobname, active FROM cron.job ORDER BY jobid'), [
        { jobname: 'send', active: false },
        { jobname: 'later', active: false },
      ]);
      const compared = await copy.compare();
      assert.equal(compared.kind, 'equal', JSON.stringify(compared));
    }
    assert.match(copy.warnings.join(), /the jobs in cron\.job are switched off/);
    assert.deepEqual(await staging.sql(copy.staging, "SELECT FROM pg_proc WHERE proname LIKE 'staged_upgrade%'"), []);
    await copy.restoreOriginal();
    assert.equal((await staging.sql(copy.staging, 'SELECT FROM cron.job WHERE active')).length, 2);
    await copy.stop();
  });

  it('need an extension that only one database of a server can have, as the preflight says', async () => {
    const copy = await copying(production, { name: 'elsewhere', stagingServer: staging });
    const needs = { ...(await copy.source().needs?.()), extensions: [{ name: 'pg_cron', version: '1.4' }] };
    const found = await copy.target().preflight?.({ use: 'restore', subject: 'staging', needs });
    assert.match(
      JSON.stringify(found),
      /pg_cron.*allows only in the database .*jobs_staging.*cron\.database_name = 'elsewhere_staging'/,
    );
    await copy.stop();
  });
});
