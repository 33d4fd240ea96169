import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { missingDocker, startEngine, type TestEngine } from '../../../support/docker.ts';
import { eventually } from '../../../support/until.ts';
import { failureMessage } from './failure-message.ts';
import { composeFile, healthcheck, served, startTrial } from './trial.ts';

/* Docker Compose itself, on a real engine, with images of a few files. */

const missing = await missingDocker();
const skip = missing ?? false;
let engine: TestEngine;

const forever = ['/bin/busybox', 'sleep', '1000000'];
const flaps = `#!/bin/sh
/bin/busybox [ $(($(/bin/busybox date +%s) % 3)) -ne 0 ]
`;

before(
  async () => {
    if (missing !== undefined) return;
    engine = await startEngine();
    for (const version of ['1.0.2', '1.1.4', '1.2.0']) await engine.image(`acme/web:${version}`, served(version));
    await engine.image('acme/web:1.3.0-unhealthy', {
      files: { 'www/index.html': '1.3.0' },
      command: served('').command,
    });
    await engine.image('acme/web:1.3.0-crash', { files: {}, command: ['/bin/busybox', 'sh', '-c', 'exit 7'] });
    await engine.image('acme/web:1.3.0-flaps', { files: { 'health.sh': flaps }, command: forever });
  },
  { timeout: 900_000 },
);
after(async () => await engine?.stop());

test('a ladder: only the named service is replaced, deferral reaches it, and its images are identified by digest', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, engine, { services: ['db', 'web'] });
  const [database, first] = await trial.deploy('1.0.2', { environment: { DEFER: 'yes' } });
  assert.match(database?.digests[0] ?? '', /^sha256:/);
  assert.equal(first, undefined, 'both services have the same image, which is named once');
  const only = await startTrialOf(trial.project);
  assert.ok((await trial.containers('web'))[0]?.variables.includes('DEFER=yes'));
  const db = await trial.containers('db');
  for (const version of ['1.1.4', '1.2.0']) {
    const [image] = await only.deploy(version, { environment: { DEFER: undefined } });
    assert.equal(image?.name, `acme/web:${version}`);
    const [web] = await trial.containers('web');
    assert.equal(web?.image, `acme/web:${version}`);
    assert.ok(
      web?.variables.every((variable) => !variable.startsWith('DEFER=')),
      'the variable is not set at all',
    );
  }
  assert.deepEqual(await trial.containers('db'), db, 'the database was not touched');
  assert.match(only.logged.at(-1) ?? '', /^Now web runs acme\/web:1\.2\.0 \(healthy\)\.$/);

  await only.stop();
  assert.deepEqual(await trial.containers('web'), []);
  assert.deepEqual(await trial.containers('db'), db);

  async function startTrialOf(project: string) {
    return await startTrial(t, engine, { project });
  }
});

test('an image that does not exist: nothing is stopped, and the message says what runs', { skip }, async (t) => {
  const trial = await startTrial(t, engine);
  await trial.deploy('1.0.2');
  const before = await trial.containers('web');
  const never = await failureMessage(trial.deploy('9.9.9'));
  assert.match(never.happened, /"acme\/web:9\.9\.9" of the service "web" is not on the Docker engine/);
  assert.equal(never.means, 'Nothing was stopped. Now web runs acme/web:1.0.2 (healthy).');
  // A registry that does not answer: the image has to be pulled, and cannot be.
  await trial.write(
    'compose.yml',
    composeFile.replace('acme/web:${', '127.0.0.1:1/acme/web:${').replace('pull_policy: never\n    stop', 'stop'),
  );
  const unreachable = await failureMessage(trial.deploy('1.1.4'));
  assert.match(unreachable.happened, /could not be pulled by the Docker engine: .*connection refused/);
  assert.equal(unreachable.means, 'Nothing was stopped. Now web runs acme/web:1.0.2 (healthy).');
  assert.deepEqual(await trial.containers('web'), before);
});

