import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { missingKubernetes, startCluster, type TestCluster } from '../../../support/kubernetes/cluster.ts';
import { digestOf } from '../../../support/kubernetes/node-agent.ts';
import { eventually } from '../../../support/until.ts';
import { failureMessage } from '../compose/failure-message.ts';
import { crashing, deployment, hook, serving, silent, startTrial, statefulSet } from './trial.ts';

/* Helm itself, in a real cluster, whose pods are processes of this machine. */

const missing = await missingKubernetes();
const skip = missing ?? false;
let cluster: TestCluster;

before(
  async () => {
    if (missing !== undefined) return;
    cluster = await startCluster();
    for (const version of ['1.0.2', '1.1.4', '1.2.0']) {
      cluster.images.set(`acme/web:${version}`, serving(version));
      cluster.images.set(`acme/queue:${version}`, serving(version));
    }
    cluster.images.set('acme/web:1.3.0-silent', silent);
    cluster.images.set('acme/queue:1.3.0-silent', silent);
    cluster.images.set('acme/web:1.3.0-crash', crashing);
    cluster.images.set('acme/tools:1', silent);
  },
  { timeout: 900_000 },
);
after(async () => await cluster?.stop());

test('a ladder: hooks are shown, deferral reaches the pods and is removed from them again, images are identified by digest', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster, { templates: { migrate: hook('pre-install,pre-upgrade') } });
  const first = await trial.deploy('1.0.2', { environment: { DEFER: 'yes' } });
  assert.deepEqual(
    first.map(({ name }) => name),
    ['chart records 1.4.0', 'acme/web:1.0.2'],
  );
  assert.ok(first.every(({ digests }) => /^sha256:[0-9a-f]{64}$/.test(digests[0] ?? '')));
  const variables = () =>
    trial.kubectl('get', 'deployment', 'web', '--output=jsonpath={.spec.template.spec.containers[0].env}');
  assert.match(await variables(), /"DEFER","value":"yes"/);
  assert.ok(trial.logged.includes('migrate: migrated to 1.0.2'), trial.logged.join('\n'));
  for (const version of ['1.1.4', '1.2.0']) {
    await trial.deploy(version, { environment: { DEFER: undefined } });
    assert.deepEqual(await trial.images(), [`acme/web:${version}`]);
    assert.doesNotMatch(await variables(), /DEFER/);
  }
  assert.equal(
    trial.logged.at(-1),
    'Now deployment/web runs acme/web:1.2.0 (ready). Helm\'s release "records" is at revision 3 (records-1.4.0), deployed.',
  );
});

test('an image that does not exist is not waited for, and the message says what runs', { skip }, async (t) => {
  const trial = await startTrial(t, cluster);
  await trial.deploy('1.0.2');
  const said = await failureMessage(trial.deploy('9.9.9'));
  // If it is waited for, "it is not ready after" and its time come before it.
  assert.match(
    said.happened,
    /does not become ready: the image acme\/web:9\.9\.9 of web-\S+ cannot be pulled \(\w+: .*not found\)/,
  );
  assert.match(
    said.means,
    /Now deployment\/web runs acme\/web:1\.0\.2 \(ready\), beside acme\/web:9\.9\.9 \((?:ErrImagePull|ImagePullBackOff)\)\. Helm's release "records" is at revision 2 \(records-1\.4\.0\), \w+/,
  );
  assert.deepEqual(await trial.images(), ['acme/web:1.0.2']);
  await trial.deploy('1.1.4');
  assert.deepEqual(await trial.images(), ['acme/web:1.1.4']);
});

