import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { missingDocker, startEngine, type TestEngine } from '../../../support/docker.ts';
import { eventually } from '../../../support/until.ts';
import { startLoad } from './balancer.ts';
import { failureMessage } from './failure-message.ts';
import { composeFile, served, startTrial } from './trial.ts';

/* One replica at a time, on a real engine, with people who send requests the whole time. */

const missing = await missingDocker();
const skip = missing ?? false;
let engine: TestEngine;
const replicated = composeFile.replace('    depends_on', '    deploy: { replicas: 3 }\n    depends_on');
const rolling = { strategy: 'rolling' };

before(
  async () => {
    if (missing !== undefined) return;
    engine = await startEngine();
    for (const version of ['1.0.2', '1.1.4']) await engine.image(`acme/web:${version}`, served(version));
    await engine.image('acme/web:1.3.0', { files: { 'www/index.html': '1.3.0' }, command: served('').command });
  },
  { timeout: 900_000 },
);
after(async () => await engine?.stop());

const imagesOf = (containers: readonly { readonly image: string }[]): string[] => containers.map(({ image }) => image);

test('a rolling update replaces each replica, and not one request fails', { skip }, async (t) => {
  const trial = await startTrial(t, engine, rolling, replicated);
  await trial.deploy('1.0.2');
  const old = await trial.containers('web');
  assert.deepEqual(imagesOf(old), Array(3).fill('acme/web:1.0.2'));
  const load = await startLoad(trial, 'web');
  await eventually(() => load.answered(/^1\.0\.2$/) > 20);
  await trial.deploy('1.1.4', { refuseDrift: true });
  await eventually(() => load.answered(/^1\.1\.4$/) > 20);
  const { failed } = await load.stop();
  assert.deepEqual(failed, []);
  const now = await trial.containers('web');
  assert.deepEqual(imagesOf(now), Array(3).fill('acme/web:1.1.4'));
  assert.ok(now.every(({ id }) => old.every((one) => one.id !== id)));

  await trial.deploy('1.1.4');
  assert.deepEqual(await trial.containers('web'), now, 'what is in place already is left alone');
});

test('a replica that does not become ready ends the update while the others serve', { skip }, async (t) => {
  const trial = await startTrial(t, engine, rolling, replicated);
  await trial.deploy('1.0.2');
  trial.givesUpAt(/web-4 is unhealthy/);
  const load = await startLoad(trial, 'web');
  const said = await failureMessage(trial.deploy('1.3.0'));
  assert.match(said.happened, /not ready after 10 min 0 s: \S+-web-4 is unhealthy/);
  assert.match(said.means, /Now web runs 3 of acme\/web:1\.0\.2 \(healthy\) and acme\/web:1\.3\.0 \(unhealthy\)\.$/);
  await load.stop();
  // The rollback removes what is new.
  await trial.deploy('1.0.2', { to: '1.3.0' });
  assert.deepEqual(imagesOf(await trial.containers('web')), Array(3).fill('acme/web:1.0.2'));
});

test('each replica is read back before an old one is stopped, and one that is not the release of its image ends the update', {
  skip,
}, async (t) => {
  const settings = {
    ...rolling,
    'read-back': [{ run: ['web', '/bin/busybox', 'cat', '/www/index.html'], expect: ['{version}'], same: true }],
  };
  const trial = await startTrial(t, engine, settings, replicated);
  await trial.deploy('1.0.2');
  await trial.deploy('1.1.4');
  const answered = trial.logged.filter((line) => /-web-\d+ answers "1\.1\.4"\.$/.test(line));
  assert.ok(answered.length >= 3, trial.logged.join('\n'));
  // It was pushed with the content of another tag, and is healthy.
  await engine.image('acme/web:1.5.0', served('1.1.4'));
  trial.givesUpAt(/its output does not say/);
  const said = await failureMessage(trial.deploy('1.5.0'));
  assert.match(said.happened, /cat \/www\/index\.html" in \S+-web-\d: its output does not say "1\.5\.0": "1\.1\.4"/);
  assert.match(said.means, /Now web runs 3 of acme\/web:1\.1\.4 \(healthy\)/);
});

test('an update that is killed in the middle continues from where it stopped', { skip }, async (t) => {
  const trial = await startTrial(t, engine, rolling, replicated);
  await trial.deploy('1.0.2');
  const cancelled = new AbortController();
  const deploying = assert.rejects(trial.deploy('1.1.4', { signal: cancelled.signal }), /killed/);
  await eventually(() => trial.logged.some((line) => line.startsWith('web: stopping')));
  cancelled.abort(new Error('killed'));
  await deploying;
  const between = await trial.containers('web');
  const done = between.filter(({ image }) => image === 'acme/web:1.1.4').map(({ id }) => id);
  assert.ok(done.length > 0 && done.length < 3 && between.length > done.length, imagesOf(between).join());
  await trial.deploy('1.1.4', { refuseDrift: true });
  const now = await trial.containers('web');
  assert.deepEqual(imagesOf(now), Array(3).fill('acme/web:1.1.4'));
  assert.ok(
    done.every((id) => now.some((container) => container.id === id)),
    'what was replaced is not replaced again',
  );
});

test('a service that can run only once is refused before anything is changed', { skip }, async (t) => {
  const trial = await startTrial(t, engine, rolling);
  for (const [line, why] of [
    ['ports: ["127.0.0.1:18080:8080"]', /publishes the fixed port 18080, and deploy\.compose\.strategy is rolling/],
    ['container_name: only-one', /has the fixed container_name "only-one"/],
  ] as const) {
    await trial.write('compose.yml', composeFile.replace('    depends_on', `    ${line}\n    depends_on`));
    const said = await failureMessage(trial.deploy('1.0.2'));
    assert.match(said.happened, why);
    assert.match(said.means, /Nothing was changed/);
  }
  assert.deepEqual(await trial.containers('web'), []);
});
