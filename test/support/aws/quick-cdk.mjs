// In place of the CDK, for tests that are about its caller and not about its templates: it starts at once, and has the
// stack updated as the real program does. `behaviour` beside the configuration makes it fail or hang.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverOf } from './cdk-app/server.mjs';

const [command, ...args] = process.argv.slice(2);
const option = (name) => args[args.indexOf(name) + 1];
// How Medplum's application gets its file.
const configArgument = args.find((_, index) => args[index - 1] === '--context' && args[index].startsWith('config='));
const config = JSON.parse(readFileSync(configArgument?.slice('config='.length) ?? 'medplum.config.json', 'utf8'));
const behaviour = existsSync('behaviour') ? readFileSync('behaviour', 'utf8') : 'works';

function template() {
  return { Resources: { ...(config.rdsSecretsArn === undefined ? database() : {}), ...serverOf(config) } };
}

function database() {
  const member = (type, after) => ({
    Type: 'AWS::RDS::DBInstance',
    Properties: {
      DBClusterIdentifier: { Ref: 'Cluster' },
      Engine: 'aurora-postgresql',
      DBInstanceClass: `db.${type}`,
    },
    ...(after && { DependsOn: [after] }),
  });
  const readers = Array.from({ length: config.rdsInstances - 1 }, (_, index) => [
    `Instance${index + 2}`,
    member(config.rdsReaderInstanceType ?? config.rdsInstanceType, 'Instance1'),
  ]);
  return {
    Cluster: {
      Type: 'AWS::RDS::DBCluster',
      Properties: {
        Engine: 'aurora-postgresql',
        EngineVersion: config.rdsInstanceVersion ?? '16.6',
        DatabaseName: config.databaseName ?? 'medplum',
        MasterUsername: 'clusteradmin',
      },
      DeletionPolicy: 'Retain',
    },
    Instance1: member(config.rdsInstanceType),
    ...Object.fromEntries(readers),
  };
}

async function ask(action, values) {
  const response = await fetch(process.env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${process.env.AWS_ACCESS_KEY_ID}/20260101/${process.env.AWS_REGION}/cloudformation/aws4_request, SignedHeaders=, Signature=`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ Action: action, Version: '2010-05-15', ...values }),
  });
  return await response.text();
}

if (command === '--version') {
  console.log('2.1148.1 (build 0)');
} else if (command === 'synth') {
  const folder = option('--output');
  const artifacts = {
    [config.stackName]: { type: 'aws:cloudformation:stack', properties: { templateFile: 'template.json' } },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));
  writeFileSync(join(folder, 'template.json'), JSON.stringify(template()));
} else if (command === 'diff') {
  console.log(`Stack ${args[0]}`);
} else if (behaviour === 'fails') {
  console.error('the image was not found');
  process.exit(3);
} else if (behaviour === 'hangs') {
  const child = spawn('sleep', ['300']);
  process.on('SIGTERM', () => undefined);
  setInterval(() => undefined, 1000);
  writeFileSync('hanging', [process.pid, child.pid].join(' '));
} else {
  appendFileSync(
    'placed',
    `${JSON.stringify({ version: config.version, chart: config.chart, defer: process.env.DEFER })}\n`,
  );
  const StackName = args[0];
  const TemplateBody = readFileSync(join(option('--app'), 'template.json'), 'utf8');
  const started = await ask('UpdateStack', { StackName, TemplateBody });
  if (!started.includes('No updates') && started.includes('<Error>')) {
    console.error(started);
    process.exit(1);
  }
  let status = '';
  do {
    await sleep(150);
    status = /<StackStatus>(?<status>\w+)/.exec(await ask('DescribeStacks', { StackName }))?.groups?.status ?? '';
    console.log(status);
  } while (status.endsWith('_IN_PROGRESS'));
  if (status.includes('ROLLBACK')) {
    console.error(`❌ ${StackName} failed: ${status}`);
    process.exit(1);
  }
}
