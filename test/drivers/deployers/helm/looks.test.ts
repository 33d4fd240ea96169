import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { labelsOf } from '../../../../src/drivers/deployers/helm/release.ts';
import { missingKubernetes, startCluster, type TestCluster } from '../../../support/kubernetes/cluster.ts';
import { eventually } from '../../../support/until.ts';
import { failureMessage } from '../compose/failure-message.ts';
import { hook, serving, silent, startTrial, statefulSet, type Trial } from './trial.ts';

/* What is seen of a release, and what a killed Helm leaves behind; on a real cluster. */

const missing = await missingKubernetes();
const skip = missing ?? false;
let cluster: TestCluster;

before(
  async () => {
    if (missing !== undefined) return;
    cluster = await startCluster();
    for (const version of ['1.0.2', '1.1.4']) cluster.images.set(`acme/web:${version}`, serving(version));
    cluster.images.set('acme/tools:1', silent);
    for (const version of ['1.0.2', '1.1.4']) cluster.images.set(`acme/queue:${version}`, serving(version));
    cluster.images.set('acme/queue:1.3.0-silent', silent);
  },
  { timeout: 900_000 },
);
after(async () => await cluster?.stop());

/** Helm in the middle of a hook that runs until the file `end` exists, killed so that it can do nothing about it. */
async function killHelm({ namespace, folder, kubectl }: Trial, ...flags: readonly string[]): Promise<void> {
  const child = spawn(
    'helm',
    [
      ...['upgrade', 'records', `${folder}/chart`, `--namespace=${namespace}`, '--set=image.tag=1.1.4'],
      ...[`--set=hook.command=until [ -e ${endOf(folder)} ]; do sleep 0.2; done`, ...flags],
    ],
    { env: cluster.environment, stdio: 'ignore' },
  );
  await eventually(async () => {
    assert.equal(child.exitCode, null, 'helm has ended by itself');
    return (await kubectl('get', 'pods', '--field-selector=status.phase=Running', '--output=name')).includes('migrate');
  });
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

const endOf = (folder: string): string => join(folder, 'end');

test('a release that a killed deploy has left pending: its hook is waited for, and it is recovered', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster, { templates: { migrate: hook('pre-upgrade') } });
  await trial.deploy('1.0.2');
  await killHelm(trial, `--labels=${labelsOf({ revision: 2, before: 1, version: '1.1.4' })}`);
  assert.deepEqual((await trial.revisions()).at(-1), [2, 'pending-upgrade']);
  const deploying = trial.deploy('1.1.4');
  await Promise.race([
    deploying,
    eventually(() => trial.progressed.some((text) => text.startsWith('Waiting for the Job'))),
  ]);
  await writeFile(endOf(trial.folder), '');
  trial.givesUpAt(/^Waiting whether the Helm that left the release pending-upgrade still works/);
  await deploying;
  assert.deepEqual(await trial.revisions(), [
    [1, 'superseded'],
    [2, 'failed'],
    [3, 'deployed'],
  ]);
  assert.deepEqual(await trial.images(), ['acme/web:1.1.4']);
});

test("somebody else's Helm is not disturbed, and what it has left behind is recovered when it is old", {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster, { templates: { migrate: hook('pre-upgrade') } });
  await trial.deploy('1.0.2');
  await killHelm(trial);
  await writeFile(endOf(trial.folder), '');
  const said = await failureMessage(trial.deploy('1.1.4'));
  assert.match(
    said.happened,
    /is pending-upgrade \(revision 2, for [^)]+\), and this was not started by Staged Upgrade/,
  );
  assert.match(said.means, /Nothing was changed\. Now deployment\/web runs acme\/web:1\.0\.2 \(ready\)/);
  // Helm's record is older than that when this has passed, however fast the machine is.
  await pause(1100);
  const later = await startTrial(t, cluster, {
    folder: trial.folder,
    namespace: trial.namespace,
    settings: { 'pending-after': '1s' },
  });
  await later.deploy('1.1.4');
  assert.deepEqual((await later.revisions()).at(-1), [3, 'deployed']);
});