test('never healthy, crashing, flapping: each is reported as such, with what runs now', { skip }, async (t) => {
  const trial = await startTrial(t, engine);
  await trial.deploy('1.0.2');
  trial.givesUpAt(/web-1 is unhealthy, and its health check says/);
  const unhealthy = await failureMessage(trial.deploy('1.3.0-unhealthy'));
  assert.match(
    unhealthy.happened,
    /not ready after 10 min 0 s: trial-\S+-web-1 is unhealthy, and its health check says: .*404/,
  );
  assert.equal(
    unhealthy.means,
    'The deploy of 1.3.0-unhealthy has not ended. Now web runs acme/web:1.3.0-unhealthy (unhealthy).',
  );

  const crashed = await failureMessage(trial.deploy('1.3.0-crash'));
  assert.match(
    crashed.happened,
    /does not become ready: \S+web-1 has exited with code 7/,
    'nobody waits for what has ended',
  );
  assert.match(crashed.means, /Now web does not run: acme\/web:1\.3\.0-crash \(exited with code 7\)\.$/);

  const flapping = await startTrial(
    t,
    engine,
    { ready: { stable: '10m' } },
    composeFile.replace(
      healthcheck,
      '\n    healthcheck: { test: [CMD, /bin/sh, /health.sh], interval: 200ms, retries: 1 }',
    ),
  );
  const isReady = /^Ready; watching/;
  const lost = {
    test: (text: string) => !isReady.test(text) && flapping.progressed.some((line) => isReady.test(line)),
  };
  flapping.givesUpAt(lost);
  const said = await failureMessage(flapping.deploy('1.3.0-flaps'));
  assert.match(
    said.happened,
    /did not stay ready within 10 min 0 s: it was ready (?:once|\d times), and then not any more/,
  );
});

test('what a command of the new release needs is started and ready before it, while the rest is stopped', {
  skip,
}, async (t) => {
  const before = [
    {
      run: [
        'web',
        '/bin/busybox',
        'sh',
        '-c',
        'echo Target version: 79; echo Migration: 076; /bin/busybox nslookup db',
      ],
      needs: ['db'],
      expect: ['Name: db'],
      progress: ['Target version: (?<of>\\d+)', 'Migration: (?<at>\\d+)'],
    },
  ];
  const settings = { services: ['db', 'web'], stop: ['web'], 'stop-first': true, before };
  const trial = await startTrial(t, engine, settings);
  await trial.deploy('1.0.2', { to: '1.1.4' });
  const [db] = await trial.containers('db');
  await trial.deploy('1.1.4');
  assert.deepEqual(
    (await trial.containers('db')).map(({ id }) => id),
    [db?.id],
    'it kept running',
  );
  assert.ok(
    trial.progressed.some((text) => text.endsWith(': at 076 of 79')),
    trial.progressed.join('\n'),
  );
  const unknown = await startTrial(t, engine, { before: [{ ...before[0], needs: ['db'] }], project: trial.project });
  const said = await failureMessage(unknown.deploy('1.2.0'));
  assert.match(
    said.happened,
    /deploy\.compose\.before\.0\.needs names the service "db", which is not in deploy\.compose\.services/,
  );
});

