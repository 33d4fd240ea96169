import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  paginateDescribeStackEvents,
  type StackEvent,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateDBClusterCommand,
  CreateDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  DescribeOrderableDBInstanceOptionsCommand,
  FailoverDBClusterCommand,
  ModifyDBInstanceCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { until } from '../until.ts';
import { type Aws, aws, newAws, region } from './aws.ts';

let cloud: Aws;
let rds: RDSClient;
let stacks: CloudFormationClient;
let containers: ECSClient;

before(async () => {
  if (aws.skip !== false) return;
  cloud = await newAws();
  const settings = {
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' },
    maxAttempts: 1,
  };
  rds = new RDSClient(settings);
  stacks = new CloudFormationClient(settings);
  containers = new ECSClient(settings);
});

beforeEach(async () => {
  if (aws.skip === false) await cloud.reset();
});

async function instance(id: string) {
  const { DBInstances } = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: id }));
  const found = DBInstances?.[0];
  assert.ok(found);
  return found;
}

async function cluster(tiers: readonly number[]): Promise<void> {
  await rds.send(
    new CreateDBClusterCommand({
      DBClusterIdentifier: 'records',
      Engine: 'aurora-postgresql',
      EngineVersion: '16.6',
      MasterUsername: 'postgres',
      MasterUserPassword: 'not-a-real-password',
    }),
  );
  for (const [index, PromotionTier] of tiers.entries()) {
    await rds.send(
      new CreateDBInstanceCommand({
        DBInstanceIdentifier: `one-${index}`,
        DBClusterIdentifier: 'records',
        DBInstanceClass: 'db.t4g.medium',
        Engine: 'aurora-postgresql',
        PromotionTier,
      }),
    );
  }
  for (const [index] of tiers.entries()) {
    await until('it comes to pass', async () => (await instance(`one-${index}`)).DBInstanceStatus === 'available');
  }
}

async function writer(): Promise<string | undefined> {
  const { DBClusters } = await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier: 'records' }));
  return DBClusters?.[0]?.DBClusterMembers?.find(({ IsClusterWriter }) => IsClusterWriter)?.DBInstanceIdentifier;
}

test('a class changes at the end, and is pending until then; the writer moves while its own changes', {
  skip: aws.skip,
}, async () => {
  await cluster([1, 5, 2]);
  const change = { DBInstanceIdentifier: 'one-0', DBInstanceClass: 'db.r6g.large' };
  await rds.send(new ModifyDBInstanceCommand({ ...change, ApplyImmediately: false }));
  await sleep(300);
  const waiting = await instance('one-0');
  assert.deepEqual(
    [waiting.DBInstanceStatus, waiting.DBInstanceClass, waiting.PendingModifiedValues?.DBInstanceClass],
    ['available', 'db.t4g.medium', 'db.r6g.large'],
  );

  await cloud.durations({ modify: 3600 });
  await cloud.maintenanceWindow();
  await until('it comes to pass', async () => (await instance('one-0')).DBInstanceStatus === 'modifying');
  assert.equal((await instance('one-0')).DBInstanceClass, 'db.t4g.medium');
  await cloud.durations({ modify: 0 });
  await until('it comes to pass', async () => (await instance('one-0')).DBInstanceClass === 'db.r6g.large');
  assert.equal((await instance('one-0')).PendingModifiedValues?.DBInstanceClass, undefined);
  assert.equal(await writer(), 'one-2');
});

test('a failover takes time, and goes where it is sent', { skip: aws.skip }, async () => {
  await cluster([1, 1]);
  await cloud.durations({ failover: 3600 });
  await rds.send(new FailoverDBClusterCommand({ DBClusterIdentifier: 'records', TargetDBInstanceIdentifier: 'one-1' }));
  assert.equal(await writer(), 'one-0');
  await cloud.durations({ failover: 0 });
  await until('it comes to pass', async () => (await writer()) === 'one-1');
});

