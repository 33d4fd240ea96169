import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Entry } from '../../src/core/model/event.ts';
import { pinnedText } from '../../src/drivers/releases/pinned.ts';
import { terminalRun } from '../../src/entries/terminal/run-identity.ts';
import { folderJournal } from '../../src/journal/stores/folder/folder.ts';
import { systemClock } from '../../src/world/clock.ts';
import { type ProcessResult, systemProcesses } from '../../src/world/processes/process.ts';
import { medplumReleases } from '../products/medplum-releases.ts';
import { addSuperAdminClient } from '../support/medplum/access.ts';
import type { Behaviour } from '../support/medplum/behaviour.ts';
import { readConfiguration } from '../support/medplum/configuration.ts';
import { type Database, openDatabase } from '../support/medplum/database.ts';
import { startRedis, type TestRedis } from '../support/medplum/redis.ts';
import { manifestFile } from '../support/medplum/releases.ts';
import { freePort } from '../support/ports.ts';
import { startPostgres } from '../support/postgres.ts';
import { builtCli } from '../support/program.ts';
import { writeWhole } from '../support/write-whole.ts';

const root = resolve(import.meta.dirname, '../..');
const cli = await builtCli();
const deployProgram = join(root, 'test/support/medplum/deploy.ts');
export const sides = ['production', 'staging'] as const;
export type Side = (typeof sides)[number];

export interface MedplumSide {
  readonly address: string;
  readonly redis: TestRedis;
  /** What its server finds in its environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** As a person deploys by hand: without a setting that defers migrations, unless one is given. */
  deploy(release: string, more?: Readonly<Record<string, string>>): Promise<void>;
  stop(how?: 'stop' | 'kill'): Promise<void>;
  database(): Promise<Database>;
  behave(behaviour: Partial<Behaviour>): Promise<void>;
  log(): Promise<string>;
  /** The version and the last completed data version. */
  seen(): Promise<{ readonly version: string; readonly data: number }>;
}

/** Medplum as a user has it: two servers, each with PostgreSQL, Redis and a folder of attachments, and the example's files. */
export interface MedplumWorld extends Readonly<Record<Side, MedplumSide>> {
  readonly folder: string;
  readonly repository: string;
  /** What the workflows and the CLI find in their environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** Runs `staged-upgrade` with these arguments, in the repository. */
  staged(...args: readonly string[]): Promise<ProcessResult>;
  /** Starts that, and resolves as soon as it has shown such a line, or has ended. @returns how it ends */
  begun(line: RegExp, ...args: readonly string[]): Promise<() => Promise<ProcessResult>>;
  /** Changes the configuration; undefined removes the key. */
  configure(path: readonly (string | number)[], value: unknown): Promise<void>;
  journal(): Promise<readonly Entry[]>;
  /** Before what the world itself has is taken away. */
  atEnd(end: () => Promise<unknown>): void;
}

