// On its own, since loading these modules takes longer than all the rest.
import { RemovalPolicy } from 'aws-cdk-lib';
import { InstanceType, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import {
  AuroraPostgresEngineVersion,
  ClusterInstance,
  Credentials,
  DatabaseCluster,
  DatabaseClusterEngine,
  InstanceUpdateBehaviour,
  SubnetGroup,
} from 'aws-cdk-lib/aws-rds';

export function addDatabase(stack, config) {
  const vpc = Vpc.fromVpcAttributes(stack, 'VPC', {
    vpcId: 'vpc-1',
    availabilityZones: [`${config.region}a`, `${config.region}b`],
    privateSubnetIds: ['subnet-1', 'subnet-2'],
  });
  const type = (name) => new InstanceType(name);
  const readers = Array.from({ length: config.rdsInstances - 1 }, (_, index) =>
    ClusterInstance.provisioned(`Instance${index + 2}`, {
      instanceType: type(config.rdsReaderInstanceType ?? config.rdsInstanceType),
      isFromLegacyInstanceProps: true,
    }),
  );
  new DatabaseCluster(stack, 'DatabaseCluster', {
    engine: DatabaseClusterEngine.auroraPostgres({
      version: AuroraPostgresEngineVersion.of(config.rdsInstanceVersion ?? '16.6', '16'),
    }),
    credentials: Credentials.fromUsername('clusteradmin'),
    defaultDatabaseName: config.databaseName ?? 'medplum',
    storageEncrypted: true,
    vpc,
    subnetGroup: SubnetGroup.fromSubnetGroupName(stack, 'Subnets', 'default'),
    securityGroups: [SecurityGroup.fromSecurityGroupId(stack, 'DatabaseSecurity', 'sg-0123456789abcdef0')],
    writer: ClusterInstance.provisioned('Instance1', {
      instanceType: type(config.rdsInstanceType),
      isFromLegacyInstanceProps: true,
    }),
    readers: readers.length === 0 ? undefined : readers,
    instanceUpdateBehaviour: InstanceUpdateBehaviour.ROLLING,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
