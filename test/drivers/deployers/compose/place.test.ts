import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { composePlace } from '../../../../src/drivers/deployers/compose/place-rule.ts';
import { deployer } from '../../../../src/drivers/deployers.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingDocker, startEngine, type TestEngine } from '../../../support/docker.ts';

/* Where Docker Compose itself, on a real engine, says that a project is. */

const missing = await missingDocker();
const skip = missing ?? false;
let engine: TestEngine;
let folder = '';

before(
  async () => {
    if (missing !== undefined) return;
    engine = await startEngine();
    folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-place-'));
    const services = 'services: { web: { image: "acme/web:${TAG:?}", environment: ["KEY=${KEY:?}"] } }\n';
    for (const [place, text] of [
      ['plain', ''],
      ['named', 'name: records\n'],
      ['filled', 'name: "records-${SIDE:?}"\n'],
    ] as const) {
      await mkdir(join(folder, place));
      await writeFile(join(folder, place, 'compose.yml'), `${text}${services}`);
    }
    const command = ['/bin/busybox', 'sh', '-c', 'echo said; exec /bin/busybox sleep 1000000'];
    await engine.image('acme/idle:1', { files: {}, command });
    await writeFile(join(folder, 'names.env'), 'COMPOSE_PROJECT_NAME=from-env-file\n');
  },
  { timeout: 900_000 },
);
after(async () => {
  await engine?.stop();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

async function placeOf(
  settings: Readonly<Record<string, unknown>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const effects = databaseEffects(variables, { environment: engine.environment, directory: folder });
  const part = deployer.parse({ compose: { services: ['web'], ...settings } });
  const placeholders = { system: 'records', environment: 'staging' };
  const { kind, place } = part.open({ effects, where: 'environments.staging.deploy', placeholders });
  const read = await place?.({ version: '1.1.4', from: '1.0.2', to: '1.1.4', parts: {} });
  assert.equal(read?.kind, kind);
  return read?.location ?? {};
}

test('the project is named as Compose names it, and no secret of the release is needed', { skip }, async () => {
  const env = { TAG: '{version}', KEY: '${A_SECRET_THAT_IS_NOT_HERE}' };
  const cases = [
    ['plain', { file: 'plain/compose.yml', env }],
    ['records', { file: 'named/compose.yml', env }],
    ['from-env-file', { file: 'plain/compose.yml', env, 'env-file': { file: 'names.env', set: {} } }],
    ['from-env', { file: 'named/compose.yml', env: { ...env, COMPOSE_PROJECT_NAME: 'from-env' } }],
    ['records-staging', { file: 'named/compose.yml', env, project: '{system}-{environment}' }],
  ] as const;
  for (const [name, settings] of cases) assert.equal((await placeOf(settings)).project, name, JSON.stringify(settings));
  const filled = { ...env, SIDE: '{environment}' };
  assert.equal((await placeOf({ file: 'filled/compose.yml', env: filled })).project, 'records-staging');
  assert.deepEqual(
    (await readdir(join(folder, 'plain'))).toSorted(),
    ['compose.yml'],
    'nothing is left beside the file',
  );
});

test('services are stopped, and logs read, in the project that a deploy goes to', { skip }, async (t) => {
  const label = (key: string, value: string) => ['--label', `com.docker.compose.${key}=${value}`];
  const running = async (project: string): Promise<string> => {
    const id = await engine.docker(
      'run',
      '--detach',
      '--stop-timeout=0',
      ...label('project', project),
      ...label('service', 'web'),
      ...label('oneoff', 'False'),
      'acme/idle:1',
    );
    t.after(() => engine.docker('rm', '--force', id.trim()));
    while ((await engine.docker('logs', id.trim())) === '') await pause(50);
    return id.trim();
  };
  const state = async (id: string) => (await engine.docker('inspect', '--format={{.State.Status}}', id)).trim();
  const secret = { TAG: '{version}', KEY: '${A_SECRET_THAT_IS_NOT_HERE}' };
  const other = await running('records');
  for (const [project, settings] of [
    ['named-by-variable', { file: 'named/compose.yml', env: { ...secret, COMPOSE_PROJECT_NAME: 'named-by-variable' } }],
    ['records-staging', { file: 'filled/compose.yml', env: { ...secret, SIDE: '{environment}' } }],
  ] as const) {
    const own = await running(project);
    const effects = databaseEffects({}, { environment: engine.environment, directory: folder });
    const placeholders = { system: 'records', environment: 'staging' };
    const { stop, logs } = deployer
      .parse({ compose: { services: ['web'], ...settings } })
      .open({ effects, where: 'environments.staging.deploy', placeholders });
    const lines: string[] = [];
    const { signal } = effects;
    await logs?.({ since: new Date(0), onLine: (line) => lines.push(line), signal });
    assert.deepEqual(lines, ['said']);
    await stop?.({ log: effects.log, signal });
    assert.equal(await state(own), 'exited');
    assert.equal(await state(other), 'running');
  }
});

test('an engine is the same place under whatever name it is reached', { skip }, async () => {
  const file = 'named/compose.yml';
  const id = (await engine.docker('info', '--format', '{{.ID}}')).trim();
  const usual = await placeOf({ file });
  assert.equal(usual.engine, id);
  const host = engine.environment.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
  assert.deepEqual(await placeOf({ file: 'plain/compose.yml', project: 'records', host }), usual);
});

test('an engine that is out of reach is reported, and nothing is guessed', { skip }, async () => {
  const host = 'unix:///nowhere/docker.sock';
  await assert.rejects(placeOf({ file: 'named/compose.yml', host }), SystemFailure);
});

test('in the configuration, only a named engine is the same one everywhere', () => {
  const text = (settings: Readonly<Record<string, unknown>>) =>
    composePlace.written({ file: 'compose.yml', services: ['web'], ...settings })?.text;
  const host = 'ssh://deploy@apps.example.com';
  assert.equal(text({ project: 'records' }), undefined, 'the engine of the machine of the job');
  assert.equal(text({ project: 'records', context: 'default' }), undefined);
  assert.equal(text({ project: 'records', host: 'unix:///var/run/docker.sock' }), undefined);
  assert.equal(text({ project: 'records', host, file: 'a.yml' }), text({ project: 'records', host, file: 'b.yml' }));
  assert.equal(text({ project: 'records', host }), text({ env: { COMPOSE_PROJECT_NAME: 'records' }, host }));
  assert.equal(text({ host }), text({ host }), 'the folder’s name, or the name in the file');
  assert.notEqual(text({ host }), text({ host, file: 'other/compose.yml' }));
  assert.notEqual(text({ project: 'records', host }), text({ project: 'records-staging', host }));
  assert.notEqual(text({ project: 'records', context: 'one' }), text({ project: 'records', context: 'other' }));
});
