import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { missingMongodb, startMongodb, type TestMongodb } from '../mongodb.ts';
import { freePort } from '../ports.ts';
import { behave } from './behaviour.ts';
import { type ImageName, services } from './services.ts';

/* What the vendor says about its services, compared with their stand-in. */
const skip = missingMongodb() ?? false;
let mongodb: TestMongodb;
let port: number;

before(async () => {
  if (skip) return;
  [mongodb, port] = [await startMongodb(), await freePort()];
});
after(() => mongodb?.stop());

function start(image: ImageName, release: string, command: 'migrate' | 'server'): ChildProcess {
  const environment = {
    PATH: process.env.PATH,
    MENDER_SERVICE: image,
    MENDER_MONGO: mongodb.url,
    MENDER_PORT: String(port),
    MENDER_KEY: 'key',
  };
  const program = join(import.meta.dirname, 'main.ts');
  return spawn(process.execPath, [program, release, command], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly said: string }> {
  let said = '';
  child.stderr?.on('data', (data) => (said += String(data)));
  await once(child, 'close');
  return { code: child.exitCode, said };
}

test('services fail, refuse and serve as those of Mender do', { skip }, async () => {
  for (const [image, service, code] of [
    ['deployments', 'deployments', 3],
    ['deviceauth', 'deviceauth', 5],
    ['deviceauth', 'useradm', 6],
  ] as const) {
    await behave(mongodb.client, { fails: { [`${service} 3.7`]: 'the disk is full' } });
    const failed = await ended(start(image, '3.7.11', 'migrate'));
    assert.equal(failed.code, code, service);
    assert.match(failed.said, /failed to run migrations: .*the disk is full/);
  }
  await behave(mongodb.client, {});
  assert.equal((await ended(start('deployments', '3.7.11', 'migrate'))).code, 0);
  const refused = await ended(start('deployments', '4.0.4', 'server'));
  assert.equal(refused.code, 3);
  assert.match(refused.said, /db needs migration: deployment_service has version 1\.2\.16, needs version 1\.2\.17/);
  assert.equal((await ended(start('deviceauth', '4.1.3', 'migrate'))).code, 0);

  const older = start('deviceauth', '4.0.4', 'server');
  const ask = (path: string): Promise<number | undefined> =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status }) => status,
      () => undefined,
    );
  for (let left = 400; left > 0 && (await ask('/ready')) !== 200; left--) await sleep(50);
  for (const { path } of services.filter(({ name }) => name !== 'workflows'))
    assert.equal(await ask(`/api/internal/v1/${path}/health`), 204, 'a newer database is accepted without a word');
  await behave(mongodb.client, { unhealthy: ['inventory'] });
  assert.equal(await ask('/api/internal/v1/inventory/health'), 503);
  assert.equal(await ask('/api/management/v1/inventory/devices?per_page=1'), 401);
  older.kill('SIGTERM');
  await once(older, 'close');
});
