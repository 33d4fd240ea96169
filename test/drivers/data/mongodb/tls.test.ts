import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import type { Effects } from '../../../../src/world/effects/effects.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { type ProcessRequest, systemProcesses } from '../../../../src/world/processes/process.ts';
import { certificates } from '../../../support/certificates.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mayReplace } from '../../../support/marking.ts';
import { missingMongodb, startMongodb } from '../../../support/mongodb.ts';

interface Chosen {
  readonly parameters: string;
  readonly host?: string | undefined;
  readonly effects?: Effects;
}

const isSaid = (expected: RegExp) => (error: unknown) => {
  assert.ok(error instanceof SystemFailure, String(error));
  assert.match(error.message, expected);
  return true;
};

const skip = missingMongodb() ?? false;

test('a server that only speaks TLS is backed up and restored, and another authority is refused', {
  skip,
}, async (t) => {
  const made = await certificates(t, 'IP:127.0.0.1');
  const server = await startMongodb({ tls: made });
  t.after(() => server.stop());
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-tls-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const noCertificate = join(directory, 'empty.pem');
  await writeFile(noCertificate, '');
  await server.client
    .db('live_inventory')
    .collection('devices')
    .insertMany([{ number: 1 }, { number: 2 }]);
  const open = (prefix: string, { parameters, host = '127.0.0.1', effects = databaseEffects() }: Chosen): DataStore => {
    const url = `${server.url.replace('127.0.0.1', host)}&${parameters}`;
    return dataStore
      .parse({ mongodb: { url, databases: ['inventory'], prefix, tools: server.tools } })
      .open({ effects, where: 'environments.staging.data', placeholders: {} });
  };

  const trusted = `tls=true&tlsCAFile=${made.authority}`;
  const taken = await open('live_', { parameters: trusted }).backup({ directory, log: silentLog });
  const request = { directory, references: taken.references, log: silentLog, mayReplace };
  await open('copy_', { parameters: trusted }).restore(request);
  assert.equal(
    compareFingerprints(taken.fingerprint, await open('copy_', { parameters: trusted }).fingerprint()).kind,
    'equal',
  );

  const refused: readonly (readonly [parameters: string, expected: RegExp, host?: string])[] = [
    [`tls=true&tlsCAFile=${made.otherAuthority}`, /its TLS certificate is not trusted here.*tlsCAFile=FILE in the URL/],
    ['tls=true', /its TLS certificate is not trusted here.*tlsCAFile=FILE in the URL/],
    ['tls=true&tlsCAFile=/no/such/file.pem', /the file "\/no\/such\/file\.pem", which its URL names.*\(ENOENT\)/],
    [`tls=true&tlsCAFile=${noCertificate}`, /its TLS certificate is not trusted here/],
    ['tls=false', /the connection was cut.*tls=true in the URL if it only accepts TLS/],
    [trusted, /its TLS certificate is for a different name from the one in the URL/, 'localhost'],
  ];
  await Promise.all(
    refused.flatMap(([parameters, expected, host]) => {
      const settings = { parameters: `${parameters}&serverSelectionTimeoutMS=3000`, host };
      return [
        assert.rejects(open('live_', settings).backup({ directory, log: silentLog }), isSaid(expected), parameters),
        assert.rejects(open('copy_', settings).restore(request), isSaid(expected), parameters),
      ];
    }),
  );
  const documents = (await open('copy_', { parameters: trusted }).fingerprint()).tables.map(({ rows }) => rows);
  assert.deepEqual(documents, [2], 'what was refused has dropped nothing');

  // The tools have authorities of their own: they may not trust what the client trusts.
  const untrusting = databaseEffects(
    {},
    {
      processes: {
        run: async (asked: ProcessRequest) => {
          const file = asked.argv[asked.argv.indexOf('--config') + 1];
          if (asked.argv.includes('--config') && file !== undefined) {
            const text = await readFile(file, 'utf8');
            const [own, other] = [made.authority, made.otherAuthority].map(encodeURIComponent);
            assert.ok(text.includes(own ?? ''), 'the tools are given it');
            await writeFile(file, text.replace(own ?? '', other ?? ''));
          }
          return await systemProcesses.run(asked);
        },
      },
    },
  );
  const settings = { parameters: `${trusted}&serverSelectionTimeoutMS=3000`, effects: untrusting };
  await assert.rejects(
    open('live_', settings).backup({ directory, log: silentLog }),
    isSaid(/^mongodump failed while dumping "live_inventory": its TLS certificate is not trusted here/),
  );
  await assert.rejects(
    open('copy_', settings).restore(request),
    isSaid(/^mongorestore failed while restoring "copy_inventory": its TLS certificate is not trusted here/),
  );
});
