import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { type ProcessResult, systemProcesses } from '../../src/world/processes/process.ts';
import { plainCanary } from '../support/canary.ts';
import { startCluster, type TestCluster } from '../support/kubernetes/cluster.ts';
import { type Behaviour, behave } from '../support/mender/behaviour.ts';
import { bundleStandIn, type StandIn } from '../support/mender/bundle.ts';
import { type ChartRepository, type ChartVersion, serveCharts } from '../support/mender/charts.ts';
import { services } from '../support/mender/services.ts';
import { mongodbTools, startMongodb, type TestMongodb } from '../support/mongodb.ts';
import { type MotoBucket, newMotoBucket } from '../support/moto.ts';
import { freePort } from '../support/ports.ts';
import { builtCli } from '../support/program.ts';

const root = resolve(import.meta.dirname, '../..');
const cli = await builtCli();
export const sides = ['production', 'staging'] as const;
export type Side = (typeof sides)[number];

export interface MenderSide {
  readonly mongodb: TestMongodb;
  readonly bucket: MotoBucket;
  readonly address: string;
  behave(behaviour: Partial<Behaviour>): Promise<void>;
  /** The image of the containers that run, by their names. */
  images(): Promise<readonly string[]>;
  /** By which charts they were made, each once. */
  charts(): Promise<readonly string[]>;
  /** As the management API counts them. */
  devices(): Promise<number>;
}

/**
 * Mender as a user of the example has it: two namespaces of one cluster, each with a MongoDB and a bucket of its own, and
 * production installed by hand.
 */
export interface MenderWorld extends Readonly<Record<Side, MenderSide>> {
  readonly folder: string;
  readonly repository: string;
  readonly cluster: TestCluster;
  readonly charts: ChartRepository;
  /** What the jobs find in their environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** For programs of a machine that is logged in to the cluster. */
  readonly environment: Readonly<Record<string, string>>;
  staged(...args: readonly string[]): Promise<ProcessResult>;
  /** Both of its stores, as disposable. */
  markStaging(): Promise<void>;
  configure(path: readonly (string | number)[], value: unknown): Promise<void>;
  stop(): Promise<void>;
}

const releases = ['3.4.0', '3.6.6', '3.7.11', '4.0.4', '4.1.3'];
export const user = { email: 'staged@example.com', password: plainCanary('the password of the user').value };

/** How production was installed by hand. */
export interface Installed {
  readonly release: string;
  readonly chart: ChartVersion;
  /** Arguments of Helm. */
  readonly more?: readonly string[];
}

