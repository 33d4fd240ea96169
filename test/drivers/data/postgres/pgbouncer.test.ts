import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { PreflightRequest } from '../../../../src/drivers/data/data-store.ts';
import { missingPgBouncer, startPgBouncer, type TestPgBouncer } from '../../../support/pgbouncer.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { type Copying, copying, said } from './copying.ts';

const skip = (await missingPostgres()) ?? (await missingPgBouncer());

describe('PgBouncer in front of PostgreSQL', { skip }, () => {
  let server: TestPostgres;
  let copy: Copying;

  before(async () => {
    server = await startPostgres('plain');
    copy = await copying(server, {
      name: 'pooled',
      production:
        'CREATE TABLE t AS SELECT n, md5(n::text) AS text FROM generate_series(1, 5000) n; CREATE INDEX ON t (n)',
      staging: 'CREATE TABLE kept AS SELECT 1 AS one',
    });
  });
  after(async () => {
    await copy?.stop();
    await server?.stop();
  });

  const problems = async (use: PreflightRequest['use'], pooler: TestPgBouncer): Promise<string> => {
    const store =
      use === 'backup'
        ? copy.source({ url: pooler.url(copy.production) })
        : copy.target({ url: pooler.url(copy.staging) });
    return said((await store.preflight?.({ use, subject: 'it' })) ?? [], 'problem');
  };
  const refusedWith = (pattern: RegExp) => (error: unknown) => {
    assert.ok(error instanceof SystemFailure, String(error));
    assert.match(error.message, pattern);
    assert.match(error.detail.next, /name the direct address of the server, not (a|the) pooler/);
    return true;
  };
  const isUnchanged = async (): Promise<void> => {
    const found = await server.sql(
      copy.staging,
      "SELECT (SELECT one FROM kept) AS one, (SELECT count(*)::int FROM pg_namespace WHERE nspname LIKE 'staged_upgrade%') AS left",
    );
    assert.deepEqual(found, [{ one: 1, left: 0 }]);
  };

  it('gives each connection a session of its own: backups are taken, restores need its start-up settings', async () => {
    for (const [settings, why] of [
      [[], /: a pooler .* refused the connection/],
      [['ignore_startup_parameters = options'], /The server did not get them/],
    ] as const) {
      await using pooler = await startPgBouncer(server, { mode: 'session', settings });
      assert.equal(await problems('backup', pooler), '');
      await copy.backup({ url: pooler.url(copy.production) });
      const said = await problems('restore', pooler);
      assert.match(said, /such as a pooler, does not pass on the settings that a connection is opened with/);
      assert.match(said, why);
      const restore = copy.restore({ url: pooler.url(copy.staging) });
      await assert.rejects(restore, refusedWith(/does not pass on the settings.*the database is unchanged/s));
      await isUnchanged();
    }
    await copy.restore();
    assert.equal((await copy.compare()).kind, 'equal');
    await server.sql(copy.staging, 'CREATE TABLE kept AS SELECT 1 AS one');
  });

  for (const mode of ['transaction', 'statement'] as const) {
    it(`moves statements between sessions (${mode}), so both backup and restore refuse it`, async () => {
      await using pooler = await startPgBouncer(server, { mode });
      for (const use of ['backup', 'restore'] as const)
        assert.match(await problems(use, pooler), /a pooler of transactions, moves statements between sessions/);
      const moves = /moves statements between sessions/;
      await copy.backup();
      await assert.rejects(copy.restore({ url: pooler.url(copy.staging) }), refusedWith(moves));
      await assert.rejects(copy.backup({ url: pooler.url(copy.production) }), refusedWith(moves));
      await isUnchanged();
    });
  }

  // With two, either both workers of pg_dump wait, or the session that keeps the snapshot does.
  for (const sessions of [1, 2]) {
    it(`has fewer sessions than a backup needs (${sessions}): reported after its wait limit, and nothing hangs`, async () => {
      const settings = [`default_pool_size = ${sessions}`, 'query_wait_timeout = 2'];
      await using pooler = await startPgBouncer(server, { mode: 'session', settings });
      // A program that was between two statements sees no more than that its connection is gone.
      const isSaid =
        /a pooler between here and the server ended or refused|something on the way to it cut the connection/;
      await assert.rejects(copy.backup({ url: pooler.url(copy.production) }), (error) => {
        assert.ok(error instanceof SystemFailure, String(error));
        assert.match(error.message, isSaid);
        return true;
      });
    });
  }
});
