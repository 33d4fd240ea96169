import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import { DescribeDBClustersCommand, DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { Deployer, DeployRequest } from '../../../../src/drivers/deployers/deployer.ts';
import { deployer } from '../../../../src/drivers/deployers.ts';
import { type Log, silentLog } from '../../../../src/world/log.ts';
import { systemProcesses } from '../../../../src/world/processes/process.ts';
import { type Aws, account, aws, newAws, region } from '../../../support/aws/aws.ts';
import { type CdkApp, newCdkApp } from '../../../support/aws/cdk.ts';
import { databaseEffects } from '../../../support/database-effects.ts';

/** With a program in place of the CDK's own, which test/e2e/cdk.test.ts drives. */

const { skip } = aws;
let cloud: Aws;
let app: CdkApp;
let rds: RDSClient;
let stacks: CloudFormationClient;

before(async () => {
  if (skip !== false) return;
  cloud = await newAws();
  const settings = {
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' },
  };
  rds = new RDSClient(settings);
  stacks = new CloudFormationClient(settings);
});

beforeEach(async () => {
  if (skip !== false) return;
  await cloud.reset();
  await app?.remove();
  app = await newCdkApp({ rdsInstances: 1 });
});

after(async () => await app?.remove());

interface Opened {
  readonly deployer: Deployer;
  readonly log: Log;
  readonly lines: string[];
}

function opened(changes: object = { 'AWS::RDS::DBInstance': ['DBInstanceClass', 'added'] }): Opened {
  const lines: string[] = [];
  const log: Log = { ...silentLog, info: (text) => lines.push(text), output: (text) => lines.push(text) };
  const settings = {
    cdk: {
      app: '.',
      stack: app.stack,
      account,
      file: 'medplum.config.json',
      set: {
        rdsInstances: '{parts.instances}',
        rdsInstanceType: '{parts.writer}',
        rdsReaderInstanceType: '{parts.reader}',
      },
      changes,
      program: app.quickProgram,
    },
  };
  const environment = { PATH: process.env.PATH ?? '', HOME: app.folder, ...cloud.variables, ...app.variables };
  const effects = databaseEffects({}, { directory: app.folder, environment });
  return {
    deployer: deployer.parse(settings).open({ effects, where: 'environments.production.deploy', placeholders: {} }),
    log,
    lines,
  };
}

function request({ log }: Opened, instances: number, writer: string, reader: string): DeployRequest {
  const version = `${instances} × ${writer}`;
  return {
    version,
    from: 'before',
    to: version,
    parts: { instances: String(instances), writer, reader },
    environment: {},
    log,
  };
}

/** As a person does it once. */
async function deployByHand(): Promise<void> {
  const [program = '', ...args] = app.quickProgram;
  const folder = join(app.folder, 'made');
  await systemProcesses.run({
    argv: [program, ...args, 'synth', '--output', folder],
    directory: app.folder,
    environment: {},
  });
  const TemplateBody = readFileSync(join(folder, 'template.json'), 'utf8');
  await stacks.send(new CreateStackCommand({ StackName: app.stack, TemplateBody }));
  await waitUntilStackCreateComplete(
    { client: stacks, maxWaitTime: 30, minDelay: 0.1, maxDelay: 0.2 },
    { StackName: app.stack },
  );
}

async function classes(): Promise<readonly string[]> {
  const { DBInstances } = await rds.send(new DescribeDBInstancesCommand({}));
  return (DBInstances ?? []).map((one) => `${one.DBInstanceClass} ${one.DBInstanceStatus}`);
}

test('a cluster gets a reader, and then a larger one; the file is changed in place and reported for a commit', {
  skip,
}, async () => {
  await deployByHand();
  const before = app.config();
  const first = opened();
  const shown = await first.deployer.preview?.(request(first, 2, 't4g.medium', 'none'));
  assert.equal(shown?.changes.length, 1);
  assert.match(shown?.changes[0] ?? '', /Instance2 \(AWS::RDS::DBInstance\) is added/);
  assert.equal(shown?.refused, undefined);
  assert.equal(app.config(), before, 'who only looks leaves the file as it is');
  assert.deepEqual(await classes(), ['db.t4g.medium available']);
  const { fileChanges } = await first.deployer.deploy(request(first, 2, 't4g.medium', 'none'));
  assert.deepEqual(await classes(), ['db.t4g.medium available', 'db.t4g.medium available']);
  assert.equal(app.config(), before.replace('"rdsInstances": 1', '"rdsInstances": 2'));
  assert.deepEqual(fileChanges, [{ path: 'medplum.config.json', before, after: app.config() }]);
  assert.ok(first.lines.some((line) => /Instance2 \(AWS::RDS::DBInstance\) is added/.test(line)));

  const second = opened();
  await second.deployer.deploy(request(second, 2, 't4g.medium', 'r6g.large'));
  assert.deepEqual(await classes(), ['db.t4g.medium available', 'db.r6g.large available']);
  assert.ok(second.lines.includes(`Stack ${app.stack}`), second.lines.join(' | '));

  const again = opened();
  assert.deepEqual(await again.deployer.deploy(request(again, 2, 't4g.medium', 'r6g.large')), {});
  const place = await again.deployer.place?.(request(again, 2, 't4g.medium', 'none'));
  assert.deepEqual(place, { kind: 'cdk', location: { account, region, stack: app.stack } });
});

test('unintended changes, and those that lose data, are refused by name; nothing is changed', { skip }, async () => {
  await deployByHand();
  const before = app.config();
  const refusing = async (what: Opened, how: RegExp): Promise<void> => {
    await assert.rejects(what.deployer.deploy(request(what, 2, 'r6g.large', 'none')), (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.match(error.detail.happened, how);
      return true;
    });
    assert.deepEqual(await classes(), ['db.t4g.medium available']);
  };
  const onlyAdded = opened({ 'AWS::RDS::DBInstance': 'added' });
  const looked = await onlyAdded.deployer.preview?.(request(onlyAdded, 2, 'r6g.large', 'none'));
  assert.match(looked?.refused?.happened ?? '', /would change more than intended: .*DBInstanceClass/);
  await refusing(onlyAdded, /changes DBInstanceClass from "db\.t4g\.medium" to "db\.r6g\.large"/);
  assert.equal(app.config(), before);

  writeFileSync(app.configFile, before.replace('"rdsInstances"', '"databaseName": "other", "rdsInstances"'));
  const edited = app.config();
  const everything = { 'AWS::RDS::DBCluster': ['DatabaseName'], 'AWS::RDS::DBInstance': ['DBInstanceClass', 'added'] };
  await refusing(opened(everything), /would lose data: Cluster \(AWS::RDS::DBCluster\) would be replaced/);
  assert.equal(app.config(), edited);
  const { DBClusters } = await rds.send(new DescribeDBClustersCommand({}));
  assert.equal(DBClusters?.length, 1);
});

test('if CloudFormation rolls an update back, the cause is quoted, and the file is as it was', { skip }, async () => {
  await deployByHand();
  const before = app.config();
  await cloud.fault({ kind: 'insufficient-capacity', instanceClass: 'db.r6g.large', times: null });
  const tool = opened();
  await assert.rejects(tool.deployer.deploy(request(tool, 1, 'r6g.large', 'none')), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(error.detail.happened, /UPDATE_ROLLBACK_COMPLETE\. Instance1 .*no instances of the requested class/);
    assert.match(error.detail.means, /1 × r6g\.large is not in place: CloudFormation has what was deployed before/);
    return true;
  });
  assert.equal(app.config(), before);
  assert.deepEqual(await classes(), ['db.t4g.medium available']);
});