test('logs of all pods since a given time', { skip }, async (t) => {
  const trial = await startTrial(t, cluster, { templates: { migrate: hook('post-upgrade') } });
  await trial.deploy('1.0.2');
  const between = new Date();
  await trial.deploy('1.1.4');
  const since = await trial.logs(between);
  assert.ok(since.includes('1.1.4 listens') && since.includes('migrated to 1.1.4'), since.join('\n'));
  assert.ok(!since.includes('1.0.2 listens'));
  assert.deepEqual(await trial.logs(new Date()), []);
});

test('a place is a release in a namespace of a cluster', { skip }, async (t) => {
  const one = await startTrial(t, cluster);
  const other = await startTrial(t, cluster);
  const same = await startTrial(t, cluster, { folder: one.folder, namespace: one.namespace });
  const place = await one.place();
  assert.deepEqual(await same.place(), place);
  assert.notDeepEqual(await other.place(), place);
  assert.match(place.location.cluster ?? '', /^[0-9a-f-]{36}$/);
});

test('the preflight checks rights, chart, values, and the version of the cluster that a chart requires', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster);
  assert.deepEqual(await trial.preflight('1.0.2', '1.1.4'), [
    'ok: Helm and the cluster answer, and these charts can be put in place: records 1.4.0.',
  ]);
  assert.match((await trial.preflight('1.0.2', 'latest')).join(), /latest: the image "acme\/web:latest" has the tag/);
  await trial.write('chart/values.schema.json', '{ "properties": { "replicas": { "type": "integer" } } }');
  await trial.write('values.yml', 'replicas: many\n');
  assert.match(
    (await trial.preflight('1.0.2', '1.1.4')).join(),
    /problem: 1\.0\.2: The chart records 1\.4\.0 cannot be put in place with these values: /,
  );
  await trial.write('values.yml', 'replicas: 1\n');
  await trial.write('chart/Chart.yaml', 'apiVersion: v2\nname: records\nversion: 1.5.0\nkubeVersion: ">=1.99.0"\n');
  assert.match((await trial.preflight('1.0.2', '1.1.4')).join(), /requires kubeVersion: >=1\.99\.0/);
  const missingChart = await startTrial(t, cluster, { settings: { chart: './nowhere' } });
  assert.match((await missingChart.preflight('1.0.2', '1.1.4')).join(), /The chart "\.\/nowhere" could not be read/);
});

test('the preflight names kept values that the new chart does not know any more', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster);
  await trial.write('values.yml', 'image: { registry: a }\nextraEnv: []\nglobal: { image: { tag: "1" } }\n');
  await trial.helm('install', 'records', join(trial.folder, 'chart'), `--values=${join(trial.folder, 'values.yml')}`);
  await trial.write('values.yml', 'replicas: 1\n');
  const names = /warning: The release "records" has values .* chart records 1\.4\.0 of 1\.1\.4 knows: (.*)\.$/m;
  const found = async (one: Trial) => names.exec((await one.preflight('1.0.2', '1.1.4')).join('\n'))?.[1];
  assert.equal(await found(trial), 'global, image.registry');
  const { folder, namespace } = trial;
  const dropping = await startTrial(t, cluster, { folder, namespace, settings: { 'other-values': 'drop' } });
  assert.equal(await found(dropping), undefined);
});

test('the preflight refuses a StatefulSet that cannot become what the chart says, instead of the deploy half way', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster, { templates: { queue: statefulSet } });
  await trial.deploy('1.0.2');
  await trial.write('chart/templates/queue.yaml', statefulSet.replace('serviceName: queue', 'serviceName: other'));
  const found = await trial.preflight('1.0.2', '1.1.4');
  assert.equal(found.length, 1, found.join('\n'));
  assert.match(found[0] ?? '', /^problem: 1\.0\.2: statefulset\/queue cannot become what the chart says now/);
  const said = await failureMessage(trial.deploy('1.1.4'));
  assert.match(said.means, /Nothing was changed\. Now .*deployment\/web runs acme\/web:1\.0\.2 \(ready\)/);
  assert.match(said.next, /kubectl delete statefulset queue --namespace trial-\d+ --cascade=orphan$/);
  assert.deepEqual(await trial.revisions(), [[1, 'deployed']]);
  // As the message says: the pod stays, and the new set adopts it.
  await trial.kubectl('delete', 'statefulset', 'queue', '--cascade=orphan');
  await trial.deploy('1.1.4');
  assert.deepEqual((await trial.revisions()).at(-1), [2, 'deployed']);
});

