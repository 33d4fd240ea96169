import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { stringify } from 'yaml';
import { missingDocker, startEngine, type TestEngine } from '../../../support/docker.ts';
import { makeInfrahubImages, publishedFile } from '../../../support/infrahub/containers.ts';
import { eventually } from '../../../support/until.ts';
import { startLoad } from './balancer.ts';
import { failureMessage } from './failure-message.ts';
import { startTrial } from './trial.ts';

/* Several API servers of Infrahub, upgraded as described in docs/infrahub.md: a stand-in of the server, in real containers. */

const missing = await missingDocker();
const skip = missing ?? false;
let engine: TestEngine;

before(
  async () => {
    if (missing !== undefined) return;
    engine = await startEngine();
    await makeInfrahubImages(engine, ['1.10.11', '1.11.9']);
  },
  { timeout: 900_000 },
);
after(async () => await engine?.stop());

const inServer = (url: string) => ['infrahub-server', 'curl', '--silent', '--fail', `http://localhost:8000/api/${url}`];
const settings = {
  file: ['compose.yml', 'several.yml'],
  services: ['infrahub-server', 'task-worker'],
  env: { VERSION: '{version}' },
  strategy: 'rolling',
  before: [
    {
      run: ['infrahub-server', 'infrahub', 'upgrade', '--rebase-branches'],
      expect: ['Upgrade complete SUCCESS'],
      forbid: ['FAILED', 'Upgrade cancelled'],
      progress: ['Target version: (?<of>\\d+)', 'Migration: (?<at>\\d+)'],
    },
  ],
  'read-back': [
    { run: inServer('info'), expect: ['"{version}"'] },
    { run: inServer('schema/summary'), same: true },
  ],
  pull: 'never',
  ready: { stable: '300ms' },
};
const several = stringify({ services: { 'infrahub-server': { deploy: { replicas: 2 } } } }).replace(
  'deploy:',
  'ports: !override ["8000"]\n    deploy:',
);

test('a rolling upgrade migrates once, replaces one API server at a time, and not one request fails', {
  skip,
  timeout: 900_000,
}, async (t) => {
  const trial = await startTrial(t, engine, settings, publishedFile('1.10.11'));
  await trial.write('several.yml', several);
  await trial.deploy('1.10.11', { to: '1.11.9' });
  const load = await startLoad(trial, 'infrahub-server', { port: 8000, path: '/api/info' });
  await eventually(() => load.answered(/"version":"1\.10\.11"/) > 0);
  await trial.deploy('1.11.9', { from: '1.10.11', refuseDrift: true });
  await eventually(() => load.answered(/"version":"1\.11\.9"/) > 0);
  const { answers, failed } = await load.stop();
  assert.deepEqual(failed, []);
  const versions = [...answers.keys()].map((text) => /"version":"([^"]+)"/.exec(text)?.[1]);
  assert.deepEqual(new Set(versions), new Set(['1.10.11', '1.11.9']), 'no other has');
  assert.equal(trial.logged.filter((line) => /Upgrade complete .*SUCCESS/.test(line)).length, 1);
  assert.ok(
    trial.progressed.some((text) => text.endsWith('at 079 of 79')),
    trial.progressed.join('\n'),
  );
  const line = (pattern: RegExp): number => trial.logged.findIndex((each) => pattern.test(each));
  assert.ok(
    line(/^infrahub-server: all 2 replicas/) < line(/^task-worker: starting replica 1/),
    'the workers at the end',
  );
  const hashes = trial.logged.filter((each) => /answers .*5f2c79/.test(each));
  assert.ok(hashes.length >= 2, trial.logged.join('\n'));

  // Continuing here would start servers of one release on the graph of another.
  const [server] = await trial.containers('infrahub-server');
  await engine.docker('exec', server?.id ?? '', 'sh', '-c', 'echo migration > /data/graph.json.fault');
  await engine.docker(
    'exec',
    server?.id ?? '',
    'sh',
    '-c',
    "sed -i 's/:79/:75/' /data/graph.json || /bin/busybox sed -i 's/:79/:75/' /data/graph.json",
  );
  const before = await trial.containers('infrahub-server');
  const lied = await failureMessage(trial.deploy('1.11.9', { from: '1.10.11' }));
  assert.match(lied.happened, /exited with code 0, but its output says "FAILED": Migration: 076_\w+ FAILED/);
  assert.deepEqual(await trial.containers('infrahub-server'), before, 'no server was replaced');
});