test('after a failed rollback of CloudFormation the message, the next deploy and the preflight say what a person runs', {
  skip,
}, async () => {
  await deployByHand();
  await cloud.fault({ kind: 'insufficient-capacity', instanceClass: 'db.r6g.large', times: null });
  await cloud.fault({ kind: 'rollback-fails' });
  const tool = opened();
  const command = `aws cloudformation continue-update-rollback --stack-name ${app.stack} --region ${region}`;
  const saying = (happened: RegExp, means: RegExp) => (error: unknown) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(error.detail.happened, happened);
    assert.match(error.detail.means, means);
    assert.ok(error.detail.next.includes(command), error.detail.next);
    return true;
  };
  await assert.rejects(
    tool.deployer.deploy(request(tool, 1, 'r6g.large', 'none')),
    saying(
      /is UPDATE_ROLLBACK_FAILED\. Instance1 .*no instances of the requested class/,
      /^1 × r6g\.large is in place in part at most\. .*neither a deploy nor a way back.* Instance1 .* is UPDATE_FAILED: It was asked to fail\./,
    ),
  );
  const next = opened();
  await assert.rejects(
    next.deployer.deploy(request(next, 1, 't4g.medium', 'none')),
    saying(
      /^The stack "MedplumRecords" in us-west-2 is UPDATE_ROLLBACK_FAILED/,
      /no instances of the requested class.* 1 × t4g\.medium was not deployed\.$/,
    ),
  );
  const [found] = (await opened().deployer.preflight?.({ hops: [], subject: 'the deploy of production' })) ?? [];
  assert.ok(found?.kind === 'problem' && found.next.includes(command), JSON.stringify(found));
});