test('the preflight names a storage class that a StatefulSet requires and the cluster does not have', {
  skip,
}, async (t) => {
  const size = 'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Mi } }';
  const claims = `  volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: fast, ${size} } }]\n`;
  const trial = await startTrial(t, cluster, { templates: { queue: `${statefulSet}${claims}` } });
  assert.deepEqual(await trial.preflight('1.0.2', '1.1.4'), [
    'ok: Helm and the cluster answer, and these charts can be put in place: records 1.4.0.',
    'warning: statefulset/queue asks for volumes of the storage class "fast", which the cluster does not have.',
  ]);
});

test('the preflight finds a pod that nothing would replace, and volumes that are missing or not bound', {
  skip,
}, async (t) => {
  const volume = 'volumes: [{ name: files, persistentVolumeClaim: { claimName: attachments } }]';
  const queue = statefulSet.replace('      containers:', `      ${volume}\n      containers:`);
  const trial = await startTrial(t, cluster, { templates: { queue } });
  const problems = async () =>
    (await trial.preflight('1.0.2', '1.1.4')).filter((each) => /^problem: .*(?:volume claim|queue-0)/.test(each));
  await trial.helm('install', 'records', join(trial.folder, 'chart'), '--set=image.tag=1.0.2');
  while (!(await trial.kubectl('get', 'pods', '--output=name')).includes('queue-0')) await pause(100);
  assert.deepEqual(await problems(), [
    'problem: queue-0 of statefulset/queue is not ready.',
    'problem: The volume claim "attachments", which a pod of the release uses, is not there.',
  ]);
  const size = { storage: '1Mi' };
  const claim = { accessModes: ['ReadWriteOnce'], storageClassName: '', resources: { requests: size } };
  const apply = async (resource: object) => {
    await trial.write('resource.json', JSON.stringify({ apiVersion: 'v1', ...resource }));
    await trial.kubectl('apply', '--filename', join(trial.folder, 'resource.json'));
  };
  await apply({ kind: 'PersistentVolumeClaim', metadata: { name: 'attachments' }, spec: claim });
  assert.ok((await problems()).includes('problem: The volume claim "attachments" is Pending, not bound.'));
  const { namespace } = trial;
  const hostPath = { path: trial.folder };
  const spec = { capacity: size, accessModes: claim.accessModes, storageClassName: '', hostPath };
  await apply({
    kind: 'PersistentVolume',
    metadata: { name: namespace },
    spec: { ...spec, claimRef: { namespace, name: 'attachments' } },
  });
  t.after(() => cluster.kubectl('delete', 'persistentvolume', namespace, '--wait=false'));
  await trial.kubectl('wait', 'pod/queue-0', '--for=condition=Ready', '--timeout=600s');
  assert.deepEqual(await problems(), []);
});

test('for an account with too few rights, the missing ones are reported', { skip }, async (t) => {
  const trial = await startTrial(t, cluster);
  await trial.kubectl('create', 'serviceaccount', 'weak');
  const token = (await trial.kubectl('create', 'token', 'weak')).trim();
  const whole = JSON.parse(await trial.kubectl('config', 'view', '--raw', '--output=json'));
  const kubeconfig = JSON.stringify({ ...whole, users: [{ name: 'administrator', user: { token } }] });
  const weak = await startTrial(t, cluster, { settings: { kubeconfig: '${WEAK}' }, variables: { WEAK: kubeconfig } });
  const findings = (await weak.preflight('1.0.2', '1.1.4')).join('\n');
  assert.match(findings, /may not: get secrets, create secrets, |could not be read/);
  const said = await failureMessage(weak.place());
  assert.match(said.happened, /Which cluster this is could not be read from the cluster: .*forbidden/);
  assert.match(said.next, /resourceNames \[kube-system\]/);
});
