import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import type { TestCluster } from '../support/kubernetes/cluster.ts';
import { until } from '../support/until.ts';
import { type MedplumSide, type MedplumWorld, type Side, sides } from './medplum-world.ts';

const root = resolve(import.meta.dirname, '../..');
const example = join(root, 'examples/medplum-helm');
const standIn = join(root, 'test/support/medplum');
const release = 'medplum';
const namespaceOf = (side: Side): string => `medplum-${side}`;

/** The same world as the example of Medplum on Kubernetes has it; production runs a release in a pod. */
export async function inHelm(
  world: MedplumWorld,
  cluster: TestCluster,
  { from, charts }: { readonly from: string; readonly charts: readonly string[] },
): Promise<void> {
  const repository = await chartRepository(world, cluster, charts);
  for (const tag of charts) {
    cluster.images.set(`medplum/medplum-server:${tag}`, {
      command: [process.execPath, join(standIn, 'main.ts'), tag],
      variables: { MEDPLUM_STAND_IN_SCALE: world.production.variables.MEDPLUM_STAND_IN_SCALE ?? '1' },
    });
  }
  await cp(join(example, 'deploy'), join(world.repository, 'deploy'), { recursive: true });
  const written = parseDocument(await readFile(join(example, '.github/staged-upgrade.yml'), 'utf8'));
  for (const side of sides) {
    const place = ['environments', side];
    await world.configure([...place, 'deploy'], written.getIn([...place, 'deploy']));
    await world.configure([...place, 'server-settings'], written.getIn([...place, 'server-settings']));
    await world.configure([...place, 'deploy', 'helm', 'repository'], repository);
    await world.configure([...place, 'deploy', 'helm', 'ready'], { stable: '500ms' });
    await world.configure([...place, 'hooks', 'logs'], undefined);
    await writeValues(world, side);
    await cluster.kubectl('create', 'namespace', namespaceOf(side));
    await cluster.kubectl(
      ...['create', 'secret', 'generic', 'medplum', `--namespace=${namespaceOf(side)}`],
      `--from-literal=database-password=${world[side].variables.MEDPLUM_DATABASE_PASSWORD}`,
      '--from-literal=redis-password=none-is-asked-for',
    );
  }
  world.atEnd(async () => {
    for (const side of sides) await cluster.kubectl('delete', 'namespace', namespaceOf(side), '--wait=false');
  });
  await world.production.stop();
  const values = ['values.yml', 'production.values.yml'].map((file) => join(world.repository, 'deploy', file));
  await cluster.helm(
    ...['install', release, 'medplum', `--repo=${repository}`, `--version=${from}`],
    ...[`--namespace=${namespaceOf('production')}`, '--wait', '--timeout=600s', `--set=deployment.image.tag=${from}`],
    ...values.map((file) => `--values=${file}`),
  );
  for (const side of sides) await openIngress(world, cluster, side);
  await until('production answers through its ingress', () =>
    fetch(`${world.production.address}/healthcheck`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
}

/** What its jobs have besides: `kubeconfig` as a secret of theirs, and the programs. */
export async function helmVariables(cluster: TestCluster): Promise<Readonly<Record<string, string>>> {
  const kubeconfig = await readFile(cluster.kubeconfig, 'utf8');
  return {
    ...cluster.environment,
    KUBECONFIG: '/nowhere',
    PRODUCTION_KUBECONFIG: kubeconfig,
    STAGING_KUBECONFIG: kubeconfig,
  };
}

/** In the place of an ingress controller: leads the address of the world to the pods. */
async function openIngress(world: MedplumWorld, cluster: TestCluster, side: Side): Promise<void> {
  const file = join(world.folder, `${side}-ingress.json`);
  const selector = { 'app.kubernetes.io/instance': release };
  const ports = [{ port: 80, targetPort: 8103, nodePort: Number(world[side].variables.MEDPLUM_PORT) }];
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'ingress' },
    spec: { type: 'NodePort', selector, ports },
  };
  await writeFile(file, JSON.stringify(service));
  await cluster.kubectl('create', `--namespace=${namespaceOf(side)}`, `--filename=${file}`);
}

const valuesFile = z.object({ deployment: z.object({ env: z.array(z.object({ name: z.string() })) }) });

/** The example's values, with the addresses of this machine. */
async function writeValues(world: MedplumWorld, side: Side): Promise<void> {
  const { address, variables }: MedplumSide = world[side];
  const file = join(world.repository, 'deploy', `${side}.values.yml`);
  const values = parseDocument(await readFile(file, 'utf8'));
  const own: Readonly<Record<string, string | undefined>> = {
    MEDPLUM_BASE_URL: `${address}/`,
    MEDPLUM_BINARY_STORAGE: variables.MEDPLUM_BINARY_STORAGE,
    MEDPLUM_DATABASE_HOST: variables.MEDPLUM_DATABASE_HOST,
    MEDPLUM_DATABASE_PORT: variables.MEDPLUM_DATABASE_PORT,
    MEDPLUM_REDIS_HOST: variables.MEDPLUM_REDIS_HOST,
    MEDPLUM_REDIS_PORT: variables.MEDPLUM_REDIS_PORT,
  };
  const { deployment } = valuesFile.parse(values.toJS());
  for (const [index, { name }] of deployment.env.entries())
    if (own[name] !== undefined) values.setIn(['deployment', 'env', index, 'value'], own[name]);
  await writeFile(file, values.toString());
}

/** One chart a release, under its version, as Medplum publishes them. */
async function chartRepository(
  world: MedplumWorld,
  cluster: TestCluster,
  versions: readonly string[],
): Promise<string> {
  const folder = join(world.folder, 'charts');
  await mkdir(folder);
  for (const version of versions)
    await cluster.helm('package', join(standIn, 'chart'), `--version=${version}`, `--destination=${folder}`);
  const entries = await Promise.all(
    versions.map(async (version) => {
      const file = `medplum-${version}.tgz`;
      const digest = createHash('sha256')
        .update(await readFile(join(folder, file)))
        .digest('hex');
      return { apiVersion: 'v2', name: 'medplum', version, urls: [file], digest };
    }),
  );
  await writeFile(join(folder, 'index.yaml'), stringify({ apiVersion: 'v1', entries: { medplum: entries } }));
  const server = createServer((request, response) => {
    readFile(join(folder, (request.url ?? '').split('/').at(-1) ?? '')).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.atEnd(async () => {
    server.closeAllConnections();
    server.close();
  });
  const at = server.address();
  return `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
}
