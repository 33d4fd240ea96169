import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { DescribeDBInstancesCommand } from '@aws-sdk/client-rds';
import { account, aws, type Call, newAws } from '../support/aws/aws.ts';
import { newCluster } from '../support/aws/rds-cluster.ts';
import { holdToRecord } from '../support/aws/recorded-calls.ts';
import { jobKey, lookKey, resizeWorld } from '../support/aws/resize.ts';
import { missingPostgres } from '../support/postgres.ts';

/* The commands as a person starts them, with a program in place of the CDK's own: test/e2e/aws-rds-resize.test.ts has that. */

const run = promisify(execFile);
const skip = aws.skip || ((await missingPostgres()) ?? false);

const half = '2x-t4g.medium+reader-r6g.large';

test('a hop that was interrupted is finished by a new run, and a path is rolled back hop by hop', {
  skip,
}, async (t) => {
  const world = await resizeWorld(t, { quick: true, rdsInstances: 2, data: true });
  const old = world.app.config();
  const plan = await world.runWith(await vouchedFor(t), 'plan', '--target', 'r6g.large');
  assert.equal(plan.exitCode, 0, plan.text);
  assert.match(plan.text, /2×t4g\.medium becomes 2×t4g\.medium → reader r6g\.large\. Readers are resized first/);
  assert.match(plan.text, /Planned from \d+ instance types, read from: what can be had for aurora-postgresql 16\.6/);
  // Nobody has set keys: the usual chain has asked for the role of the token.
  const [first, ...others] = await world.cloud.calls().then((calls) => calls.filter(isOfNobodyElse));
  assert.deepEqual(first?.action, 'AssumeRoleWithWebIdentity');
  assert.ok(others.some(({ action }) => action === 'DescribeDBClusters'));

  const ready = await world.run('preflight', '--target', 'r6g.large');
  assert.equal(ready.exitCode, 0, ready.text);

  // It is killed half way, and CloudFormation continues; the next run has another checkout.
  const toHalf = ['climb', '--yes', '--target', 'r6g.large', '--until', half];
  await world.cloud.durations({ modify: 3600 });
  await world.runUntilChanging(...toHalf);
  await world.cloud.durations({ modify: 0.4 });
  await writeFile(world.app.configFile, old);
  // In a job whose token may do nothing in the repository.
  const job = { GITHUB_ACTIONS: 'true', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' };
  const climbed = await world.runWith(job, ...toHalf);
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.deepEqual(
    (await world.instances()).map(([, instanceClass]) => instanceClass),
    ['db.t4g.medium', 'db.r6g.large'],
  );
  const command = /at the root of the repository \(git apply (?<patch>\S+)\)/.exec(climbed.text)?.groups;
  const patch = command?.patch ?? assert.fail(climbed.text);
  assert.match(patch, /^staged-upgrade-diagnostics-.*\.md$/, 'the job keeps it');

  // Another checkout is refused until it has that.
  const deployed = world.app.config();
  await writeFile(world.app.configFile, old);
  await world.run('plan', '--target', 'r6g.large');
  const hop = `${half}--2x-r6g.large+reader-r6g.large`;
  const stale = await world.run('check', '--hop', hop);
  assert.equal(stale.exitCode, 5, stale.text);
  assert.match(stale.text, /the checkout may lack the commit of the hop before/);
  await run('git', ['init', '--quiet'], { cwd: world.app.folder });
  await run('git', ['apply', patch], { cwd: world.app.folder });
  assert.equal(world.app.config(), deployed);
  const checked = await world.run('check', '--hop', hop);
  assert.equal(checked.exitCode, 0, checked.text);
  assert.match(checked.text, /\(t4g\.medium, writer in \S+, failover tier \d\).* A failover would go to "[\w-]+"/);

  // The update of the writer fails half way, and CloudFormation rolls back.
  await world.cloud.fault({ kind: 'insufficient-capacity', instanceClass: 'db.r6g.large' });
  const failed = await world.run('climb', '--yes', '--target', 'r6g.large');
  assert.equal(failed.exitCode, 1, failed.text);
  assert.match(failed.text, /no instances of the requested class available/);
  assert.equal(world.declared().rdsInstanceType, 't4g.medium');

  const finished = await world.run('climb', '--yes', '--target', 'r6g.large');
  assert.equal(finished.exitCode, 0, finished.text);
  assert.deepEqual(world.declared(), { rdsInstances: 2, rdsInstanceType: 'r6g.large' });
  assert.equal((await world.run('report')).exitCode, 0);

  const back = await world.run('rollback', '--hop', '2x-r6g.large+reader-r6g.large--2x-r6g.large');
  assert.equal(back.exitCode, 0, back.text);
  const writer = await world.run('rollback', '--hop', hop);
  assert.equal(writer.exitCode, 0, writer.text);
  assert.equal(world.app.config(), deployed);
  assert.deepEqual(
    (await world.instances()).map(([, instanceClass]) => instanceClass),
    ['db.t4g.medium', 'db.r6g.large'],
  );

  const calls = await world.cloud.calls();
  const by = (key: string) => calls.filter(({ accessKey }) => accessKey === key);
  // That one is the program's of the CDK.
  const production = by(jobKey).filter(({ action }) => action !== 'UpdateStack');
  await holdToRecord({
    'production-read': by(lookKey),
    production,
    trusted: calls.filter(({ accessKey }) => !accessKey),
  });
});

const known = new Set([jobKey, lookKey, 'testing-key']);

function isOfNobodyElse({ accessKey }: Call): boolean {
  return !known.has(accessKey);
}

/** A job that was given a role by a token of its own, and no keys. */
async function vouchedFor(t: TestContext): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-token-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const token = join(folder, 'token');
  await writeFile(token, 'a-token-of-github');
  const role = `arn:aws:iam::${account}:role/records-read`;
  return {
    AWS_ACCESS_KEY_ID: '',
    AWS_SECRET_ACCESS_KEY: '',
    AWS_ROLE_ARN: role,
    AWS_WEB_IDENTITY_TOKEN_FILE: token,
  };
}

