import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  type LogConfiguration,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { deployer } from '../../../../src/drivers/deployers.ts';
import { smokeTest } from '../../../../src/drivers/probes.ts';
import { type Aws, aws, newAws, region } from '../../../support/aws/aws.ts';
import { writeLog } from '../../../support/aws/logs.ts';
import { databaseEffects } from '../../../support/database-effects.ts';

/* What the tasks of a service have written to Amazon CloudWatch. */

const { skip } = aws;
let cloud: Aws;
let client: ECSClient;

before(async () => {
  if (skip !== false) return;
  cloud = await newAws();
  const credentials = { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' };
  client = new ECSClient({ region, endpoint: cloud.endpoint, credentials });
});

beforeEach(async () => {
  if (skip === false) await cloud.reset();
});

const group = '/records/web';
const toCloudWatch: LogConfiguration = {
  logDriver: 'awslogs',
  options: { 'awslogs-group': group, 'awslogs-region': region, 'awslogs-stream-prefix': 'records' },
};

async function service(logConfiguration?: LogConfiguration): Promise<void> {
  await client.send(new CreateClusterCommand({ clusterName: 'records' }));
  const web = { name: 'web', image: 'acme/web:1.1.4', memory: 128, ...(logConfiguration && { logConfiguration }) };
  const containerDefinitions = [web, { name: 'proxy', image: 'acme/proxy:1', memory: 64 }];
  await client.send(new RegisterTaskDefinitionCommand({ family: 'web', containerDefinitions }));
  const asked = { cluster: 'records', serviceName: 'web', taskDefinition: 'web', desiredCount: 1 };
  await client.send(new CreateServiceCommand(asked));
}

const since = new Date(Date.now() - 60_000);

function opened() {
  const effects = databaseEffects({}, { environment: cloud.variables });
  return deployer
    .parse({ ecs: { cluster: 'records', service: 'web', images: { web: 'acme/web:{version}' } } })
    .open({ effects, where: 'environments.production.deploy', placeholders: {} });
}

async function lines(): Promise<readonly string[]> {
  const read: string[] = [];
  await opened().logs?.({ since, onLine: (line) => read.push(line), signal: new AbortController().signal });
  return read;
}

test('all tasks of the container since the deploy, including stopped ones, and nothing of another container', {
  skip,
}, async () => {
  await service(toCloudWatch);
  const before = new Date(since.getTime() - 1000);
  await writeLog(cloud, { group, stream: 'records/web/first' }, [
    { at: before, message: 'ERROR of the release before' },
    { at: since, message: 'Started\nListening\n' },
  ]);
  await writeLog(cloud, { group, stream: 'records/web/second' }, ['Ready']);
  await writeLog(cloud, { group, stream: 'records/web-other/third' }, ['ERROR elsewhere']);
  assert.deepEqual(await lines(), ['Started', 'Listening', 'Ready']);
});

test('a log of many pages is read to its end', { skip }, async () => {
  await service(toCloudWatch);
  for (const page of Array.from({ length: 2 }, (_, index) => index)) {
    const messages = Array.from({ length: 6000 }, (_, index) => `line ${page * 6000 + index}`);
    await writeLog(cloud, { group, stream: 'records/web/first' }, messages);
  }
  const read = await lines();
  assert.deepEqual([read.length, new Set(read).size, read.at(-1)], [12_000, 12_000, 'line 11999']);
});

test('a smoke test of the log counts what is forbidden', { skip }, async () => {
  await service(toCloudWatch);
  await writeLog(cloud, { group, stream: 'records/web/first' }, ['Started', 'ERROR Ada has no date']);
  const serverLog = {
    read: async (onLine: (line: string) => void, signal: AbortSignal) =>
      await opened().logs?.({ since, onLine, signal }),
  };
  const context = { effects: databaseEffects(), where: 'smoke', placeholders: {}, serverLog };
  const tested = smokeTest.parse({ name: 'no error in the log', logs: { forbid: ['ERROR'] } }).open(context);
  assert.deepEqual(await tested.run(), {
    kind: 'failed',
    reason: 'in the log since the deploy: 1 line with ERROR',
  });
});

test('a container that logs elsewhere, and a missing group, are reported and not skipped', {
  skip,
}, async () => {
  const refused = async (how: RegExp): Promise<void> => {
    await assert.rejects(lines(), (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.match(`${error.detail.happened} ${error.detail.next}`, how);
      return true;
    });
  };
  await service();
  await refused(/The container "web" of the service "web".* under a known name\. .*"awslogs-stream-prefix"/);
  await cloud.reset();
  await service({ logDriver: 'awslogs', options: { 'awslogs-group': group } });
  await refused(/under a known name/);
  await cloud.reset();
  await service(toCloudWatch);
  await refused(/^The log group "\/records\/web" in us-west-2 could not be read: .*\(ResourceNotFoundException\)/);
});
