import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { isOf } from '../../src/core/history/entries.ts';
import { aws, newAws } from '../support/aws/aws.ts';
import { cdk } from '../support/aws/cdk.ts';
import { missingPostgres } from '../support/postgres.ts';
import { awsVariables, bucketOf, clientFor, configFile, inAws, parameterOf } from './medplum-in-aws.ts';
import { createMedplumWorld, sides } from './medplum-world.ts';

const missing = aws.skip || cdk.skip || ((await missingPostgres()) ?? false);
const config = ['--config', '.github/staged-upgrade.yml'] as const;

test('the example of Medplum on AWS climbs two hops, in the window of each by a parameter that the server reads', {
  skip: missing,
  timeout: 60 * 60_000,
}, async (t) => {
  const cloud = await newAws();
  // Until a task has ended, its server has.
  await cloud.durations({ stop: 1 });
  const world = await createMedplumWorld(t, { release: '4.3.15', scale: 0.002, environment: awsVariables(cloud) });
  await inAws(world, cloud, '4.3.15');
  for (const [name, confirm] of [
    ['records', 'medplum'],
    ['binary', bucketOf('staging')],
  ] as const) {
    const marked = await world.staged('mark-disposable', '--data', name, '--confirm', confirm);
    assert.equal(marked.exitCode, 0, marked.stderr);
  }
  await world.configure(['gates'], { production: 'none', finalize: 'environment' });
  const before = await readFile(configFile(world, 'production'), 'utf8');

  const opened = await world.staged('climb', '--target', '4.5.2', ...config);
  assert.equal(opened.exitCode, 3, `${opened.stdout}\n${opened.stderr}`);
  assert.deepEqual(await world.production.seen(), { version: '4.4.3', data: 28 }, 'nothing has started by itself');
  const climbed = await world.staged('climb', '--yes', '--target', '4.5.2', ...config);
  assert.equal(climbed.exitCode, 0, `${climbed.stdout}\n${climbed.stderr}`);

  for (const side of sides) assert.deepEqual(await world[side].seen(), { version: '4.5.2', data: 29 }, side);
  assert.equal(
    await readFile(configFile(world, 'production'), 'utf8'),
    before.replace('medplum-server:4.3.15', 'medplum-server:4.5.2'),
  );
  const ssm = new SSMClient(clientFor(cloud));
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: parameterOf('production') }));
  assert.equal(Parameter?.Value, 'true', 'until the migrations of the next hop are to run');

  const entries = await world.journal();
  const hops = ['4.3.15--4.4.3', '4.4.3--4.5.2'];
  const ids = (type: 'rolled-back' | 'completed') =>
    entries.flatMap((entry) => (isOf(entry, type) ? [entry.event.hop.id] : []));
  assert.deepEqual(ids('rolled-back'), hops, 'the way back was rehearsed in each');
  assert.deepEqual(ids('completed'), hops);
  assert.ok(
    entries.every((entry) => !isOf(entry, 'restored') || entry.event.proved),
    'the database and the bucket of each copy were compared with the backup',
  );
});