export async function createMenderWorld({ release, chart, more = [] }: Installed): Promise<MenderWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-mender-'));
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 3 })];
  const stop = async (): Promise<void> => {
    for (const end of ends.toReversed()) await end().catch(() => undefined);
  };
  try {
    const cluster = await startCluster();
    ends.push(() => cluster.stop());
    const standIn = await bundleStandIn(join(folder, 'stand-in'));
    pullable(cluster, standIn);
    const charts = await serveCharts(cluster, join(folder, 'charts'));
    ends.push(() => charts.stop());
    const at = { folder, cluster, ends };
    const [production, staging] = [await createSide(at, 'production'), await createSide(at, 'staging')];
    const repository = join(folder, 'repository');
    await createRepository(repository, { production, staging }, charts);
    if (release === '3.4.0') await valuesOfOld(repository);
    const variables = {
      ANNOUNCE_URL: `${charts.url}/announce`,
      AWS_REGION: 'us-east-1',
      BACKUPS: join(folder, 'backups'),
      ...production.bucket.variables,
      ...sideVariables('PRODUCTION', production),
      ...sideVariables('STAGING', staging),
    };
    const environment = { ...cluster.environment, ...(await loggedIn(cluster, folder, standIn)) };
    await seed(production);
    const values = [`${release}/values.yml`, 'production.values.yml'].map((file) => join(repository, 'deploy', file));
    await cluster.helm(
      ...['install', 'mender', charts.file(chart), '--namespace=mender-production', '--wait', '--timeout=900s'],
      ...values.map((file) => `--values=${file}`),
      ...more,
    );
    const file = join(repository, '.github/staged-upgrade.yml');
    const staged: MenderWorld['staged'] = (...args) =>
      systemProcesses.run({
        argv: [process.execPath, cli, ...args],
        directory: repository,
        environment: { ...environment, ...variables },
      });
    return {
      ...{ folder, repository, cluster, charts, production, staging, variables, environment, staged, stop },
      markStaging: async () => {
        const databases = services.flatMap(({ database }) => [database, `${database}-*`]).toSorted();
        const stores = { databases: databases.join(', '), artifacts: staging.bucket.bucket };
        for (const [data, confirm] of Object.entries(stores)) {
          const marked = await staged('mark-disposable', '--data', data, '--confirm', confirm);
          assert.equal(marked.exitCode, 0, marked.stderr);
        }
      },
      configure: async (path, value) => {
        const document = parseDocument(await readFile(file, 'utf8'));
        document.setIn(path, value);
        await writeFile(file, document.toString());
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The images of each release, under the names that their charts ask for. */
function pullable({ images }: TestCluster, { main, variables }: StandIn): void {
  for (const release of releases) {
    const tag = release.startsWith('3.') ? `mender-${release}` : `v${release}`;
    for (const image of ['deployments', 'deviceauth', 'api-gateway'])
      images.set(`mendersoftware/${image}:${tag}`, {
        command: [process.execPath, main, release],
        variables: { ...variables, MENDER_SERVICE: image },
      });
    for (const { name, image } of services.filter((service) => service.name !== service.image))
      images.set(`mendersoftware/${name}:${tag}`, {
        command: [process.execPath, main, release],
        variables: { ...variables, MENDER_SERVICE: image, MENDER_ONLY: name },
      });
  }
}

/** What a login to the cluster leaves: a context for each environment, and programs in the PATH. */
async function loggedIn(cluster: TestCluster, folder: string, { mongosh }: StandIn): Promise<Record<string, string>> {
  const kubeconfig = join(folder, 'kubeconfig');
  const own = z
    .looseObject({ contexts: z.array(z.looseObject({ name: z.string() })) })
    .parse(JSON.parse(await readFile(cluster.kubeconfig, 'utf8')));
  const contexts = sides.flatMap((side) => own.contexts.map((context) => ({ ...context, name: `mender-${side}` })));
  await writeFile(kubeconfig, JSON.stringify({ ...own, contexts, 'current-context': '' }), { mode: 0o600 });
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'mongosh'), `#!/bin/sh\nexec '${process.execPath}' '${mongosh}' "$@"\n`);
  await chmod(join(bin, 'mongosh'), 0o755);
  const path = [dirname(process.execPath), bin, mongodbTools, cluster.environment.PATH ?? ''].join(':');
  return { KUBECONFIG: kubeconfig, PATH: path };
}

interface At {
  readonly folder: string;
  readonly cluster: TestCluster;
  readonly ends: (() => Promise<unknown>)[];
}

async function createSide({ folder, cluster, ends }: At, side: Side): Promise<MenderSide & { readonly ports: Ports }> {
  const mongodb = await startMongodb();
  ends.push(() => mongodb.stop());
  const bucket = await newMotoBucket();
  await bucket.keepVersions('Enabled');
  const ports = { 'api-gateway': await freePort(), deployments: await freePort(), deviceauth: await freePort() };
  const address = `http://127.0.0.1:${ports['api-gateway']}`;
  const namespace = `mender-${side}`;
  const secret = (name: string, stringData: Readonly<Record<string, string>>): object => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    stringData,
  });
  const items = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    secret('mender-mongodb', { MONGO_URL: mongodb.url }),
    secret('mender-s3', { AWS_AUTH_KEY: 'testing-key', AWS_AUTH_SECRET: 'testing-secret' }),
    secret('mender-device-auth', { 'private.pem': `key-of-${side}-${randomUUID()}` }),
  ];
  const file = join(folder, `${namespace}.json`);
  await writeFile(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }), { mode: 0o600 });
  await cluster.kubectl('create', '--filename', file);
  const ofPods = async (field: string): Promise<readonly string[]> => {
    const shown = `--output=jsonpath={range .items[*]}${field}{"\\n"}{end}`;
    const selected = '--selector=app.kubernetes.io/component';
    const said = await cluster.kubectl('get', 'pods', `--namespace=${namespace}`, selected, shown);
    return said
      .split('\n')
      .filter((line) => line !== '')
      .toSorted();
  };
  return {
    ...{ mongodb, bucket, address, ports },
    behave: (wanted) => behave(mongodb.client, wanted),
    images: () => ofPods('{.spec.containers[0].image}'),
    charts: async () => [...new Set(await ofPods('{.metadata.labels.helm\\.sh/chart}'))],
    devices: async () => {
      const basic = Buffer.from(`${user.email}:${user.password}`).toString('base64');
      const login = `${address}/api/management/v1/useradm/auth/login`;
      const token = await (await fetch(login, { method: 'POST', headers: { authorization: `Basic ${basic}` } })).text();
      const counted = await fetch(`${address}/api/management/v2/devauth/devices/count?status=accepted`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return z.object({ count: z.number() }).parse(await counted.json()).count;
    },
  };
}

type Ports = Readonly<Record<'api-gateway' | 'deployments' | 'deviceauth', number>>;

