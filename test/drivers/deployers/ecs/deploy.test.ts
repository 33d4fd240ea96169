import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateRepositoryCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import { SystemFailure, UserError } from '../../../../src/core/messages/errors.ts';
import type { Message } from '../../../../src/core/messages/message.ts';
import type { Deployer, DeployRequest } from '../../../../src/drivers/deployers/deployer.ts';
import { deployer } from '../../../../src/drivers/deployers.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { type Aws, account, aws, newAws, region } from '../../../support/aws/aws.ts';
import { startRegistry, type TestRegistry } from '../../../support/aws/registry.ts';
import { databaseEffects } from '../../../support/database-effects.ts';

const { skip } = aws;
let cloud: Aws;
let registry: TestRegistry;
let client: ECSClient;

before(async () => {
  if (skip !== false) return;
  cloud = await newAws();
  registry = await startRegistry();
  client = new ECSClient({
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' },
  });
});

after(() => registry?.close());

beforeEach(async () => {
  if (skip === false) await cloud.reset();
});

const image = (version: string): string => `${registry.host}/acme/web:${version}`;
const pinned = (version: string): string => `${registry.host}/acme/web@${registry.digestOf(version)}`;

/** As a person has created it: tasks of 1.0.2, with a container beside them that is not ours. */
async function service({ guarded = false, tasks = 2 } = {}): Promise<void> {
  await client.send(new CreateClusterCommand({ clusterName: 'records' }));
  const { taskDefinition } = await client.send(
    new RegisterTaskDefinitionCommand({
      family: 'web',
      cpu: '256',
      memory: '512',
      containerDefinitions: [
        { name: 'web', image: image('1.0.2'), memory: 128, environment: [{ name: 'KEPT', value: 'yes' }] },
        { name: 'log', image: 'acme/log:7', memory: 64 },
      ],
    }),
  );
  await client.send(
    new CreateServiceCommand({
      cluster: 'records',
      serviceName: 'web',
      taskDefinition: taskDefinition?.taskDefinitionArn ?? '',
      desiredCount: tasks,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: guarded, rollback: guarded } },
    }),
  );
  // Only a release that was once complete can be rolled back to.
  while ((await look()).deployments?.[0]?.rolloutState !== 'COMPLETED') await pause(50);
}

async function look() {
  const { services } = await client.send(new DescribeServicesCommand({ cluster: 'records', services: ['web'] }));
  const found = services?.[0];
  assert.ok(found?.taskDefinition);
  return found;
}

async function seen() {
  const found = await look();
  const { taskDefinition } = await client.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: found.taskDefinition }),
  );
  return {
    revision: found.taskDefinition?.split('/').at(-1),
    counts: [found.desiredCount, found.runningCount],
    containers: taskDefinition?.containerDefinitions,
  };
}

function opened(settings: object = {}): Deployer {
  const effects = databaseEffects({}, { environment: cloud.variables });
  const ecs = { cluster: 'records', service: 'web', images: { web: image('{version}') }, ready: { stable: '50ms' } };
  return deployer
    .parse({ ecs: { ...ecs, ...settings } })
    .open({ effects, where: 'environments.production.deploy', placeholders: {} });
}

function request(version: string, more: Partial<DeployRequest> = {}): DeployRequest {
  return { version, from: '1.0.2', to: '1.1.4', parts: {}, environment: {}, log: silentLog, ...more };
}

async function failureMessage(work: Promise<unknown>): Promise<Message> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SystemFailure || error instanceof UserError, String(error));
  return error.detail;
}

test('a release is pinned by its digest, gets its variables, and runs in as many tasks; the rollback is a revision too', {
  skip,
}, async () => {
  await service();
  const tool = opened({ env: { MODE: '{version}' } });
  const { artifacts } = await tool.deploy(request('1.1.4', { refuseDrift: true, environment: { DEFER: 'yes' } }));
  assert.deepEqual(artifacts, [{ name: image('1.1.4'), digests: [registry.digestOf('1.1.4')] }]);
  const up = await seen();
  assert.deepEqual([up.revision, up.counts], ['web:2', [2, 2]]);
  assert.equal(up.containers?.[0]?.image, pinned('1.1.4'));
  assert.deepEqual(up.containers?.[0]?.environment, [
    { name: 'KEPT', value: 'yes' },
    { name: 'MODE', value: '1.1.4' },
    { name: 'DEFER', value: 'yes' },
  ]);
  assert.equal(up.containers?.[1]?.image, 'acme/log:7');

  await tool.deploy(request('1.1.4', { environment: { DEFER: 'yes' } }));
  assert.equal((await seen()).revision, 'web:2');
  await tool.deploy(request('1.0.2', { refuseDrift: true, environment: { DEFER: undefined } }));
  const back = await seen();
  assert.deepEqual([back.revision, back.containers?.[0]?.image], ['web:3', pinned('1.0.2')]);
  const cluster = `arn:aws:ecs:${region}:${account}:cluster/records`;
  assert.deepEqual(await tool.place?.(request('1.1.4')), {
    kind: 'ecs',
    location: { account, region, cluster, service: 'web' },
  });
});