test('a pod that never becomes ready, and one that crashes, whose exit code is reported', { skip }, async (t) => {
  const trial = await startTrial(t, cluster, { settings: { ready: { restarts: 1 } } });
  await trial.deploy('1.0.2');
  trial.givesUpAt(/web-\S+ runs and is not ready/);
  const never = await failureMessage(trial.deploy('1.3.0-silent'));
  assert.match(never.happened, /it is not ready after 10 min 0 s: web-\S+ runs and is not ready/);
  assert.match(never.means, /deployment\/web runs acme\/web:1\.0\.2 \(ready\), beside acme\/web:1\.3\.0-silent/);
  const patient = await startTrial(t, cluster, { settings: { ready: { restarts: 1 } } });
  await patient.deploy('1.0.2');
  await patient.write('values.yml', 'replicas: 1\ndeadline: 3\n');
  const late = await failureMessage(patient.deploy('1.3.0-silent'));
  await patient.write('values.yml', 'replicas: 1\n');
  assert.match(late.happened, /deployment\/web has exceeded its progress deadline: web-\S+ runs and is not ready/);
  const crash = await failureMessage(patient.deploy('1.3.0-crash'));
  assert.match(crash.happened, /does not stay up: it was started again \d times, the last time with exit code 7/);
});

test('a hook that fails is quoted, and the release that ran is left alone', { skip }, async (t) => {
  const trial = await startTrial(t, cluster, { templates: { migrate: hook('pre-upgrade') } });
  await trial.deploy('1.0.2');
  await trial.write('values.yml', 'hook: { command: "echo column patients.born is missing; exit 3" }\n');
  const said = await failureMessage(trial.deploy('1.1.4'));
  assert.equal(
    said.happened,
    'The Job migrate, a hook of the chart, failed with exit code 3. Its log ends with: column patients.born is missing.',
  );
  assert.match(
    said.means,
    /^The deploy of 1\.1\.4 has not ended\. Now deployment\/web runs acme\/web:1\.0\.2 \(ready\)\./,
  );
  assert.match(
    said.means,
    /is at revision 2 \(records-1\.4\.0\), failed; revision 1 \(records-1\.4\.0\) was in place before\.$/,
  );
  await trial.write('values.yml', 'hook: { image: "acme/tools:9" }\n');
  const pulled = await failureMessage(trial.deploy('1.1.4'));
  assert.match(pulled.happened, /the image acme\/tools:9 of migrate-\S+ cannot be pulled/);
});

test('a hook that exits with 0 after a failure is not trusted, nor one that does not report its work', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster, {
    templates: { migrate: hook('pre-upgrade') },
    settings: {
      hooks: {
        expect: ['Upgrade complete SUCCESS'],
        forbid: ['FAILED'],
        progress: ['Migration: (?<at>\\d+)', 'Target version: (?<of>\\d+)'],
      },
    },
  });
  await trial.deploy('1.0.2', { to: '1.1.4' });
  await trial.write(
    'values.yml',
    'hook: { command: "echo Target version: 79; echo Migration: 076 FAILED; sleep 1; exit 0" }\n',
  );
  const lied = await failureMessage(trial.deploy('1.1.4'));
  assert.match(lied.happened, /but their output says "FAILED"|a hook's output says "FAILED": Migration: 076 FAILED/);
  assert.ok(trial.progressed.includes('migrate: at 076 of 79'), trial.progressed.join('\n'));
  assert.equal((await trial.revisions()).at(-1)?.[1], 'failed');
  await trial.write('values.yml', 'hook: { command: "echo nothing to do; sleep 1" }\n');
  const silent = await failureMessage(trial.deploy('1.1.4'));
  assert.match(silent.happened, /ended as if all were well, but their output does not say "Upgrade complete SUCCESS"/);
  await trial.write('values.yml', 'hook: { command: "echo Upgrade complete SUCCESS; sleep 1" }\n');
  await trial.deploy('1.1.4');
  assert.deepEqual(await trial.images(), ['acme/web:1.1.4']);
});

