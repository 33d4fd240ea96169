import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import {
  DescribeDBClusterSnapshotsCommand,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  FailoverDBClusterCommand,
} from '@aws-sdk/client-rds';
import { stringify } from 'yaml';
import { z } from 'zod';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { startPostgres } from '../postgres.ts';
import { type Aws, account, newAws, region } from './aws.ts';
import { type CdkApp, newCdkApp } from './cdk.ts';
import { rdsClient } from './rds-cluster.ts';

/** Of the job, whose calls are told from those of a test. */
export const jobKey = 'job-key';

const cli = resolve(import.meta.dirname, '../../../src/cli.ts');
const entry = z.object({ event: z.looseObject({ type: z.string() }) });
const availability = z.object({ looks: z.number(), failed: z.number() });

export interface Ended {
  readonly exitCode: number | undefined;
  /** All that it printed, with its lines joined: a terminal breaks them where it ends. */
  readonly text: string;
}

/** A cluster that an application of the CDK has made, and a repository whose configuration resizes it. */
export interface ResizeWorld {
  readonly cloud: Aws;
  readonly app: CdkApp;
  run(...words: string[]): Promise<Ended>;
  /** Id, class and role of each instance, in the order of their tiers. */
  instances(): Promise<readonly (readonly [string, string, 'writer' | 'reader'])[]>;
  /** What the file of the application says of the cluster. */
  declared(): Readonly<Record<string, unknown>>;
  declare(keys: Readonly<Record<string, unknown>>): Promise<void>;
  failover(): Promise<void>;
  /** Waits until one of the instances is being changed. */
  changing(): Promise<void>;
  /** The snapshots that somebody has asked for. */
  snapshots(): Promise<readonly string[]>;
  events(): Promise<readonly z.output<typeof entry>['event'][]>;
  /** How reads and writes went through each deploy. */
  watched(): Promise<readonly { readonly reads: number; readonly writes: number }[]>;
}

interface ResizeChoice {
  /** Whether a program that starts in no time takes the place of the CDK's own. */
  readonly quick: boolean;
  /** Whether a snapshot is taken before each hop. */
  readonly data?: boolean;
  readonly rdsInstances: number;
  readonly rdsInstanceType?: string;
}

