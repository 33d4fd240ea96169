import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Cluster, withCluster } from '../../../../src/drivers/deployers/helm/cluster.ts';
import { helmSettings } from '../../../../src/drivers/deployers/helm/settings.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingKubernetes, programsOfKubernetes } from '../../../support/kubernetes/cluster.ts';
import { failureMessage } from '../compose/failure-message.ts';

/* The real kubectl, in front of a server of the test's own. */

const skip = (await missingKubernetes()) ?? false;

interface Options {
  readonly server?: string;
  readonly context?: string;
  readonly user?: object;
  readonly environment?: Readonly<Record<string, string>>;
}

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-cluster-api-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function withApi<Result>(
  t: TestContext,
  { server = '', context, user = {}, environment = {} }: Options,
  work: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const kubeconfig = JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'local', cluster: { server } }],
    users: [{ name: 'somebody', user }],
    contexts: [{ name: 'local', context: { cluster: 'local', user: 'somebody' } }],
    'current-context': 'local',
  });
  const settings = helmSettings().parse({
    ...{ release: 'records', namespace: 'trial', chart: './chart', kubeconfig: '${KUBE}' },
    ...(context === undefined ? {} : { context }),
  });
  const PATH = `${programsOfKubernetes()}:${process.env.PATH ?? ''}`;
  const own = { PATH, HOME: await folderOf(t), ...environment };
  const effects = databaseEffects({ KUBE: kubeconfig }, { environment: own });
  return await withCluster(settings, { effects, where: 'deploy', placeholders: {} }, undefined, work);
}

/** Answers as an API does: what may not be read is refused, in its own words. */
async function api(t: TestContext) {
  const asked: string[] = [];
  const server = createServer(({ method = '', url = '' }, response) => {
    asked.push(`${method} ${url}`);
    const refuse = (code: number, message: string) =>
      response.writeHead(code).end(JSON.stringify({ kind: 'Status', code, message }));
    if (url.endsWith('/secrets')) refuse(403, 'secrets is forbidden: User "somebody" cannot list resource "secrets"');
    else if (url.endsWith('/expired')) refuse(401, 'Unauthorized');
    else if (url.endsWith('/html')) response.writeHead(502).end('<html>\n<h1>Bad Gateway</h1>\n</html>\n');
    else response.end(url);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { asked, address: `http://127.0.0.1:${port}` };
}

const why = async (cluster: Cluster, path: string): Promise<string> => {
  const answer = await cluster.api.get(path);
  return answer.kind === 'refused' ? answer.why : 'it was answered';
};

test('reads by the address and the path of the kubeconfig; a refusal is quoted in the words of the server', {
  skip,
}, async (t) => {
  const { address, asked } = await api(t);
  await withApi(t, { server: `${address}/k8s/clusters/c-1` }, async (cluster) => {
    assert.deepEqual(await cluster.api.get('/version'), { kind: 'answer', text: '/k8s/clusters/c-1/version' });
    const refused = ': secrets is forbidden: User "somebody" cannot list resource "secrets"';
    assert.equal(await why(cluster, '/secrets'), refused);
    assert.equal(await why(cluster, '/expired'), ': the server does not accept its login (Unauthorized)');
    assert.equal(await why(cluster, '/html'), ': HTTP 502');
  });
  assert.equal(asked.length, 4);
});

test('a server out of reach, a login program that fails, and a missing context are distinguished', {
  skip,
}, async (t) => {
  await withApi(t, { server: 'http://127.0.0.1:1' }, async (cluster) => {
    assert.match(await why(cluster, '/version'), /^: .*127\.0\.0\.1:1: connect: connection refused$/);
  });
  const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'false', interactiveMode: 'Never' };
  await withApi(t, { server: 'https://127.0.0.1:1', user: { exec } }, async (cluster) => {
    assert.match(await why(cluster, '/version'), /^: getting credentials: exec: executable false failed/);
  });
  const said = await failureMessage(withApi(t, { context: 'other' }, ({ api }) => api.get('/version')));
  assert.equal(said.happened, '"kubectl proxy" ended at once: context "other" does not exist.');
});

test('what it opens is only for this user, passes on nothing that changes anything, and is removed afterwards', {
  skip,
}, async (t) => {
  const { address, asked } = await api(t);
  const temporary = await folderOf(t);
  await withApi(t, { server: address, environment: { RUNNER_TEMP: temporary } }, async (cluster) => {
    await cluster.api.get('/version');
    const socketPath = join(cluster.folder, 'api');
    for (const path of [cluster.folder, socketPath]) assert.equal((await stat(path)).mode & 0o077, 0);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) {
      const sent = request({ socketPath, method, path: '/changed', headers: { host: 'localhost' } }).end();
      const [response] = await once(sent, 'response');
      assert.equal(response.statusCode, 403, method);
      response.resume();
    }
  });
  assert.deepEqual(await readdir(temporary), []);
  assert.deepEqual(asked, ['GET /version']);
});

test("works if the job's folder has a name that is too long for a socket", { skip }, async (t) => {
  const { address } = await api(t);
  const long = join(await folderOf(t), 'a-runner-with-a-long-name'.repeat(4));
  await mkdir(long);
  await withApi(t, { server: address, environment: { RUNNER_TEMP: long } }, async (cluster) => {
    assert.ok(cluster.folder.startsWith(long));
    assert.equal((await cluster.api.get('/version')).kind, 'answer');
  });
});