test('a hook that hangs is left running, and the next deploy waits for it before it starts another', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster, {
    templates: { migrate: hook('pre-upgrade') },
  });
  const { folder, namespace } = trial;
  const end = join(folder, 'end');
  await trial.deploy('1.0.2');
  await trial.write('values.yml', `hook: { command: "echo started; until [ -e ${end} ]; do sleep 0.2; done" }\n`);
  // Helm itself counts this time.
  const limits = { hooks: { within: '15s' }, ready: { within: '15s' } };
  const hurried = await startTrial(t, cluster, { folder, namespace, settings: limits });
  const said = await failureMessage(hurried.deploy('1.1.4'));
  assert.match(
    said.happened,
    /The Job migrate, a hook of the chart, has not ended after 15\.0 s\. Its log ends with: started\./,
  );
  assert.match(said.means, /It continues to run in the cluster\. Now deployment\/web runs acme\/web:1\.0\.2 \(ready\)/);
  const waits = /^Waiting for the Job migrate, which an earlier deploy has started/;
  hurried.givesUpAt(waits);
  const again = await failureMessage(hurried.deploy('1.1.4'));
  assert.match(again.happened, /The Job migrate, which an earlier deploy has started .* still runs after \d+ min/);
  await trial.write('values.yml', 'hook: { command: "echo quick" }\n');
  const deploying = trial.deploy('1.1.4');
  await Promise.race([deploying, eventually(() => trial.progressed.some((text) => waits.test(text)))]);
  assert.ok(
    trial.progressed.some((text) => waits.test(text)),
    trial.progressed.join('\n'),
  );
  await writeFile(end, '');
  await deploying;
  assert.deepEqual(await trial.images(), ['acme/web:1.1.4']);
});

test('the rollback leads to the revision that was there before, whatever failed in between', { skip }, async (t) => {
  const trial = await startTrial(t, cluster, { settings: { 'way-back': 'rollback' } });
  await trial.deploy('1.0.2');
  await trial.write('values.yml', 'replicas: 2\n');
  await failureMessage(trial.deploy('9.9.9', { to: '1.1.4' }));
  await trial.deploy('1.1.4');
  assert.deepEqual(await trial.images(), ['acme/web:1.1.4', 'acme/web:1.1.4']);
  await trial.deploy('1.0.2', { to: '1.1.4' });
  assert.deepEqual(await trial.images(), ['acme/web:1.0.2'], 'with its own values');
  assert.ok(
    trial.logged.some((line) => line.startsWith('Going back to revision 1 ')),
    trial.logged.join('\n'),
  );
  assert.deepEqual((await trial.revisions()).at(-1), [4, 'deployed']);
});

test("what kubectl has changed behind Helm's back is not replaced on production", { skip }, async (t) => {
  const trial = await startTrial(t, cluster);
  await trial.deploy('1.0.2');
  await trial.deploy('1.1.4');
  await trial.kubectl('rollout', 'undo', 'deployment/web');
  await trial.kubectl('rollout', 'status', 'deployment/web');
  const said = await failureMessage(trial.deploy('1.2.0', { from: '1.1.4', refuseDrift: true }));
  assert.equal(
    said.happened,
    "deployment/web runs acme/web:1.0.2, and the hop leads from 1.1.4 to 1.2.0: acme/web:1.1.4 to acme/web:1.2.0. Helm's own record (revision 2) has acme/web:1.1.4: it was changed behind Helm's back.",
  );
  assert.match(
    said.means,
    /^Somebody else has put something in place\. Nothing was changed\. Now deployment\/web runs acme\/web:1\.0\.2 \(ready\)\./,
  );
  await trial.deploy('1.1.4', { from: '1.0.2', refuseDrift: true });
  await trial.deploy('1.2.0', { from: '1.1.4', refuseDrift: true });
});

