import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import type { Entry } from '../../src/core/model/event.ts';
import { terminalRun } from '../../src/entries/terminal/run-identity.ts';
import { folderJournal } from '../../src/journal/stores/folder/folder.ts';
import { systemClock } from '../../src/world/clock.ts';
import { type ProcessResult, systemProcesses } from '../../src/world/processes/process.ts';
import type { Behaviour } from '../support/mender/behaviour.ts';
import { services } from '../support/mender/services.ts';
import { freePort, startMongodb, type TestMongodb } from '../support/mongodb.ts';
import { builtCli } from '../support/program.ts';

const root = resolve(import.meta.dirname, '../..');
const cli = await builtCli();
const deployProgram = join(root, 'test/support/mender/deploy.ts');
const smokeProgram = join(root, 'test/support/mender/smoke.ts');

type Side = 'production' | 'staging';

export interface MenderSide {
  readonly mongodb: TestMongodb;
  readonly storage: string;
  /** As a person deploys by hand. */
  deploy(release: string): Promise<void>;
  behave(behaviour: Partial<Behaviour>): Promise<void>;
  /** The release that runs, as its program says. */
  version(): Promise<string>;
  /** As the management API counts them. */
  devices(): Promise<number>;
}

/** Mender as a user has it: two installations, each with a MongoDB and a folder of artifacts, deployed by a command. */
export interface MenderWorld extends Readonly<Record<Side, MenderSide>> {
  readonly repository: string;
  staged(...args: readonly string[]): Promise<ProcessResult>;
  configure(path: readonly string[], value: unknown): Promise<void>;
  journal(): Promise<readonly Entry[]>;
}

const tags = ['3.4.0', '3.5.3', '3.6.6', '3.7.11', 'v4.0.4', 'v4.1.3'];
/** A chart that carries each minor. */
const charts = { '3.4': '4.1.0', '3.6': '5.2.0', '3.7': '5.9.2', '4.0': '6.4.2', '4.1': '8.2.0' };
const user = { email: 'staged@example.com', password: 'secret-of-the-user' };

export async function createMenderWorld(test: TestContext, release: string): Promise<MenderWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-mender-'));
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 3 })];
  test.after(async () => {
    for (const end of ends.toReversed()) await end().catch(() => undefined);
  });
  const [production, staging] = [
    await createSide(folder, 'production', (end) => ends.push(end)),
    await createSide(folder, 'staging', (end) => ends.push(end)),
  ];
  await seed(production);
  await production.deploy(release);
  const repository = join(folder, 'repository');
  await mkdir(join(repository, '.github'), { recursive: true });
  await mkdir(join(repository, 'deploy'));
  const file = join(repository, '.github/staged-upgrade.yml');
  await writeFile(file, stringify(configuration()));
  await writeFile(join(repository, 'releases.yml'), stringify({ releases: tags }));
  await writeFile(join(repository, 'deploy.mjs'), `import ${JSON.stringify(deployProgram)};\n`);
  const script = async (name: string, body: string): Promise<void> => {
    await writeFile(join(repository, 'deploy', name), `#!/bin/sh\n${body}\n`);
    await chmod(join(repository, 'deploy', name), 0o755);
  };
  const version = `ENV_FILE="${folder}/$1/installation.env" "${process.execPath}" "${deployProgram}" version`;
  await script('mender-version', version);
  const cases = Object.entries(charts).map(([minor, chart]) => `*"${minor}."*) echo mender-${chart};;`);
  await script('mender-chart', `case "$(${version})" in ${cases.join(' ')} esac`);
  const variables = {
    BACKUPS: join(folder, 'backups'),
    JOURNAL: join(folder, 'journal'),
    TOOLS: production.mongodb.tools,
    MENDER_USER: user.email,
    MENDER_PASSWORD: user.password,
    ...sideVariables('PRODUCTION', folder, production),
    ...sideVariables('STAGING', folder, staging),
  };
  return {
    production,
    staging,
    repository,
    staged: (...args) =>
      systemProcesses.run({
        argv: [process.execPath, cli, ...args],
        directory: repository,
        environment: { ...inherited(), ...variables },
      }),
    configure: async (path, value) => {
      const document = parseDocument(await readFile(file, 'utf8'));
      document.setIn(path, value);
      await writeFile(file, document.toString());
    },
    journal: () => folderJournal(variables.JOURNAL, { system: 'mender', run: terminalRun() }, systemClock).read(),
  };
}

/** A window that is open now, or one that opens in some hours. */
export function windowIn(hours: number): object {
  const clock = (more: number): string => new Date(Date.now() + more * 3_600_000).toISOString().slice(11, 16);
  return { 'time-zone': 'UTC', open: [{ from: clock(hours), to: clock(hours + 4) }] };
}

