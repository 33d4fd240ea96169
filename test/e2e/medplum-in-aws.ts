import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import { DescribeServicesCommand, DescribeTasksCommand, ECSClient, ListTasksCommand } from '@aws-sdk/client-ecs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { type Aws, region } from '../support/aws/aws.ts';
import { cdk } from '../support/aws/cdk.ts';
import { type MedplumSide, type MedplumWorld, type Side, sides } from './medplum-world.ts';

const root = resolve(import.meta.dirname, '../..');
const example = join(root, 'examples/medplum-aws');
const support = join(root, 'test/support/aws');
const variable = 'MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS';

/** The CDK program takes seconds for each of three calls: production is deployed by it, staging by a stand-in that starts at once. */
const programs: Readonly<Record<Side, readonly string[]>> = {
  production: [process.execPath, cdk.path],
  staging: [process.execPath, join(support, 'quick-cdk.mjs')],
};

export const configFile = (repository: string, side: Side): string =>
  join(repository, 'infrastructure', `medplum.${side}.config.json`);
export const parameterOf = (side: Side): string => `/medplum/${side}/database.disableRunPostDeployMigrations`;

/** For the program of the CDK, wherever it runs. */
export const cdkVariables = { CDK_DISABLE_CLI_TELEMETRY: 'true', CI: 'true' };

export function bucketOf(side: Side): string {
  return `acme-medplum-${side}-storage`;
}

/** What is set in the repository besides. */
export const repositoryVariables = {
  AWS_REGION: region,
  BACKUP_BUCKET: 'acme-medplum-backups',
  PRODUCTION_BINARY_BUCKET: bucketOf('production'),
  STAGING_BINARY_BUCKET: bucketOf('staging'),
};

/** The same world as the example of Medplum on AWS has it: two stacks, whose tasks are servers of this machine. */
export async function inAws(world: MedplumWorld, cloud: Aws, release: string): Promise<void> {
  for (const bucket of [...sides.map(bucketOf), repositoryVariables.BACKUP_BUCKET])
    await fetch(`${cloud.endpoint}/${bucket}`, { method: 'PUT' });
  for (const folder of ['infrastructure', '.github/workflows'])
    await cp(join(example, folder), join(world.repository, folder), { recursive: true });
  await cp(join(support, 'cdk-app'), join(world.repository, 'infrastructure'), { recursive: true });
  await symlink(join(cdk.path, '../../..'), join(world.repository, 'infrastructure/node_modules'));
  const written = parseDocument(await readFile(join(example, '.github/staged-upgrade.yml'), 'utf8'));
  const place = { endpoint: cloud.endpoint, 'path-style': true };
  for (const side of sides) {
    const at = ['environments', side];
    for (const key of ['deploy', 'data', 'server-settings'])
      await world.configure([...at, key], written.getIn([...at, key]));
    await world.configure([...at, 'deploy', 'cdk', 'program'], programs[side]);
    await world.configure([...at, 'deploy', 'cdk', 'ready'], { within: '15m', stable: '200ms' });
    for (const [key, value] of Object.entries(place))
      await world.configure([...at, 'data', 1, 's3-bucket', key], value);
    await storeInBucket(world[side], cloud, bucketOf(side));
    await createStack(world, cloud, { side, release });
  }
  for (const key of ['backup', 'smoke']) await world.configure([key], written.get(key));
  for (const [key, value] of Object.entries(place)) await world.configure(['backup', 'store', 's3', key], value);

  const ended = new AbortController();
  const played = sides.map((side) => {
    const first = Promise.withResolvers<void>();
    const playing = playTasks(world[side], cloud, { side, signal: ended.signal, onServer: first.resolve });
    // Nothing waits for a first server that never comes: what has ended the stand-in is thrown instead.
    return { playing, serves: Promise.race([first.promise, playing]) };
  });
  world.atEnd(async () => {
    ended.abort();
    await Promise.all(played.map(({ playing }) => playing));
  });
  // The first task takes the place of the server that the world has started with: meanwhile nothing answers.
  await Promise.all(played.map(({ serves }) => serves));
}

