import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  DescribeDBInstancesCommand,
  type RDSClient,
} from '@aws-sdk/client-rds';
import { stringify } from 'yaml';
import type { TestPostgres } from '../postgres.ts';
import { until } from '../until.ts';
import type { Aws } from './aws.ts';
import { rdsClient } from './rds-cluster.ts';
import { type Ended, startedCli } from './started-cli.ts';

/** Of the job, whose calls are distinguished from those of a test. */
export const engineKey = 'engine-key';

const program = resolve(import.meta.dirname, 'quick-aws.ts');
const sides = ['production', 'staging'] as const;
type Side = (typeof sides)[number];

/** An engine that is upgraded by a command instead of the CDK, as described in docs/aws-rds-engine.md. */
export interface EngineByCommand {
  /** The identifier of staging's. */
  readonly staging: string;
  run(...words: string[]): Promise<Ended>;
  /** As the API names it, of the one instance of a side. */
  version(side: Side): Promise<string | undefined>;
}

export interface EngineChoice {
  readonly engine: 'postgres' | 'mysql' | 'aurora-mysql';
  readonly version: string;
  /** What is in the databases, each named as its instance is; without it, nothing but AWS is asked. */
  readonly database?: TestPostgres;
}

/** Production and staging, each one instance: by itself, or of a cluster of Aurora. */
export async function engineByCommand(
  test: TestContext,
  cloud: Aws,
  { engine, version, database }: EngineChoice,
): Promise<EngineByCommand> {
  const client = rdsClient(cloud);
  const isCluster = engine.startsWith('aurora');
  const noun = isCluster ? 'cluster' : 'instance';
  const folder = await mkdtemp(join(tmpdir(), 'staged-engine-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  const idOf = (side: Side): string => `${side}-${engine}`;
  for (const side of sides) {
    await (isCluster
      ? cluster(client, { id: idOf(side), engine, version })
      : alone(client, { id: idOf(side), engine, version }));
    await database?.sql('postgres', `CREATE DATABASE "${idOf(side)}"`);
    await database?.sql(idOf(side), `CREATE TABLE visits AS SELECT '${side}' AS note, n FROM generate_series(1, 5) n`);
  }
  await settled(client);
  // A version of Aurora MySQL has that of MySQL in front of it.
  const written = engine === 'aurora-mysql' ? '8.0.mysql_aurora.{version}' : '{version}';
  const look = (url: string) =>
    database === undefined ? { mysql: { url } } : { postgres: { url, tools: database.tools } };
  const sideOf = (side: Side) => {
    const [id, url] = [idOf(side), `\${${side.toUpperCase()}_WRITER}`];
    const command = [process.execPath, program, 'rds', `modify-db-${noun}`, `--db-${noun}-identifier`, id];
    return {
      access: { [noun]: id, writer: url, ...(database === undefined && { host: `\${${side.toUpperCase()}_HOST}` }) },
      data: { rds: { [noun]: id, 'server-is-upgraded': true, database: look(url) } },
      deploy: {
        command: {
          run: [...command, '--engine-version', written, '--allow-major-version-upgrade', '--apply-immediately'],
        },
      },
    };
  };
  const document = {
    system: 'records',
    product: {
      extends: 'aws-rds-engine',
      releases: { 'rds-engine': { engine } },
      // As docs/aws-rds-engine.md has it.
      access: {
        ...(!isCluster && { instance: { description: 'The identifier of the instance.' } }),
        ...(database === undefined && { host: { description: 'The writer endpoint.' } }),
      },
      probes: {
        version: { 'rds-engine': { [noun]: `{access.${noun}}` } },
        health:
          database === undefined ? { tcp: { host: '{access.host}', port: 3306 } } : { sql: { url: '{access.writer}' } },
      },
      ...(database === undefined && { smoke: [] }),
    },
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
  await mkdir(join(folder, '.github'));
  await writeFile(join(folder, '.github', 'staged-upgrade.yml'), stringify(document));
  const addressOf = (side: Side): string => database?.url(idOf(side)) ?? `mysql://admin:a-password@127.0.0.1/${side}`;
  const variables = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    ...cloud.variables,
    AWS_ACCESS_KEY_ID: engineKey,
    PRODUCTION_WRITER: addressOf('production'),
    STAGING_WRITER: addressOf('staging'),
    PRODUCTION_HOST: 'production.internal',
    STAGING_HOST: 'staging.internal',
  };
  return {
    staging: idOf('staging'),
    run: async (...words) => await startedCli({ folder }, variables, words),
    version: async (side) => {
      const DBInstanceIdentifier = isCluster ? `${idOf(side)}-1` : idOf(side);
      const { DBInstances } = await client.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier }));
      return DBInstances?.[0]?.EngineVersion;
    },
  };
}

interface ToMake {
  readonly id: string;
  readonly engine: string;
  readonly version: string;
}

const master = { MasterUsername: 'admin', MasterUserPassword: 'not-a-real-password' };

async function alone(client: RDSClient, { id, engine: Engine, version: EngineVersion }: ToMake): Promise<void> {
  const size = { DBInstanceClass: 'db.r6g.large', AllocatedStorage: 20 };
  await client.send(
    new CreateDBInstanceCommand({ DBInstanceIdentifier: id, Engine, EngineVersion, ...size, ...master }),
  );
}

async function cluster(client: RDSClient, { id, engine: Engine, version: EngineVersion }: ToMake): Promise<void> {
  const DBClusterIdentifier = id;
  await client.send(new CreateDBClusterCommand({ DBClusterIdentifier, Engine, EngineVersion, ...master }));
  const member = { DBInstanceIdentifier: `${id}-1`, DBInstanceClass: 'db.r6g.large' };
  await client.send(new CreateDBInstanceCommand({ DBClusterIdentifier, Engine, ...member }));
}

async function settled(client: RDSClient): Promise<void> {
  await until('all instances are available', async () => {
    const { DBInstances = [] } = await client.send(new DescribeDBInstancesCommand({}));
    return DBInstances.every(({ DBInstanceStatus }) => DBInstanceStatus === 'available');
  });
}