test('a failover during a hop changes roles and nothing else, and of two concurrent climbs one acts', {
  skip,
}, async (t) => {
  const world = await resizeWorld(t, { quick: true, rdsInstances: 3 });
  await world.cloud.durations({ modify: 3600 });
  const [first] = await world.instances();
  const readers = ['climb', '--yes', '--target', 'r6g.large', '--until', '3x-t4g.medium+reader-r6g.large'];
  const climbing = world.run(...readers);
  await world.changing();
  await world.failover();
  // Somebody else starts the same at the same time.
  const other = world.run(...readers);
  await world.cloud.durations({ modify: 3 });
  const climbed = await climbing;
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.match(climbed.text, /Intended change of the deploy: Instance2 .*DBInstanceClass/);
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

test('the last resort on the page, unchanged, gives a cluster with an instance', {
  skip: aws.skip,
}, async () => {
  const cloud = await newAws();
  const { client } = await newCluster(cloud, 'records', ['db.t4g.medium']);
  const page = await readFile(join(import.meta.dirname, '../../docs/aws-rds.md'), 'utf8');
  const program = join(import.meta.dirname, '../support/aws/quick-aws.ts');
  const commands = [...page.matchAll(/^aws (?<words>rds .*)$/gm)].map(({ groups }) => groups?.words ?? '');
  assert.equal(commands.length, 5);
  for (const words of commands)
    await run(process.execPath, [program, ...words.replaceAll('CLUSTER', 'records').split(' ')], {
      env: { ...process.env, ...cloud.variables },
    });
  const restored = new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'records-restored-1' });
  const [instance] = (await client.send(restored)).DBInstances ?? [];
  assert.deepEqual(
    [instance?.DBClusterIdentifier, instance?.DBInstanceClass, instance?.DBInstanceStatus],
    ['records-restored', 'db.r6g.large', 'available'],
  );
});
