import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parseDocument } from 'yaml';
import type { ActRun } from '../support/act.ts';
import { missingKubernetes } from '../support/kubernetes/cluster.ts';
import { missingMongodb } from '../support/mongodb.ts';
import { moto } from '../support/moto.ts';
import { need } from '../support/tools.ts';
import { allWell, type ExampleWorkflows, exampleWorkflows, withoutWindow } from './example-workflows.ts';
import { createMenderWorld, type MenderWorld, windowIn } from './mender-world.ts';
import { annotationsOf, jobsOf, outputsOf, stepsOf, summaryOf } from './sample-run.ts';
import { isWholeLadder } from './whole-ladder.ts';

/*
 * The example of Mender in Kubernetes: a real control plane whose pods are processes that behave as Mender's services do, a
 * MongoDB and a bucket for each side, the vendor's charts of each hop, and the workflows that `init` writes.
 */

const act = need('act');
const skip = act.skip || (await missingKubernetes()) || (missingMongodb() ?? false) || moto.skip;
const timeout = 60 * 60_000;
/** Each hop is its own minor; a whole ladder starts where one may be skipped, and with the values of older charts. */
const releases = isWholeLadder ? ['3.4.0', '3.6.6', '3.7.11', '4.0.4', '4.1.3'] : ['3.7.11', '4.0.4', '4.1.3'];
const hops = releases.slice(1).map((to, index) => `${releases[index]}--${to}`);
/** What a person has done, or need not do, at each hop. */
const acknowledged = [
  ...['redis-global-3.6', 'useradm-clean-3.6', 'mongodb-6', 'redis-connection-string-3.7'],
  'secrets-chart-8',
];
const acknowledge = acknowledged.join(',');

