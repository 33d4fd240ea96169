import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import {
  DescribeDBClusterSnapshotsCommand,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  FailoverDBClusterCommand,
} from '@aws-sdk/client-rds';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { stringify } from 'yaml';
import { z } from 'zod';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { compiled } from '../compiled.ts';
import { startPostgres, type TestPostgres } from '../postgres.ts';
import { builtCli } from '../program.ts';
import { until } from '../until.ts';
import { type Aws, account, newAws, region } from './aws.ts';
import { type CdkApp, newCdkApp } from './cdk.ts';
import { rdsClient } from './rds-cluster.ts';
import { type Ended, startedCli } from './started-cli.ts';
import { keepIn } from './storage.ts';

/** Of a job that may change production, whose calls are distinguished from those of a test. */
export const jobKey = 'job-key';
/** Of one that only looks, in the environment production-read. */
export const lookKey = 'look-key';
const looks = new Set(['check', 'plan', 'preflight', 'report']);

const entry = z.object({ event: z.looseObject({ type: z.string() }) });
const availability = z.object({ looks: z.number(), failed: z.number() });

type Instance = readonly [id: string, instanceClass: string, role: 'writer' | 'reader'];

/** A cluster that an application of the CDK has made, and a repository whose configuration resizes it. */
export interface ResizeWorld {
  readonly cloud: Aws;
  /** Of a job that has logged in, with the secrets that the configuration names. */
  readonly variables: Readonly<Record<string, string>>;
  readonly app: CdkApp;
  /** In the terminal, with the credentials of the environment that the command belongs to. */
  run(...words: string[]): Promise<Ended>;
  /** @param changed variables; empty ones are not set */
  runWith(changed: Readonly<Record<string, string>>, ...words: string[]): Promise<Ended>;
  /** The same, killed as soon as one of the instances is being changed. */
  runUntilChanging(...words: string[]): Promise<void>;
  readonly database: TestPostgres;
  readonly cluster: string;
  /** Its identifier, where there is one. */
  readonly staging: string | undefined;
  /** Id, class and role of each instance, in the order of their tiers; of production where no other cluster is named. */
  instances(cluster?: string): Promise<readonly Instance[]>;
  /** What the file of the application says of the cluster. */
  declared(): Readonly<Record<string, unknown>>;
  declare(keys: Readonly<Record<string, unknown>>): Promise<void>;
  failover(): Promise<void>;
  /** Waits until one of the instances is being changed. */
  changing(): Promise<void>;
  /** The snapshots that somebody has asked for. */
  snapshots(): Promise<readonly string[]>;
  events(): Promise<readonly z.output<typeof entry>['event'][]>;
  /** How reads and writes fared during each deploy. */
  watched(): Promise<readonly { readonly reads: number; readonly writes: number }[]>;
}

interface ResizeChoice {
  /** Whether a program that starts at once replaces the CDK's own. */
  readonly quick: boolean;
  /** Whether a snapshot is taken before each hop. */
  readonly data?: boolean;
  /** Whether there is a second cluster, on which each hop is rehearsed; both have real databases. */
  readonly staging?: boolean;
  /** Whether the journal is a branch of the repository, as for workflows. */
  readonly inWorkflows?: boolean;
  readonly rdsInstances: number;
  readonly rdsInstanceType?: string;
}