function configuration(): object {
  const side = (prefix: string): object => ({
    url: `\${${prefix}_URL}`,
    access: {
      user: {
        login: {
          path: '/api/management/v1/useradm/auth/login',
          basic: { user: '${MENDER_USER}', password: '${MENDER_PASSWORD}' },
        },
      },
      mongodb: `\${${prefix}_MONGODB_URL}`,
    },
    data: [
      {
        mongodb: {
          url: `\${${prefix}_MONGODB_URL}`,
          databases: services.flatMap(({ database }) => [database, `${database}-*`]),
          tools: '${TOOLS}',
        },
        name: 'databases',
      },
      { folder: { path: `\${${prefix}_STORAGE}` }, name: 'artifacts' },
    ],
    deploy: {
      command: {
        run: ['node', 'deploy.mjs', 'upgrade', '{version}'],
        stop: ['node', 'deploy.mjs', 'stop'],
        env: { ENV_FILE: `\${${prefix}_ENV_FILE}` },
      },
    },
  });
  return {
    system: 'mender',
    product: { extends: 'mender', releases: { file: 'releases.yml' } },
    facts: { deployment: 'other', edition: 'open-source', 'bundled-mongodb': false, 'bundled-nats': false },
    windows: windowIn(-1),
    environments: {
      production: side('PRODUCTION'),
      staging: { disposable: true, ...side('STAGING'), hooks: { scrub: { waive: 'No device reaches staging.' } } },
    },
    backup: { store: { folder: { path: '${BACKUPS}' } } },
    journal: { store: { folder: { path: '${JOURNAL}' } } },
    gates: { production: 'environment', finalize: 'environment' },
    acknowledge: [
      'redis-global-3.6',
      'useradm-clean-3.6',
      'mongodb-6',
      'redis-connection-string-3.7',
      'storage-proxy-3.7',
    ],
    'start-timeout': '60s',
    smoke: [
      {
        name: 'artifacts go up and down, and no unknown device gets in',
        command: { run: ['node', smokeProgram, '{url}'], env: { TOKEN: '{access.user}' } },
      },
    ],
  };
}

function sideVariables(prefix: string, folder: string, { mongodb, storage }: MenderSide): Record<string, string> {
  const file = join(folder, prefix.toLowerCase(), 'installation.env');
  return {
    [`${prefix}_URL`]: `http://127.0.0.1:${ports.get(storage) ?? 0}`,
    [`${prefix}_MONGODB_URL`]: mongodb.url,
    [`${prefix}_STORAGE`]: storage,
    [`${prefix}_ENV_FILE`]: file,
  };
}

/** By the storage of a side. */
const ports = new Map<string, number>();

async function createSide(
  world: string,
  side: Side,
  atEnd: (end: () => Promise<unknown>) => void,
): Promise<MenderSide> {
  const folder = join(world, side);
  const storage = join(folder, 'artifacts');
  await mkdir(storage, { recursive: true });
  const mongodb = await startMongodb();
  atEnd(() => mongodb.stop());
  const port = await freePort();
  ports.set(storage, port);
  const address = `http://127.0.0.1:${port}`;
  const [behaviour, file] = [join(folder, 'behaviour.json'), join(folder, 'installation.env')];
  await writeFile(behaviour, '{}');
  const variables = {
    MENDER_MONGO: mongodb.url,
    MENDER_PORT: String(port),
    MENDER_STORAGE: storage,
    MENDER_KEY: `key-of-${side}-${randomUUID()}`,
    MENDER_BEHAVIOUR: behaviour,
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"\n`);
  await writeFile(file, lines.join(''));
  const run = async (...args: string[]): Promise<ProcessResult> =>
    await systemProcesses.run({
      argv: [process.execPath, deployProgram, ...args],
      environment: { PATH: process.env.PATH ?? '', ENV_FILE: file },
    });
  atEnd(() => run('stop'));
  return {
    mongodb,
    storage,
    deploy: async (release) => {
      const { exitCode, stderr } = await run('upgrade', release);
      if (exitCode !== 0) throw new Error(`${release} does not start: ${stderr}`);
    },
    behave: (wanted) => writeFile(behaviour, JSON.stringify(wanted)),
    version: async () => z.object({ Version: z.string() }).parse(JSON.parse((await run('version')).stdout)).Version,
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

/** Devices, one of them of a tenant, a user, and an artifact in the storage. */
async function seed({ mongodb: { client }, storage }: MenderSide): Promise<void> {
  const devices = Array.from({ length: 25 }, (_, index) => ({
    id_data: `device-${index}`,
    pubkey: 'key',
    status: 'accepted',
  }));
  await client.db('deviceauth').collection('devices').insertMany(devices);
  await client.db('deviceauth').collection('devices').createIndex({ id_data: 1 }, { unique: true });
  await client
    .db('inventory')
    .collection('devices')
    .insertMany(devices.map(({ id_data }) => ({ id_data })));
  await client.db('workflows-65f0').collection('jobs').insertOne({ of: 'a tenant' });
  const password = createHash('sha256').update(user.password).digest('hex');
  await client.db('useradm').collection('users').insertOne({ email: user.email, password });
  const id = randomUUID();
  await client.db('deployment_service').collection<{ _id: string }>('images').insertOne({ _id: id });
  await writeFile(join(storage, id), 'what a device installs');
}

/** As in a user's terminal: nothing of a workflow runner, and `node` is the one that runs this test. */
function inherited(): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined || /^(GITHUB_|RUNNER_|ACTIONS_|NODE_TEST_)/.test(name) ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(own), PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter) };
}
