import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  type DBInstance,
  DescribeDBInstancesCommand,
  ModifyDBInstanceCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { until } from '../until.ts';
import { type Aws, region } from './aws.ts';

/** A cluster of the stand-in, as somebody made it. */
export interface TestCluster {
  readonly id: string;
  readonly client: RDSClient;
  instances(): Promise<readonly DBInstance[]>;
  modify(id: string, instanceClass: string, applyImmediately?: boolean): Promise<void>;
  settled(): Promise<void>;
}

export function rdsClient({ endpoint }: Pick<Aws, 'endpoint'>): RDSClient {
  return new RDSClient({
    region,
    endpoint,
    credentials: { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' },
    maxAttempts: 1,
  });
}

/** @param classes of its instances: the first is declared as the writer, and writes */
export async function newCluster(
  cloud: Pick<Aws, 'endpoint'>,
  id: string,
  classes: readonly string[],
): Promise<TestCluster> {
  const client = rdsClient(cloud);
  const engine = { Engine: 'aurora-postgresql' };
  await client.send(
    new CreateDBClusterCommand({
      DBClusterIdentifier: id,
      ...engine,
      EngineVersion: '16.6',
      MasterUsername: 'postgres',
      MasterUserPassword: 'not-a-real-password',
    }),
  );
  for (const [index, each] of classes.entries()) {
    await client.send(
      new CreateDBInstanceCommand({
        DBInstanceIdentifier: `${id}-${index + 1}`,
        DBClusterIdentifier: id,
        DBInstanceClass: each,
        ...engine,
        PromotionTier: index === 0 ? 0 : 2,
      }),
    );
  }
  const instances = async (): Promise<readonly DBInstance[]> =>
    (await client.send(new DescribeDBInstancesCommand({}))).DBInstances ?? [];
  const cluster: TestCluster = {
    id,
    client,
    instances,
    modify: async (instance, instanceClass, applyImmediately = true) => {
      const change = { DBInstanceIdentifier: instance, DBInstanceClass: instanceClass };
      await client.send(new ModifyDBInstanceCommand({ ...change, ApplyImmediately: applyImmediately }));
    },
    settled: async () => {
      await until('its instances are available', async () =>
        (await instances()).every(({ DBInstanceStatus }) => DBInstanceStatus === 'available'),
      );
    },
  };
  await cluster.settled();
  return cluster;
}
