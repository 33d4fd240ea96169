import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import { compareIdentities } from '../../../../src/core/decisions/identity.ts';
import type { Fingerprint } from '../../../../src/core/model/fingerprint.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { type VersionedAccount, versionedAccount } from '../../../support/azure-versions.ts';
import { azurite, newAzureContainer } from '../../../support/azurite.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mayReplace } from '../../../support/marking.ts';

const log = databaseEffects().log;
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
});
after(() => rm(folder, { recursive: true, force: true }));

interface Place {
  readonly settings: object;
  readonly variables?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
}

function open({ settings, variables = {}, fetch: ask = fetch }: Place, more: object = {}): DataStore {
  const clock = { now: () => new Date(), sleep: async () => undefined };
  const effects = { ...databaseEffects(variables), clock, fetch: ask };
  return dataStore
    .parse({ 'azure-container': { ...settings, ...more } })
    .open({ effects, where: 'environments.staging.data', placeholders: {} });
}

async function backUp(store: DataStore): Promise<{ directory: string; value: Fingerprint; references: number }> {
  const directory = await mkdtemp(join(folder, 'backup-'));
  const { fingerprint, references } = await store.backup({ directory, log });
  if (fingerprint.kind !== 'same-snapshot') throw new Error('no fingerprint');
  return { directory, value: JSON.parse(JSON.stringify(fingerprint.value)), references: references.length };
}

const restoring = (directory: string) => ({ directory, references: [], log, mayReplace });

async function compared(value: Fingerprint, store: DataStore): Promise<string> {
  const comparison = compareFingerprints({ kind: 'same-snapshot', value }, await store.fingerprint(undefined, value));
  return comparison.kind === 'different' ? comparison.differences.join('\n') : comparison.kind;
}

async function said(store: DataStore, use: 'backup' | 'restore', needs?: object): Promise<string> {
  return JSON.stringify(
    await store.preflight?.({ use, subject: 'the container', ...(needs && { needs: { ...needs } }) }),
  );
}

