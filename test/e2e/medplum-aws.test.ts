import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { aws, newAws } from '../support/aws/aws.ts';
import { cdk } from '../support/aws/cdk.ts';
import { missingPostgres } from '../support/postgres.ts';
import { need } from '../support/tools.ts';
import { allWell, exampleWorkflows, inWindow } from './example-workflows.ts';
import {
  bucketOf,
  cdkVariables,
  clientFor,
  configFile,
  inAws,
  parameterOf,
  repositoryVariables,
} from './medplum-in-aws.ts';
import { createMedplumWorld, sides } from './medplum-world.ts';
import { annotationsOf, jobsOf, summaryOf } from './sample-run.ts';

const skip = need('act').skip || aws.skip || cdk.skip || ((await missingPostgres()) ?? false);
const hop = '4.3.15--4.4.3';

test('the workflows of the example climb Medplum on AWS, in the window by a parameter that the server reads', {
  skip,
  timeout: 60 * 60_000,
}, async (t) => {
  const cloud = await newAws();
  // Until a task has ended, its server has.
  await cloud.durations({ stop: 1 });
  const world = await createMedplumWorld(t, {
    release: '4.3.15',
    scale: 0.002,
    environment: { ...cloud.variables, ...cdkVariables, ...repositoryVariables },
  });
  await inAws(world, cloud, '4.3.15');
  await world.configure(['journal', 'store'], { git: {} });
  // Each job that needs it logs in.
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: secret = '', ...environment } = cloud.variables;
  const commits: string[] = [];
  const { run, mark, folder, remote } = await exampleWorkflows(t, {
    repository: world.repository,
    staged: world.staged,
    variables: { ...world.variables, ...repositoryVariables, AWS_ROLE: 'arn:aws:iam::123456789012:role/records' },
    environment: { ...environment, ...cdkVariables, TEST_AWS_SECRET: secret },
    onCommit: ({ path }) => commits.push(path),
  });
  await mark('records', 'medplum');
  await mark('binary', bucketOf('staging'));
  const file = configFile(folder, 'production');
  const before = await readFile(file, 'utf8');

  const climbed = await run({ target: '4.4.3' });
  assert.equal(climbed.exitCode, 0, JSON.stringify(annotationsOf(climbed), undefined, 2));
  assert.deepEqual(jobsOf(climbed), allWell(inWindow));
  assert.match(
    summaryOf(climbed, '1 of 1: Read production'),
    /TaskDefinition.*ContainerDefinitions/s,
    'what the stack would change is there before anybody approves',
  );
  for (const side of sides) assert.deepEqual(await world[side].seen(), { version: '4.4.3', data: 29 }, side);
  assert.equal(await readFile(file, 'utf8'), before.replace('medplum-server:4.3.15', 'medplum-server:4.4.3'));
  assert.equal(commits.at(-1), 'infrastructure/medplum.production.config.json');
  const ssm = new SSMClient(clientFor(cloud));
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: parameterOf('production') }));
  assert.equal(Parameter?.Value, 'true', 'until the migrations of the next hop are to run');

  const { stdout: journal } = await systemProcesses.run({
    argv: ['git', 'log', '--reverse', '--format=%s', 'staged-upgrade-journal'],
    directory: remote,
    environment: { PATH: process.env.PATH ?? '' },
  });
  const inOrder = [
    `restored ${hop} on staging .*proved equal .*1 file`,
    `rolled back ${hop} on staging .*to 4\\.3\\.15`,
    `rehearsed ${hop}`,
    `approved ${hop}: by release-engineer \\(production\\)`,
    `deployed ${hop} on production .*4\\.4\\.3, migrations deferred`,
    `approved ${hop}: by release-engineer \\(production-finalize\\)`,
    `migrated ${hop} on production`,
    `completed ${hop}`,
  ];
  assert.match(journal, new RegExp(inOrder.join('[\\s\\S]*')));
});
