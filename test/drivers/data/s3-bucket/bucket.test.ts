import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import { compareIdentities } from '../../../../src/core/decisions/identity.ts';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { Fingerprint } from '../../../../src/core/model/fingerprint.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mayReplace } from '../../../support/marking.ts';
import { type MotoBucket, moto, newMotoBucket } from '../../../support/moto.ts';

describe('a bucket with files of an application', { skip: moto.skip }, () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const open = ({ settings, variables }: MotoBucket, more: object = {}): DataStore => {
    const effects = { ...databaseEffects(variables), clock: { now: () => new Date(), sleep: async () => undefined } };
    return dataStore
      .parse({ 's3-bucket': { ...settings, ...more } })
      .open({ effects, where: 'environments.staging.data', placeholders: {} });
  };
  const log = databaseEffects().log;
  const backUp = async (store: DataStore): Promise<{ directory: string; value: Fingerprint; references: number }> => {
    const directory = await mkdtemp(join(folder, 'backup-'));
    const { fingerprint, references } = await store.backup({ directory, log });
    if (fingerprint.kind !== 'same-snapshot') throw new Error('no fingerprint');
    return { directory, value: JSON.parse(JSON.stringify(fingerprint.value)), references: references.length };
  };
  const restoring = (directory: string) => ({ directory, references: [], log, mayReplace });
  const compared = async (value: Fingerprint, store: DataStore): Promise<string> => {
    const comparison = compareFingerprints({ kind: 'same-snapshot', value }, await store.fingerprint(undefined, value));
    return comparison.kind === 'different' ? comparison.differences.join('\n') : comparison.kind;
  };
  const said = async (store: DataStore, use: 'backup' | 'restore', needs?: object): Promise<string> =>
    JSON.stringify(await store.preflight?.({ use, subject: 'the bucket', ...(needs && { needs: { ...needs } }) }));

  for (const status of ['never', 'Suspended'] as const) {
    it(`is copied with its bytes and headers if versioning is ${status}`, async () => {
      const production = await newMotoBucket();
      if (status !== 'never') await production.keepVersions('Enabled');
      await production.objects.write('scans/one', Buffer.from('before'));
      if (status !== 'never') await production.keepVersions(status);
      const kept = { 'content-type': 'image/png', 'x-amz-meta-patient': '7', expires: 'Wed, 21 Oct 2026 07:28:00 GMT' };
      await production.put('scans/two', 'image', kept);
      await production.objects.write('odd//name 100% +', Buffer.from('x'));
      const { directory, value, references } = await backUp(open(production));
      assert.equal(references, 0);
      assert.match(await said(open(production), 'backup'), status === 'never' ? /was never enabled/ : /is suspended/);
      // What is replaced now is nowhere else.
      await production.objects.write('scans/one', Buffer.from('after'));
      const staging = await newMotoBucket();
      await staging.objects.write('left/over', Buffer.from('x'));
      const copy = open(staging);
      await copy.restore(restoring(directory));
      assert.equal(await compared(value, copy), 'equal');
      assert.equal((await staging.objects.read('scans/one')).toString(), 'before');
      assert.deepEqual([...(await staging.objects.keys())].toSorted(), ['odd//name 100% +', 'scans/one', 'scans/two']);
      await staging.put('scans/two', 'image', { ...kept, expires: 'Wed, 21 Oct 2026 07:29:00 GMT' });
      assert.match(await compared(value, copy), /different content|other content/);
      await staging.put('scans/two', 'image', { ...kept, 'content-type': 'image/jpeg' });
      assert.match(await compared(value, copy), /folder "scans" has the same number of files, but different content/);
      await assert.rejects(
        backUp(open(production, { method: 'versions' })),
        /versioning of the bucket .* (is suspended|was never enabled)/,
      );
    });
  }

  it('is a list of versions, which bring back what was replaced and removed since', async () => {
    const production = await newMotoBucket();
    await production.keepVersions('Enabled');
    for (const key of ['a/one', 'a/two', 'b/three']) await production.put(key, key, { 'content-type': 'text/x-own' });
    const store = open(production);
    const { directory, value, references } = await backUp(store);
    assert.equal(references, 1);
    await production.objects.write('a/one', Buffer.from('replaced'));
    await production.objects.remove('a/two');
    await production.objects.write('a/new', Buffer.from('new'));
    assert.notEqual(await compared(value, store), 'equal');
    const staging = await newMotoBucket();
    await open(staging).restore(restoring(directory));
    assert.equal(await compared(value, open(staging)), 'equal');
    assert.equal((await staging.objects.read('a/one')).toString(), 'a/one');
    // A rollback goes into the bucket itself, and keeps what it replaces as versions.
    await store.restore({ ...restoring(directory), isOriginal: true });
    assert.equal(await compared(value, store), 'equal');
    assert.deepEqual(await production.objects.keys(), ['a/one', 'a/two', 'b/three']);
  });

  it('refuses before anything is written if a version is gone, and says which', async () => {
    const production = await newMotoBucket();
    await production.keepVersions('Enabled');
    for (const key of ['one', 'two']) await production.objects.write(key, Buffer.from(key));
    const { directory } = await backUp(open(production));
    await production.removeVersions('two');
    const staging = await newMotoBucket();
    await staging.objects.write('kept', Buffer.from('x'));
    await assert.rejects(
      open(staging).restore(restoring(directory)),
      (error) =>
        error instanceof SystemFailure && /"two" in its version ".*" is not there any more/.test(error.message),
    );
    assert.deepEqual(await staging.objects.keys(), ['kept']);
  });

  it('preflight reports by which rules the bucket itself removes what a backup needs', async () => {
    const production = await newMotoBucket();
    await production.keepVersions('Enabled');
    await production.objects.write('one', Buffer.from('1'));
    await production.expire(
      '<Rule><ID>a</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status><Expiration><Days>90</Days></Expiration><NoncurrentVersionExpiration><NoncurrentDays>3</NoncurrentDays></NoncurrentVersionExpiration></Rule>',
    );
    const found = await said(open(production), 'backup');
    assert.match(found, /removes versions 3 days after they were replaced/);
    assert.match(found, /removes objects that are in use/);
    assert.doesNotMatch(await said(open(production, { method: 'copy' }), 'backup'), /removes versions/);
  });

  it("counts as production's if two places are in one bucket, whatever their prefixes", async () => {
    const bucket = await newMotoBucket();
    await bucket.objects.write('live/one', Buffer.from('1'));
    const production = open(bucket, { prefix: 'live' });
    const staging = open(bucket, { prefix: 'live/copy' });
    assert.equal(compareIdentities(await production.identity(), await staging.identity()).kind, 'cannot-tell');
    const { directory } = await backUp(production);
    await assert.rejects(staging.restore(restoring(directory)), /would be restored into the same bucket/);
  });

  it('only compares keys and sizes if that is configured, also on staging', async () => {
    const bucket = await newMotoBucket();
    await bucket.objects.write('one', Buffer.from('1'));
    const { value } = await backUp(open(bucket, { fingerprint: { content: false } }));
    await bucket.objects.write('one', Buffer.from('2'));
    assert.equal(await compared(value, open(bucket)), 'equal');
    await bucket.objects.write('one', Buffer.from('22'));
    assert.match(await compared(value, open(bucket)), /has 2 bytes, expected 1/);
  });

  it('preflight tells staging that it may not read where the versions are', async () => {
    const production = await newMotoBucket();
    await production.keepVersions('Enabled');
    await production.objects.write('one', Buffer.from('1'));
    const needs = await open(production).needs?.();
    const staging = await newMotoBucket();
    assert.match(await said(open(staging), 'restore', needs), /Versions in production's bucket .* can be read/);
    await production.removeVersions('one');
    await production.removeBucket();
    assert.match(await said(open(staging), 'restore', needs), /may not read versions.*s3:GetObjectVersion/);
  });
});