test('an exit code of 0 with a failure in the text: the old release keeps serving, and its files are as they were', {
  skip,
}, async (t) => {
  const settings = {
    env: {},
    'env-file': { file: '.env', set: { TAG: '{version}' } },
    before: [{ run: ['web', '/bin/busybox', 'sh', '/migrate.sh'], expect: ['Upgrade complete'], forbid: ['FAILED'] }],
  };
  for (const [name, prints] of [
    ['lies', "echo 'migration 076 FAILED'; echo 'Upgrade complete SUCCESS'"],
    ['silent', 'echo nothing to do'],
    ['fails', 'echo no disk >&2; exit 3'],
    ['works', "printf '\\033[32mUpgrade   \\n complete\\033[0m SUCCESS\\n'"],
  ] as const) {
    await engine.image(`acme/web:2.0.0-${name}`, {
      ...served('2.0.0'),
      files: { ...served('2.0.0').files, 'migrate.sh': prints },
    });
  }
  const trial = await startTrial(t, engine, settings);
  await trial.write('.env', '# Kept.\nTAG="1.0.2" # the release\nSECRET=\'a b\'\n');
  await trial.deploy('1.0.2', { to: '2.0.0' });
  const lies = await failureMessage(trial.deploy('2.0.0-lies'));
  assert.match(
    lies.happened,
    /\(deploy\.compose\.before\.0\) exited with code 0, but its output says "FAILED": migration 076 FAILED\./,
  );
  assert.match(lies.means, /Now web runs acme\/web:1\.0\.2 \(healthy\)\.$/);
  assert.match((await failureMessage(trial.deploy('2.0.0-silent'))).happened, /does not say "Upgrade complete"/);
  assert.match((await failureMessage(trial.deploy('2.0.0-fails'))).happened, /exited with code 3: no disk\./);
  assert.equal(await trial.read('.env'), '# Kept.\nTAG="1.0.2" # the release\nSECRET=\'a b\'\n');
  await trial.deploy('2.0.0-works');
  assert.equal(await trial.read('.env'), '# Kept.\nTAG="2.0.0-works" # the release\nSECRET=\'a b\'\n');
  assert.equal((await trial.containers('web'))[0]?.image, 'acme/web:2.0.0-works');
  assert.deepEqual(
    trial.logged.filter((line) => line.includes('SECRET')),
    [],
    'lines that do not change are not shown',
  );
});

test('a moving tag, an unset variable or a missing image is refused before anything is changed', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, engine);
  await trial.deploy('1.0.2');
  const before = await trial.containers('web');
  const refusals = [
    [composeFile.replace('${TAG:?}', 'latest'), /has the tag "latest"/],
    [composeFile.replace(':${TAG:?}', ''), /has no tag, which means "latest"/],
    [composeFile.replace('${TAG:?}', '${OTHER}'), /is not the name of an image\. Not set: OTHER\./],
    [composeFile.replace('${TAG:?}', '${OTHER:?set OTHER}'), /cannot read the files of deploy\.compose: .*set OTHER/],
    [composeFile.replace('  web:', '  web-server:'), /no service "web"/],
  ] as const;
  for (const [text, happened] of refusals) {
    await trial.write('compose.yml', text);
    const said = await failureMessage(trial.deploy('1.1.4'));
    assert.match(said.happened, happened);
    assert.match(said.means, /Nothing was changed\./);
  }
  await trial.write('compose.yml', composeFile);
  const elsewhere = await startTrial(t, engine, { after: [{ run: ['worker', 'check'] }], project: trial.project });
  const said = await failureMessage(elsewhere.deploy('1.1.4'));
  assert.match(
    said.happened,
    /deploy\.compose\.after\.0\.run names the service "worker", which is not in deploy\.compose\.services/,
  );
  assert.match(said.means, /Nothing was stopped\./);
  assert.deepEqual(await trial.containers('web'), before);
});

test('what is promoted is what was rehearsed: a moved tag is noticed before anything stops', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, engine);
  const [other] = await trial.deploy('1.0.2');
  const [rehearsed] = await trial.deploy('1.1.4');
  assert.ok(other && rehearsed);
  await trial.deploy('1.1.4', { rehearsed: [rehearsed] });
  const before = await trial.containers('web');
  const moved = await failureMessage(trial.deploy('1.1.4', { rehearsed: [{ ...other, name: rehearsed.name }] }));
  assert.match(moved.happened, /"acme\/web:1\.1\.4" is sha256:\S+ now, and was sha256:\S+ when it was rehearsed/);
  assert.match(moved.means, /Nothing was stopped\. Now web runs acme\/web:1\.1\.4 \(healthy\)\./);
  assert.match(
    (await failureMessage(trial.deploy('1.1.4', { rehearsed: [other] }))).happened,
    /was not put in place in the rehearsal/,
  );
  assert.deepEqual(await trial.containers('web'), before);
});

