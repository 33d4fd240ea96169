import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  AddTagsToResourceCommand,
  CreateDBInstanceCommand,
  DescribeDBClusterSnapshotAttributesCommand,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  ModifyDBClusterCommand,
  ModifyDBInstanceCommand,
  type RDSClient,
} from '@aws-sdk/client-rds';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { account } from '../../../support/aws/aws.ts';
import { mark, markOf, mayReplace } from '../../../support/marking.ts';
import { jobKey, type RdsDataWorld, rdsDataWorld } from './world.ts';

/* What can happen to a snapshot and to the exchange of two clusters. */

async function backedUp(t: TestContext, store: DataStore) {
  const directory = await mkdtemp(join(tmpdir(), 'staged-rds-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const taken = await store.backup({ directory, log: silentLog });
  return { taken, request: { directory, references: taken.references, log: silentLog, mayReplace } };
}

async function snapshotsOf({ client }: Pick<RdsDataWorld, 'client'>): Promise<string[]> {
  const { DBClusterSnapshots } = await client.send(new DescribeDBClusterSnapshotsCommand({ SnapshotType: 'manual' }));
  return (DBClusterSnapshots ?? []).map(({ DBClusterSnapshotIdentifier }) => DBClusterSnapshotIdentifier ?? '');
}

async function clustersOf(client: RDSClient): Promise<string[]> {
  const { DBClusters } = await client.send(new DescribeDBClustersCommand({}));
  return (DBClusters ?? []).map(({ DBClusterIdentifier }) => DBClusterIdentifier ?? '').toSorted();
}

const noSnapshot = /There is no backup/;

test('Amazon RDS as a store of data', async (t) => {
  const world = await rdsDataWorld(t);
  if (world === undefined) return;
  const { cloud, client, server, open, cluster } = world;

  await t.test('a copy has the instances, the classes, the tiers and the tags of what it replaces', async (t) => {
    await cluster('prod', ['db.r6g.large']);
    await cluster('staging', ['db.t4g.medium', 'db.t3.medium']);
    const described = async () => {
      const { DBInstances } = await client.send(
        new DescribeDBInstancesCommand({ Filters: [{ Name: 'db-cluster-id', Values: ['staging'] }] }),
      );
      return (DBInstances ?? []).map((each) => [each.DBInstanceIdentifier, each.DBInstanceClass, each.PromotionTier]);
    };
    const before = await described();
    const { DBClusters } = await client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: 'staging' }));
    const arn = DBClusters?.[0]?.DBClusterArn ?? '';
    await client.send(new AddTagsToResourceCommand({ ResourceName: arn, Tags: [{ Key: 'team', Value: 'records' }] }));
    const id = await mark(open('staging'));
    const { request, taken } = await backedUp(t, open('prod'));
    await open('staging').restore(request);
    assert.deepEqual(await described(), before);
    const after = await client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: 'staging' }));
    assert.ok(after.DBClusters?.[0]?.TagList?.some(({ Key, Value }) => Key === 'team' && Value === 'records'));
    assert.notEqual(after.DBClusters?.[0]?.DbClusterResourceId, DBClusters?.[0]?.DbClusterResourceId);
    assert.equal(markOf(await open('staging').identity()), id);
    assert.deepEqual(await clustersOf(client), ['prod', 'staging']);
    assert.match(taken.references[0]?.id ?? '', /:cluster-snapshot:staged-upgrade-prod-\d+$/);
    await open('prod').forget?.(taken.references);
    assert.deepEqual(await snapshotsOf(world), []);
  });

  await t.test('what was written while the snapshot was taken is distinguished from what must be equal', async (t) => {
    await cluster('busy');
    await cluster('quiet');
    await server.sql('busy', 'CREATE TABLE queue (id serial); INSERT INTO queue DEFAULT VALUES');
    await cloud.durations({ snapshot: 3600 });
    const writing = (async () => {
      while ((await snapshotsOf(world)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await server.sql('busy', 'INSERT INTO queue DEFAULT VALUES');
      await cloud.durations({ snapshot: 0.02 });
    })();
    const { taken, request } = await backedUp(t, open('busy'));
    await writing;
    assert.equal(taken.fingerprint.kind, 'beside');
    await open('quiet').restore(request);
    const like = taken.fingerprint.kind === 'beside' ? taken.fingerprint.value : undefined;
    const compared = compareFingerprints(taken.fingerprint, await open('quiet').fingerprint(undefined, like));
    assert.equal(compared.kind, 'equal', JSON.stringify(compared));
    await server.sql('quiet', "UPDATE visits SET note = 'other' WHERE id = 1");
    const changed = compareFingerprints(taken.fingerprint, await open('quiet').fingerprint(undefined, like));
    assert.equal(changed.kind, 'cannot-tell');
    await open('busy').forget?.(taken.references);
  });

  await t.test('a snapshot that fails, or a key that may not be used, leaves no snapshot behind', async () => {
    await cluster('failing');
    await cloud.fault({ kind: 'snapshot-fails' });
    await assert.rejects(backedUp(t, open('failing')), (error) => {
      assert.match(String(error), /is failed, at 40 %/);
      assert.match(String(error), noSnapshot);
      return true;
    });
    assert.deepEqual(await snapshotsOf(world), []);
    await cloud.fault({ kind: 'key-not-accessible', what: 'copy' });
    const copied = open('failing', { copy: { key: 'alias/backups' } });
    await assert.rejects(backedUp(t, copied), /KMSKeyNotAccessibleFault.*kms:CreateGrant/s);
    assert.deepEqual(await snapshotsOf(world), []);
    await cloud.fault({
      kind: 'answer',
      action: 'CreateDBClusterSnapshot',
      code: 'SnapshotQuotaExceeded',
      message: 'too many',
    });
    await assert.rejects(backedUp(t, open('failing')), /SnapshotQuotaExceeded.*backup\.keep/s);
  });

  await t.test(
    'a copy with a key of its own is shared with other accounts, and is what the backup names',
    async (t) => {
      await cluster('shared');
      const { taken } = await backedUp(t, open('shared', { copy: { key: 'alias/backups', 'share-with': [account] } }));
      const [only, ...others] = await snapshotsOf(world);
      assert.deepEqual(others, []);
      assert.match(only ?? '', /-copy$/);
      assert.ok(taken.references[0]?.id.endsWith(`:${only}`));
      const { DBClusterSnapshotAttributesResult: shared } = await client.send(
        new DescribeDBClusterSnapshotAttributesCommand({ DBClusterSnapshotIdentifier: only }),
      );
      assert.deepEqual(shared?.DBClusterSnapshotAttributes?.[0]?.AttributeValues, [account]);
      await open('shared').forget?.(taken.references);
    },
  );

  await t.test('what a quota, a key or protection prevents leaves staging as it was', async (t) => {
    await cluster('source');
    await cluster('kept');
    const { taken, request } = await backedUp(t, open('source'));
    const before = await open('kept').identity();
    await cloud.fault({ kind: 'key-not-accessible', what: 'restore' });
    await assert.rejects(open('kept').restore(request), /KMSKeyNotAccessibleFault.*Staging is as it was/s);
    const { DBInstances } = await client.send(new DescribeDBInstancesCommand({}));
    await cloud.quotas({ DBInstances: (DBInstances ?? []).length });
    await assert.rejects(open('kept').restore(request), /InstanceQuotaExceeded.*staging is there twice/s);
    assert.deepEqual(await open('kept').identity(), before);
    assert.ok((await clustersOf(client)).includes('kept-restoring'), 'the half copy is left for the next one');
    await cloud.quotas({ DBInstances: 40 });
    const protect = { DBClusterIdentifier: 'kept', DeletionProtection: true };
    await client.send(new ModifyDBClusterCommand(protect));
    await assert.rejects(open('kept').restore(request), /is protected against deletion/);
    await client.send(new ModifyDBClusterCommand({ ...protect, DeletionProtection: false }));
    await open('kept').restore(request);
    assert.ok(!(await clustersOf(client)).some((id) => /kept-/.test(id)));
    const like = taken.fingerprint.kind === 'none' ? undefined : taken.fingerprint.value;
    const found = await open('kept').fingerprint(undefined, like);
    assert.equal(compareFingerprints(taken.fingerprint, found).kind, 'equal');
  });

  await t.test(
    'a restore that was ended between two names is continued, and the mark is there meanwhile',
    async (t) => {
      await cluster('origin');
      await cluster('halfway', ['db.t4g.medium', 'db.t3.medium']);
      const id = await mark(open('halfway'));
      const { request } = await backedUp(t, open('origin'));
      // As it is left: an instance and the cluster have their other names, and an incomplete copy is beside them.
      await client.send(
        new ModifyDBInstanceCommand({
          DBInstanceIdentifier: 'halfway-1',
          NewDBInstanceIdentifier: 'halfway-1-replaced',
          ApplyImmediately: true,
        }),
      );
      await world.settled();
      const { DBClusters } = await client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: 'halfway' }));
      const tag = { Key: 'staged-upgrade:replaced', Value: 'halfway' };
      await client.send(
        new AddTagsToResourceCommand({ ResourceName: DBClusters?.[0]?.DBClusterArn ?? '', Tags: [tag] }),
      );
      await client.send(
        new ModifyDBClusterCommand({ DBClusterIdentifier: 'halfway', NewDBClusterIdentifier: 'halfway-replaced' }),
      );
      await cluster('halfway-restoring');
      await world.settled();
      assert.equal(markOf(await open('halfway').identity()), id);
      await assert.rejects(
        open('halfway').restore(request),
        /has no tag "staged-upgrade:restored-from": this tool did not/,
      );
      const copy = await client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: 'halfway-restoring' }));
      await client.send(
        new AddTagsToResourceCommand({
          ResourceName: copy.DBClusters?.[0]?.DBClusterArn ?? '',
          Tags: [{ Key: 'staged-upgrade:restored-from', Value: 'x' }],
        }),
      );
      assert.equal(await open('halfway').restore(request), undefined);
      assert.equal(markOf(await open('halfway').identity()), id);
      assert.ok(!(await clustersOf(client)).some((name) => /halfway-/.test(name)));
      const { DBInstances } = await client.send(
        new DescribeDBInstancesCommand({ Filters: [{ Name: 'db-cluster-id', Values: ['halfway'] }] }),
      );
      assert.deepEqual(DBInstances?.map((each) => [each.DBInstanceIdentifier, each.DBInstanceClass]).toSorted(), [
        ['halfway-1', 'db.t4g.medium'],
        ['halfway-2', 'db.t3.medium'],
      ]);
    },
  );

  await t.test(
    'names as long as CloudFormation makes them are shortened for as long as two exist side by side',
    async (t) => {
      // Instances of a test have a number behind it: 63 signs in all.
      const staging = `medplumproduction-${'databasecluster-'.repeat(2)}1a2b3c4d5e6`;
      assert.equal(staging.length, 61);
      await cluster('short');
      await cluster(staging, ['db.t4g.medium', 'db.t3.medium']);
      const id = await mark(open(staging));
      const { request } = await backedUp(t, open('short'));
      assert.equal(await open(staging).restore(request), undefined);
      assert.equal(markOf(await open(staging).identity()), id);
      const { DBInstances } = await client.send(
        new DescribeDBInstancesCommand({ Filters: [{ Name: 'db-cluster-id', Values: [staging] }] }),
      );
      assert.deepEqual(DBInstances?.map((each) => each.DBInstanceIdentifier).toSorted(), [
        `${staging}-1`,
        `${staging}-2`,
      ]);
      assert.deepEqual(
        (await clustersOf(client)).filter((name) => name.startsWith('medplum')),
        [staging],
      );
    },
  );

  await t.test("an address that leads to production's database is not taken for the copy", async (t) => {
    await cluster('truth');
    await cluster('wrong');
    const { request } = await backedUp(t, open('truth'));
    const astray = open('wrong', { database: { postgres: { url: server.url('truth') } } });
    await assert.rejects(astray.restore(request), /does not lead to the copy: the database is production's/);
  });

  await t.test('an instance that is in no cluster is backed up and replaced in the same way', async (t) => {
    for (const name of ['single', 'single-staging']) {
      await client.send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: name,
          DBInstanceClass: 'db.t4g.medium',
          Engine: 'postgres',
          EngineVersion: '16.6',
          MasterUsername: 'postgres',
          MasterUserPassword: 'not-a-real-password',
          AllocatedStorage: 20,
        }),
      );
      await world.fill(name);
    }
    await world.settled();
    const settings = (name: string) => ({ cluster: undefined, instance: name });
    const id = await mark(open('single-staging', settings('single-staging')));
    const { taken, request } = await backedUp(t, open('single', settings('single')));
    assert.match(taken.references[0]?.id ?? '', /:snapshot:staged-upgrade-single-/);
    await server.sql('single-staging', 'DROP TABLE visits');
    const staging = open('single-staging', settings('single-staging'));
    assert.equal(await staging.restore(request), undefined);
    assert.equal(markOf(await staging.identity()), id);
    const like = taken.fingerprint.kind === 'none' ? undefined : taken.fingerprint.value;
    assert.equal(compareFingerprints(taken.fingerprint, await staging.fingerprint(undefined, like)).kind, 'equal');
    await assert.rejects(
      open('x', { cluster: undefined, instance: 'truth-1' }).identity(),
      /belongs to the cluster "truth"/,
    );
  });

  await t.test('a preflight reports what would make a restore fail', async () => {
    await cluster('looked');
    const ask = async () => (await open('looked').preflight?.({ use: 'restore', subject: 'staging' })) ?? [];
    assert.deepEqual(
      (await ask()).map(({ kind }) => kind),
      ['ok'],
    );
    await client.send(new ModifyDBClusterCommand({ DBClusterIdentifier: 'looked', DeletionProtection: true }));
    await cloud.instanceStatus('looked-1', 'incompatible-parameters');
    const found = JSON.stringify(await ask());
    assert.match(found, /is protected against deletion/);
    assert.match(found, /\\"looked-1\\" is incompatible-parameters/);
  });

  await t.test('the page names each right that was used, and no other', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../../docs/rds.md'), 'utf8');
    const named = [...page.matchAll(/"rds:(?<action>\w+)"/g)].map(({ groups }) => groups?.action ?? '');
    const used = (await cloud.calls()).filter(({ accessKey }) => accessKey === jobKey).map(({ action }) => action);
    assert.deepEqual([...new Set(named)].toSorted(), [...new Set(used)].toSorted());
  });

  const settingsOf = (settings: object) =>
    dataStore.safeParse({ rds: { database: { postgres: { url: 'postgres://127.0.0.1/x' } }, ...settings } }).success;
  assert.deepEqual([{ cluster: 'a' }, { instance: 'a' }, {}, { cluster: 'a', instance: 'b' }].map(settingsOf), [
    true,
    true,
    false,
    false,
  ]);
});
