import assert from 'node:assert/strict';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { parseDocument } from 'yaml';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { missingDocker, startEngine, type TestEngine } from '../support/docker.ts';
import { makeMenderImages, vendorsFile } from '../support/mender/compose.ts';
import { services } from '../support/mender/services.ts';
import { missingMongodb, mongodbTools, startMongodb, type TestMongodb } from '../support/mongodb.ts';
import { type MotoBucket, moto, newMotoBucket } from '../support/moto.ts';
import { freePort } from '../support/ports.ts';
import { builtCli } from '../support/program.ts';
import { until } from '../support/until.ts';
import { seed, sides, user } from './mender-world.ts';

/* The example of Mender in Compose, which the vendor offers for evaluation: containers of a real engine, one hop and its rollback. */

const missing = (await missingDocker()) ?? missingMongodb() ?? moto.skip;
const skip = missing ?? false;
const minutes = 60_000;
const root = resolve(import.meta.dirname, '../..');
const example = join(root, 'examples/mender-compose');
const ends: (() => Promise<unknown>)[] = [];
let engine: TestEngine;

before(
  async () => {
    if (skip !== false) return;
    engine = await startEngine();
    ends.push(() => engine.stop());
    await makeMenderImages(engine, ['4.0.4', '4.1.3']);
  },
  { timeout: 15 * minutes },
);
after(async () => {
  for (const end of ends.toReversed()) await end().catch(() => undefined);
});

