import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { aws } from '../support/aws/aws.ts';
import { cdk } from '../support/aws/cdk.ts';
import { resizeWorld } from '../support/aws/resize.ts';
import { missingPostgres } from '../support/postgres.ts';
import { need } from '../support/tools.ts';
import { allWell, exampleWorkflows, withoutStaging } from './example-workflows.ts';
import { annotationsOf, jobsOf, summaryOf } from './sample-run.ts';

/*
 * One small instance becomes two large ones through the workflows that `init` writes: the real CDK program, an AWS that takes time,
 * with reads and writes the whole time. Failures on the way are in test/products/aws-rds-resize.test.ts, with a program in its place.
 */

const act = need('act');
const skip = act.skip || aws.skip || cdk.skip || ((await missingPostgres()) ?? false);
const file = 'medplum.config.json';
const hops = (count: number) => Array.from({ length: count }, () => withoutStaging);
const json = z.record(z.string(), z.unknown());

test('the workflows take one small instance to two large ones, hop by hop, and one hop back', {
  skip,
  timeout: 3_600_000,
}, async (t) => {
  const world = await resizeWorld(t, { quick: false, rdsInstances: 1, inWorkflows: true });
  const commits: string[] = [];
  const { PATH: _, HOME: __, AWS_ACCESS_KEY_ID: ___, AWS_SECRET_ACCESS_KEY: secret = '', ...reached } = world.variables;
  const { PRODUCTION_READER = '', PRODUCTION_WRITER = '', ...environment } = reached;
  const { run, folder } = await exampleWorkflows(t, {
    repository: world.app.folder,
    staged: world.run,
    variables: {
      AWS_ROLE: 'arn:aws:iam::123456789012:role/records',
      AWS_REGION: environment.AWS_REGION ?? '',
      ...{ PRODUCTION_READER, PRODUCTION_WRITER },
    },
    environment: { ...environment, TEST_AWS_SECRET: secret },
    onCommit: ({ message }) => {
      commits.push(message);
      // Somebody commits something else at the same time, which interrupts the path.
      if (commits.length === 2) declare({ databaseName: 'elsewhere' });
    },
  });
  const place = join(folder, file);
  const config = (): Readonly<Record<string, unknown>> => json.parse(JSON.parse(readFileSync(place, 'utf8')));
  const declared = (): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(config()).filter(([key]) => key.startsWith('rds')));
  const declare = (keys: Readonly<Record<string, unknown>>): void =>
    writeFileSync(place, `${JSON.stringify({ ...config(), ...keys }, null, 2)}\n`);

  const interrupted = await run({ target: 'r6g.2xlarge' });
  const said = JSON.stringify(annotationsOf(interrupted), undefined, 2);
  assert.deepEqual(jobsOf(interrupted).slice(0, 5), allWell(...hops(4)).slice(0, 5), said + interrupted.stderr);
  assert.match(summaryOf(interrupted, 'Plan'), /1×t4g\.medium/);
  assert.match(said, /would be replaced by an empty one, since DatabaseName changes/);
  assert.notEqual(interrupted.exitCode, 0, 'a dangerous diff is refused, before anybody is asked');
  assert.deepEqual(declared(), {
    rdsInstances: 2,
    rdsInstanceType: 't4g.medium',
    rdsReaderInstanceType: 'r6g.2xlarge',
  });
  const [first] = await world.instances();
  declare({ databaseName: undefined });

  const finished = await run({ target: 'r6g.2xlarge' });
  assert.equal(finished.exitCode, 0, `${JSON.stringify(annotationsOf(finished))}\n${finished.stderr}`);
  assert.deepEqual(jobsOf(finished), allWell(...hops(2)));
  const shown = summaryOf(finished, '1 of 2: Read production');
  assert.match(shown, /Instance1.*DBInstanceClass/s, 'the diff is there before anybody approves');
  assert.match(summaryOf(finished, '1 of 2: Promote to production'), /serv.*writes/is);
  assert.deepEqual(declared(), { rdsInstances: 2, rdsInstanceType: 'r6g.2xlarge' });
  assert.equal(commits.length, 4);
  const instances = await world.instances();
  assert.deepEqual(
    instances.map(([, instanceClass]) => instanceClass),
    ['db.r6g.2xlarge', 'db.r6g.2xlarge'],
  );
  // It failed over while its own class changed: the roles are read back, and names say nothing.
  assert.deepEqual([first?.[2], instances[0]?.[0], instances[0]?.[2]], ['writer', first?.[0], 'reader']);

  const again = await run({ target: 'r6g.2xlarge' });
  assert.equal(again.exitCode, 0, again.stderr);
  assert.ok(!jobsOf(again).some((job) => job.includes('Promote')), 'nothing is to be done');
  assert.match(summaryOf(again, 'Plan'), /is at 2×r6g\.2xlarge/);

  const hop = '2x-r6g.2xlarge+reader-r6g.2xlarge--2x-r6g.2xlarge';
  const back = await run({ hop, confirm: hop, reason: 'a test' }, { workflow: 'rollback.yml' });
  assert.equal(back.exitCode, 0, `${JSON.stringify(annotationsOf(back))}\n${back.stderr}`);
  assert.equal(declared().rdsReaderInstanceType, 'r6g.2xlarge');
});