test('nothing is changed for a moving tag, a missing image, another account, drift, or what was not rehearsed', {
  skip,
}, async () => {
  // More than are reported at once.
  await service({ tasks: 4 });
  const refused = async (settings: object, more: Partial<DeployRequest>, how: RegExp, now = /./): Promise<void> => {
    const { happened, means } = await failureMessage(opened(settings).deploy(request('1.1.4', more)));
    assert.match(happened, how);
    assert.match(means, now);
    assert.equal((await seen()).revision, 'web:1');
  };
  await refused({ images: { web: 'acme/web' } }, {}, /has no tag, which means "latest"/);
  await refused({ images: { web: image('missing') } }, {}, /did not show the image .*answered with 404/);
  await refused({ images: { other: image('{version}') } }, {}, /no container "other".* it has web, log/);
  await refused({ account: '210987654321' }, {}, /logged in to the account 123456789012 .* is 210987654321/);
  await refused({ service: 'none' }, {}, /There is no service "none" of the cluster "records"/);
  const drift = /runs .*1\.0\.2, and the hop leads from 0\.9\.0 to 1\.1\.4/;
  const runs = /Nothing was (?:changed|stopped)\. Now the service "web" .* runs 4 tasks of web .*acme\/web:1\.0\.2/;
  await refused({}, { from: '0.9.0', refuseDrift: true }, drift, runs);
  const rehearsed = [{ name: image('1.1.4'), digests: [registry.digestOf('another')] }];
  await refused({}, { rehearsed }, /was sha256:[0-9a-f]+ when it was rehearsed/, runs);
});

test('failing tasks are quoted, and the message says what runs: with a circuit breaker, and without', {
  skip,
}, async () => {
  for (const guarded of [true, false]) {
    await cloud.reset();
    await service({ guarded });
    await cloud.fault({
      kind: 'task-fails',
      image: pinned('1.1.4'),
      reason: 'Essential container in task exited',
      exitCode: 1,
      times: null,
    });
    const { happened, means } = await failureMessage(opened().deploy(request('1.1.4')));
    assert.match(happened, /A task ended: Essential container in task exited; web exited with code 1\.$/);
    assert.match(
      happened,
      guarded
        ? /(?:circuit breaker: |its deployment was ended).*gone back to the previous revision/
        : /of its tasks have failed/,
    );
    // During the rollback, its new tasks run beside the old ones, which end between two pages of the list or before.
    assert.match(
      means,
      /^1\.1\.4 is not in place, or not wholly\. Now the service "web" of the cluster "records" runs [1-4] tasks? of web .*acme\/web:1\.0\.2, log acme\/log:7\.$/,
    );
  }
});

test('a service that was stopped for a restore is started again with as many tasks', { skip }, async () => {
  await service();
  const tool = opened();
  await tool.stop?.({ log: silentLog });
  assert.deepEqual((await seen()).counts, [0, 0]);
  await tool.stop?.({ log: silentLog });
  await tool.deploy(request('1.0.2'));
  assert.deepEqual((await seen()).counts, [2, 2]);
});

test('throttling is waited out', { skip }, async () => {
  await service();
  await cloud.fault({ kind: 'answer', service: 'ecs', code: 'ThrottlingException', times: 2 });
  await opened().deploy(request('1.1.4'));
  assert.equal((await seen()).revision, 'web:2');
});

test('an image of Amazon ECR is pinned by the digest in its repository', { skip }, async () => {
  await service();
  const registryOfAws = new ECRClient({
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' },
  });
  const repositoryName = 'acme/web';
  await registryOfAws.send(new CreateRepositoryCommand({ repositoryName }));
  const imageManifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
    config: {
      mediaType: 'application/vnd.docker.container.image.v1+json',
      size: 2,
      digest: `sha256:${'0'.repeat(64)}`,
    },
    layers: [],
  });
  const put = await registryOfAws.send(new PutImageCommand({ repositoryName, imageManifest, imageTag: '1.1.4' }));
  const digest = put.image?.imageId?.imageDigest;
  const name = `${account}.dkr.ecr.${region}.amazonaws.com/acme/web`;
  await opened({ images: { web: `${name}:{version}` } }).deploy(request('1.1.4'));
  assert.equal((await seen()).containers?.[0]?.image, `${name}@${digest}`);
  const { happened } = await failureMessage(opened({ images: { web: `${name}:9` } }).deploy(request('1.1.4')));
  assert.match(happened, /The image ".*acme\/web:9" is not to be had: .*\(ImageNotFoundException\)\.$/);
});