describe('Mender in Kubernetes, through its workflows', { skip }, () => {
  let world: MenderWorld;
  let workflows: ExampleWorkflows;
  const ends: (() => Promise<unknown>)[] = [];

  before(
    async () => {
      world = await createMenderWorld(
        isWholeLadder ? { release: '3.4.0', chart: '4.0.3' } : { release: '3.7.11', chart: '5.9.2' },
      );
      ends.push(() => world.stop());
      await writeValues(world);
      await world.configure(['windows'], windowIn(-1));
      const { repository, staged, environment, variables } = world;
      workflows = await exampleWorkflows(
        { after: (end) => ends.push(end) },
        {
          ...{ repository, staged },
          variables: { ...variables, AWS_ROLE: 'a-role' },
          // A runner has the programs, and each job logs in to the cluster.
          environment: {
            PATH: environment.PATH ?? '',
            KUBECONFIG: environment.KUBECONFIG ?? '',
            TEST_AWS_SECRET: 'aws-secret',
          },
        },
      );
    },
    { timeout },
  );
  after(async () => {
    for (const end of ends.toReversed()) await end().catch(() => undefined);
  });

  const ended = (ran: ActRun): string =>
    `${JSON.stringify(annotationsOf(ran), undefined, 2)}\n${ran.stderr.slice(-2000)}`;

  test(`${isWholeLadder ? 'the whole ladder, 3.4 → 3.6 → ' : ''}3.7 → 4.0 → 4.1 in the maintenance window`, {
    timeout,
  }, async (t) => {
    await world.markStaging();
    const started = Date.now();
    const climbed = await workflows.run({ target: '4.1', acknowledge });
    t.diagnostic(
      `${hops.length} hops, each rehearsed on a restored copy: ${Math.round((Date.now() - started) / 1000)} s`,
    );
    assert.equal(climbed.exitCode, 0, ended(climbed));
    assert.deepEqual(jobsOf(climbed), allWell(...hops.map(() => withoutWindow)));
    assert.equal(outputsOf(climbed, 'Report', 'report').complete, 'true');
    for (const hop of hops) assert.ok(climbed.shown.includes(hop), hop);
    assert.match(summaryOf(climbed, 'Plan'), /reload the user interface without its cache/i);
    const rehearsed = stepsOf(climbed, `${hops.length} of ${hops.length}: Rehearse on staging`);
    assert.ok(
      rehearsed.some((step) => /^Restore the backup.*: passed$/.test(step)),
      rehearsed.join('\n'),
    );
    assert.deepEqual(await world.production.images(), [
      'mendersoftware/api-gateway:v4.1.3',
      'mendersoftware/deployments:v4.1.3',
      'mendersoftware/deviceauth:v4.1.3',
    ]);
    assert.equal(await world.production.devices(), 25);
    const scrubbed = world.staging.mongodb.client;
    assert.equal(await scrubbed.db('iot_manager').collection('integrations').countDocuments(), 0);
    const ofTenant = scrubbed.db('workflows-65f0').collection('workflows');
    assert.equal(await ofTenant.countDocuments(), 1, 'of a tenant as well');
    assert.equal(world.charts.announced.length, 2 * hops.length, 'each window was announced, and its end');
    for (const side of ['PRODUCTION', 'STAGING'])
      assert.ok(!climbed.shown.includes(world.variables[`${side}_PASSWORD`] ?? '?'));
  });

  test('a restore rolls a hop back, with as many devices as before it', { timeout }, async () => {
    const { production } = world;
    await production.mongodb.client
      .db('deviceauth')
      .collection('devices')
      .deleteMany({ id_data: /device-1/ });
    assert.equal(await production.devices(), 14);
    const hop = '4.0.4--4.1.3';
    const back = await workflows.run({ hop, confirm: hop, reason: 'a test' }, { workflow: 'rollback.yml' });
    assert.equal(back.exitCode, 0, ended(back));
    assert.equal(await production.devices(), 25);
    assert.ok((await production.images()).every((image) => image.endsWith(':v4.0.4')));
  });

  test('a database that is newer than its server looks healthy, as after "helm rollback" alone, and is refused', {
    timeout,
  }, async () => {
    const { production } = world;
    const version = { major: 1, minor: 2, patch: 0 };
    await production.mongodb.client.db('iot_manager').collection('migration_info').insertOne({ version });
    assert.equal(await production.devices(), 25, 'it looks healthy');
    const ids = acknowledged.flatMap((id) => ['--acknowledge', id]);
    const refused = await world.staged('climb', '--target', '4.1', '--yes', ...ids);
    assert.match(
      refused.stdout + refused.stderr,
      /newer than the release that answers: the database "iot_manager" is at 1\.2\.0, but 4\.0\.4 knows nothing after 1\.1\.1/,
    );
  });
});

/** As a person goes from hop to hop: what a release requires of the values is written by `configure`, the tag by hand. */
async function writeValues(world: MenderWorld): Promise<void> {
  const place = (release: string): string => join(world.repository, 'deploy', release, 'values.yml');
  const tag = async (release: string, key: string, value: string): Promise<void> => {
    const values = parseDocument(await readFile(place(release), 'utf8'));
    values.setIn([key, 'image', 'tag'], value);
    await writeFile(place(release), values.toString());
  };
  const copy = async (from: string, to: string): Promise<void> =>
    await cp(dirname(place(from)), dirname(place(to)), { recursive: true });
  const configure = async (): Promise<void> => {
    const written = await world.staged('configure', '--target', '4.1', '--write');
    assert.equal(written.exitCode, 0, written.stdout + written.stderr);
  };
  if (isWholeLadder) {
    await copy('3.4.0', '3.6.6');
    await tag('3.6.6', 'global', 'mender-3.6.6');
    await configure();
    await tag('3.7.11', 'global', 'mender-3.7.11');
  }
  await configure();
  await tag('4.0.4', 'default', 'v4.0.4');
  await copy('4.0.4', '4.1.3');
  await tag('4.1.3', 'default', 'v4.1.3');
}
