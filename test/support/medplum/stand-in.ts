import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { compiled } from '../compiled.ts';
import { freePort } from '../ports.ts';
import { startPostgres, type TestPostgres } from '../postgres.ts';
import { until } from '../until.ts';
import { writeWhole } from '../write-whole.ts';
import { addSuperAdminClient } from './access.ts';
import type { Behaviour } from './behaviour.ts';
import { readConfiguration } from './configuration.ts';
import { type Database, openDatabase } from './database.ts';
import { startRedis, type TestRedis } from './redis.ts';

export interface Started {
  readonly isListening: boolean;
  /** All that it has logged so far. */
  log(): string;
  readonly exitCode: number | null;
}

/** One installation, whose release changes: its database and its Redis stay. */
export interface Installation {
  readonly address: string;
  readonly client: { readonly id: string; readonly secret: string };
  readonly redis: TestRedis;
  readonly postgres: TestPostgres;
  readonly environment: Readonly<Record<string, string>>;
  /** Stops what runs, and starts a release; ends when it listens or has ended. */
  start(release: string, more?: Readonly<Record<string, string>>, source?: string): Promise<Started>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  behave(behaviour: Partial<Behaviour>): Promise<void>;
  database(): Promise<Database>;
  /** Asks with the client's name and secret. */
  ask(
    path: string,
    options?: RequestInit,
  ): Promise<{ readonly status: number; readonly json: unknown; readonly headers: Headers }>;
}

export const deferred = { MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: 'true' } as const;
export const standInProgram = join(import.meta.dirname, 'main.ts');

export interface InstallOptions {
  /** What a millisecond of a real server takes here. */
  readonly scale?: number;
  /** Left out, one of its own. */
  readonly postgres?: TestPostgres;
}

export async function installMedplum(
  test: TestContext,
  { scale = 0.01, postgres: shared }: InstallOptions = {},
): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-medplum-'));
  const postgres = shared ?? (await startPostgres());
  const name = `medplum_${randomUUID().slice(0, 8)}`;
  await postgres.sql('postgres', `CREATE DATABASE ${name}`);
  const redis = await startRedis();
  const behaviour = join(folder, 'behaviour.json');
  await writeFile(behaviour, '{}');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const client = { id: randomUUID(), secret: `secret-${randomUUID()}` };
  const environment = {
    NODE_ENV: 'production',
    MEDPLUM_PORT: String(port),
    MEDPLUM_BASE_URL: `${address}/`,
    MEDPLUM_BINARY_STORAGE: `file:${join(folder, 'binary')}`,
    MEDPLUM_DATABASE_HOST: '127.0.0.1',
    MEDPLUM_DATABASE_PORT: String(postgres.port),
    MEDPLUM_DATABASE_DBNAME: name,
    MEDPLUM_DATABASE_USERNAME: postgres.admin,
    MEDPLUM_DATABASE_PASSWORD: postgres.adminPassword,
    MEDPLUM_REDIS_HOST: '127.0.0.1',
    MEDPLUM_REDIS_PORT: String(redis.port),
    MEDPLUM_STAND_IN_SCALE: String(scale),
    MEDPLUM_STAND_IN_BEHAVIOUR: behaviour,
  };
  let running: ChildProcess | undefined;
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  test.after(async () => {
    await stop('SIGKILL');
    await redis.stop();
    if (shared === undefined) await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const database = () => openDatabase('5.2.4', readConfiguration('5.2.4', 'env', environment));
  let hasClient = false;
  return {
    address,
    client,
    redis,
    postgres,
    environment,
    stop,
    behave: async (wanted) => writeWhole(behaviour, JSON.stringify(wanted)),
    database,
    start: async (release, more = {}, source = 'env') => {
      await stop();
      const { started, child } = await startServer(
        release,
        source,
        { ...process.env, ...environment, ...more },
        address,
      );
      running = child;
      if (started.isListening && !hasClient) {
        const opened = await database();
        await addSuperAdminClient(opened, client.id, client.secret);
        await opened.end();
        hasClient = true;
      }
      return started;
    },
    ask: async (path, { headers, ...options } = {}) => {
      const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64');
      const given = Object.fromEntries(new Headers(headers));
      const response = await fetch(`${address}${path}`, {
        ...options,
        headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json', ...given },
      });
      return { status: response.status, json: await response.json(), headers: response.headers };
    },
  };
}

async function startServer(
  release: string,
  source: string,
  environment: NodeJS.ProcessEnv,
  address: string,
): Promise<{ readonly started: Started; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [standInProgram, release, source], {
    env: { NODE_COMPILE_CACHE: compiled, ...environment },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let isListening = false;
  while (child.exitCode === null && !isListening) {
    await Promise.race([ended, sleep(50)]);
    isListening = await fetch(`${address}/healthcheck`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
  if (!isListening) await ended;
  // What it has logged may come later than its answer.
  else await until('its log is read', () => text.includes('"Server started"'));
  const started = {
    isListening,
    log: () => text,
    get exitCode() {
      return child.exitCode;
    },
  };
  return { started, child };
}
