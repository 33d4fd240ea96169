import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Certificates } from './certificates.ts';
import { freePort } from './ports.ts';
import { until } from './until.ts';

/** A server of its own for a test that speaks MongoDB's protocol (FerretDB), with a user who may do everything. */
export interface TestMongodb {
  readonly port: number;
  /** The folder of mongodump and mongorestore. */
  readonly tools: string;
  readonly user: string;
  readonly password: string;
  readonly url: string;
  /** Connected as that user. */
  readonly client: MongoClient;
  stop(): Promise<void>;
}

const parts = join(import.meta.dirname, '../../scripts/parts/mongodb');

/** Where scripts/setup.sh builds them. */
function folderOfParts(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(parts).sort()) hash.update(readFileSync(join(parts, name)));
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'staged-upgrade', `mongodb-${hash.digest('hex').slice(0, 16)}`);
}

/** Why there is no server here; undefined when there is. In CI a missing part is a failure, not a skip. */
export function missingMongodb(): string | undefined {
  const folder = folderOfParts();
  const absent = ['mongodb-server', 'mongodump', 'mongorestore'].find((name) => !isProgram(join(folder, name)));
  if (absent === undefined) return undefined;
  const reason = `"${absent}" is not in ${folder}: run scripts/setup.sh to have this tested.`;
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

export const mongodbTools = folderOfParts();

export interface MongodbChoice {
  /** It says that it is the primary of a replica set, and keeps an oplog once there is one. */
  readonly replicaSet?: string;
  readonly port?: number;
  /** Where its data is kept; left out, a folder that is gone when it stops. */
  readonly folder?: string;
  /** It speaks TLS alone, with this certificate; the authority is for the test's own client. */
  readonly tls?: Pick<Certificates, 'authority' | 'certificate' | 'key'>;
}

export async function startMongodb(choice: MongodbChoice = {}): Promise<TestMongodb> {
  const tools = folderOfParts();
  const folder = choice.folder ?? (await mkdtemp(join(tmpdir(), 'staged-upgrade-mongodb-')));
  const port = choice.port ?? (await freePort());
  const [user, password] = ['root', `p@ss:w/rd#?%'" ${Math.random().toString(36).slice(2)}`];
  const child = spawn(
    join(tools, 'mongodb-server'),
    [
      '--handler=sqlite',
      `--sqlite-url=file:${folder}/`,
      `--state-dir=${folder}`,
      ...listening(port, choice.tls),
      '--debug-addr=-',
      '--telemetry=disable',
      '--log-level=ERROR',
      `--repl-set-name=${choice.replicaSet ?? ''}`,
      '--setup-database=admin',
      `--setup-username=${user}`,
      `--setup-password=${password}`,
    ],
    { stdio: 'ignore', env: { PATH: process.env.PATH, FERRETDB_TEST_ENABLE_NEW_AUTH: 'true' } },
  );
  await untilItAnswers(port, child);
  const url = `mongodb://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/?directConnection=true`;
  const client = new MongoClient(url, choice.tls === undefined ? {} : { tls: true, tlsCAFile: choice.tls.authority });
  return {
    ...{ port, tools, user, password, url, client },
    stop: async () => {
      await client.close();
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGTERM');
      await ended;
      if (choice.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function listening(port: number, tls: MongodbChoice['tls']): readonly string[] {
  const address = `127.0.0.1:${port}`;
  if (tls === undefined) return [`--listen-addr=${address}`];
  const files = [`--listen-tls-cert-file=${tls.certificate}`, `--listen-tls-key-file=${tls.key}`];
  return ['--listen-addr=', `--listen-tls=${address}`, ...files];
}

async function untilItAnswers(port: number, child: ChildProcess): Promise<void> {
  await until('the MongoDB-compatible server answers', async () => {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the MongoDB-compatible server ended with ${child.exitCode}`);
    const socket = createConnection({ port, host: '127.0.0.1' });
    const answered = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    return answered;
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
