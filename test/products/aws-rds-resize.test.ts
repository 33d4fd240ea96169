import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { aws } from '../support/aws/aws.ts';
import { jobKey, resizeWorld } from '../support/aws/resize.ts';
import { missingPostgres } from '../support/postgres.ts';

/* The commands as a person starts them, with a program in the place of the CDK's own: test/e2e/aws-rds-resize.test.ts has that. */

const skip = aws.skip || ((await missingPostgres()) ?? false);

test('a hop that was interrupted is finished by a new run, and a path is gone back hop by hop', { skip }, async (t) => {
  const world = await resizeWorld(t, { quick: true, rdsInstances: 2 });
  const plan = await world.run('plan', '--target', 'r6g.large');
  assert.equal(plan.exitCode, 0, plan.text);
  assert.match(plan.text, /2×t4g\.medium becomes 2×t4g\.medium → reader r6g\.large\. Readers are resized first/);
  assert.match(plan.text, /Planned from \d+ instance types, read from: what can be had for aurora-postgresql 16\.6/);

  const climbed = await world.run(
    'climb',
    '--yes',
    '--target',
    'r6g.large',
    '--until',
    '2x-t4g.medium+reader-r6g.large',
  );
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.deepEqual(
    (await world.instances()).map(([, instanceClass]) => instanceClass),
    ['db.t4g.medium', 'db.r6g.large'],
  );

  // The update of the writer fails in the middle, and CloudFormation puts back what was.
  await world.cloud.fault({ kind: 'insufficient-capacity', instanceClass: 'db.r6g.large' });
  const failed = await world.run('climb', '--yes', '--target', 'r6g.large');
  assert.equal(failed.exitCode, 1, failed.text);
  assert.match(failed.text, /no instances of the requested class available/);
  assert.equal(world.declared().rdsInstanceType, 't4g.medium');

  const finished = await world.run('climb', '--yes', '--target', 'r6g.large');
  assert.equal(finished.exitCode, 0, finished.text);
  assert.deepEqual(world.declared(), { rdsInstances: 2, rdsInstanceType: 'r6g.large' });

  const back = await world.run('rollback', '--hop', '2x-r6g.large+reader-r6g.large--2x-r6g.large');
  assert.equal(back.exitCode, 0, back.text);
  const writer = await world.run('rollback', '--hop', '2x-t4g.medium+reader-r6g.large--2x-r6g.large+reader-r6g.large');
  assert.equal(writer.exitCode, 0, writer.text);
  assert.deepEqual(world.declared(), {
    rdsInstances: 2,
    rdsInstanceType: 't4g.medium',
    rdsReaderInstanceType: 'r6g.large',
  });
  assert.deepEqual(
    (await world.instances()).map(([, instanceClass]) => instanceClass),
    ['db.t4g.medium', 'db.r6g.large'],
  );

  // The policies of the documentation are what was called, by the program of the CDK left out.
  const called = (await world.cloud.calls()).filter(({ accessKey }) => accessKey === jobKey);
  const needed = new Set(called.map(({ service, action }) => `${service}:${action}`));
  needed.delete('cloudformation:UpdateStack');
  const page = await readFile(join(import.meta.dirname, '../../docs/aws-rds.md'), 'utf8');
  const granted = new Set(page.match(/"(?:rds|cloudformation|sts):\w+"/g)?.map((each) => each.replaceAll('"', '')));
  for (const assumed of ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity']) granted.delete(assumed);
  assert.deepEqual([...needed].toSorted(), [...granted].toSorted());
});

test('a checkout without the commit of the hop before is refused until it has it', {
  skip,
}, async (t) => {
  const world = await resizeWorld(t, { quick: true, rdsInstances: 2 });
  const climbed = await world.run(
    'climb',
    '--yes',
    '--target',
    'r6g.large',
    '--until',
    '2x-t4g.medium+reader-r6g.large',
  );
  assert.equal(climbed.exitCode, 0, climbed.text);
  const hop = '2x-t4g.medium+reader-r6g.large--2x-r6g.large+reader-r6g.large';
  await world.run('plan', '--target', 'r6g.large');
  const { rdsReaderInstanceType: _, ...old } = world.declared();
  await world.declare({ ...old, rdsReaderInstanceType: undefined });
  const stale = await world.run('check', '--hop', hop);
  assert.equal(stale.exitCode, 5, stale.text);
  assert.match(stale.text, /the checkout may lack the commit of the hop before/);
  await world.declare({ rdsReaderInstanceType: 'r6g.large' });
  assert.equal((await world.run('check', '--hop', hop)).exitCode, 0);
});

test('each hop begins with a snapshot and says what it changes; a failover in its middle changes roles and nothing else', {
  skip,
}, async (t) => {
  const world = await resizeWorld(t, { quick: true, rdsInstances: 3, data: true });
  await world.cloud.durations({ modify: 3 });
  const [first] = await world.instances();
  const half = ['climb', '--yes', '--target', 'r6g.large', '--until', '3x-t4g.medium+reader-r6g.large'];
  const climbing = world.run(...half);
  await world.changing();
  await world.failover();
  // Somebody else starts the same at the same time.
  const other = world.run(...half);
  const climbed = await climbing;
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.match(climbed.text, /The deploy is meant to do this: Instance2 .*DBInstanceClass/);
  await other;
  const deploys = (await world.events()).filter(({ type }) => type === 'deployed');
  assert.equal(deploys.length, 1, 'of two who climb at once, one acts');
  const all = await world.instances();
  assert.deepEqual(
    all.map(([, instanceClass]) => instanceClass),
    ['db.t4g.medium', 'db.r6g.large', 'db.r6g.large'],
  );
  const writer = all.find(([, , role]) => role === 'writer');
  assert.ok(writer !== undefined && writer[0] !== first?.[0], 'it has failed over');
  assert.equal((await world.snapshots()).length, 1);
});

test('with a staging, a snapshot is restored there with instances, its data compared, and the same hop done there first', {
  skip,
}, async (t) => {
  const world = await resizeWorld(t, { quick: true, rdsInstances: 2, staging: true });
  const { staging = '', cluster, database } = world;
  const marked = await world.run('mark-disposable', '--confirm', staging);
  assert.equal(marked.exitCode, 0, marked.text);
  const reader = ['--target', 'r6g.large', '--until', '2x-t4g.medium+reader-r6g.large'];
  const climbed = await world.run('climb', '--yes', ...reader);
  assert.equal(climbed.exitCode, 0, climbed.text);
  const classes = async (id: string) => (await world.instances(id)).map(([, instanceClass]) => instanceClass);
  assert.deepEqual(await classes(cluster), ['db.t4g.medium', 'db.r6g.large']);
  assert.deepEqual(await classes(staging), ['db.t4g.medium', 'db.r6g.large']);
  const rows = async (id: string) => (await database.sql(id, 'SELECT id FROM visits')).length;
  assert.deepEqual([await rows(staging), await rows(cluster)], [500, 500], 'staging has what production has');
  const events = await world.events();
  const deploys = events.flatMap(({ type, environment, version }) =>
    type === 'deployed' ? [[environment, version]] : [],
  );
  assert.deepEqual(deploys.at(-1), ['production', '2x-t4g.medium+reader-r6g.large']);
  assert.deepEqual(deploys.at(-2), ['staging', '2x-t4g.medium+reader-r6g.large'], 'there first');
  assert.ok(events.some(({ type }) => type === 'restored'));
});
