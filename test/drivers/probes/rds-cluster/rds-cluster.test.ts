import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { stateOf } from '../../../../src/core/path/sources/topology/seen.ts';
import type { TopologyProbe } from '../../../../src/drivers/probes/topology.ts';
import { topologyProbe } from '../../../../src/drivers/probes.ts';
import { type Aws, aws, newAws } from '../../../support/aws/aws.ts';
import { newCluster } from '../../../support/aws/rds-cluster.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingPostgres, startPostgres } from '../../../support/postgres.ts';

/* The state of a cluster, read through the official client: roles as the cluster gives them, and everything that is pending. */

let cloud: Aws;
let folder: string;
const skip = aws.skip;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staged-rds-'));
  if (skip === false) cloud = await newAws();
});
beforeEach(async () => {
  if (skip === false) await cloud.reset();
});
after(() => rm(folder, { recursive: true }));

async function probe(file: object, cluster = 'records'): Promise<TopologyProbe> {
  await writeFile(join(folder, 'config.json'), JSON.stringify(file));
  const part = topologyProbe.parse({ 'rds-cluster': { cluster, configuration: { file: 'config.json' } } });
  const effects = databaseEffects({}, { environment: cloud.variables, directory: folder });
  return part.open({ effects, where: 'environments.production.topology', placeholders: {} });
}

async function label(file: object): Promise<string> {
  const seen = await (await probe(file)).look();
  if (seen.kind === 'unknown') return `unknown: ${seen.reason}`;
  const state = stateOf(seen.value);
  return state.kind === 'known' ? state.value.label : `unknown: ${state.reason}`;
}

const small = { rdsInstances: 2, rdsInstanceType: 't4g.medium' };

test('the state of a cluster is what its instances are, and is unknown while one of them changes', {
  skip,
}, async () => {
  const cluster = await newCluster(cloud, 'records', ['db.t4g.medium', 'db.t4g.medium']);
  assert.equal(await label(small), '2x-t4g.medium');
  await cluster.modify('records-2', 'db.r6g.large');
  // The provider still calls it available, directly after.
  assert.match(await label(small), /^unknown: the instance "records-2" .*r6g\.large/);
  await cluster.settled();
  for (let look = 0; look < 50 && (await label(small)).startsWith('unknown'); look += 1);
  assert.equal(await label(small), '2x-t4g.medium+reader-r6g.large');
});

test('a class that waits for the maintenance window is not there yet, whatever the status says', { skip }, async () => {
  const cluster = await newCluster(cloud, 'records', ['db.t4g.medium', 'db.t4g.medium']);
  await cluster.modify('records-2', 'db.r6g.large', false);
  assert.match(await label(small), /"records-2" \(t4g\.medium\) has not changed to r6g\.large yet/);
});

test('roles, tiers and zones are those of the cluster; what is due is read with its window', { skip }, async () => {
  await newCluster(cloud, 'records', ['db.t4g.medium', 'db.r6g.large']);
  await newCluster(cloud, 'others', ['db.t4g.medium']);
  // For the whole account AWS answers in pages.
  await cloud.maintenanceDue({ 'others-1': 'Something else', 'records-2': 'New Operating System update' });
  const seen = await (await probe(small)).look();
  assert.ok(seen.kind === 'known', JSON.stringify(seen));
  assert.deepEqual(
    seen.value.members.map(({ id, role, tier, instanceClass }) => ({ id, role, tier, instanceClass })),
    [
      { id: 'records-1', role: 'writer', tier: 0, instanceClass: 'db.t4g.medium' },
      { id: 'records-2', role: 'reader', tier: 2, instanceClass: 'db.r6g.large' },
    ],
  );
  assert.equal(new Set(seen.value.members.map(({ zone }) => zone)).size, 2);
  const { maintenance } = seen.value;
  assert.deepEqual(
    maintenance.filter(({ due }) => due.length > 0).map(({ of, due }) => [of, due]),
    [['"records-2"', ['New Operating System update']]],
  );
  assert.ok(
    maintenance.every(({ window }) => /^\w{3}:\d\d:\d\d-/.test(window)),
    JSON.stringify(maintenance),
  );
});

test('the offer of the provider is requested for the engine version of the cluster', { skip }, async () => {
  await newCluster(cloud, 'records', ['db.t4g.medium']);
  await cloud.quotas({ DBInstances: 7 });
  const offer = await (await probe(small)).offer();
  assert.equal(offer.engine, 'aurora-postgresql 16.6 in us-west-2');
  assert.ok(offer.classes.kind === 'known' && offer.classes.value.includes('db.r6g.2xlarge'));
  assert.deepEqual(offer.quota, { kind: 'known', value: { used: 1, most: 7 } });
});