describe('A container of Azure whose account keeps versions, as the vendor documents it', () => {
  const placed = (account: VersionedAccount, container: string, name = 'acme'): Place => ({
    fetch: account.fetch,
    settings: { account: name, container, 'access-token': '${TOKEN}' },
    variables: { TOKEN: 'a-token-of-the-test' },
  });
  const filled = (): VersionedAccount => {
    const account = versionedAccount();
    account.write('live', 'a/one', 'one', { 'content-type': 'application/x-mender', 'x-ms-meta-device': 'beaglebone' });
    account.write('live', 'a/two & <three>', 'two');
    account.write('live', 'empty', '');
    return account;
  };

  it('is a list of versions, which bring back what was replaced and removed since', async () => {
    const account = filled();
    const production = open(placed(account, 'live'));
    const { directory, value, references } = await backUp(production);
    assert.equal(references, 1);
    account.write('live', 'a/one', 'replaced');
    account.remove('live', 'a/two & <three>');
    account.write('live', 'a/new', 'new');
    account.write('copy', 'left/over', 'x');
    const staging = open(placed(account, 'copy'));
    await staging.restore(restoring(directory));
    assert.equal(await compared(value, staging), 'equal');
    assert.equal(account.read('copy', 'a/one'), 'one');
    assert.deepEqual(account.names('copy'), ['a/one', 'a/two & <three>', 'empty']);
    account.write('copy', 'a/one', 'one', { 'content-type': 'application/x-mender', 'x-ms-meta-device': 'other' });
    assert.match(await compared(value, staging), /folder "a" has the same number of files, but different content/);
    await production.restore({ ...restoring(directory), isOriginal: true });
    assert.equal(await compared(value, production), 'equal');
  });

  it('refuses before anything is written if a version is gone, and says which', async () => {
    const account = filled();
    const { directory } = await backUp(open(placed(account, 'live')));
    account.write('live', 'a/one', 'replaced');
    account.removeVersions('live', 'a/one');
    account.write('copy', 'kept', 'x');
    await assert.rejects(
      open(placed(account, 'copy')).restore(restoring(directory)),
      /"a\/one" in its version ".*" is not there any more/,
    );
    assert.deepEqual(account.names('copy'), ['kept']);
  });

  it('copies if something has no version, and says why', async () => {
    const account = versionedAccount();
    account.keepVersions = false;
    account.write('live', 'one', 'before');
    const production = open(placed(account, 'live'));
    assert.match(await said(production, 'backup'), /Versioning of the container \\"acme\/live\\" is off: no blob/);
    account.keepVersions = true;
    account.write('live', 'two', 'two');
    assert.match(await said(production, 'backup'), /turned on after some of its blobs were written/);
    const { directory, references } = await backUp(production);
    assert.equal(references, 0);
    account.keepVersions = false;
    account.write('live', 'one', 'after');
    await open(placed(account, 'copy')).restore(restoring(directory));
    assert.equal(account.read('copy', 'one'), 'before');
    await assert.rejects(
      backUp(open(placed(account, 'live'), { method: 'versions' })),
      /method is "versions", and versioning of the container "acme\/live" is off/,
    );
  });

  it('checks soft delete, which brings a removed version back', async () => {
    const account = filled();
    const production = open(placed(account, 'live'));
    assert.match(await said(production, 'backup'), /can be brought back for 7 days \(soft delete\)/);
    account.softDeleteDays = undefined;
    assert.match(
      await said(production, 'backup'),
      /"kind":"warning".*Soft delete of the container \\"acme\/live\\" is off/,
    );
    account.softDeleteDays = 'forbidden';
    assert.match(await said(production, 'backup'), /could not be read.*blobServices\/read/);
    assert.doesNotMatch(await said(open(placed(account, 'live'), { method: 'copy' }), 'backup'), /[Ss]oft delete/);
  });

  it('preflight tells staging that it may not read where the versions are', async () => {
    const account = filled();
    const needs = await open(placed(account, 'live')).needs?.();
    assert.match(
      await said(open(placed(account, 'copy')), 'restore', needs),
      /Versions in production's container \\"acme\/live\\" can be read/,
    );
    const refusing: typeof fetch = async (input, init) =>
      new Request(input, init).url.includes('/live/')
        ? new Response('<Error><Code>AuthorizationPermissionMismatch</Code></Error>', { status: 403 })
        : await account.fetch(input, init);
    const staging = open({ ...placed(account, 'copy'), fetch: refusing });
    assert.match(await said(staging, 'restore', needs), /may not read versions.*Storage Blob Data Reader/);
  });

  it('distinguishes staging from production by account and container, and treats two places in one as the same', async () => {
    const account = filled();
    const [live, copy] = [open(placed(account, 'live')), open(placed(account, 'copy'))];
    assert.equal(compareIdentities(await live.identity(), await copy.identity()).kind, 'different');
    const other = open(placed(account, 'live', 'acmestaging'));
    assert.equal(compareIdentities(await live.identity(), await other.identity()).kind, 'different');
    const within = open(placed(account, 'live'), { prefix: 'copy' });
    assert.equal(compareIdentities(await live.identity(), await within.identity()).kind, 'cannot-tell');
    const { directory } = await backUp(live);
    await assert.rejects(within.restore(restoring(directory)), /would be restored into the same container/);
  });

  it('refuses blobs stored with an encoding that is decoded in transit', async () => {
    const account = filled();
    account.write('live', 'page.html', 'x', { 'content-encoding': 'br' });
    await assert.rejects(
      backUp(open(placed(account, 'live'))),
      /the blob "page.html" is stored with the Content-Encoding "br"/,
    );
  });
});

describe('A container of Azure on the emulator, which keeps no versions', { skip: azurite.skip }, () => {
  it('is copied with its bytes and headers', async () => {
    const [production, staging] = [await newAzureContainer(), await newAzureContainer()];
    await production.put('scans/one', 'image', { 'x-ms-blob-content-type': 'image/png', 'x-ms-meta-patient': '7' });
    await production.objects.write('empty', Buffer.alloc(0));
    await staging.objects.write('left/over', Buffer.from('x'));
    const { directory, value, references } = await backUp(open(production));
    assert.equal(references, 0);
    await production.objects.write('scans/one', Buffer.from('after'));
    await open(staging).restore(restoring(directory));
    assert.equal(await compared(value, open(staging)), 'equal');
    assert.deepEqual([...(await staging.objects.keys())].toSorted(), ['empty', 'scans/one']);
    assert.match(
      await said(open(production), 'backup'),
      /is off: no blob of it has a version.*copies all of it: 2 objects/,
    );
    await staging.put('scans/one', 'image', { 'x-ms-blob-content-type': 'image/jpeg', 'x-ms-meta-patient': '7' });
    assert.match(
      await compared(value, open(staging)),
      /folder "scans" has the same number of files, but different content/,
    );
  });
});
