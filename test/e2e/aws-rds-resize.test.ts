import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aws } from '../support/aws/aws.ts';
import { cdk } from '../support/aws/cdk.ts';
import { resizeWorld } from '../support/aws/resize.ts';
import { missingPostgres } from '../support/postgres.ts';

/* One small instance becomes two large ones: the real program of the CDK, an AWS that takes time, reads and writes all the while. */

const skip = aws.skip || cdk.skip || ((await missingPostgres()) ?? false);

test('one small instance is taken to two large ones, hop by hop', { skip }, async (t) => {
  const world = await resizeWorld(t, { quick: false, rdsInstances: 1 });
  const plan = await world.run('plan', '--target', 'r6g.2xlarge');
  assert.equal(plan.exitCode, 0, plan.text);
  assert.match(plan.text, /1x-t4g\.medium → 2x-r6g\.2xlarge in 4 hops/);

  const half = ['climb', '--yes', '--target', 'r6g.2xlarge', '--until', '2x-t4g.medium+reader-r6g.2xlarge'];
  const interrupted = await world.run(...half);
  assert.equal(interrupted.exitCode, 0, interrupted.text);
  assert.deepEqual(world.declared(), {
    rdsInstances: 2,
    rdsInstanceType: 't4g.medium',
    rdsReaderInstanceType: 'r6g.2xlarge',
  });
  const [first] = await world.instances();

  // Somebody has put something else into the checkout meanwhile.
  await world.declare({ databaseName: 'elsewhere' });
  const refused = await world.run('climb', '--yes', '--target', 'r6g.2xlarge');
  assert.equal(refused.exitCode, 5, refused.text);
  assert.match(refused.text, /would lose data: .*AWS::RDS::DBCluster\) would be replaced/);
  await world.declare({ databaseName: undefined });

  const finished = await world.run('climb', '--yes', '--target', 'r6g.2xlarge');
  assert.equal(finished.exitCode, 0, finished.text);
  assert.deepEqual(world.declared(), { rdsInstances: 2, rdsInstanceType: 'r6g.2xlarge' });
  const instances = await world.instances();
  assert.deepEqual(
    instances.map(([, instanceClass]) => instanceClass),
    ['db.r6g.2xlarge', 'db.r6g.2xlarge'],
  );
  // It failed over while its own class changed: the roles are read back, and names say nothing.
  assert.deepEqual(instances[0]?.slice(0, 1), first?.slice(0, 1));
  assert.deepEqual([first?.[2], instances[0]?.[2]], ['writer', 'reader']);

  const watched = await world.watched();
  assert.equal(watched.length, 4);
  assert.ok(
    watched.every(({ reads, writes }) => reads > 3 && writes > 3),
    JSON.stringify(watched),
  );

  const again = await world.run('climb', '--yes', '--target', 'r6g.2xlarge');
  assert.equal(again.exitCode, 0, again.text);
  assert.match(again.text, /is at 2×r6g\.2xlarge/);

  const back = await world.run('rollback', '--hop', '2x-r6g.2xlarge+reader-r6g.2xlarge--2x-r6g.2xlarge');
  assert.equal(back.exitCode, 0, back.text);
  assert.equal(world.declared().rdsReaderInstanceType, 'r6g.2xlarge');
});