export async function resizeWorld(
  test: TestContext,
  { quick, data = false, ...config }: ResizeChoice,
): Promise<ResizeWorld> {
  const cloud = await newAws();
  const app = await newCdkApp(config);
  test.after(() => app.remove());
  const database = await startPostgres();
  test.after(() => database.stop());
  const variables = {
    PATH: process.env.PATH ?? '',
    HOME: app.folder,
    ...cloud.variables,
    ...app.variables,
    AWS_ACCESS_KEY_ID: jobKey,
    PRODUCTION_WRITER: database.url('postgres'),
    PRODUCTION_READER: database.url('postgres'),
  };
  const program = quick ? app.quickProgram : app.program;
  const cluster = await created(cloud, app, program, variables);
  await mkdir(join(app.folder, '.github'));
  const document = {
    system: 'records',
    product: 'aws-rds-resize',
    environments: {
      production: {
        access: { writer: '${PRODUCTION_WRITER}', reader: '${PRODUCTION_READER}' },
        topology: { 'rds-cluster': { cluster, configuration: { file: 'medplum.config.json' } } },
        deploy: {
          cdk: {
            stack: app.stack,
            account,
            file: 'medplum.config.json',
            set: {
              rdsInstances: '{parts.instances}',
              rdsInstanceType: '{parts.writer}',
              rdsReaderInstanceType: '{parts.reader}',
            },
            changes: { 'AWS::RDS::DBInstance': ['DBInstanceClass', 'added', 'removed'] },
            program,
          },
        },
        ...(data && { data: { rds: { cluster, database: { postgres: { url: '${PRODUCTION_WRITER}' } } } } }),
      },
      staging: { waive: 'A second cluster of that size costs more than the seconds that a failover takes.' },
    },
    journal: { store: { folder: { path: 'journal' } } },
    ...(data && { backup: { store: { folder: { path: 'backups' } } } }),
  };
  await writeFile(join(app.folder, '.github', 'staged-upgrade.yml'), stringify(document));
  const client = rdsClient(cloud);
  const described = async () => {
    const { DBClusters } = await client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: cluster }));
    return DBClusters?.[0]?.DBClusterMembers ?? [];
  };
  const events: ResizeWorld['events'] = async () => {
    const files = globSync('**/*.json', { cwd: join(app.folder, 'journal') }).toSorted();
    const texts = await Promise.all(files.map((file) => readFile(join(app.folder, 'journal', file), 'utf8')));
    return texts.map((text) => entry.parse(JSON.parse(text)).event);
  };
  return {
    cloud,
    app,
    run: async (...words) => {
      const { exitCode, stdout, stderr } = await systemProcesses.run({
        argv: [process.execPath, cli, ...words],
        directory: app.folder,
        environment: variables,
      });
      return { exitCode, text: `${stdout}\n${stderr}`.replaceAll(/\s+/g, ' ') };
    },
    instances: async () => {
      const all = await rdsClassesOf(client);
      return (await described())
        .toSorted((one, other) => (one.PromotionTier ?? 0) - (other.PromotionTier ?? 0))
        .map(
          ({ DBInstanceIdentifier: id = '', IsClusterWriter }) =>
            [id, all.get(id) ?? '', IsClusterWriter === true ? 'writer' : 'reader'] as const,
        );
    },
    declared: () => {
      const all = z.record(z.string(), z.unknown()).parse(JSON.parse(app.config()));
      return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('rds')));
    },
    declare: async (keys) => {
      const all = z.record(z.string(), z.unknown()).parse(JSON.parse(app.config()));
      await writeFile(app.configFile, `${JSON.stringify({ ...all, ...keys }, null, 2)}\n`);
    },
    failover: async () => {
      await client.send(new FailoverDBClusterCommand({ DBClusterIdentifier: cluster }));
    },
    changing: async () => {
      for (let look = 0; look < 2_000; look += 1) {
        const { DBInstances } = await client.send(new DescribeDBInstancesCommand({}));
        if (DBInstances?.some(({ DBInstanceStatus }) => DBInstanceStatus === 'modifying')) return;
        await sleep(50);
      }
      assert.fail('no instance was changed');
    },
    snapshots: async () => {
      const manual = new DescribeDBClusterSnapshotsCommand({ SnapshotType: 'manual' });
      const { DBClusterSnapshots } = await client.send(manual);
      return (DBClusterSnapshots ?? []).map(({ DBClusterSnapshotIdentifier: id = '' }) => id);
    },
    events,
    watched: async () =>
      (await events()).flatMap(({ type, availability: reads, writes }) =>
        type === 'deployed' || type === 'rolled-back'
          ? [{ reads: availability.parse(reads).looks, writes: availability.parse(writes).looks }]
          : [],
      ),
  };
}

async function rdsClassesOf(client: ReturnType<typeof rdsClient>): Promise<ReadonlyMap<string, string>> {
  const { DBInstances } = await client.send(new DescribeDBInstancesCommand({}));
  return new Map((DBInstances ?? []).map((each) => [each.DBInstanceIdentifier ?? '', each.DBInstanceClass ?? '']));
}

/** The stack as somebody has deployed it once. @returns the id of its cluster */
async function created(
  cloud: Aws,
  app: CdkApp,
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const made = join(app.folder, 'made');
  const synth = await systemProcesses.run({
    argv: [program, ...args, 'synth', '--quiet', '--output', made],
    directory: app.folder,
    environment,
  });
  assert.equal(synth.exitCode, 0, synth.stderr);
  const client = new CloudFormationClient({
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' },
  });
  const [template = ''] = globSync('*template.json', { cwd: made });
  const TemplateBody = readFileSync(join(made, template), 'utf8');
  await client.send(new CreateStackCommand({ StackName: app.stack, TemplateBody }));
  await waitUntilStackCreateComplete(
    { client, maxWaitTime: 60, minDelay: 0.2, maxDelay: 0.5 },
    { StackName: app.stack },
  );
  const { DBClusters } = await rdsClient(cloud).send(new DescribeDBClustersCommand({}));
  return DBClusters?.[0]?.DBClusterIdentifier ?? assert.fail('the stack has made no cluster');
}