test('stopped, and started again with as many pods as before', { skip }, async (t) => {
  const unscaled = deployment.replace('  replicas: {{ .Values.replicas }}\n', '');
  const trial = await startTrial(t, cluster, { templates: { web: unscaled } });
  await trial.deploy('1.0.2');
  await trial.kubectl('scale', 'deployment/web', '--replicas=2');
  await trial.kubectl('rollout', 'status', 'deployment/web');
  await trial.stop();
  assert.equal(await trial.kubectl('get', 'pods', '--selector=app=web', '--output=name'), '');
  await trial.stop();
  await trial.deploy('1.0.2');
  assert.deepEqual(await trial.images(), ['acme/web:1.0.2', 'acme/web:1.0.2']);
  assert.doesNotMatch(await trial.kubectl('get', 'deployment', 'web', '--output=yaml'), /before-stop/);
});

test('a pod of a StatefulSet that never became ready is named, with the command that a person runs', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster, {
    templates: { queue: statefulSet, web: '' },
  });
  await trial.deploy('1.0.2');
  await trial.kubectl('set', 'image', 'statefulset/queue', 'queue=acme/queue:1.3.0-silent');
  await eventually(async () => /silent/.test(await pod()));
  const said = await failureMessage(trial.deploy('1.1.4'));
  const command = `kubectl delete pod queue-0 --namespace ${trial.namespace}`;
  assert.ok(said.happened.includes(`statefulset/queue does not replace queue-0`), said.happened);
  assert.ok(said.happened.includes(command));
  await trial.kubectl('delete', 'pod', 'queue-0', '--wait=false');
  await trial.deploy('1.1.4');

  async function pod(): Promise<string> {
    return await trial.kubectl('get', 'pods', '--output=jsonpath={.items[*].spec.containers[*].image}');
  }
});

test('production gets what was rehearsed: by digest if the chart supports that, and is refused otherwise', {
  skip,
}, async (t) => {
  const settings = { digests: { 'image.digest': 'acme/web' } };
  const pinned = await startTrial(t, cluster, { settings });
  const trial = await startTrial(t, cluster);
  cluster.images.set('acme/web:1.4.0', serving('1.4.0'));
  const rehearsed = await trial.deploy('1.4.0');
  await pinned.deploy('1.4.0', { rehearsed });
  assert.deepEqual(await pinned.images(), [`acme/web:1.4.0@${digestOf(serving('1.4.0'))}`]);
  cluster.images.set('acme/web:1.4.0', serving('1.4.0 built again'));
  await trial.deploy('1.0.2');
  const moved = await failureMessage(trial.deploy('1.4.0', { rehearsed }));
  assert.match(
    moved.happened,
    /The image "acme\/web:1\.4\.0" is sha256:\S+ now, and was sha256:\S+ when it was rehearsed/,
  );
  assert.match(moved.means, /What was approved is not what runs: 1\.4\.0 was put in place/);
  await trial.write('chart/templates/note.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: note }\n');
  const other = await failureMessage(trial.deploy('1.4.0', { rehearsed }));
  assert.match(other.happened, /The chart records 1\.4\.0 is sha256:\S+ now, and was sha256:\S+ when it was rehearsed/);
  assert.match(other.means, /Nothing was changed\. Now deployment\/web runs/);
});

test('values that somebody has set by hand are kept or refused, and named', { skip }, async (t) => {
  const trial = await startTrial(t, cluster);
  await trial.deploy('1.0.2');
  await trial.helm('upgrade', 'records', `${trial.folder}/chart`, '--reuse-values', '--set=hook.command=x,deadline=77');
  await trial.deploy('1.1.4');
  assert.ok(
    trial.logged.some((line) => line.endsWith('and keeps them: deadline, hook.')),
    trial.logged.join('\n'),
  );
  assert.match(await trial.helm('get', 'values', 'records'), /deadline: 77/);
  const strict = await startTrial(t, cluster, {
    folder: trial.folder,
    namespace: trial.namespace,
    settings: { 'other-values': 'refuse' },
  });
  const said = await failureMessage(strict.deploy('1.2.0'));
  assert.match(said.happened, /neither in deploy\.helm\.values nor in deploy\.helm\.set: deadline, hook\./);
});
