import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import { SystemFailure, UserError } from '../../../../src/core/messages/errors.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { certificates } from '../../../support/certificates.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingMariadb, startMariadb } from '../../../support/mariadb.ts';
import { mayReplace } from '../../../support/marking.ts';

const skip = await missingMariadb();

test('a MariaDB server that only speaks TLS is backed up and restored, and another authority is refused', {
  skip,
}, async (t) => {
  const { authority, otherAuthority, certificate, key } = await certificates(t, 'DNS:localhost');
  const server = await startMariadb([`--ssl-cert=${certificate}`, `--ssl-key=${key}`]);
  t.after(() => server.stop());
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-tls-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  await server.sql(
    '',
    'CREATE DATABASE live',
    'CREATE DATABASE copy',
    'CREATE TABLE live.t AS SELECT 1 AS one',
    "CREATE USER tls@'%' IDENTIFIED BY 'plain' REQUIRE SSL",
    "GRANT ALL PRIVILEGES ON *.* TO tls@'%'",
  );
  const open = (database: string, parameters: string, host = 'localhost'): DataStore =>
    dataStore
      .parse({ mysql: { url: `mysql://tls:plain@${host}:${server.port}/${database}?${parameters}` } })
      .open({ effects: databaseEffects(), where: 'environments.staging.data', placeholders: {} });

  const trusted = `ssl-mode=verify-identity&ssl-ca=${authority}`;
  const taken = await open('live', trusted).backup({ directory, log: silentLog });
  const request = { directory, references: taken.references, log: silentLog, mayReplace };
  await open('copy', trusted).restore(request);
  assert.equal(compareFingerprints(taken.fingerprint, await open('copy', trusted).fingerprint()).kind, 'equal');
  for (const mode of ['preferred', 'required', `verify-ca&ssl-ca=${authority}`])
    await open('live', `ssl-mode=${mode}`, '127.0.0.1').identity();

  const refused: readonly (readonly [parameters: string, expected: RegExp])[] = [
    [`ssl-mode=verify-identity&ssl-ca=${otherAuthority}`, /its certificate is not trusted here.*ssl-ca in the URL/],
    [`ssl-mode=verify-ca&ssl-ca=${otherAuthority}`, /its certificate is not trusted here.*ssl-ca in the URL/],
    [
      'ssl-mode=verify-ca&ssl-ca=/no/such/file.pem',
      /"\/no\/such\/file\.pem" could not be read .*ssl-ca in .* names it/,
    ],
  ];
  for (const [parameters, expected] of refused) {
    const isSaid = (error: unknown) => {
      assert.ok(error instanceof SystemFailure, String(error));
      assert.match(error.message, expected);
      return true;
    };
    await assert.rejects(open('live', parameters).backup({ directory, log: silentLog }), isSaid, parameters);
    await assert.rejects(open('copy', parameters).restore(request), isSaid, parameters);
  }
  await assert.rejects(open('live', 'ssl-mode=disabled').identity(), SystemFailure);
  await assert.rejects(
    async () => await open('live', trusted, '127.0.0.1').identity(),
    (error) => error instanceof UserError && /an address instead of a name/.test(error.message),
  );
});
