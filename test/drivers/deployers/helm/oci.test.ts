import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type ChartRegistry, registryProgram, startChartRegistry } from '../../../support/chart-registry.ts';
import { missingKubernetes, startCluster, type TestCluster } from '../../../support/kubernetes/cluster.ts';
import { failureMessage } from '../compose/failure-message.ts';
import { deployment, serving, startTrial, type Trial } from './trial.ts';

/* Charts from a real registry, over TLS and with a login, in a real cluster. */

const missing = await missingKubernetes();
const skip = missing ?? registryProgram.skip;
let cluster: TestCluster;
let registry: ChartRegistry;
const cleaning: (() => Promise<void>)[] = [];

before(
  async () => {
    if (skip !== false) return;
    registry = await startChartRegistry({ after: (clean) => void cleaning.push(clean) });
    const started = await startCluster();
    cluster = { ...started, environment: { ...started.environment, ...registry.trust } };
    for (const version of ['1.0.2', '1.1.4']) cluster.images.set(`acme/web:${version}`, serving(version));
    const login = [`--username=${registry.user}`, `--password=${registry.password}`];
    await cluster.helm('registry', 'login', registry.host, ...login, ...trusting());
  },
  { timeout: 900_000 },
);
after(async () => {
  await cluster?.stop();
  for (const clean of cleaning.toReversed()) await clean();
});

const trusting = (): readonly string[] => [`--ca-file=${registry.trust.SSL_CERT_FILE}`];

/** @returns the digest of the package */
async function push({ folder }: Trial, version: string): Promise<string> {
  await cluster.helm('package', join(folder, 'chart'), `--version=${version}`, `--destination=${folder}`);
  const file = join(folder, `records-${version}.tgz`);
  await cluster.helm('push', file, `oci://${registry.host}/charts`, ...trusting());
  return `sha256:${createHash('sha256')
    .update(await readFile(file))
    .digest('hex')}`;
}

const asked = () => ({ chart: `oci://${registry.host}/charts/records`, version: '{parts.chart}' });

test('a ladder with charts from a registry, whose digests are recorded; one that was pushed again is not promoted', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster, { settings: asked() });
  const digests = [await push(trial, '1.4.0'), await push(trial, '1.5.0')];
  const first = await trial.deploy('1.0.2', { parts: { chart: '1.4.0' } });
  assert.deepEqual(first[0], { name: 'chart records 1.4.0', digests: [digests[0]] });
  const rehearsed = await trial.deploy('1.1.4', { parts: { chart: '1.5.0' } });
  assert.deepEqual(rehearsed[0], { name: 'chart records 1.5.0', digests: [digests[1]] });
  assert.deepEqual(await trial.images(), ['acme/web:1.1.4']);

  await trial.write('chart/templates/web.yaml', `${deployment}# changed\n`);
  const moved = await push(trial, '1.5.0');
  assert.notEqual(moved, digests[1]);
  const said = await failureMessage(trial.deploy('1.1.4', { parts: { chart: '1.5.0' }, rehearsed }));
  assert.equal(said.happened, `The chart records 1.5.0 is ${moved} now, and was ${digests[1]} when it was rehearsed.`);
  assert.deepEqual((await trial.revisions()).at(-1), [2, 'deployed']);
});

test('a version that the registry does not have, and a job that is not logged in to it, are named', {
  skip,
}, async (t) => {
  const trial = await startTrial(t, cluster, { settings: asked() });
  const absent = await failureMessage(trial.deploy('1.1.4', { parts: { chart: '9.9.9' } }));
  assert.match(
    absent.happened,
    /^The chart "oci:\S+\/charts\/records", version 9\.9\.9, could not be read: .*not found/,
  );
  const environment = { ...cluster.environment, HELM_CONFIG_HOME: join(trial.folder, 'nobody') };
  const nobody = await startTrial(t, { ...cluster, environment }, { settings: asked(), folder: trial.folder });
  const refused = await failureMessage(nobody.deploy('1.1.4', { parts: { chart: '1.5.0' } }));
  assert.match(refused.happened, /could not be read: .*(?:unauthorized|401|credential)/i);
  assert.match(refused.next, /helm registry login/);
});
