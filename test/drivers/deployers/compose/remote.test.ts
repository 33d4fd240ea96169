import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { oneOffPrefix } from '../../../../src/drivers/deployers/compose/one-off.ts';
import { deployer } from '../../../../src/drivers/deployers.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingDocker, startEngine, type TestEngine } from '../../../support/docker.ts';
import { missingSsh, type SshServer, startSshServer } from '../../../support/ssh-server.ts';
import { failureMessage } from './failure-message.ts';
import { served, startTrial } from './trial.ts';

/* Docker Compose on an engine elsewhere: a real engine, reached through a real SSH server, by its address and by a context. */

const missing = (await missingDocker()) ?? missingSsh;
const skip = missing ?? false;
let engine: TestEngine;
let ssh: SshServer;
/** The same engine, as a job sees it whose own machine has none. */
let elsewhere: TestEngine;

before(
  async () => {
    if (missing !== undefined) return;
    engine = await startEngine();
    const { PATH = '', DOCKER_HOST } = engine.environment;
    ssh = await startSshServer({ PATH, ...(DOCKER_HOST !== undefined && { DOCKER_HOST }) });
    const environment = { ...engine.environment, PATH: `${ssh.programs}:${PATH}`, DOCKER_HOST: 'unix:///nowhere.sock' };
    elsewhere = { ...engine, environment };
    for (const version of ['1.0.2', '1.1.4']) await engine.image(`acme/web:${version}`, served(version));
    await engine.docker('context', 'create', 'production', `--docker=host=${ssh.address}`);
  },
  { timeout: 900_000 },
);
after(async () => {
  await ssh?.stop();
  await engine?.stop();
});

test('one engine by its SSH address and by a context: deployed, read back, its log read, stopped', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, elsewhere, { host: ssh.address });
  const artifacts = await trial.deploy('1.0.2');
  assert.deepEqual(
    artifacts.map(({ name }) => name),
    ['acme/web:1.0.2'],
  );
  const byContext = { context: 'production', project: trial.project };
  const other = await startTrial(t, elsewhere, byContext);
  await other.deploy('1.1.4', { from: '1.0.2', environment: { DEFER: 'yes' } });
  const [container, ...others] = await trial.containers('web');
  assert.deepEqual([container?.image, others.length], ['acme/web:1.1.4', 0]);
  assert.ok(container?.variables.includes('DEFER=yes'));
  assert.equal(other.logged.at(-1), 'Now web runs acme/web:1.1.4 (healthy).');
  await trial.logs(new Date(0));
  await trial.stop();
  assert.ok(trial.logged.some((line) => line.includes(`on the Docker engine at ${ssh.address}`)));
  assert.deepEqual(await trial.containers('web'), []);
});

test("the place is that of the engine, whatever the job has set; without a name it is the job's own engine", {
  skip,
}, async (t) => {
  const { folder } = await startTrial(t, elsewhere);
  const place = async (settings: object) => {
    const effects = databaseEffects({}, { environment: elsewhere.environment, directory: folder });
    const compose = { file: 'compose.yml', services: ['web'], project: 'records', env: { TAG: '{version}' } };
    const opened = deployer.parse({ compose: { ...compose, ...settings } });
    const { place: read } = opened.open({ effects, where: 'deploy', placeholders: {} });
    return (await read?.({ version: '1.1.4', from: '1.0.2', to: '1.1.4', parts: {} }))?.location;
  };
  const id = (await engine.docker('info', '--format', '{{.ID}}')).trim();
  assert.equal((await place({ context: 'production' }))?.engine, id);
  assert.equal((await place({ host: ssh.address }))?.engine, id);
  const here = await failureMessage(place({}));
  assert.match(here.happened, /^The Docker engine could not be reached/);
  const unknown = await failureMessage(place({ context: 'another' }));
  assert.match(
    unknown.happened,
    /^The Docker engine of the context "another" could not be reached: .*context.*another/,
  );
});

test('a connection that is cut half way loses nothing: what runs is reported, and the next run does the rest', {
  skip,
}, async (t) => {
  const before = [{ run: ['web', '/bin/busybox', 'sh', '-c', 'sleep 4; echo Upgrade complete'], expect: ['complete'] }];
  const trial = await startTrial(t, elsewhere, { host: ssh.address, before });
  const outcome = trial.deploy('1.1.4').then(
    () => undefined,
    (error: unknown) => error,
  );
  const started = ['ps', '--all', '--quiet', `--filter=name=^/?${oneOffPrefix(trial.project)}`];
  while ((await engine.docker(...started)) === '') await pause(50);
  await ssh.cut();
  const error = await outcome;
  // No call may have been on its way just then.
  if (error !== undefined) {
    assert.ok(error instanceof SystemFailure, String(error));
    assert.match(error.detail.means, /Now web has no container\.|What runs now could not be read/);
    await trial.deploy('1.1.4');
  }
  assert.equal((await trial.containers('web'))[0]?.image, 'acme/web:1.1.4');
});

test('a server that does not accept the key is quoted in its own words, and nothing was changed', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, elsewhere, { host: ssh.address });
  await ssh.refuse();
  const said = await failureMessage(trial.deploy('1.0.2'));
  assert.match(said.happened, /^The Docker engine at ssh:\S+ could not be reached: .*Permission denied/);
  assert.match(said.means, /^Nothing was changed\./);
  assert.deepEqual(await trial.containers('web'), []);
});
