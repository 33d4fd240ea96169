import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { parse, parseDocument } from 'yaml';
import { SystemFailure } from '../../src/core/messages/errors.ts';
import { deployer } from '../../src/drivers/deployers.ts';
import { silentLog } from '../../src/world/log.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { missingKubernetes } from '../support/kubernetes/cluster.ts';
import { services } from '../support/mender/services.ts';
import { missingMongodb } from '../support/mongodb.ts';
import { moto } from '../support/moto.ts';
import { createMenderWorld, type MenderWorld, windowIn } from './mender-world.ts';

/* The example of Mender at a terminal, from 3.7 on a chart from which 4.0 may not be entered. */

const skip = (await missingKubernetes()) || (missingMongodb() ?? false) || moto.skip;
const timeout = 60 * 60_000;
const chartAlone = '3.7.11+chart-5.9.2';

describe('Mender in Kubernetes, before 4.0', { skip }, () => {
  let world: MenderWorld;
  before(
    async () => {
      // As the vendor has it: a pod for each service.
      world = await createMenderWorld({ release: '3.7.11', chart: '5.6.0', more: ['--set=eachService=true'] });
      await world.configure(['windows'], windowIn(-1));
      await world.markStaging();
    },
    { timeout },
  );
  after(() => world?.stop());
  const climb = () => world.staged('climb', '--target', '4.0', '--until', chartAlone, '--yes');

  test('each service is checked, and an unhealthy one is named before anything is done', {
    timeout,
  }, async () => {
    const { production } = world;
    await production.behave({ unhealthy: services.map(({ name }) => name) });
    const all = services.map(({ name }) => `mender-${name} (0 of 1 ready)`).toSorted();
    await untilItSays(world, `not healthy: ${all.join(' ')}`);
    await production.behave({ unhealthy: ['iot-manager'] });
    await untilItSays(world, 'not healthy: mender-iot-manager (0 of 1 ready)');
    assert.equal(await production.devices(), 25, 'behind the gateway all seems well');
    const stopped = await climb();
    assert.match(
      stopped.stdout + stopped.stderr,
      /Production on 3\.7\.11 reports that it is not healthy: .*not healthy: mender-iot-manager \(0 of 1 ready\)/,
    );
    assert.deepEqual(await world.staging.images(), [], 'nothing was begun');
    await production.behave({});
    await untilItSays(world, '');
  });

  test('the chart moves alone, in a hop of its own, rehearsed on a restored copy', { timeout }, async () => {
    const { production, staging } = world;
    assert.deepEqual(await production.charts(), ['mender-5.6.0']);
    const climbed = await climb();
    assert.equal(climbed.exitCode, 0, climbed.stdout + climbed.stderr);
    for (const side of [production, staging]) {
      assert.deepEqual(await side.charts(), ['mender-5.9.2']);
      assert.deepEqual(await side.images(), imagesAt('mender-3.7.11'));
    }
    assert.equal(await production.devices(), 25);
  });

  test('a failed migration Job is quoted, what runs now is reported, and production keeps running', {
    timeout,
  }, async () => {
    const { production, repository } = world;
    await writeValuesOf4(world);
    await production.behave({ fails: { 'useradm 4.0': 'the disk is full' } });
    const written = parse(await readFile(join(repository, '.github/staged-upgrade.yml'), 'utf8'));
    const effects = databaseEffects({}, { environment: world.environment, directory: repository });
    const placeholders = { system: 'mender', environment: 'production' };
    const helm = deployer
      .parse(written.environments.production.deploy)
      .open({ effects, where: 'deploy', placeholders });
    const request = { version: '4.0.4', from: chartAlone, to: '4.0.4', environment: {}, log: silentLog };
    await assert.rejects(helm.deploy({ ...request, parts: { chart: '6.4.2' } }), (error) => {
      assert.ok(error instanceof SystemFailure, String(error));
      assert.equal(
        error.detail.happened,
        'The Job mender-deviceauth-db-migration, a hook of the chart, failed with exit code 6. Its log ends with: failed to run migrations: useradm: the disk is full.',
      );
      assert.match(
        error.detail.means,
        /Now deployment\/mender-deployments runs mendersoftware\/deployments:mender-3\.7\.11 \(ready\);.*\(mender-6\.4\.2\), failed; revision \d+ \(mender-5\.9\.2\) was in place before/,
      );
      return true;
    });
    assert.deepEqual(await production.images(), imagesAt('mender-3.7.11'));
    assert.equal(await production.devices(), 25);
  });
});

const imagesAt = (tag: string): readonly string[] =>
  ['api-gateway', 'deployments', 'deviceauth'].map((image) => `mendersoftware/${image}:${tag}`);

/** What the example's program reports about production's services, once the cluster has asked them. */
async function untilItSays(world: MenderWorld, expected: string): Promise<void> {
  const deadline = AbortSignal.timeout(timeout);
  for (;;) {
    const { stdout, stderr } = await systemProcesses.run({
      argv: [join(world.repository, 'deploy/mender-health'), 'production'],
      environment: { ...world.environment },
    });
    if (stdout.trim() === expected) return;
    if (deadline.aborted) assert.equal(stdout.trim(), expected, stderr);
    await pause(200);
  }
}

/** What 4.0 requires of the values is written by `configure`, the tag by hand. */
async function writeValuesOf4(world: MenderWorld): Promise<void> {
  const written = await world.staged('configure', '--target', '4.0', '--write');
  assert.equal(written.exitCode, 0, written.stdout + written.stderr);
  const place = join(world.repository, 'deploy/4.0.4/values.yml');
  const values = parseDocument(await readFile(place, 'utf8'));
  values.setIn(['default', 'image', 'tag'], 'v4.0.4');
  await writeFile(place, values.toString());
}
