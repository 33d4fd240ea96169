import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { certificates } from '../../../support/certificates.ts';
import { missingPostgres, startPostgres } from '../../../support/postgres.ts';
import { copying } from './copying.ts';

const skip = await missingPostgres();

test('a PostgreSQL server that only speaks TLS is backed up and restored, and another authority is refused', {
  skip,
}, async (t) => {
  const { authority, otherAuthority, certificate, key } = await certificates(t, 'IP:127.0.0.1', 'postgres');
  const rules = join(dirname(certificate), 'pg_hba.conf');
  await writeFile(rules, 'local all all scram-sha-256\nhostssl all admin all scram-sha-256\n');
  const server = await startPostgres('plain', {
    configuration: ['ssl = on', `ssl_cert_file = '${certificate}'`, `ssl_key_file = '${key}'`],
  });
  t.after(() => server.stop());
  const copy = await copying(server, {
    name: 'encrypted',
    production: 'CREATE TABLE t AS SELECT 1 AS one',
    staging: 'CREATE TABLE kept AS SELECT 1 AS one',
  });
  t.after(() => copy.stop());
  // From now on nobody gets in without TLS.
  await server.sql('postgres', `ALTER SYSTEM SET hba_file = '${rules}'`);
  await server.restart();

  const url = (database: string, parameters: string, host = '127.0.0.1') => ({
    url: `${server.url(database).replace('127.0.0.1', host)}?${parameters}`,
  });
  const trusted = `sslmode=verify-full&sslrootcert=${authority}`;
  await copy.backup(url(copy.production, trusted));
  await copy.restore(url(copy.staging, trusted));
  assert.equal((await copy.compare(url(copy.staging, trusted))).kind, 'equal');
  for (const mode of ['prefer', 'require', `verify-ca&sslrootcert=${authority}`])
    await copy.source(url(copy.production, `sslmode=${mode}`)).identity();

  const refused: readonly (readonly [parameters: string, host: string, expected: RegExp])[] = [
    [
      `sslmode=verify-full&sslrootcert=${otherAuthority}`,
      '127.0.0.1',
      /TLS certificate is not trusted here.*sslrootcert/,
    ],
    [
      `sslmode=verify-ca&sslrootcert=${otherAuthority}`,
      '127.0.0.1',
      /TLS certificate is not trusted here.*sslrootcert/,
    ],
    [trusted, 'localhost', /TLS certificate is for a different name from the one in the URL.*Use the name/],
    ['sslmode=disable', '127.0.0.1', /only over TLS.*sslmode=require/],
  ];
  for (const [parameters, host, expected] of refused) {
    const isSaid = (error: unknown) => {
      assert.ok(error instanceof SystemFailure, String(error));
      assert.match(error.message, expected);
      return true;
    };
    await assert.rejects(copy.backup(url(copy.production, parameters, host)), isSaid, parameters);
    await assert.rejects(copy.target(url(copy.staging, parameters, host)).identity(), isSaid, parameters);
  }
  await assert.rejects(
    copy.source(url(copy.production, 'sslmode=verify-full&sslrootcert=/no/such/file.pem')).identity(),
    /The file "\/no\/such\/file\.pem" could not be read \(ENOENT\); sslrootcert in .* names it/,
  );
});
