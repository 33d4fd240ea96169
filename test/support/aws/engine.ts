import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { DescribeDBClustersCommand } from '@aws-sdk/client-rds';
import { stringify } from 'yaml';
import { z } from 'zod';
import { startPostgres } from '../postgres.ts';
import { account, newAws } from './aws.ts';
import { newCdkApp } from './cdk.ts';
import { rdsClient } from './rds-cluster.ts';
import { createdStack } from './resize.ts';
import { type Ended, startedCli } from './started-cli.ts';
import { keepIn } from './storage.ts';

const environments = ['production', 'staging'] as const;
type Side = (typeof environments)[number];

/** Two clusters that an application of the CDK has made, each with a real database, and a repository that upgrades their engine. */
export interface EngineWorld {
  /** The identifiers of the clusters. */
  readonly production: string;
  readonly staging: string;
  run(...words: string[]): Promise<Ended>;
  versions(): Promise<Readonly<Record<Side, string>>>;
  /** The version in the file of the application. */
  declared(side: Side): Promise<unknown>;
  rows(cluster: string): Promise<number>;
  write(cluster: string, note: string): Promise<void>;
}

export async function engineWorld(test: TestContext, version: string): Promise<EngineWorld> {
  const cloud = await newAws();
  const app = await newCdkApp({ rdsInstanceVersion: version }, 'RecordsProduction');
  test.after(() => app.remove());
  const fileOf = (side: Side): string => `${side}.config.json`;
  const written = z.record(z.string(), z.unknown());
  const config = written.parse(JSON.parse(app.config()));
  for (const side of environments)
    await writeFile(
      join(app.folder, fileOf(side)),
      `${JSON.stringify({ ...config, stackName: side === 'production' ? app.stack : 'RecordsStaging' }, null, 2)}\n`,
    );
  const server = await startPostgres();
  test.after(() => server.stop());
  await keepIn(test, cloud, server);
  const variables = { PATH: process.env.PATH ?? '', HOME: app.folder, ...cloud.variables, ...app.variables };
  const made = async (side: Side): Promise<string> => {
    const stack = side === 'production' ? app.stack : 'RecordsStaging';
    const id = await createdStack(
      cloud,
      { app, stack, context: [`config=${fileOf(side)}`] },
      app.quickProgram,
      variables,
    );
    await server.sql('postgres', `CREATE DATABASE "${id}"`);
    await server.sql(
      id,
      `CREATE TABLE visits (id serial PRIMARY KEY, note text);
       INSERT INTO visits (note) SELECT '${side} ' || n FROM generate_series(1, ${side === 'production' ? 500 : 20}) n;`,
    );
    return id;
  };
  const [production, staging] = [await made('production'), await made('staging')];
  const job = {
    ...variables,
    PRODUCTION_CLUSTER: production,
    PRODUCTION_WRITER: server.url(production),
    STAGING_CLUSTER: staging,
    STAGING_WRITER: server.url(staging),
  };
  const sideOf = (side: Side) => {
    const [cluster, url] = ['CLUSTER', 'WRITER'].map((each) => `\${${side.toUpperCase()}_${each}}`);
    return {
      access: { cluster, writer: url },
      data: { rds: { cluster, 'server-is-upgraded': true, database: { postgres: { url, tools: server.tools } } } },
      deploy: {
        cdk: {
          stack: side === 'production' ? app.stack : 'RecordsStaging',
          account,
          context: { config: fileOf(side) },
          file: fileOf(side),
          set: { rdsInstanceVersion: '{version}' },
          changes: { 'AWS::RDS::DBCluster': ['EngineVersion'] },
          program: app.quickProgram,
        },
      },
    };
  };
  const document = {
    system: 'records',
    product: 'aws-rds-engine',
    environments: {
      production: sideOf('production'),
      staging: {
        disposable: true,
        ...sideOf('staging'),
        hooks: { scrub: { waive: 'No application is started on it.' } },
      },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
  };
  await mkdir(join(app.folder, '.github'));
  await writeFile(join(app.folder, '.github', 'staged-upgrade.yml'), stringify(document));
  const client = rdsClient(cloud);
  return {
    production,
    staging,
    run: async (...words) => await startedCli(app, job, words),
    versions: async () => {
      const { DBClusters = [] } = await client.send(new DescribeDBClustersCommand({}));
      const of = (id: string): string =>
        DBClusters.find((each) => each.DBClusterIdentifier === id)?.EngineVersion ?? assert.fail(`${id} is gone`);
      return { production: of(production), staging: of(staging) };
    },
    declared: async (side) =>
      written.parse(JSON.parse(await readFile(join(app.folder, fileOf(side)), 'utf8'))).rdsInstanceVersion,
    rows: async (cluster) => (await server.sql(cluster, 'SELECT id FROM visits')).length,
    write: async (cluster, note) => {
      await server.sql(cluster, `INSERT INTO visits (note) VALUES ('${note}')`);
    },
  };
}
