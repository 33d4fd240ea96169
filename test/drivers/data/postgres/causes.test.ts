import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { isOfTheBackup } from '../../../../src/drivers/data/postgres/causes.ts';
import { parseConnection } from '../../../../src/drivers/data/postgres/connection.ts';
import { databaseFailure, requireSuccess } from '../../../../src/drivers/data/postgres/failure.ts';
import { withSession } from '../../../../src/drivers/data/postgres/session.ts';
import { missingPostgres, startPostgres } from '../../../support/postgres.ts';

const skip = await missingPostgres();

test('what a server does to a connection is reported in words, with what to do', { skip }, async (t) => {
  const server = await startPostgres();
  t.after(() => server.stop());
  const connect = (url: string) => parseConnection({ url, password: undefined, where: 'database.postgres.url' });
  const own = connect(server.url('postgres'));
  const failing = async (url: string, ...statements: string[]): Promise<string> => {
    try {
      await withSession(connect(url), undefined, async ({ query }) => {
        for (const statement of statements) await query(statement);
      });
    } catch (cause) {
      return databaseFailure(cause, 'Reading', 'Nothing was done.').message;
    }
    return 'nothing failed';
  };
  const url = server.url('postgres');
  const encrypted = `${url}?sslmode=require`;
  assert.equal(own.port, server.port);
  assert.match(
    await failing(url, 'SELECT pg_terminate_backend(pg_backend_pid())'),
    /restarted or shut down.*Wait until/,
  );
  assert.match(
    await failing(url, "SET statement_timeout = '20ms'", 'SELECT pg_sleep(5)'),
    /took longer than .*Raise statement_timeout/,
  );
  assert.match(await failing(encrypted, 'SELECT 1'), /asks for TLS, but .*does not offer it.*sslmode=disable/);
  assert.match(await failing(url.replace('admin:', 'nobody:'), 'SELECT 1'), /Check user, password and pg_hba\.conf/);
  assert.match(await failing(server.url('absent'), 'SELECT 1'), /Create the database first/);
});

test('what a tool prints about the server is reported in the same words, and never a row', () => {
  const failing = (stderr: string): string => {
    const result = { exitCode: 1, endedBy: undefined, stdout: '', stderr, milliseconds: 1 };
    try {
      requireSuccess(result, 'pg_restore', 'It is not restored.', 'See the log.');
    } catch (cause) {
      assert(cause instanceof SystemFailure);
      return cause.message;
    }
    return 'nothing failed';
  };
  const cases: readonly (readonly [string, RegExp])[] = [
    [
      'pg_restore: error: COPY failed for table "patients": ERROR:  could not extend file "base/1/2": No space left on device',
      /disk of the server is full.*Free space/,
    ],
    [
      'pg_dump: error: Dumping the contents of table "t" failed: PQgetResult() failed.\npg_dump: detail: Error message from server: server closed the connection unexpectedly',
      /the server died or was restarted, or something on the way/,
    ],
    [
      'pg_restore: error: could not execute query: server closed the connection unexpectedly',
      /the server died or was restarted, or something on the way/,
    ],
    [
      'pg_restore: error: connection to server at "db" failed: FATAL:  sorry, too many clients already',
      /no connection left.*max_connections/,
    ],
    ['pg_restore: error: could not execute query: ERROR:  out of shared memory', /ran out of memory/],
  ];
  for (const [stderr, expected] of cases) assert.match(failing(stderr), expected);
});

test('what the backup itself holds needs another backup, and what the server lacks does not', () => {
  assert(isOfTheBackup('COPY failed for table "patients": duplicate key value violates unique constraint "…"'));
  assert(!isOfTheBackup('could not extend file: No space left on device'));
});