/** Uploads are in a bucket, which the server is given instead of its folder. */
async function storeInBucket({ variables }: MedplumSide, cloud: Aws, bucket: string): Promise<void> {
  const { ENV_FILE = '', MEDPLUM_BINARY_STORAGE = '' } = variables;
  const envText = await readFile(ENV_FILE, 'utf8');
  const lines = [envText.replace(MEDPLUM_BINARY_STORAGE, `s3:${bucket}`), `AWS_ENDPOINT_URL=${cloud.endpoint}\n`];
  await writeFile(ENV_FILE, lines.join(''));
  const folder = MEDPLUM_BINARY_STORAGE.replace('file:', '');
  for (const id of await readdir(folder)) {
    const body = await readFile(join(folder, id));
    await fetch(`${cloud.endpoint}/${bucket}/binary/${id}`, { method: 'PUT', body });
  }
}

/** The stack as somebody has deployed it once, with the keys that this account adds to the example's. */
async function createStack(
  world: MedplumWorld,
  cloud: Aws,
  { side, release }: { readonly side: Side; readonly release: string },
): Promise<void> {
  const file = configFile(world.repository, side);
  const text = (await readFile(file, 'utf8')).replace(/medplum-server:[\d.]+/, `medplum-server:${release}`);
  const secrets = `arn:aws:secretsmanager:${region}:123456789012:secret:${side}`;
  await writeFile(file, text.replace('{', `{\n  "rdsSecretsArn": "${secrets}",`));
  const made = join(world.folder, `made-${side}`);
  const directory = join(world.repository, 'infrastructure');
  const [program = '', ...args] = programs.staging;
  const synth = await systemProcesses.run({
    argv: [program, ...args, 'synth', '--output', made, '--context', `config=medplum.${side}.config.json`],
    directory,
    environment: {},
  });
  if (synth.exitCode !== 0) throw new Error(synth.stderr);
  const { stackName } = z.object({ stackName: z.string() }).parse(JSON.parse(await readFile(file, 'utf8')));
  const client = new CloudFormationClient(clientFor(cloud));
  const TemplateBody = await readFile(join(made, 'template.json'), 'utf8');
  await client.send(new CreateStackCommand({ StackName: stackName, TemplateBody }));
  await waitUntilStackCreateComplete(
    { client, maxWaitTime: 900, minDelay: 0.1, maxDelay: 0.2 },
    { StackName: stackName },
  );
}

export function clientFor({ endpoint }: Aws) {
  return { region, endpoint, credentials: { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' } };
}

interface Playing {
  readonly side: Side;
  readonly signal: AbortSignal;
  /** A task's server is up. */
  readonly onServer: () => void;
}

/** The newest task of the service is a server on this machine, which has read its parameter when it started. */
async function playTasks(server: MedplumSide, cloud: Aws, { side, signal, onServer }: Playing): Promise<void> {
  const ecs = new ECSClient(clientFor(cloud));
  const ssm = new SSMClient(clientFor(cloud));
  const [cluster, serviceName] = [side, `${side}-server`];
  let playing: string | undefined;
  while (!signal.aborted) {
    const { services } = await ecs.send(new DescribeServicesCommand({ cluster, services: [serviceName] }));
    const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster, serviceName, desiredStatus: 'RUNNING' }));
    const newest = taskArns.length === 0 ? undefined : await newestTask(ecs, cluster, taskArns);
    if (services?.[0]?.desiredCount === 0) {
      if (playing !== undefined) await server.stop();
      playing = undefined;
    } else if (newest !== undefined && newest.taskArn !== playing) {
      const deferred = await ssm.send(new GetParameterCommand({ Name: parameterOf(side) })).then(
        ({ Parameter }) => Parameter?.Value,
        () => undefined,
      );
      playing = newest.taskArn;
      await server.deploy(newest.release, deferred === undefined ? {} : { [variable]: deferred });
      onServer();
    }
    await sleep(100);
  }
  ecs.destroy();
  ssm.destroy();
}

async function newestTask(ecs: ECSClient, cluster: string, tasks: string[]) {
  const described = await ecs.send(new DescribeTasksCommand({ cluster, tasks }));
  const [newest] = (described.tasks ?? [])
    .filter(({ lastStatus }) => lastStatus === 'RUNNING')
    .sort((one, other) => Number(other.createdAt) - Number(one.createdAt));
  const release = newest?.containers?.[0]?.image?.split(':')[1];
  return newest?.taskArn === undefined || release === undefined ? undefined : { taskArn: newest.taskArn, release };
}