export async function resizeWorld(
  test: TestContext,
  { quick, staging = false, data = staging, inWorkflows = false, ...config }: ResizeChoice,
): Promise<ResizeWorld> {
  const cloud = await newAws();
  const app = await newCdkApp(config);
  test.after(() => app.remove());
  const database = await startPostgres();
  test.after(() => database.stop());
  if (data) await s3Client(cloud).send(new CreateBucketCommand({ Bucket: bucket, ...location }));
  if (staging) await keepIn(test, cloud, database);
  const base = {
    PATH: process.env.PATH ?? '',
    HOME: app.folder,
    ...cloud.variables,
    ...app.variables,
    AWS_ACCESS_KEY_ID: jobKey,
  };
  const program = quick ? app.quickProgram : app.program;
  const cluster = await createdStack(cloud, { app }, program, base);
  const copy = staging ? await stagingCluster({ cloud, app, program, environment: base }) : undefined;
  // In a world without a staging nothing is in the cluster, and any database will do.
  const place = (id: string | undefined): string => database.url(staging && id !== undefined ? id : 'postgres');
  if (copy !== undefined) await fill(database, [cluster, copy]);
  const variables = {
    ...base,
    PRODUCTION_WRITER: place(cluster),
    PRODUCTION_READER: place(cluster),
    ...(copy !== undefined && { STAGING_WRITER: place(copy) }),
  };
  const changes = { 'AWS::RDS::DBInstance': ['DBInstanceClass', 'added', 'removed'] };
  const set = {
    rdsInstances: '{parts.instances}',
    rdsInstanceType: '{parts.writer}',
    rdsReaderInstanceType: '{parts.reader}',
  };
  const tools = staging ? { tools: database.tools } : {};
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
            set,
            changes,
            program,
          },
        },
        ...(data && {
          data: {
            rds: {
              cluster,
              'server-is-upgraded': true,
              database: { postgres: { url: '${PRODUCTION_WRITER}', ...tools } },
            },
          },
        }),
      },
      staging:
        copy === undefined
          ? { waive: 'A second cluster of that size costs more than the seconds that a failover takes.' }
          : {
              disposable: true,
              access: { writer: '${STAGING_WRITER}', reader: '${STAGING_WRITER}' },
              topology: { 'rds-cluster': { cluster: copy, configuration: { file: stagingFile } } },
              data: {
                rds: {
                  cluster: copy,
                  'server-is-upgraded': true,
                  database: { postgres: { url: '${STAGING_WRITER}', ...tools } },
                },
              },
              deploy: {
                cdk: {
                  stack: stagingStack,
                  account,
                  context: { config: stagingFile },
                  file: stagingFile,
                  set,
                  changes,
                  program,
                },
              },
              hooks: { scrub: { waive: 'No application is started on it.' } },
            },
    },
    journal: { store: inWorkflows ? { git: {} } : { folder: { path: 'journal' } } },
    ...(data && { backup: { store: { s3: { bucket, endpoint: cloud.endpoint } }, keep: { newest: 1 } } }),
  };
  await writeFile(join(app.folder, '.github', 'staged-upgrade.yml'), stringify(document));
  const client = rdsClient(cloud);
  const described = async (id: string) => {
    const { DBClusters } = await client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: id }));
    return DBClusters?.[0]?.DBClusterMembers ?? [];
  };
  const events: ResizeWorld['events'] = async () => {
    const files = globSync('**/*.json', { cwd: join(app.folder, 'journal') }).toSorted();
    const texts = await Promise.all(files.map((file) => readFile(join(app.folder, 'journal', file), 'utf8')));
    return texts.map((text) => entry.parse(JSON.parse(text)).event);
  };
  const membersOf = async (id: string): Promise<readonly Instance[]> => {
    const all = await rdsClassesOf(client);
    return (await described(id))
      .toSorted((one, other) => (one.PromotionTier ?? 0) - (other.PromotionTier ?? 0))
      .map(
        ({ DBInstanceIdentifier: name = '', IsClusterWriter }) =>
          [name, all.get(name) ?? '', IsClusterWriter === true ? 'writer' : 'reader'] as const,
      );
  };
  const runWith: ResizeWorld['runWith'] = async (changed, ...words) => {
    const key = looks.has(words[0] ?? '') ? lookKey : jobKey;
    return await startedCli(app, { ...variables, AWS_ACCESS_KEY_ID: key, ...changed }, words);
  };
  const changing: ResizeWorld['changing'] = async () => {
    await until('an instance is being changed', async () => {
      const { DBInstances } = await client.send(new DescribeDBInstancesCommand({}));
      return DBInstances?.some(({ DBInstanceStatus }) => DBInstanceStatus === 'modifying') === true;
    });
  };
  return {
    cloud,
    variables,
    database,
    cluster,
    staging: copy,
    app,
    run: async (...words) => await runWith({}, ...words),
    runWith,
    instances: async (id = cluster) => await membersOf(id),
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
    changing,
    runUntilChanging: async (...words) => {
      const child = spawn(process.execPath, [await builtCli(), ...words], {
        cwd: app.folder,
        env: { ...variables, NODE_COMPILE_CACHE: compiled },
        stdio: 'ignore',
        // With all that it has started.
        detached: true,
      });
      const ended = once(child, 'exit');
      await changing();
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await ended;
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

/** For the manifests of snapshots. */
const bucket = 'backups-of-records';

const stagingStack = 'Staging';
const stagingFile = 'staging.config.json';

interface StagingRequest {
  readonly cloud: Aws;
  readonly app: CdkApp;
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** From the same application, with a configuration file of its own. */
async function stagingCluster({ cloud, app, program, environment }: StagingRequest): Promise<string> {
  const config = z.record(z.string(), z.unknown()).parse(JSON.parse(app.config()));
  await writeFile(
    join(app.folder, stagingFile),
    `${JSON.stringify({ ...config, stackName: stagingStack }, null, 2)}\n`,
  );
  return await createdStack(
    cloud,
    { app, stack: stagingStack, context: [`config=${stagingFile}`] },
    program,
    environment,
  );
}

/** The first has more than the others. */
async function fill(database: TestPostgres, clusters: readonly string[]): Promise<void> {
  for (const [index, id] of clusters.entries()) {
    await database.sql('postgres', `CREATE DATABASE "${id}"`);
    await database.sql(
      id,
      `CREATE TABLE visits (id serial PRIMARY KEY, note text);
       INSERT INTO visits (note) SELECT 'visit ' || n FROM generate_series(1, ${index === 0 ? 500 : 20}) n;`,
    );
  }
}

const location = { CreateBucketConfiguration: { LocationConstraint: region } } as const;

function s3Client({ endpoint }: Aws): S3Client {
  const credentials = { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' };
  return new S3Client({ region, endpoint, credentials, forcePathStyle: true });
}

async function rdsClassesOf(client: ReturnType<typeof rdsClient>): Promise<ReadonlyMap<string, string>> {
  const { DBInstances } = await client.send(new DescribeDBInstancesCommand({}));
  return new Map((DBInstances ?? []).map((each) => [each.DBInstanceIdentifier ?? '', each.DBInstanceClass ?? '']));
}

/** The stack as somebody has deployed it once. @returns the id of its cluster */
export async function createdStack(
  cloud: Aws,
  { app, stack = app.stack, context = [] }: { app: CdkApp; stack?: string; context?: readonly string[] },
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const made = join(app.folder, `made-${stack}`);
  const client = rdsClient(cloud);
  const ids = async (): Promise<readonly string[]> => {
    const { DBClusters } = await client.send(new DescribeDBClustersCommand({}));
    return (DBClusters ?? []).flatMap(({ DBClusterIdentifier: id }) => id ?? []);
  };
  const before = await ids();
  const synth = await systemProcesses.run({
    argv: [program, ...args, 'synth', '--quiet', '--output', made, ...context.flatMap((each) => ['--context', each])],
    directory: app.folder,
    environment,
  });
  assert.equal(synth.exitCode, 0, synth.stderr);
  const stacks = new CloudFormationClient({
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' },
  });
  const [template = ''] = globSync('*template.json', { cwd: made });
  const TemplateBody = readFileSync(join(made, template), 'utf8');
  await rm(made, { recursive: true });
  await stacks.send(new CreateStackCommand({ StackName: stack, TemplateBody }));
  await waitUntilStackCreateComplete(
    { client: stacks, maxWaitTime: 900, minDelay: 0.2, maxDelay: 0.5 },
    { StackName: stack },
  );
  const created = (await ids()).find((id) => !before.includes(id));
  return created ?? assert.fail('the stack has made no cluster');
}
