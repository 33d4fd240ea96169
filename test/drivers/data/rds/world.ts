import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeDBClustersCommand, DescribeDBInstancesCommand, type RDSClient } from '@aws-sdk/client-rds';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import type { Effects } from '../../../../src/world/effects/effects.ts';
import { type Aws, aws, newAws } from '../../../support/aws/aws.ts';
import { newCluster, rdsClient } from '../../../support/aws/rds-cluster.ts';
import { keepIn } from '../../../support/aws/storage.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';

/** Of the store that is tested, whose calls are distinguished from those of a test. */
export const jobKey = 'job-key';

/** Clusters and instances of the stand-in, each with a real database of its name. */
export interface RdsDataWorld {
  readonly cloud: Aws;
  readonly client: RDSClient;
  readonly server: TestPostgres;
  readonly effects: Effects;
  settings(id: string, changed?: object): object;
  open(id: string, changed?: object): DataStore;
  /** With a database that holds this. */
  cluster(id: string, classes?: readonly string[], value?: string): Promise<void>;
  fill(id: string, value?: string): Promise<void>;
  /** Waits until all is available. */
  settled(): Promise<void>;
  makeUnreachable(): Promise<void>;
}

export async function rdsDataWorld(test: TestContext): Promise<RdsDataWorld | undefined> {
  const missing = aws.skip || (await missingPostgres());
  if (missing) {
    test.skip(missing);
    return undefined;
  }
  const cloud = await newAws();
  const server = await startPostgres();
  let isReachable = true;
  const stop = async () => {
    if (isReachable) await server.stop();
    isReachable = false;
  };
  test.after(stop);
  await keepIn(test, cloud, server);
  const quick = { notice: 0, create: 0.01, modify: 0.01, reboot: 0.01, delete: 0.01, snapshot: 0.02, restore: 0.02 };
  await cloud.durations(quick);
  const client = rdsClient(cloud);
  const effects: Effects = {
    ...databaseEffects(
      {},
      { environment: { PATH: process.env.PATH ?? '', ...cloud.variables, AWS_ACCESS_KEY_ID: jobKey } },
    ),
    // What takes minutes there takes milliseconds here; what never comes is not waited for.
    clock: {
      now: quickened(),
      sleep: async (milliseconds) => await sleep(Math.min(milliseconds, 10)),
    },
    fetch: async (...request: Parameters<typeof fetch>) => {
      if (isReachable) return await fetch(...request);
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    },
  };
  const settings = (id: string, changed: object = {}) => ({
    rds: {
      cluster: id,
      region: cloud.variables.AWS_REGION,
      endpoint: cloud.endpoint,
      database: { postgres: { url: server.url(id), tools: server.tools } },
      ...changed,
    },
  });
  const fill = async (id: string, value = 'Ada'): Promise<void> => {
    await server.sql('postgres', `CREATE DATABASE "${id}"`);
    await server.sql(
      id,
      `CREATE TABLE visits (id serial PRIMARY KEY, note text);
       INSERT INTO visits (note) SELECT '${value} ' || n FROM generate_series(1, 500) n;`,
    );
  };
  return {
    cloud,
    client,
    server,
    effects,
    settings,
    open: (id, changed) =>
      dataStore.parse(settings(id, changed)).open({ effects, where: 'environments.staging.data', placeholders: {} }),
    cluster: async (id, classes = ['db.t4g.medium'], value) => {
      await newCluster(cloud, id, classes);
      await fill(id, value);
    },
    fill,
    settled: async () => {
      for (;;) {
        const { DBInstances = [] } = await client.send(new DescribeDBInstancesCommand({}));
        const { DBClusters = [] } = await client.send(new DescribeDBClustersCommand({}));
        const states = [...DBInstances.map((each) => each.DBInstanceStatus), ...DBClusters.map((each) => each.Status)];
        if (states.every((status) => status === 'available')) return;
        await sleep(10);
      }
    },
    makeUnreachable: stop,
  };
}

/** Each look at the clock is five seconds later, so that a limit of minutes passes within a test. */
function quickened(): () => Date {
  const start = Date.now();
  let looks = 0;
  return () => {
    looks += 1;
    return new Date(start + looks * 5_000);
  };
}