test('drift: a release of neither side of the hop is not replaced if that is to be refused', { skip }, async (t) => {
  const trial = await startTrial(t, engine);
  await trial.deploy('1.2.0');
  const drift = await failureMessage(trial.deploy('1.1.4', { refuseDrift: true }));
  assert.match(
    drift.happened,
    /web-1 runs acme\/web:1\.2\.0, and the hop leads from 1\.0\.2 to 1\.1\.4: acme\/web:1\.0\.2 to acme\/web:1\.1\.4\./,
  );
  assert.match(drift.means, /Nothing was stopped\. Now web runs acme\/web:1\.2\.0 \(healthy\)\./);
  await trial.deploy('1.0.2', { to: '1.1.4' });
  await trial.deploy('1.1.4', { refuseDrift: true });
  await trial.deploy('1.1.4', { refuseDrift: true });
  assert.equal((await trial.containers('web'))[0]?.image, 'acme/web:1.1.4');
});

test('the log of the deployed containers can be read from a given time, even after a container has ended', {
  skip,
}, async (t) => {
  const says =
    '/bin/busybox echo "started $(/bin/busybox date +%s)"; /bin/busybox sleep 2; echo "ERROR: no disk" >&2; exit 3';
  await engine.image('acme/web:2.2.0', { files: {}, command: ['/bin/busybox', 'sh', '-c', says] });
  const trial = await startTrial(t, engine, { ready: { stable: '5s' } });
  await trial.deploy('1.0.2');
  const since = new Date();
  await failureMessage(trial.deploy('2.2.0'));
  const lines = await trial.logs(since);
  assert.match(lines.join('\n'), /^started \d+\nERROR: no disk$/);
  assert.deepEqual(await trial.logs(new Date(Date.now() + 60_000)), []);
});

test('an engine that is out of reach: what runs is unknown, and that is reported', { skip }, async (t) => {
  const trial = await startTrial(t, engine, { host: 'tcp://127.0.0.1:1' });
  const said = await failureMessage(trial.deploy('1.0.2'));
  assert.match(said.happened, /^The Docker engine at tcp:\/\/127\.0\.0\.1:1 could not be reached: /);
  assert.equal(said.means, 'Nothing was changed. What runs there now could not be read.');
});

test('a run that is cancelled while a command runs: the next run waits for it, and does not start it a second time', {
  skip,
}, async (t) => {
  const untilTold = 'until /bin/busybox [ -e /www/end ]; do /bin/busybox sleep 1; done';
  const script = `echo ran >> /www/ran; echo started; ${untilTold}; echo 'all done'`;
  await engine.image('acme/web:2.1.0', {
    ...served('2.1.0'),
    files: { ...served('2.1.0').files, 'migrate.sh': script },
  });
  const trial = await startTrial(t, engine, {
    before: [{ run: ['web', '/bin/sh', '/migrate.sh'], expect: ['all done'] }],
  });
  await trial.deploy('1.0.2', { to: '2.1.0' });
  const cancelled = new AbortController();
  const deploying = assert.rejects(trial.deploy('2.1.0', { signal: cancelled.signal }), /the run was cancelled/);
  await eventually(() => trial.logged.includes('started'));
  cancelled.abort(new Error('the run was cancelled'));
  await deploying;
  assert.equal((await trial.containers('web'))[0]?.image, 'acme/web:1.0.2', 'the old release serves on');
  const again = trial.deploy('2.1.0');
  const waits = () =>
    trial.logged.map((line) => /still runs in the container (\S+), started before: waiting for it/.exec(line)?.[1]);
  await Promise.race([again, eventually(() => waits().some(Boolean))]);
  const container = waits().find(Boolean);
  assert.ok(container !== undefined, trial.logged.join('\n'));
  await engine.docker('exec', container, '/bin/busybox', 'touch', '/www/end');
  await again;
  assert.equal(trial.logged.filter((line) => line.startsWith('Running "web')).length, 1);
  assert.equal((await trial.containers('web'))[0]?.image, 'acme/web:2.1.0');
});