test('a missing cluster, a missing right and expired credentials are each named', {
  skip,
}, async () => {
  assert.equal(await label(small), 'unknown: there is no cluster "records" in us-west-2');
  await newCluster(cloud, 'records', ['db.t4g.medium']);
  const denied = { kind: 'answer', service: 'rds', status: 403 } as const;
  await cloud.fault({ ...denied, action: 'DescribeDBInstances', code: 'AccessDenied' });
  assert.match(
    await label(small),
    /rds:DescribeDBInstances was answered with AccessDenied.*Give the role of this job that permission/,
  );
  await cloud.noFaults();
  await cloud.fault({ ...denied, action: 'DescribeDBClusters', code: 'ExpiredToken', times: 2 });
  assert.match(await label(small), /ExpiredToken.*Run the job again, which logs in again/);
});

test('throttling passes: the call is repeated', { skip }, async () => {
  await newCluster(cloud, 'records', ['db.t4g.medium']);
  await cloud.fault({ kind: 'answer', service: 'rds', action: 'DescribeDBClusters', code: 'Throttling', times: 2 });
  assert.equal(await label({ rdsInstances: 1, rdsInstanceType: 't4g.medium' }), '1x-t4g.medium');
});

test('a file in YAML is read as well, and one that is neither says so', { skip }, async () => {
  await newCluster(cloud, 'records', ['db.t4g.medium', 'db.t4g.medium']);
  const each = await probe(small);
  await writeFile(join(folder, 'config.json'), 'rdsInstances: 2\nrdsInstanceType: t4g.medium # as long as it lasts\n');
  const seen = await each.look();
  assert.ok(seen.kind === 'known');
  assert.deepEqual(seen.value.declared, { kind: 'known', value: { instances: 2, writer: 't4g.medium' } });
  await writeFile(join(folder, 'config.json'), '{ "rdsInstances": ');
  const broken = await each.look();
  assert.ok(broken.kind === 'known' && broken.value.declared.kind === 'unknown');
  assert.match(broken.value.declared.reason, /is neither JSON nor YAML/);
});

const files = [
  { file: { ...small, rdsSecretsArn: 'arn:aws:secretsmanager:…' }, says: /"rdsSecretsArn" is set.*does not own/ },
  { file: { rdsInstanceType: 't4g.medium' }, says: /"rdsInstances" in "config\.json" is not a number from 1 to 16/ },
  { file: { rdsInstances: 2, rdsInstanceType: 'large' }, says: /"rdsInstanceType" in "config\.json" is not a class/ },
  { file: { ...small, rdsReaderInstanceType: 7 }, says: /"rdsReaderInstanceType" in "config\.json" is not a class/ },
];

for (const { file, says } of files) {
  test(`a file that declares no cluster of its own says why: ${String(says)}`, { skip }, async () => {
    await newCluster(cloud, 'records', ['db.t4g.medium']);
    const seen = await (await probe(file)).look();
    assert.ok(seen.kind === 'known' && seen.value.declared.kind === 'unknown');
    assert.match(seen.value.declared.reason, says);
  });
}

test('the writer is asked how far readers are behind, and an unknown lag does not count as zero', {
  skip: skip || ((await missingPostgres()) ?? false),
}, async (t) => {
  await newCluster(cloud, 'records', ['db.t4g.medium', 'db.r6g.large']);
  const server = await startPostgres();
  t.after(() => server.stop());
  const look = async () => {
    const part = topologyProbe.parse({
      'rds-cluster': { cluster: 'records', configuration: { file: 'config.json' }, database: '${WRITER}' },
    });
    const effects = databaseEffects(
      { WRITER: server.url('postgres') },
      { environment: cloud.variables, directory: folder },
    );
    const seen = await part.open({ effects, where: 'environments.production.topology', placeholders: {} }).look();
    assert.ok(seen.kind === 'known', JSON.stringify(seen));
    return seen.value;
  };
  await writeFile(join(folder, 'config.json'), JSON.stringify({ ...small, rdsReaderInstanceType: 'r6g.large' }));
  assert.match(
    (await look()).lagUnknown ?? '',
    /only Aurora PostgreSQL has: leave "environments.production.topology.rds-cluster.database" out/,
  );
  // As Aurora answers: the writer itself has no lag.
  const answering = async (reader: string, lag: number): Promise<void> => {
    await server.sql(
      'postgres',
      `CREATE OR REPLACE FUNCTION aurora_replica_status() RETURNS TABLE (server_id text, replica_lag_in_msec double precision)
       LANGUAGE sql AS $$ VALUES ('records-1', NULL::double precision), ('${reader}', ${lag}) $$`,
    );
  };
  await answering('records-2', 12_500);
  const seen = await look();
  assert.deepEqual(
    seen.members.map(({ id, lag }) => [id, lag]),
    [
      ['records-1', undefined],
      ['records-2', 12_500],
    ],
  );
  assert.equal(seen.lagUnknown, undefined);
  await answering('records-9', 1);
  assert.match((await look()).lagUnknown ?? '', /knows nothing of the reader "records-2"/);
});