test('the example climbs Mender from 4.0 to 4.1 in Compose: each service says its release itself', {
  skip,
  timeout: 45 * minutes,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-mender-'));
  ends.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const repository = join(folder, 'repository');
  await cp(example, repository, { recursive: true });
  await writeFile(
    join(folder, 'mongosh'),
    `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'test/support/mender/mongosh.ts')}' "$@"\n`,
  );
  await chmod(join(folder, 'mongosh'), 0o755);
  const file = join(repository, '.github/staged-upgrade.yml');
  const configuration = parseDocument(await readFile(file, 'utf8'));
  const variables: Record<string, string> = { BACKUPS: join(folder, 'backups'), MENDER_KEY: 'key' };
  const made: Record<string, { mongodb: TestMongodb; bucket: MotoBucket; address: string }> = {};
  for (const side of sides) {
    const mongodb = await startMongodb();
    ends.push(() => mongodb.stop());
    const bucket = await newMotoBucket();
    await bucket.keepVersions('Enabled');
    const [gateway, deployments, deviceauth] = [await freePort(), await freePort(), await freePort()];
    const address = `http://127.0.0.1:${gateway}`;
    made[side] = { mongodb, bucket, address };
    const name = side.toUpperCase();
    const own = { GATEWAY_PORT: gateway, DEPLOYMENTS_PORT: deployments, DEVICEAUTH_PORT: deviceauth };
    const named = { MONGO_URL: mongodb.url, S3_URL: bucket.address, S3_BUCKET: bucket.bucket };
    Object.assign(variables, bucket.variables, {
      [`${name}_URL`]: address,
      [`${name}_USER`]: user.email,
      [`${name}_PASSWORD`]: user.password,
      [`${name}_MONGODB_URL`]: mongodb.url,
      [`${name}_ARTIFACTS`]: bucket.bucket,
      [`${name}_FOLDER`]: join(folder, side),
    });
    await mkdir(join(folder, side));
    await writeFile(join(folder, side, 'docker-compose.yml'), vendorsFile());
    const settings = ['environments', side, 'deploy', 'compose'];
    for (const [key, value] of Object.entries({ ...own, ...named, MENDER_KEY: 'key' }))
      configuration.setIn([...settings, 'env', key], key === 'MONGO_URL' ? `\${${name}_MONGODB_URL}` : String(value));
    configuration.setIn([...settings, 'pull'], 'missing');
    configuration.setIn([...settings, 'ready'], { stable: '500ms' });
    configuration.setIn(['environments', side, 'data', 1, 's3-bucket'], {
      ...bucket.settings,
      bucket: `\${${name}_ARTIFACTS}`,
    });
    const override = join(repository, 'deploy', `${side}.compose.yml`);
    const text = await readFile(override, 'utf8');
    await writeFile(
      override,
      text.replace(/DEPLOYMENTS_STORAGE_BUCKET: [\w-]+/, `DEPLOYMENTS_STORAGE_BUCKET: ${bucket.bucket}`),
    );
    const project = ['compose', '--project-name', `mender-${side}`, '--file', join(folder, side, 'docker-compose.yml')];
    const up = async (...more: readonly string[]): Promise<void> => {
      const ended = await systemProcesses.run({
        argv: ['docker', ...project, 'up', '--detach', '--no-deps', ...more],
        directory: folder,
        environment: {
          ...engine.environment,
          ...Object.fromEntries(Object.entries(own).map(([key, value]) => [key, String(value)])),
          ...{ ...named, MENDER_KEY: 'key', MENDER_IMAGE_TAG: 'v4.0.4' },
        },
      });
      assert.equal(ended.exitCode, 0, ended.stderr);
    };
    ends.push(() => engine.docker(...project, 'down', '--timeout', '1'));
    if (side === 'production') await seed({ mongodb, bucket });
    const all = configuration.getIn(['environments', 'production', 'deploy', 'compose', 'services']);
    const names =
      all !== null && typeof all === 'object' && 'items' in all && Array.isArray(all.items)
        ? all.items.map(String)
        : [];
    await up('traefik', ...(side === 'production' ? names : []));
    if (side === 'production') await untilSomebodyCanLogIn(address);
  }
  configuration.set('product', { extends: 'mender', releases: { list: ['4.0.4', '4.1.3'] } });
  configuration.setIn(['journal', 'store'], { folder: { path: join(folder, 'journal') } });
  configuration.set('gates', { production: 'none', finalize: 'none' });
  configuration.set('start-timeout', '10m');
  await writeFile(file, configuration.toString());
  await writeFile(join(repository, 'smoke.mender'), 'what a device would install');
  const cli = await builtCli();
  const staged = (...args: readonly string[]) =>
    systemProcesses.run({
      argv: [process.execPath, cli, ...args],
      directory: repository,
      environment: {
        ...engine.environment,
        ...variables,
        PATH: [dirname(process.execPath), folder, mongodbTools, engine.environment.PATH].join(':'),
      },
    });
  const images = async (side: string): Promise<readonly string[]> => {
    const said = await engine.docker(
      'ps',
      `--filter=label=com.docker.compose.project=mender-${side}`,
      '--format={{.Image}}',
    );
    return said.split('\n').filter((line) => line.startsWith('mendersoftware/'));
  };
  const names = services.flatMap(({ database }) => [database, `${database}-*`]).toSorted();
  for (const [data, confirm] of [
    ['databases', names.join(', ')],
    ['artifacts', made.staging?.bucket.bucket ?? ''],
  ] as const) {
    const marked = await staged('mark-disposable', '--data', data, '--confirm', confirm);
    assert.equal(marked.exitCode, 0, marked.stderr);
  }
  const climbed = await staged('climb', '--target', '4.1', '--yes');
  assert.equal(climbed.exitCode, 0, climbed.stdout + climbed.stderr);
  for (const side of sides) {
    const running = await images(side);
    assert.ok(running.length >= 11 && running.every((image) => image.endsWith(':v4.1.3')), running.join('\n'));
  }
  const devices = made.production?.mongodb.client.db('deviceauth').collection('devices');
  await devices?.deleteMany({ id_data: /device-1/ });
  const hop = '4.0.4--4.1.3';
  const back = await staged('rollback', '--hop', hop, '--confirm', hop, '--reason', 'a test');
  assert.equal(back.exitCode, 0, back.stdout + back.stderr);
  assert.equal(await devices?.countDocuments({ status: 'accepted' }), 25);
  assert.ok((await images('production')).every((image) => image.endsWith(':v4.0.4')));
});

/** Containers that run serve only when their migrations are done, and the gateway knows of them. */
async function untilSomebodyCanLogIn(address: string): Promise<void> {
  const headers = { authorization: `Basic ${Buffer.from(`${user.email}:${user.password}`).toString('base64')}` };
  await until('somebody can log in', async () => {
    const login = { method: 'POST', headers, signal: AbortSignal.timeout(30_000) };
    const answer = await fetch(`${address}/api/management/v1/useradm/auth/login`, login).catch(() => undefined);
    return answer?.ok === true;
  });
}
