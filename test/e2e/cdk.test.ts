import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { deployer } from '../../src/drivers/deployers.ts';
import { type Log, silentLog } from '../../src/world/log.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { account, aws, newAws, region } from '../support/aws/aws.ts';
import { cdk, newCdkApp } from '../support/aws/cdk.ts';
import { databaseEffects } from '../support/database-effects.ts';

/** With the real program and library of the CDK, of which each call takes seconds. */
test('a reader is made larger: the application makes the templates, and the program has the stack updated', {
  skip: aws.skip || cdk.skip,
}, async (t) => {
  const cloud = await newAws();
  const app = await newCdkApp({ rdsInstances: 2 });
  t.after(() => app.remove());
  const environment = { PATH: process.env.PATH ?? '', HOME: app.folder, ...cloud.variables, ...app.variables };
  const client = {
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' },
  };
  const stacks = new CloudFormationClient(client);
  const rds = new RDSClient(client);
  const classes = async (): Promise<readonly (string | undefined)[]> =>
    (await rds.send(new DescribeDBInstancesCommand({}))).DBInstances?.map((one) => one.DBInstanceClass) ?? [];

  const [program = '', ...args] = app.program;
  const made = join(app.folder, 'made');
  await systemProcesses.run({
    argv: [program, ...args, 'synth', '--quiet', '--output', made],
    directory: app.folder,
    environment,
  });
  const TemplateBody = readFileSync(join(made, `${app.stack}.template.json`), 'utf8');
  await stacks.send(new CreateStackCommand({ StackName: app.stack, TemplateBody }));
  await waitUntilStackCreateComplete(
    { client: stacks, maxWaitTime: 900, minDelay: 0.2, maxDelay: 0.5 },
    { StackName: app.stack },
  );

  const lines: string[] = [];
  const log: Log = { ...silentLog, info: (text) => lines.push(text), output: (text) => lines.push(text) };
  const settings = {
    cdk: {
      stack: app.stack,
      account,
      file: 'medplum.config.json',
      set: { rdsReaderInstanceType: '{parts.reader}' },
      changes: { 'AWS::RDS::DBInstance': 'DBInstanceClass' },
      program: app.program,
    },
  };
  const effects = databaseEffects({}, { directory: app.folder, environment });
  const tool = deployer.parse(settings).open({ effects, where: 'environments.production.deploy', placeholders: {} });
  const before = app.config();
  const { fileChanges } = await tool.deploy({
    version: 'reader-r6g.large',
    from: '2-t4g.medium',
    to: 'reader-r6g.large',
    parts: { reader: 'r6g.large' },
    environment: {},
    log,
  });
  assert.deepEqual(await classes(), ['db.t4g.medium', 'db.r6g.large']);
  assert.deepEqual(JSON.parse(app.config()), { ...JSON.parse(before), rdsReaderInstanceType: 'r6g.large' });
  assert.deepEqual(fileChanges, [{ path: 'medplum.config.json', before, after: app.config() }]);
  assert.ok(
    lines.some((line) => line.includes('[+] db.r6g.large')),
    lines.join('\n'),
  );
});
