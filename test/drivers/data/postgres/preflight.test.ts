import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { Finding } from '../../../../src/core/messages/finding.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';

const skip = await missingPostgres();

describe('the preflight of PostgreSQL', { skip }, () => {
  let server: TestPostgres;

  before(async () => {
    server = await startPostgres();
    await server.sql('postgres', "CREATE ROLE reader LOGIN PASSWORD 'secret-of-reader'");
    await server.sql('postgres', 'CREATE DATABASE records');
    await server.sql(
      'records',
      `CREATE TABLE patients (id serial PRIMARY KEY, name text);
       CREATE TABLE visits (at date);
       CREATE SCHEMA closed; CREATE TABLE closed.notes (text text);
       GRANT SELECT ON visits TO reader`,
    );
  });
  after(() => server?.stop());

  const look = async (user: 'admin' | 'reader', use: 'backup' | 'restore'): Promise<readonly Finding[]> => {
    const url = user === 'admin' ? server.url('records') : `postgres://reader@127.0.0.1:${server.port}/records`;
    const password = user === 'admin' ? {} : { password: 'secret-of-reader' };
    const opened = dataStore
      .parse({ postgres: { url, ...password, tools: server.tools } })
      .open({ effects: databaseEffects(), where: 'environments.production.data', placeholders: {} });
    return (await opened.preflight?.({ use, subject: `the database for ${use}` })) ?? [];
  };
  const said = (findings: readonly Finding[], kind: Finding['kind']): string =>
    findings
      .filter((finding) => finding.kind === kind)
      .map(({ happened }) => happened)
      .join('\n');

  it('is in order for the owner', async () => {
    for (const use of ['backup', 'restore'] as const) {
      const findings = await look('admin', use);
      assert.equal(said(findings, 'problem'), '');
      assert.match(said(findings, 'ok'), /pg_dump and pg_restore \d+\S* suit the server/);
    }
  });

  it('names what a backup could not read', async () => {
    assert.match(
      said(await look('reader', 'backup'), 'problem'),
      /may not read closed\.notes, public\.patients, public\.patients_id_seq\./,
    );
    await server.sql('records', 'ALTER TABLE visits ENABLE ROW LEVEL SECURITY');
    assert.match(said(await look('reader', 'backup'), 'problem'), /Row security hides rows of .*public\.visits/);
    await server.sql('postgres', 'ALTER ROLE reader BYPASSRLS; GRANT pg_read_all_data TO reader');
    assert.equal(said(await look('reader', 'backup'), 'problem'), '');
  });

  it('says for which user mappings a dump lacks the passwords', async () => {
    await server.sql(
      'records',
      `CREATE FOREIGN DATA WRAPPER wrap; CREATE SERVER far FOREIGN DATA WRAPPER wrap;
       CREATE USER MAPPING FOR admin SERVER far OPTIONS (password 'secret-of-far')`,
    );
    assert.match(
      said(await look('reader', 'backup'), 'warning'),
      /does not see how these roles log in .*: admin on far\./,
    );
    assert.doesNotMatch(said(await look('admin', 'backup'), 'warning'), /foreign servers/);
    await server.sql('records', 'DROP FOREIGN DATA WRAPPER wrap CASCADE');
  });

  it('names the owners of production that the restoring user may not give objects to', async () => {
    await server.sql('postgres', 'CREATE ROLE wards');
    await server.sql('postgres', 'CREATE DATABASE copies OWNER reader');
    const opened = dataStore
      .parse({
        postgres: {
          url: `postgres://reader@127.0.0.1:${server.port}/copies`,
          password: 'secret-of-reader',
          tools: server.tools,
        },
      })
      .open({ effects: databaseEffects(), where: 'environments.staging.data', placeholders: {} });
    const usual = await opened.needs?.();
    const asked = async (roles: readonly string[]) =>
      (await opened.preflight?.({
        use: 'restore',
        subject: 'the database of staging',
        needs: { ...usual, roles },
      })) ?? [];
    assert.match(
      said(await asked(['wards', 'reader']), 'problem'),
      /Owners and privileges cannot be restored: the restoring user is not a member of the roles "wards"\./,
    );
    assert.match(said(await asked(['nobody-here']), 'warning'), /the roles "nobody-here" of the backup do not exist/);
    await server.sql('postgres', 'GRANT wards TO reader');
    assert.equal(said(await asked(['wards', 'reader']), 'problem'), '');
    await server.sql('copies', 'CREATE TABLE beds (id int); ALTER TABLE beds OWNER TO wards');
    assert((await opened.needs?.())?.roles?.toString().includes('wards') === true);
  });

  it('names what a restore could not replace', async () => {
    const problems = said(await look('reader', 'restore'), 'problem');
    assert.match(problems, /may not make schemas in the database/);
    assert.match(problems, /does not own closed\.notes, public\.patients/);
  });

  it('says before a backup starts that the tools are too old', async (t) => {
    const old = databaseEffects(
      {},
      {
        processes: {
          run: async ({ argv }) => ({
            exitCode: 0,
            endedBy: undefined,
            stdout: `${argv[0].split('/').pop()} (PostgreSQL) 10.23`,
            stderr: '',
            milliseconds: 1,
          }),
        },
      },
    );
    const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
    t.after(() => rm(directory, { recursive: true, force: true }));
    const records = dataStore
      .parse({ postgres: { url: server.url('records'), tools: server.tools } })
      .open({ effects: old, where: 'environments.production.data', placeholders: {} });
    await assert.rejects(
      records.backup({ directory, log: old.log }),
      (error) =>
        error instanceof SystemFailure &&
        /10\.23, older than the server/.test(error.message) &&
        /postgresql-client-/.test(error.detail.next),
    );
    assert.deepEqual(await readdir(directory), []);
  });

  it('says what is wrong with a password, without showing it', async () => {
    const url = `postgres://admin:not-it-at-all@127.0.0.1:${server.port}/postgres`;
    const wrong = dataStore
      .parse({ postgres: { url, tools: server.tools } })
      .open({ effects: databaseEffects(), where: 'environments.production.data', placeholders: {} });
    await assert.rejects(
      wrong.identity(),
      (error) =>
        error instanceof SystemFailure && !error.message.includes('not-it-at-all') && error.message.includes('28P01'),
    );
  });
});
