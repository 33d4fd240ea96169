import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Processes, systemProcesses } from '../../../../src/world/processes/process.ts';
import { installedPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { copying, said } from './copying.ts';

const installed = await installedPostgres();

for (const { major, tools, skip } of installed) {
  describe(`servers with limits, on PostgreSQL ${major}`, { skip }, () => {
    const ends: (() => Promise<void>)[] = [];
    const start = async (configuration: readonly string[]): Promise<TestPostgres> => {
      const server = await startPostgres(undefined, { tools, configuration });
      ends.push(() => server.stop());
      return server;
    };
    after(async () => {
      for (const end of ends.toReversed()) await end();
    });

    it('do not end our sessions for long work', async () => {
      const limits = ['statement_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout'];
      const known = major < 17 ? limits : [...limits, 'transaction_timeout'];
      const server = await start([]);
      // As a dump of much data is slow.
      const slow: Processes = {
        run: async (request) => {
          if (request.argv.some((argument) => argument.startsWith('--snapshot'))) await pause(2500);
          return await systemProcesses.run(request);
        },
      };
      const copy = await copying(server, {
        name: 'slow',
        processes: slow,
        production: `CREATE TABLE t AS SELECT 1 AS one;
          CREATE FUNCTION wait() RETURNS int LANGUAGE sql AS 'SELECT 1 FROM pg_catalog.pg_sleep(2.5)';
          CREATE MATERIALIZED VIEW later AS SELECT public.wait()`,
      });
      for (const name of known) await server.sql('postgres', `ALTER ROLE admin SET ${name} = '1500ms'`);
      await assert.rejects(server.sql(copy.production, 'SELECT pg_sleep(2.5)'), /timeout/);
      await copy.backup();
      await copy.restore();
      assert.equal((await copy.compare()).kind, 'equal');
      await copy.stop();
    });

    it('are a source as a standby as well, which reports how far it has replayed', async () => {
      const server = await start([]);
      const copy = await copying(server, {
        name: 'followed',
        production: 'CREATE TABLE t AS SELECT 1 AS one; CREATE UNLOGGED TABLE cache AS SELECT 1 AS one',
      });
      const standby = await server.standby();
      ends.push(() => standby.stop());
      const from = { url: standby.url(copy.production) };
      const findings = (await copy.source(from).preflight?.({ use: 'backup', subject: 'it' })) ?? [];
      assert.equal(said(findings, 'problem'), '');
      assert.match(
        said(findings, 'warning'),
        /hot_standby_feedback is off.*no rows of unlogged tables: public\.cache\./s,
      );
      assert.match(
        said((await copy.target(from).preflight?.({ use: 'restore', subject: 'it' })) ?? [], 'problem'),
        /standby, which cannot be written/,
      );
      await copy.backup(from);
      await copy.restore();
      const [row] = await server.sql(
        copy.staging,
        'SELECT (SELECT count(*)::int FROM t) AS t, (SELECT count(*)::int FROM cache) AS cache',
      );
      assert.deepEqual(row, { t: 1, cache: 0 });
      await copy.stop();
    });
  });
}

const [older, newer] = installed;

describe('tools and servers of different majors', { skip: newer?.skip ?? true }, () => {
  const ends: (() => Promise<void>)[] = [];
  after(async () => {
    for (const end of ends.toReversed()) await end();
  });

  it('are distinguished before anything is emptied, and carry a database to a newer server', async () => {
    const old = await startPostgres(undefined, { tools: older?.tools ?? '' });
    ends.push(() => old.stop());
    const young = await startPostgres(undefined, { tools: newer?.tools ?? '' });
    ends.push(() => young.stop());
    const copy = await copying(old, {
      name: 'majors',
      stagingServer: young,
      production: 'CREATE TABLE t AS SELECT 1 AS one',
    });
    await copy.backup();
    await copy.restore();
    assert.equal((await copy.compare()).kind, 'equal');
    const back = await copying(young, {
      name: 'back',
      stagingServer: old,
      production: 'CREATE TABLE t (id int)',
      staging: 'CREATE TABLE kept (id int)',
    });
    assert.match(said(await back.preflight(), 'problem'), /comes from PostgreSQL \d+, and this server is older: \d+\./);
    const apart = await copying(old, {
      name: 'apart',
      production: 'CREATE TABLE t (id int)',
      staging: 'CREATE TABLE kept (id int)',
    });
    await apart.backup({ tools: young.tools });
    await assert.rejects(
      apart.restore(),
      new RegExp(`written by pg_dump ${newer?.major}, .*postgresql-client-${newer?.major}`),
    );
    await assert.rejects(apart.restore({ tools: young.tools }), /cannot restore into a server of version/);
    assert.equal((await old.sql(apart.staging, 'SELECT FROM kept')).length, 0);
    for (const each of [copy, back, apart]) await each.stop();
  });
});
