import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AllowedChange, judgeChanges } from '../../../../src/drivers/deployers/cdk/judge-changes.ts';
import { stackChanges, stackTemplate } from '../../../../src/drivers/deployers/cdk/template-changes.ts';

const cluster = { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-postgresql', MasterUsername: 'one' } };
const member = (type: string) => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: { DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass: type, Engine: 'aurora-postgresql' },
});
const usual = { Cluster: cluster, Writer: member('db.t4g.medium'), Bucket: { Type: 'AWS::S3::Bucket' } };
const resize: AllowedChange = {
  type: 'AWS::RDS::DBInstance',
  properties: ['DBInstanceClass'],
  added: true,
  removed: false,
};

function verdict(after: Readonly<Record<string, object>>, allowed: readonly AllowedChange[] = [resize]) {
  const template = (Resources: object) => stackTemplate.parse({ Resources });
  return judgeChanges(stackChanges(template(usual), template(after)), allowed);
}

test('intended changes are allowed: a property, an additional resource', () => {
  assert.deepEqual(verdict({ ...usual, Writer: member('db.r6g.large') }), { kind: 'allowed' });
  assert.deepEqual(verdict({ ...usual, Reader: member('db.r6g.large') }), { kind: 'allowed' });
});

test('notes, order and what the CDK writes for itself do not count as changes', () => {
  const after = {
    ...usual,
    Writer: { ...member('db.t4g.medium'), DependsOn: ['Cluster'], Metadata: { 'aws:cdk:path': 'a/b' } },
    CDKMetadata: { Type: 'AWS::CDK::Metadata', Properties: { Analytics: 'v2' } },
  };
  assert.deepEqual(verdict(after, []), { kind: 'allowed' });
});

test('an unintended change is refused by its name, its property, and both values', () => {
  const other = { ...member('db.r6g.large'), Properties: { ...member('db.r6g.large').Properties, PromotionTier: 15 } };
  const found = verdict({ ...usual, Writer: other, Reader: { Type: 'AWS::EC2::Instance' } });
  assert.deepEqual(found, {
    kind: 'refused',
    losesData: false,
    reasons: [
      'Writer (AWS::RDS::DBInstance) changes PromotionTier from nothing to 15.',
      'Reader (AWS::EC2::Instance) is added.',
    ],
  });
});

test('a change that loses data is refused, whatever is allowed', () => {
  const everything = Object.keys(usual).map((name) => ({
    type: { Cluster: 'AWS::RDS::DBCluster', Writer: 'AWS::RDS::DBInstance', Bucket: 'AWS::S3::Bucket' }[name] ?? name,
    properties: ['Engine', 'MasterUsername', 'DeletionPolicy', 'BucketName'],
    added: true,
    removed: true,
  }));
  const { Bucket: _, ...withoutBucket } = usual;
  const lossy: readonly (readonly [object, RegExp])[] = [
    [withoutBucket, /^Bucket \(AWS::S3::Bucket\) would be removed, with its data\.$/],
    [
      { ...usual, Cluster: { ...cluster, Properties: { ...cluster.Properties, MasterUsername: 'other' } } },
      /^Cluster \(AWS::RDS::DBCluster\) would be replaced by an empty one, since MasterUsername changes\.$/,
    ],
    [{ ...usual, Cluster: { ...cluster, DeletionPolicy: 'Delete' } }, /would lose its protection: DeletionPolicy/],
    [{ ...usual, Cluster: { ...cluster, Type: 'AWS::DocDB::DBCluster' } }, /Cluster .* would be removed/],
  ];
  for (const [after, reason] of lossy) {
    const found = verdict({ ...after }, everything);
    assert.ok(found.kind === 'refused' && found.losesData, JSON.stringify(found));
    assert.match(found.reasons[0] ?? '', reason);
  }
});

test('an instance of a cluster may be removed if that is intended: the cluster has the data', () => {
  const { Writer: _, ...after } = usual;
  assert.deepEqual(verdict(after, [{ ...resize, removed: true }]), { kind: 'allowed' });
  assert.equal(verdict(after).kind, 'refused');
});
