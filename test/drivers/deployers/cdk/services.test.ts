import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import { DescribeServicesCommand, DescribeTasksCommand, ECSClient, ListTasksCommand } from '@aws-sdk/client-ecs';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { parse } from 'yaml';
import { z } from 'zod';
import { SystemFailure, UserError } from '../../../../src/core/messages/errors.ts';
import type { Deployer, DeployRequest } from '../../../../src/drivers/deployers/deployer.ts';
import { deployer } from '../../../../src/drivers/deployers.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { systemProcesses } from '../../../../src/world/processes/process.ts';
import { type Aws, account, aws, newAws, region } from '../../../support/aws/aws.ts';
import { type CdkApp, newCdkApp } from '../../../support/aws/cdk.ts';
import { writeLog } from '../../../support/aws/logs.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { until } from '../../../support/until.ts';

/** A stack with a server: a service of Amazon ECS, which reads parameters at its start. */

const { skip } = aws;
const variable = 'MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS';
const parameter = '/medplum/records/database.disableRunPostDeployMigrations';
let cloud: Aws;
let app: CdkApp;
let ecs: ECSClient;
let ssm: SSMClient;
let stacks: CloudFormationClient;

before(async () => {
  if (skip !== false) return;
  cloud = await newAws();
  const credentials = { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' };
  const settings = { region, endpoint: cloud.endpoint, credentials };
  ecs = new ECSClient(settings);
  ssm = new SSMClient(settings);
  stacks = new CloudFormationClient(settings);
});

beforeEach(async () => {
  if (skip !== false) return;
  await cloud.reset();
  await app?.remove();
  app = await newCdkApp({ serverImage: 'medplum/medplum-server:4.2.6', desiredServerCount: 2 });
  await deployByHand();
});

after(async () => await app?.remove());

async function deployByHand(directory = app.folder, StackName = app.stack, ...context: string[]): Promise<void> {
  const [program = '', ...args] = app.quickProgram;
  const folder = join(directory, 'made');
  await systemProcesses.run({
    argv: [program, ...args, 'synth', '--output', folder, ...context],
    directory,
    environment: {},
  });
  const TemplateBody = readFileSync(join(folder, 'template.json'), 'utf8');
  await stacks.send(new CreateStackCommand({ StackName, TemplateBody }));
  await waitUntilStackCreateComplete({ client: stacks, maxWaitTime: 600, minDelay: 0.1, maxDelay: 0.2 }, { StackName });
}

const named = { parameters: { [variable]: '/medplum/records/database.disableRunPostDeployMigrations' } };

function opened(productVariables: object | undefined = named, more: object = {}): Deployer {
  const settings = {
    cdk: {
      stack: app.stack,
      account,
      file: 'medplum.config.json',
      set: { serverImage: 'medplum/medplum-server:{version}' },
      changes: { 'AWS::ECS::TaskDefinition': 'ContainerDefinitions' },
      'product-variables': productVariables,
      ready: { within: '10m', stable: '200ms' },
      program: app.quickProgram,
      ...more,
    },
  };
  const environment = { PATH: process.env.PATH ?? '', HOME: app.folder, ...cloud.variables, ...app.variables };
  const effects = databaseEffects({}, { directory: app.folder, environment });
  return deployer.parse(settings).open({ effects, where: 'environments.production.deploy.cdk', placeholders: {} });
}

function request(version: string, value: string | undefined): DeployRequest {
  const environment = { [variable]: value };
  return { version, from: '4.2.6', to: '4.3.15', parts: {}, environment, log: silentLog };
}

test('the log of a server in the stack is read if it writes to Amazon CloudWatch', { skip }, async () => {
  const lines = async (): Promise<readonly string[]> => {
    const read: string[] = [];
    const { signal } = new AbortController();
    await opened().logs?.({ since: new Date(0), onLine: (line) => read.push(line), signal });
    return read;
  };
  await assert.rejects(lines(), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(
      error.detail.happened,
      /^No container of the service "records-server".* writes a log to Amazon CloudWatch/,
    );
    return true;
  });
  await app.remove();
  app = await newCdkApp({ serverImage: 'medplum/medplum-server:4.2.6', logGroup: '/ecs/medplum/records' }, 'Logged');
  await cloud.reset();
  await deployByHand();
  await writeLog(cloud, { group: '/ecs/medplum/records', stream: 'Medplum/MedplumTaskDefinition/1' }, ['Listening']);
  assert.deepEqual(await lines(), ['Listening']);
});

async function parameterValue(Name = parameter): Promise<string | undefined> {
  return await ssm.send(new GetParameterCommand({ Name })).then(
    ({ Parameter }) => Parameter?.Value,
    () => undefined,
  );
}

/** The tasks of a stack that is done may still be taking turns: those from before end, and new ones start. */
async function assertRunning(images: readonly string[], there?: Parameters<typeof look>[0]): Promise<void> {
  await until(`${images.join(' and ')} run`, async () => isDeepStrictEqual((await look(there)).images, images));
}

async function look(there = { cluster: 'records', service: 'records-server' }) {
  const { services } = await ecs.send(
    new DescribeServicesCommand({ cluster: there.cluster, services: [there.service] }),
  );
  const found = services?.[0];
  assert.ok(found?.deployments?.[0]);
  const { taskArns = [] } = await ecs.send(
    new ListTasksCommand({ cluster: there.cluster, serviceName: there.service, desiredStatus: 'RUNNING' }),
  );
  const { tasks = [] } =
    taskArns.length === 0
      ? { tasks: [] }
      : await ecs.send(new DescribeTasksCommand({ cluster: there.cluster, tasks: taskArns }));
  const images = tasks
    .filter(({ lastStatus }) => lastStatus === 'RUNNING')
    .map(({ containers = [] }) => containers[0]?.image);
  return { images, deployment: found.deployments[0].id, desired: found.desiredCount };
}