test('a snapshot takes time; a second cluster of the same name is refused', { skip: aws.skip }, async () => {
  await cluster([1]);
  await cloud.durations({ snapshot: 3600 });
  const named = { DBClusterSnapshotIdentifier: 'before', DBClusterIdentifier: 'records' };
  await rds.send(new CreateDBClusterSnapshotCommand(named));
  const status = async (): Promise<string | undefined> =>
    (await rds.send(new DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier: 'before' })))
      .DBClusterSnapshots?.[0]?.Status;
  assert.equal(await status(), 'creating');
  await cloud.durations({ snapshot: 0 });
  await until('it comes to pass', async () => (await status()) === 'available');
  await assert.rejects(cluster([]), { name: 'DBClusterAlreadyExistsFault' });
});

test('only some classes can be ordered', { skip: aws.skip }, async () => {
  const { OrderableDBInstanceOptions } = await rds.send(
    new DescribeOrderableDBInstanceOptionsCommand({ Engine: 'aurora-postgresql', EngineVersion: '16.6' }),
  );
  const classes = OrderableDBInstanceOptions?.map(({ DBInstanceClass }) => DBInstanceClass);
  assert.ok(classes?.includes('db.r6g.2xlarge') === true);
  assert.ok(!classes.includes('db.m1.small'));
});

test('faults: throttling, expired credentials, no capacity, a broken instance', {
  skip: aws.skip,
}, async () => {
  await cluster([1]);
  await cloud.fault({ kind: 'answer', service: 'rds', action: 'DescribeDBInstances', code: 'Throttling' });
  await assert.rejects(instance('one-0'), { name: 'Throttling' });
  await cloud.fault({ kind: 'answer', code: 'ExpiredToken', status: 403 });
  await assert.rejects(instance('one-0'), { name: 'ExpiredToken' });

  const change = { DBInstanceIdentifier: 'one-0', DBInstanceClass: 'db.r6g.large', ApplyImmediately: true };
  await cloud.fault({ kind: 'insufficient-capacity', instanceClass: 'db.r6g.large' });
  await assert.rejects(rds.send(new ModifyDBInstanceCommand(change)), { name: 'InsufficientDBInstanceCapacityFault' });
  await cloud.fault({ kind: 'incompatible-parameters', instance: 'one-0' });
  await rds.send(new ModifyDBInstanceCommand(change));
  await until('it comes to pass', async () => (await instance('one-0')).DBInstanceStatus === 'incompatible-parameters');
});

const member = (type: string, dependsOn?: string) => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: { DBClusterIdentifier: { Ref: 'Cluster' }, Engine: 'aurora-postgresql', DBInstanceClass: type },
  ...(dependsOn !== undefined && { DependsOn: [dependsOn] }),
});

const template = (type: string): string =>
  JSON.stringify({
    Resources: {
      Reader: member(type, 'Writer'),
      Writer: member(type),
      Cluster: {
        Type: 'AWS::RDS::DBCluster',
        Properties: { Engine: 'aurora-postgresql', EngineVersion: '16.6', MasterUsername: 'postgres' },
      },
    },
  });

async function stackStatus(): Promise<string | undefined> {
  return (await stacks.send(new DescribeStacksCommand({ StackName: 'records' }))).Stacks?.[0]?.StackStatus;
}

async function completed(status: string): Promise<readonly (string | undefined)[]> {
  const events: StackEvent[] = [];
  for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client: stacks }, { StackName: 'records' }))
    events.push(...StackEvents);
  return events
    .filter(({ ResourceStatus }) => ResourceStatus === status)
    .map(({ LogicalResourceId }) => LogicalResourceId)
    .toReversed();
}

