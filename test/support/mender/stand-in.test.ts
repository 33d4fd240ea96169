import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, missingMongodb, startMongodb, type TestMongodb } from '../mongodb.ts';
import { services } from './services.ts';

/* What the vendor says of its services, held against what stands in for them. */
const skip = missingMongodb() ?? false;
let mongodb: TestMongodb;
let folder: string;
let port: number;

before(async () => {
  if (skip) return;
  [mongodb, folder, port] = [
    await startMongodb(),
    await mkdtemp(join(tmpdir(), 'staged-upgrade-mender-')),
    await freePort(),
  ];
});
after(async () => {
  await mongodb?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

function start(release: string, command: 'migrate' | 'server'): ChildProcess {
  const environment = {
    PATH: process.env.PATH,
    MENDER_MONGO: mongodb.url,
    MENDER_PORT: String(port),
    MENDER_STORAGE: folder,
    MENDER_KEY: 'key',
    MENDER_BEHAVIOUR: join(folder, 'behaviour.json'),
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

const behave = (behaviour: object) => writeFile(join(folder, 'behaviour.json'), JSON.stringify(behaviour));

test('services fail, refuse and serve as those of Mender do', { skip }, async () => {
  for (const [service, code] of [
    ['deployments', 3],
    ['deviceauth', 5],
    ['useradm', 6],
  ] as const) {
    await behave({ fails: { [`${service} 3.7`]: 'the disk is full' } });
    const failed = await ended(start('3.7.11', 'migrate'));
    assert.equal(failed.code, code, service);
    assert.match(failed.said, /failed to run migrations: .*the disk is full/);
  }
  await behave({});
  assert.equal((await ended(start('3.7.11', 'migrate'))).code, 0);
  const refused = await ended(start('4.0.4', 'server'));
  assert.equal(refused.code, 3);
  assert.match(refused.said, /db needs migration: deployment_service has version 1\.2\.16, needs version 1\.2\.17/);
  assert.equal((await ended(start('4.1.3', 'migrate'))).code, 0);

  const older = start('4.0.4', 'server');
  const ask = (path: string): Promise<number | undefined> =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status }) => status,
      () => undefined,
    );
  for (let left = 200; left > 0 && (await ask('/status')) !== 200; left--) await sleep(50);
  for (const { path } of services.filter(({ name }) => name !== 'workflows'))
    assert.equal(await ask(`/api/internal/v1/${path}/health`), 204, 'a newer database is accepted without a word');
  await behave({ unhealthy: ['inventory'] });
  assert.equal(await ask('/api/internal/v1/inventory/health'), 503);
  assert.equal(await ask('/api/management/v1/inventory/devices?per_page=1'), 401);
  older.kill('SIGTERM');
  await once(older, 'close');
});