const image = (version: string): string => `medplum/medplum-server:${version}`;

test('a release is deployed with the variables of the product, in the parameter that the server reads', {
  skip,
}, async () => {
  const before = app.config();
  await opened().deploy(request('4.3.15', 'true'));
  assert.equal(await parameterValue(), 'true');
  await assertRunning([image('4.3.15'), image('4.3.15')]);
  assert.equal(app.config(), before.replace('4.2.6', '4.3.15'), 'nothing else of the file has changed');

  // No resource changes now: only new tasks read the parameter anew.
  const { deployment } = await look();
  await opened().deploy(request('4.3.15', undefined));
  assert.equal(await parameterValue(), undefined);
  const replaced = await look();
  assert.notEqual(replaced.deployment, deployment);
  assert.deepEqual(replaced.images, [image('4.3.15'), image('4.3.15')]);

  await opened().deploy(request('4.3.15', undefined));
  assert.equal((await look()).deployment, replaced.deployment, 'what is so already is left alone');
});

test('what is stopped for a restore starts again with the next deploy, even if that changes nothing', {
  skip,
}, async () => {
  await opened().stop?.({ log: silentLog });
  assert.deepEqual(await look().then(({ images, desired }) => ({ images, desired })), { images: [], desired: 0 });
  await opened().deploy(request('4.2.6', undefined));
  await assertRunning([image('4.2.6'), image('4.2.6')]);
});

test('without a service in the stack, a stop succeeds only if the configuration says why nothing has to be stopped', {
  skip,
}, async () => {
  await app.remove();
  app = await newCdkApp({ rdsInstances: 1 });
  await cloud.reset();
  await deployByHand();
  await assert.rejects(
    async () => await opened().stop?.({ log: silentLog }),
    (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.match(error.detail.happened, /^The stack .* has no service of Amazon ECS\.$/);
      assert.match(error.detail.next, /write why: \S+\.no-services\.$/);
      return true;
    },
  );
  const lines: string[] = [];
  const log = { ...silentLog, info: (text: string) => void lines.push(text) };
  await opened(named, { 'no-services': 'The server runs elsewhere.' }).stop?.({ log });
  assert.deepEqual(lines, ['Nothing is stopped: The server runs elsewhere.']);
});

test('an update that is rolled back restores the parameter too', { skip }, async () => {
  await ssm.send(new PutParameterCommand({ Name: parameter, Value: 'false', Type: 'String' }));
  const before = app.config();
  await cloud.fault({ kind: 'resource-fails', resource: 'Service' });
  await assert.rejects(opened().deploy(request('4.3.15', 'true')), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(
      error.detail.means,
      /^4\.3\.15 is not in place: .* Now the service "records-server" .* runs .*medplum-server:4\.2\.6/,
    );
    return true;
  });
  assert.equal(await parameterValue(), 'false');
  assert.equal(app.config(), before);
  await assertRunning([image('4.2.6'), image('4.2.6')]);
});

test('a variable without a parameter is refused, since the server would not receive it', {
  skip,
}, async () => {
  const before = app.config();
  await assert.rejects(
    opened({ parameters: { OTHER: '/medplum/records/other' } }).deploy(request('4.3.15', 'true')),
    (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.detail.happened, /names no parameter for that/);
      return true;
    },
  );
  assert.equal(app.config(), before);
});

const written = z.object({
  environments: z.record(z.string(), z.object({ deploy: z.object({ cdk: z.looseObject({}) }) })),
});

test('the example of Medplum on AWS deploys unchanged', { skip }, async (t) => {
  const example = join(import.meta.dirname, '../../../../examples/medplum-aws');
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-medplum-aws-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  await cp(example, directory, { recursive: true });
  const file = join(directory, 'infrastructure/medplum.production.config.json');
  const before = readFileSync(file, 'utf8');
  await deployByHand(
    ...[join(directory, 'infrastructure'), 'MedplumProduction'],
    ...['--context', 'config=medplum.production.config.json'],
  );
  const text = readFileSync(join(example, '.github/staged-upgrade.yml'), 'utf8');
  const { production } = written.parse(parse(text)).environments;
  const quick = { program: app.quickProgram, ready: { within: '10m', stable: '200ms' } };
  const settings = { cdk: { ...production?.deploy.cdk, ...quick } };
  const environment = { PATH: process.env.PATH ?? '', HOME: directory, ...cloud.variables, ...app.variables };
  const effects = databaseEffects({}, { directory, environment });
  const where = 'environments.production.deploy.cdk';
  const tool = deployer.parse(settings).open({ effects, where, placeholders: {} });
  const { fileChanges } = await tool.deploy(request('4.3.15', 'true'));

  const after = readFileSync(file, 'utf8');
  assert.equal(after, before.replace('medplum-server:4.2.6', 'medplum-server:4.3.15'));
  assert.deepEqual(fileChanges, [{ path: 'infrastructure/medplum.production.config.json', before, after }]);
  const { name } = z.object({ name: z.string() }).parse(JSON.parse(after));
  assert.equal(
    await parameterValue(`/medplum/${name}/database.disableRunPostDeployMigrations`),
    'true',
    'below the path that the server is started with',
  );
  const there = { cluster: 'production', service: 'production-server' };
  await assertRunning([image('4.3.15')], there);
});
