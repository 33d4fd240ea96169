import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { parseDocument } from 'yaml';
import { type ProcessResult, systemProcesses } from '../../src/world/processes/process.ts';
import { type Canary, canary } from '../support/canary.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { builtCli } from '../support/program.ts';
import { until } from '../support/until.ts';

const root = resolve(import.meta.dirname, '../..');
export const example = join(root, 'examples/postgres-major');

/** Two PostgreSQL servers, an application that writes all the time, and a repository with the example's files. */
export interface MoveWorld {
  readonly old: TestPostgres;
  readonly young: TestPostgres;
  readonly application: Application;
  readonly password: Canary;
  readonly folder: string;
  readonly repository: string;
  /** What the configuration names. */
  readonly variables: Readonly<Record<string, string>>;
  /** `staged-upgrade` with these arguments, in the repository. */
  staged(...words: readonly string[]): Promise<ProcessResult>;
  /** The example's own program, as the configuration starts it. */
  move(words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<ProcessResult>;
}

/** Writes row after row, each a number and its name, wherever its file says that its database is. */
export interface Application {
  /** The numbers of the rows that the server has confirmed. */
  written(): readonly number[];
  /** Resolves when it has written a row on this server after now. */
  writes(server: Pick<TestPostgres, 'port'>): Promise<void>;
  stop(): Promise<void>;
}

export async function createMoveWorld(atEnd: (end: () => Promise<unknown>) => void): Promise<MoveWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-major-'));
  atEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const repository = join(folder, 'repository');
  await cp(example, repository, { recursive: true });
  const password = canary('the password of both servers');
  const server = async (): Promise<TestPostgres> => {
    const started = await startPostgres(password.value);
    atEnd(() => started.stop());
    await started.sql('postgres', 'ALTER SYSTEM SET wal_level = logical');
    await started.restart();
    await started.sql('postgres', "CREATE ROLE records LOGIN PASSWORD 'of the application'");
    return started;
  };
  const [old, young] = await Promise.all([server(), server()]);
  await old.sql('postgres', 'CREATE DATABASE records OWNER records');
  await old.sql('records', schema);
  const file = join(folder, 'application.env');
  await writeFile(file, `PGHOST=127.0.0.1\nPGPORT=${old.port}\nPGDATABASE=records\n`);
  const application = startApplication(file);
  atEnd(() => application.stop());

  const variables = {
    OLD_DATABASE_URL: old.url('records'),
    NEW_DATABASE_URL: young.url('records'),
    APPLICATION_FILE: file,
  };
  const run = (argv: readonly [string, ...string[]], environment: Readonly<Record<string, string>> = {}) =>
    systemProcesses.run({
      argv,
      directory: repository,
      environment: { ...inherited(old.tools), ...variables, ...environment },
    });
  return {
    old,
    young,
    application,
    password,
    folder,
    repository,
    variables,
    staged: async (...words) => run([process.execPath, await builtCli(), ...words]),
    move: (words, environment) => run([process.execPath, 'move.mjs', ...words], environment),
  };
}

const schema = `
CREATE SCHEMA clinic;
CREATE TYPE clinic.kind AS ENUM ('first', 'later');
CREATE TABLE clinic."Visits" (
  id bigserial PRIMARY KEY,
  number integer NOT NULL UNIQUE,
  kind clinic.kind NOT NULL DEFAULT 'first',
  note text
);
CREATE TABLE days (day date PRIMARY KEY, visits integer) PARTITION BY RANGE (day);
CREATE TABLE days_2026 PARTITION OF days FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO days SELECT date '2026-01-01' + n, n FROM generate_series(0, 299) n;
INSERT INTO clinic."Visits" (number, note) SELECT -n, repeat('é', n % 50) FROM generate_series(1, 5000) n;
GRANT USAGE ON SCHEMA clinic TO records;
GRANT ALL ON ALL TABLES IN SCHEMA clinic TO records;
GRANT ALL ON ALL SEQUENCES IN SCHEMA clinic TO records;`;

function startApplication(file: string): Application {
  const written: number[] = [];
  const ports = new Map<number, number>();
  let [isStopped, next] = [false, 1];
  const work = async (): Promise<void> => {
    const place = new Map(
      (await readFile(file, 'utf8')).split('\n').map((line): [string, string] => {
        const [name = '', value = ''] = line.split('=');
        return [name, value];
      }),
    );
    const port = Number(place.get('PGPORT'));
    const client = new pg.Client({
      host: place.get('PGHOST') ?? '',
      port,
      database: place.get('PGDATABASE') ?? '',
      user: 'records',
      password: 'of the application',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      while (!isStopped) {
        // Written again under the same number where the answer was lost.
        const number = next;
        await client.query(
          'INSERT INTO clinic."Visits" (number, note) VALUES ($1, $2) ON CONFLICT (number) DO NOTHING',
          [number, `visit ${number}`],
        );
        written.push(number);
        ports.set(port, (ports.get(port) ?? 0) + 1);
        next += 1;
        await sleep(10);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const working = (async () => {
    while (!isStopped) {
      await work().catch(() => undefined);
      await sleep(20);
    }
  })();
  return {
    written: () => written,
    writes: async ({ port }) => {
      const before = ports.get(port) ?? 0;
      await until(`the application writes at port ${port}`, () => (ports.get(port) ?? 0) > before);
    },
    stop: async () => {
      isStopped = true;
      await working;
    },
  };
}

/** The journal in a folder, for a terminal. */
export async function keepJournalIn({ repository }: MoveWorld, path: string): Promise<void> {
  const file = join(repository, '.github/staged-upgrade.yml');
  const configuration = parseDocument(await readFile(file, 'utf8'));
  configuration.setIn(['journal', 'store'], { folder: { path } });
  await writeFile(file, configuration.toString());
}

/** Each row that was confirmed to the application is there, once, and the rows from before too. */
export async function nothingIsLost({ application, ...servers }: MoveWorld, side: 'old' | 'young'): Promise<void> {
  const written = [...application.written()];
  const rows = await servers[side].sql<{ number: number }>('records', 'SELECT number FROM clinic."Visits"');
  const there = new Set(rows.map(({ number }) => number));
  assert.deepEqual(
    written.filter((number) => !there.has(number)),
    [],
  );
  assert.equal(rows.filter(({ number }) => number < 0).length, 5000);
  const [days] = await servers[side].sql<{ count: number }>('records', 'SELECT count(*)::int FROM days');
  assert.equal(days?.count, 300);
}

export function succeed({ exitCode, stdout, stderr }: ProcessResult): void {
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
}

/** As in a user's terminal; `node` is the one that runs this test, and the tools are those of the servers. */
function inherited(tools: string): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined || /^(GITHUB_|RUNNER_|ACTIONS_|NODE_TEST_|PG)/.test(name) ? [] : [[name, value]],
  );
  const path = [dirname(process.execPath), tools, process.env.PATH ?? ''].join(delimiter);
  return { ...Object.fromEntries(own), PATH: path };
}
