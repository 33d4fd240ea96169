import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { type ProcessResult, systemProcesses } from '../../src/world/processes/process.ts';
import { type Canary, canary, plainCanary } from '../support/canary.ts';
import { freePort } from '../support/ports.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { builtCli } from '../support/program.ts';

const root = resolve(import.meta.dirname, '../..');
const cli = await builtCli();
const sides = ['production', 'staging'] as const;
type Side = (typeof sides)[number];

/** Installed releases are kept between runs: each takes most of a minute and 200 MB. */
const releases = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'staged-upgrade', 'unleash');

/** Unleash as a user has it: two servers on two PostgreSQL servers, a repository with the example's files, and the CLI. */
export interface UnleashWorld {
  readonly address: string;
  readonly adminToken: string;
  readonly password: Canary;
  readonly tokens: readonly Canary[];
  readonly folders: Readonly<Record<'repository' | 'journal' | 'backups', string>>;
  /** Starts a release on production, as it was before anybody thought of staged upgrades. */
  startProduction(version: string): Promise<void>;
  /** Runs `staged-upgrade` with these arguments, in the repository. */
  staged(...args: readonly string[]): Promise<ProcessResult>;
  /** Everything that the commands have printed so far. */
  printed(): string;
  sql(side: Side, text: string): Promise<Record<string, unknown>[]>;
  end(): Promise<void>;
}

/** Why Unleash is not available from the npm registry; undefined if all releases are installed and the list can be read. */
export async function missingReleases(versions: readonly string[]): Promise<string | undefined> {
  await mkdir(releases, { recursive: true });
  const environment = { ...inherited(), UNLEASH_RELEASES: releases };
  const listed = await systemProcesses.run({ argv: ['npm', 'view', 'unleash-server', 'version'], environment });
  if (listed.exitCode !== 0) return `the npm registry does not tell the releases of Unleash: ${listed.stderr}`;
  const installed = await systemProcesses.run({
    argv: [process.execPath, join(root, 'examples/unleash/deploy.mjs'), 'install', ...versions],
    environment,
  });
  return installed.exitCode === 0 ? undefined : `Unleash could not be installed: ${installed.stderr}`;
}

export async function createUnleashWorld(): Promise<UnleashWorld> {
  const ends: (() => Promise<unknown>)[] = [];
  const endAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const each of ends.toReversed()) await each().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'Something could not be ended');
  };
  let ended: Promise<void> | undefined;
  const end = (): Promise<void> => {
    ended ??= endAll();
    return ended;
  };
  // Servers outlive the process that started them: a test that is stopped must not leave them behind.
  const stop = (): void => {
    process.stdout.on('error', () => undefined); // The test runner is gone by now, and nobody reads any more.
    end().finally(() => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, stop);
    ends.push(async () => process.off(signal, stop));
  }
  try {
    return { ...(await createParts((one) => ends.push(one))), end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function createParts(atEnd: (end: () => Promise<unknown>) => void): Promise<Omit<UnleashWorld, 'end'>> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-unleash-'));
  atEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const at = (name: string): string => join(folder, name);
  const repository = at('repository');
  await createRepository(repository);

  const password = canary('the password of the databases');
  const tokens = { production: plainCanary('the token of production'), staging: plainCanary('the token of staging') };
  const variables: Record<string, string> = {
    UNLEASH_RELEASES: releases,
    UNLEASH_BACKUPS: at('backups'),
    UNLEASH_JOURNAL: at('journal'),
  };
  const servers = new Map<Side, TestPostgres>();
  for (const side of sides) {
    const server = await startPostgres();
    atEnd(() => server.stop());
    servers.set(side, server);
    const prefix = `UNLEASH_${side.toUpperCase()}_`;
    variables[`${prefix}DATABASE_URL`] = await createDatabase(server, password.value);
    variables[`${prefix}ADMIN_TOKEN`] = tokens[side].value;
    variables[`${prefix}PORT`] = String(await freePort());
    variables[`${prefix}STATE`] = at(side);
  }
  /** The variables that the configuration gives to `deploy.mjs`. */
  const deployVariables = (side: Side): Record<string, string> =>
    Object.fromEntries(
      ['STATE', 'PORT', 'ADMIN_TOKEN', 'DATABASE_URL'].map((name) => [
        name === 'DATABASE_URL' ? name : `UNLEASH_${name}`,
        variables[`UNLEASH_${side.toUpperCase()}_${name}`] ?? '',
      ]),
    );
  const deploy = async (side: Side, ...args: string[]): Promise<void> => {
    const result = await systemProcesses.run({
      argv: [process.execPath, 'deploy.mjs', ...args],
      directory: repository,
      environment: { ...inherited(), UNLEASH_RELEASES: releases, ...deployVariables(side) },
    });
    if (result.exitCode !== 0) throw new Error(`deploy.mjs ${args.join(' ')}: ${result.stderr}`);
  };
  for (const side of sides) atEnd(() => deploy(side, 'stop'));

  const running = new AbortController();
  let command: Promise<unknown> = Promise.resolve();
  atEnd(async () => {
    running.abort();
    // One of its deploys could start a server after all have been stopped.
    await command.catch(() => undefined);
  });
  let printed = '';
  return {
    address: `http://127.0.0.1:${variables.UNLEASH_PRODUCTION_PORT}`,
    adminToken: `*:*.${tokens.production.value}`,
    password,
    tokens: Object.values(tokens),
    folders: { repository, journal: at('journal'), backups: at('backups') },
    startProduction: (version) => deploy('production', 'start', version),
    staged: async (...args) => {
      const ending = systemProcesses.run({
        argv: [process.execPath, cli, ...args],
        directory: repository,
        environment: { ...inherited(), ...variables },
        signal: running.signal,
      });
      command = ending;
      const result = await ending;
      printed += result.stdout + result.stderr;
      return result;
    },
    printed: () => printed,
    sql: async (side, text) => (await servers.get(side)?.sql('unleash', text)) ?? [],
  };
}

/** The example's files, with a journal in a folder and content compared in each proof of a restore. */
async function createRepository(folder: string): Promise<void> {
  await cp(join(root, 'examples/unleash'), folder, { recursive: true });
  const file = join(folder, '.github/staged-upgrade.yml');
  const configuration = parseDocument(await readFile(file, 'utf8'));
  configuration.setIn(['journal', 'store'], { folder: { path: '${UNLEASH_JOURNAL}' } });
  for (const side of sides) {
    configuration.setIn(['environments', side, 'data', 'postgres', 'fingerprint'], { content: true });
  }
  await writeFile(file, configuration.toString());
}

/** A database of a user who is not the server's administrator. */
async function createDatabase(server: TestPostgres, password: string): Promise<string> {
  const literal = `'${password.replaceAll("'", "''")}'`;
  await server.sql('postgres', `CREATE ROLE unleash LOGIN PASSWORD ${literal}`);
  await server.sql('postgres', 'CREATE DATABASE unleash OWNER unleash');
  return `postgres://unleash:${encodeURIComponent(password)}@127.0.0.1:${server.port}/unleash`;
}

/** As in a user's terminal: nothing of a workflow runner, and `node` is the one that runs this test. */
function inherited(): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined || /^(GITHUB_|RUNNER_|ACTIONS_|NODE_TEST_|PG)/.test(name) ? [] : [[name, value]],
  );
  return {
    ...Object.fromEntries(own),
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
  };
}
