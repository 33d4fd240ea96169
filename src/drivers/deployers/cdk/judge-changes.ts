import type { IntendedChange } from '../deployer.ts';
import { changeText, type StackChange } from './template-changes.ts';

/** What a deploy may change, according to the configuration. */
export interface AllowedChange {
  /** `AWS::RDS::DBInstance`. */
  readonly type: string;
  readonly properties: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

/**
 * Types that hold data, and the properties whose change makes CloudFormation replace the resource by an empty one (their
 * descriptions say "Update requires: Replacement"). A resource of these types is never removed by one of our deploys.
 */
const stateful: Readonly<Record<string, readonly string[]>> = {
  'AWS::Backup::BackupVault': ['BackupVaultName', 'EncryptionKeyArn'],
  'AWS::Cognito::UserPool': [],
  'AWS::DocDB::DBCluster': [
    'AvailabilityZones',
    'DBClusterIdentifier',
    'DBSubnetGroupName',
    'KmsKeyId',
    'MasterUsername',
    'SnapshotIdentifier',
    'StorageEncrypted',
  ],
  'AWS::DynamoDB::GlobalTable': ['KeySchema', 'LocalSecondaryIndexes', 'TableName'],
  'AWS::DynamoDB::Table': ['KeySchema', 'LocalSecondaryIndexes', 'TableName', 'ImportSourceSpecification'],
  'AWS::EC2::Volume': ['AvailabilityZone', 'Encrypted', 'KmsKeyId', 'OutpostArn', 'SnapshotId'],
  'AWS::EFS::FileSystem': ['AvailabilityZoneName', 'Encrypted', 'KmsKeyId', 'PerformanceMode'],
  'AWS::ElastiCache::CacheCluster': ['ClusterName', 'Engine', 'SnapshotArns', 'SnapshotName'],
  'AWS::ElastiCache::ReplicationGroup': [
    'AtRestEncryptionEnabled',
    'KmsKeyId',
    'ReplicationGroupId',
    'SnapshotArns',
    'SnapshotName',
  ],
  'AWS::FSx::FileSystem': ['FileSystemType', 'KmsKeyId', 'StorageType', 'SubnetIds'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::Neptune::DBCluster': [
    'AvailabilityZones',
    'DBClusterIdentifier',
    'DBSubnetGroupName',
    'KmsKeyId',
    'SnapshotIdentifier',
    'StorageEncrypted',
  ],
  'AWS::OpenSearchService::Domain': ['DomainName'],
  'AWS::RDS::DBCluster': [
    'AvailabilityZones',
    'DatabaseName',
    'DBClusterIdentifier',
    'DBSubnetGroupName',
    'DBSystemId',
    'Engine',
    'EngineMode',
    'KmsKeyId',
    'MasterUsername',
    'PubliclyAccessible',
    'RestoreToTime',
    'RestoreType',
    'SnapshotIdentifier',
    'SourceDBClusterIdentifier',
    'SourceRegion',
    'StorageEncrypted',
    'UseLatestRestorableTime',
  ],
  'AWS::RDS::DBInstance': [
    'AvailabilityZone',
    'BackupTarget',
    'CharacterSetName',
    'CustomIAMInstanceProfile',
    'DBClusterIdentifier',
    'DBInstanceIdentifier',
    'DBName',
    'DBSnapshotIdentifier',
    'DBSubnetGroupName',
    'DBSystemId',
    'Engine',
    'KmsKeyId',
    'MasterUsername',
    'NcharCharacterSetName',
    'Port',
    'SourceDBClusterIdentifier',
    'SourceDbiResourceId',
    'SourceDBInstanceAutomatedBackupsArn',
    'SourceDBInstanceIdentifier',
    'StorageEncrypted',
    'Timezone',
  ],
  'AWS::RDS::GlobalCluster': ['GlobalClusterIdentifier', 'SourceDBClusterIdentifier', 'StorageEncrypted'],
  'AWS::Redshift::Cluster': ['ClusterIdentifier', 'DBName', 'MasterUsername', 'SnapshotIdentifier'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::SecretsManager::Secret': ['Name'],
};

/** Without these, a later deploy or a mistake deletes the data with it. */
const protections = new Set([
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'DeletionProtection',
  'DeletionProtectionEnabled',
]);

export type ChangesVerdict =
  | { readonly kind: 'allowed' }
  /** Each reason is a sentence about one resource. */
  | { readonly kind: 'refused'; readonly losesData: boolean; readonly reasons: readonly string[] };

/**
 * Whether everything that a deploy would change is intended. What loses data is refused whatever the configuration allows.
 * @param kinds the kinds of changes that the hop intends; left out, the configuration alone decides
 */
export function judgeChanges(
  changes: readonly StackChange[],
  allowed: readonly AllowedChange[],
  kinds?: readonly IntendedChange[],
): ChangesVerdict {
  const losses = changes.flatMap(lossOf);
  if (losses.length > 0) return { kind: 'refused', losesData: true, reasons: losses };
  const reasons = changes.flatMap((change) =>
    kinds?.includes(change.kind) === false
      ? [`${changeText(change)}, and this hop means no such change.`]
      : unintended(change, allowed),
  );
  return reasons.length === 0 ? { kind: 'allowed' } : { kind: 'refused', losesData: false, reasons };
}

function lossOf(change: StackChange): string[] {
  const { logicalId, type } = change;
  const replacing = Object.hasOwn(stateful, type) ? stateful[type] : undefined;
  if (replacing === undefined || change.kind === 'added') return [];
  if (change.kind === 'removed') {
    // An instance of a cluster has no data of its own.
    return change.isMember ? [] : [`${logicalId} (${type}) would be removed, with its data.`];
  }
  return change.properties.flatMap(({ name, after }) => {
    if (replacing.includes(name))
      return [`${logicalId} (${type}) would be replaced by an empty one, since ${name} changes.`];
    const isWeaker = protections.has(name) && after !== true && after !== 'Retain' && after !== 'Snapshot';
    return isWeaker ? [`${logicalId} (${type}) would lose its protection: ${name} changes.`] : [];
  });
}

function unintended(change: StackChange, allowed: readonly AllowedChange[]): string[] {
  const own = allowed.filter(({ type }) => type === change.type);
  if (change.kind === 'added') return own.some(({ added }) => added) ? [] : [`${changeText(change)}.`];
  if (change.kind === 'removed') return own.some(({ removed }) => removed) ? [] : [`${changeText(change)}.`];
  const intended = new Set(own.flatMap(({ properties }) => properties));
  const properties = change.properties.filter(({ name }) => !intended.has(name));
  return properties.length === 0 ? [] : [`${changeText({ ...change, properties })}.`];
}