test('an instance whose parameters do not fit its new class is named, with what a person runs', { skip }, async () => {
  await deployByHand();
  const { DBInstances } = await rds.send(new DescribeDBInstancesCommand({}));
  await cloud.fault({ kind: 'incompatible-parameters', instance: DBInstances?.[0]?.DBInstanceIdentifier ?? '' });
  const tool = opened();
  await assert.rejects(tool.deployer.deploy(request(tool, 1, 'r6g.large', 'none')), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(error.detail.happened, /Instance1 .*incompatible-parameters/);
    assert.match(error.detail.next, /aws cloudformation continue-update-rollback/);
    return true;
  });
  assert.deepEqual(await classes(), ['db.t4g.medium incompatible-parameters']);
});

test('the context of the application takes no variable, which every process of the machine could read', () => {
  const settings = { stack: 's', file: 'f.json', set: {}, changes: { 'AWS::S3::Bucket': 'added' } };
  const read = deployer.safeParse({ cdk: { ...settings, context: { token: '${SECRET}' } } });
  assert.match(JSON.stringify(read.error), /a secret belongs into/);
  assert.ok(deployer.safeParse({ cdk: { ...settings, context: { config: 'of-{environment}.json' } } }).success);
});

test('a killed program leaves an update under way: the next run waits for it, and has nothing left to do', {
  skip,
}, async () => {
  await deployByHand();
  await cloud.durations({ modify: 3600 });
  const controller = new AbortController();
  const killed = opened();
  const log: Log = {
    ...killed.log,
    output: (text) => {
      if (text === 'UPDATE_IN_PROGRESS') controller.abort(new Error('the run was cancelled'));
    },
  };
  const deploying = killed.deployer.deploy({
    ...request(killed, 1, 'r6g.large', 'none'),
    log,
    signal: controller.signal,
  });
  await assert.rejects(deploying, /the run was cancelled/);
  assert.match(readFileSync(app.configFile, 'utf8'), /"rdsInstanceType": "r6g.large"/);

  const next = opened();
  const again = next.deployer.deploy(request(next, 1, 'r6g.large', 'none'));
  await cloud.durations({ modify: 0.4 });
  await again;
  assert.deepEqual(await classes(), ['db.r6g.large available']);
  assert.ok(next.lines.some((line) => line.includes('has what the application says already')));
});

test('the preflight names another account, a missing stack, and a file that is ahead of the stack', {
  skip,
}, async () => {
  const look = async (): Promise<readonly string[]> => {
    const hops = [{ from: 'a', to: 'b', parts: { from: parts, to: parts } }];
    const findings = await opened().deployer.preflight?.({ hops, subject: 'the deploy of production' });
    return (findings ?? []).map(({ kind, happened }) => `${kind}: ${happened}`);
  };
  const parts = { instances: '1', writer: 't4g.medium', reader: 'none' };
  assert.match((await look()).join('\n'), /^problem: There is no stack "MedplumRecords"/);
  await deployByHand();
  assert.match(
    (await look()).join('\n'),
    /^ok: AWS CDK 2\.\S+ is here, and the stack "MedplumRecords" .* CREATE_COMPLETE\.$/,
  );
  writeFileSync(app.configFile, app.config().replace('t4g.medium', 'r6g.large'));
  assert.match(
    (await look()).join('\n'),
    /warning: .*differ .*DBInstanceClass from "db\.t4g\.medium" to "db\.r6g\.large"/,
  );
});