function sideVariables(prefix: string, { mongodb, bucket, address }: MenderSide): Record<string, string> {
  return {
    [`${prefix}_URL`]: address,
    [`${prefix}_USER`]: user.email,
    [`${prefix}_PASSWORD`]: user.password,
    [`${prefix}_MONGODB_URL`]: mongodb.url,
    [`${prefix}_ARTIFACTS`]: bucket.bucket,
  };
}

/** The example's files, on this machine's MongoDB, buckets, charts and releases. */
async function createRepository(
  repository: string,
  made: Readonly<Record<Side, MenderSide & { readonly ports: Ports }>>,
  charts: ChartRepository,
): Promise<void> {
  await cp(join(root, 'examples/mender'), repository, { recursive: true });
  const file = join(repository, '.github/staged-upgrade.yml');
  const configuration = parseDocument(await readFile(file, 'utf8'));
  for (const side of sides) {
    const { bucket, ports } = made[side];
    const environment = ['environments', side];
    const settings = { ...bucket.settings, bucket: `\${${side.toUpperCase()}_ARTIFACTS}` };
    configuration.setIn([...environment, 'data', 1, 's3-bucket'], settings);
    configuration.setIn([...environment, 'deploy', 'helm', 'repository'], charts.url);
    configuration.setIn([...environment, 'deploy', 'helm', 'ready'], { stable: '500ms' });
    const values = join(repository, 'deploy', `${side}.values.yml`);
    const own = parseDocument(await readFile(values, 'utf8'));
    own.setIn(['global', 's3'], { AWS_URI: bucket.address, AWS_BUCKET: bucket.bucket });
    for (const [key, name] of [
      ['api_gateway', 'api-gateway'],
      ['deployments', 'deployments'],
      ['device_auth', 'deviceauth'],
    ] as const)
      own.setIn([key, 'service', 'nodePort'], ports[name]);
    await writeFile(values, own.toString());
  }
  const list = ['3.5.3', ...releases];
  configuration.set('product', { extends: 'mender', releases: { list } });
  configuration.setIn(['backup', 'store'], { folder: { path: '${BACKUPS}' } });
  configuration.setIn(['journal', 'store'], { folder: { path: join(repository, '../journal') } });
  configuration.set('start-timeout', '10m');
  await writeFile(file, configuration.toString());
  await writeFile(join(repository, 'smoke.mender'), 'what a device would install');
}

/** The example starts at 3.7.11; 3.4.0 gets older values. */
async function valuesOfOld(repository: string): Promise<void> {
  const values = join(repository, 'deploy/3.7.11/values.yml');
  const former = parse(await readFile(values, 'utf8'));
  await rm(join(repository, 'deploy/3.7.11'), { recursive: true });
  await mkdir(join(repository, 'deploy/3.4.0'));
  const image = { tag: 'mender-3.4.0' };
  await writeFile(
    join(repository, 'deploy/3.4.0/values.yml'),
    stringify({
      ...former,
      global: { ...former.global, image },
      api_gateway: { minio: { enabled: true } },
    }),
  );
}

/** Devices, one of them of a tenant, a user, an artifact in the bucket, and things that must not act on staging. */
export async function seed({ mongodb: { client }, bucket }: Pick<MenderSide, 'mongodb' | 'bucket'>): Promise<void> {
  const devices = Array.from({ length: 25 }, (_, index) => ({
    _id: randomUUID(),
    id_data: JSON.stringify({ mac: `device-${index}` }),
    pubkey: 'key',
    status: 'accepted',
  }));
  const known = client.db('deviceauth').collection<{ _id: string }>('devices');
  await known.insertMany(devices);
  await known.createIndex({ id_data: 1 }, { unique: true });
  await client
    .db('inventory')
    .collection('devices')
    .insertMany(devices.map(({ id_data }) => ({ id_data })));
  await client.db('workflows-65f0').collection('jobs').insertOne({ of: 'a tenant' });
  await client.db('workflows-65f0').collection('workflows').insertOne({ of: 'a tenant' });
  await client.db('iot_manager').collection('integrations').insertOne({ provider: 'iot-hub' });
  const password = createHash('sha256').update(user.password).digest('hex');
  await client.db('useradm').collection('users').insertOne({ email: user.email, password });
  const id = randomUUID();
  await client.db('deployment_service').collection<{ _id: string }>('images').insertOne({ _id: id });
  await bucket.objects.write(id, Buffer.from('what a device installs'));
}

/** A window that is open now, or one that opens in some hours. */
export function windowIn(hours: number): object {
  const clock = (more: number): string => new Date(Date.now() + more * 3_600_000).toISOString().slice(11, 16);
  return { 'time-zone': 'UTC', open: [{ from: clock(hours), to: clock(hours + 4) }] };
}