test('a stack waits for each instance, in the order of its dependencies, and rolls back what fails', {
  skip: aws.skip,
}, async () => {
  await cloud.durations({ create: 3600 });
  await stacks.send(new CreateStackCommand({ StackName: 'records', TemplateBody: template('db.t4g.medium') }));
  assert.equal(await stackStatus(), 'CREATE_IN_PROGRESS');
  await cloud.durations({ create: 0 });
  await until('it comes to pass', async () => (await stackStatus()) === 'CREATE_COMPLETE');
  assert.deepEqual(await completed('CREATE_COMPLETE'), ['Cluster', 'Writer', 'Reader', 'records']);

  await cloud.fault({ kind: 'insufficient-capacity', instanceClass: 'db.r6g.large', after: 1 });
  await cloud.durations({ modify: 3600 });
  const update = { StackName: 'records', TemplateBody: template('db.r6g.large') };
  await stacks.send(new UpdateStackCommand(update));
  await assert.rejects(stacks.send(new UpdateStackCommand(update)), { name: 'ValidationError' });
  await cloud.durations({ modify: 0 });
  await until('it comes to pass', async () => (await stackStatus()) === 'UPDATE_ROLLBACK_COMPLETE');
  assert.deepEqual(await completed('UPDATE_FAILED'), ['Reader']);
  const { DBInstances } = await rds.send(new DescribeDBInstancesCommand({}));
  assert.deepEqual(
    DBInstances?.map(({ DBInstanceClass }) => DBInstanceClass),
    ['db.t4g.medium', 'db.t4g.medium'],
  );
});

async function revision(image: string): Promise<string> {
  const containerDefinitions = [{ name: 'web', image, memory: 128 }];
  const { taskDefinition } = await containers.send(
    new RegisterTaskDefinitionCommand({ family: 'web', containerDefinitions }),
  );
  return taskDefinition?.taskDefinitionArn ?? '';
}

async function service() {
  const { services } = await containers.send(new DescribeServicesCommand({ cluster: 'c', services: ['web'] }));
  const found = services?.[0];
  assert.ok(found);
  return found;
}

test('a task that is stopped before it has started never starts', { skip: aws.skip }, async () => {
  await cloud.durations({ start: 600, stop: 0 });
  await containers.send(new CreateClusterCommand({ clusterName: 'c' }));
  const taskDefinition = await revision('acme/web:1');
  const asked = { cluster: 'c', taskDefinition, desiredCount: 2 };
  await containers.send(new CreateServiceCommand({ ...asked, serviceName: 'web' }));
  await until('both are pending', async () => (await service()).pendingCount === 2);
  await containers.send(new UpdateServiceCommand({ cluster: 'c', service: 'web', desiredCount: 0 }));
  await until('both are stopped', async () => (await service()).pendingCount === 0);
  await cloud.durations({ start: 0 });
  await until('it is steady', async () => (await service()).deployments?.[0]?.rolloutState === 'COMPLETED');
  assert.equal((await service()).runningCount, 0);
});

test('a deployment whose tasks fail is rolled back by the circuit breaker, and says why they failed', {
  skip: aws.skip,
}, async () => {
  await containers.send(new CreateClusterCommand({ clusterName: 'c' }));
  const first = await revision('acme/web:1');
  await containers.send(
    new CreateServiceCommand({
      cluster: 'c',
      serviceName: 'web',
      taskDefinition: first,
      desiredCount: 2,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    }),
  );
  await until('it comes to pass', async () => (await service()).deployments?.[0]?.rolloutState === 'COMPLETED');

  await cloud.fault({ kind: 'task-fails', image: 'acme/web:2', reason: 'CannotPullContainerError: not found' });
  await containers.send(
    new UpdateServiceCommand({ cluster: 'c', service: 'web', taskDefinition: await revision('acme/web:2') }),
  );
  await until('it comes to pass', async () => {
    const { taskDefinition, deployments } = await service();
    return taskDefinition === first && deployments?.length === 1 && deployments[0]?.rolloutState === 'COMPLETED';
  });
  const { taskArns } = await containers.send(
    new ListTasksCommand({ cluster: 'c', serviceName: 'web', desiredStatus: 'STOPPED' }),
  );
  const { tasks } = await containers.send(new DescribeTasksCommand({ cluster: 'c', tasks: taskArns ?? [] }));
  assert.ok(tasks?.some(({ stoppedReason }) => stoppedReason === 'CannotPullContainerError: not found'));
});