export interface WorldOptions {
  /** What production runs. */
  readonly release: string;
  /** What a millisecond of a real server takes. */
  readonly scale?: number;
  /** Of `staged-upgrade`, besides what it finds anyway: where its containers run. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

export async function createMedplumWorld(
  test: { after(end: () => Promise<void>): void },
  options: WorldOptions,
): Promise<MedplumWorld> {
  const { release, scale = 0.01, environment = {} } = options;
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-medplum-'));
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 3 })];
  test.after(async () => {
    const failures: unknown[] = [];
    for (const end of ends.toReversed()) await end().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'Something could not be ended');
  });
  const client = randomUUID();
  const [production, staging] = [
    await createSide(folder, 'production', scale, (end) => ends.push(end)),
    await createSide(folder, 'staging', scale, (end) => ends.push(end)),
  ];
  const secrets = { production: `production-${randomUUID()}`, staging: `staging-${randomUUID()}` };
  await production.deploy(release);
  const database = await production.database();
  await addSuperAdminClient(database, client, secrets.production);
  await seed(database, production);
  await database.end();

  const repository = join(folder, 'repository');
  await createRepository(repository);
  const variables = {
    BACKUPS: join(folder, 'backups'),
    JOURNAL: join(folder, 'journal'),
    ...sideVariables('PRODUCTION', production, { client, secret: secrets.production }),
    ...sideVariables('STAGING', staging, { client, secret: secrets.staging }),
  };
  const configuration = join(repository, '.github/staged-upgrade.yml');
  const run = (args: readonly string[], onLine?: (line: string) => void): Promise<ProcessResult> =>
    systemProcesses.run({
      argv: [process.execPath, cli, ...args],
      directory: repository,
      environment: { ...inherited(), ...environment, ...variables },
      ...(onLine && { onLine }),
    });
  return {
    production,
    staging,
    folder,
    repository,
    variables,
    staged: (...args) => run(args),
    begun: async (line, ...args) => {
      const shown = Promise.withResolvers<void>();
      const ending = run(args, (each) => line.test(each) && shown.resolve());
      await Promise.race([shown.promise, ending]);
      return () => ending;
    },
    configure: async (path, value) => {
      const document = parseDocument(await readFile(configuration, 'utf8'));
      if (value === undefined) document.deleteIn(path);
      else document.setIn(path, value);
      await writeFile(configuration, document.toString());
    },
    journal: () => folderJournal(variables.JOURNAL, { system: 'medplum', run: terminalRun() }, systemClock).read(),
    atEnd: (end) => void ends.push(end),
  };
}

/** Confirms that what staging holds may be emptied. */
export async function markStaging({ folder, staged }: MedplumWorld): Promise<void> {
  for (const [name, confirm] of disposable(folder)) {
    const marked = await staged('mark-disposable', '--data', name, '--confirm', confirm);
    if (marked.exitCode !== 0) throw new Error(`${name} of staging could not be marked: ${marked.stderr}`);
  }
}

/** Each store of staging, and what confirms that it is the one that is meant. */
export function disposable(folder: string): readonly (readonly [name: string, confirm: string])[] {
  return [
    ['records', 'medplum'],
    ['binary', join(folder, 'staging/binary')],
  ];
}

function sideVariables(
  prefix: string,
  { address, variables, redis }: MedplumSide,
  { client, secret }: { readonly client: string; readonly secret: string },
): Record<string, string> {
  const value = (name: string): string => encodeURIComponent(variables[`MEDPLUM_DATABASE_${name}`] ?? '');
  return {
    [`${prefix}_URL`]: address,
    [`${prefix}_CLIENT_ID`]: client,
    [`${prefix}_CLIENT_SECRET`]: secret,
    [`${prefix}_DATABASE_URL`]: `postgres://${value('USERNAME')}:${value('PASSWORD')}@127.0.0.1:${value('PORT')}/medplum`,
    [`${prefix}_BINARY_STORAGE`]: (variables.MEDPLUM_BINARY_STORAGE ?? '').replace('file:', ''),
    [`${prefix}_REDIS_URL`]: `redis://127.0.0.1:${redis.port}/0`,
    [`${prefix}_ENV_FILE`]: variables.ENV_FILE ?? '',
  };
}

async function createSide(
  world: string,
  side: Side,
  scale: number,
  atEnd: (end: () => Promise<unknown>) => void,
): Promise<MedplumSide> {
  const folder = join(world, side);
  await mkdir(join(folder, 'binary'), { recursive: true });
  const postgres = await startPostgres();
  atEnd(() => postgres.stop());
  await postgres.sql('postgres', `CREATE ROLE medplum LOGIN PASSWORD 'secret-${side}'`);
  await postgres.sql('postgres', 'CREATE DATABASE medplum OWNER medplum');
  const redis = await startRedis();
  atEnd(() => redis.stop());
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const [behaviour, file] = [join(folder, 'behaviour.json'), join(folder, 'installation.env')];
  await writeFile(behaviour, '{}');
  const variables = {
    ENV_FILE: file,
    NODE_ENV: 'production',
    MEDPLUM_PORT: String(port),
    MEDPLUM_BASE_URL: `${address}/`,
    MEDPLUM_BINARY_STORAGE: `file:${join(folder, 'binary')}`,
    MEDPLUM_DATABASE_HOST: '127.0.0.1',
    MEDPLUM_DATABASE_PORT: String(postgres.port),
    MEDPLUM_DATABASE_DBNAME: 'medplum',
    MEDPLUM_DATABASE_USERNAME: 'medplum',
    MEDPLUM_DATABASE_PASSWORD: `secret-${side}`,
    MEDPLUM_REDIS_HOST: '127.0.0.1',
    MEDPLUM_REDIS_PORT: String(redis.port),
    MEDPLUM_STAND_IN_SCALE: String(scale),
    MEDPLUM_STAND_IN_BEHAVIOUR: behaviour,
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(file, lines.join(''));
  const run = async (more: Readonly<Record<string, string>>, ...args: string[]): Promise<ProcessResult> =>
    await systemProcesses.run({
      argv: [process.execPath, deployProgram, ...args],
      environment: { PATH: process.env.PATH ?? '', ENV_FILE: file, ...more },
    });
  atEnd(() => run({}, 'kill'));
  const database = () => openDatabase('5.2.4', readConfiguration('5.2.4', 'env', variables));
  return {
    address,
    redis,
    variables,
    database,
    deploy: async (release, more = {}) => {
      const ended = await run(more, 'start', release);
      if (ended.exitCode !== 0) throw new Error(`${release} does not start: ${ended.stdout}${ended.stderr}`);
    },
    stop: async (how = 'stop') => void (await run({}, how)),
    behave: async (wanted) => writeWhole(behaviour, JSON.stringify(wanted)),
    log: async () => (await run({}, 'logs')).stdout,
    seen: async () => {
      const health = z.object({ version: z.string() });
      const { version } = health.parse(await (await fetch(`${address}/healthcheck`)).json());
      const opened = await database();
      const data = await opened.dataVersion();
      await opened.end();
      return { version: version.replace(/-.*/, ''), data };
    },
  };
}

/** Patients, an attachment, and things that must not act on staging. */
async function seed(database: Database, { variables }: MedplumSide): Promise<void> {
  for (let number = 0; number < 20; number++) {
    await database.write({ resourceType: 'Patient', id: randomUUID(), name: [{ family: `Nguyễn-${number}` }] });
  }
  const binary = await database.write({ resourceType: 'Binary', id: randomUUID(), contentType: 'text/plain' });
  const folder = (variables.MEDPLUM_BINARY_STORAGE ?? '').replace('file:', '');
  await writeFile(join(folder, binary.id), 'what was uploaded');
  const attachment = { contentType: 'text/plain', url: `Binary/${binary.id}` };
  await database.write({ resourceType: 'DocumentReference', id: randomUUID(), content: [{ attachment }] });
  const channel = { type: 'rest-hook', endpoint: 'https://partner.example.com/hook' };
  await database.write({ resourceType: 'Subscription', id: randomUUID(), status: 'active', channel });
}

/** The example's files, with a journal in a folder, the releases of the stand-in, and processes instead of containers. */
async function createRepository(repository: string): Promise<void> {
  await cp(join(root, 'examples/medplum-compose'), repository, { recursive: true });
  await writeFile(join(repository, 'deploy.mjs'), `import ${JSON.stringify(deployProgram)};\n`);
  const lists = ['4.2.6', '4.3.15', '4.4.3', '4.5.2', '5.0.15', '5.1.12'].map((release) => ({
    url: `https://raw.githubusercontent.com/medplum/medplum/v${release}/packages/server/src/migrations/data/data-version-manifest.json`,
    sha256: '0'.repeat(64),
    list: Object.entries(manifest.parse(JSON.parse(manifestFile(release)))).map(([id, entry]) => ({
      id,
      'runs-from': entry.serverVersion,
      ...(entry.requiredBefore === undefined ? {} : { 'required-before': entry.requiredBefore }),
    })),
  }));
  await writeFile(join(repository, 'releases.yml'), pinnedText({ ...medplumReleases(), migrations: lists }));
  const file = join(repository, '.github/staged-upgrade.yml');
  const configuration = parseDocument(await readFile(file, 'utf8'));
  for (const side of sides) {
    const env = { ENV_FILE: `\${${side.toUpperCase()}_ENV_FILE}` };
    const [start, stop, logs] = [['start', '{version}'], ['stop'], ['logs', '{since}']].map((words) => [
      ...['node', 'deploy.mjs'],
      ...words,
    ]);
    configuration.setIn(['environments', side, 'deploy'], { command: { run: start, stop, logs, env } });
  }
  // On the stand-in a minute of the registry takes as long as the scale says.
  const shipped = parse(await readFile(join(root, 'src/products/medplum/product.yml'), 'utf8'));
  const { 'start-after': _, ...migrations } = z.looseObject({ 'start-after': z.string() }).parse(shipped.migrations);
  configuration.set('product', {
    extends: 'medplum',
    releases: { file: 'releases.yml' },
    // So does the time in which a migration that was not deferred would be seen to start.
    migrations: { ...migrations, settle: '2s' },
  });
  configuration.setIn(['journal', 'store'], { folder: { path: '${JOURNAL}' } });
  configuration.delete('validate');
  configuration.set('start-timeout', '10m');
  await writeFile(file, configuration.toString());
}

const manifest = z.record(z.string(), z.object({ serverVersion: z.string(), requiredBefore: z.string().optional() }));

/** As in a user's terminal: nothing of a workflow runner, and `node` is the one that runs this test. */
function inherited(): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined || /^(GITHUB_|RUNNER_|ACTIONS_|NODE_TEST_|PG|MEDPLUM_)/.test(name) ? [] : [[name, value]],
  );
  return {
    ...Object.fromEntries(own),
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
  };
}
