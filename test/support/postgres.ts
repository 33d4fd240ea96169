import { execFile } from 'node:child_process';
import { access, chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** A PostgreSQL server of its own for a test: in a temporary folder, reached over TCP and a Unix socket. */
export interface TestPostgres {
  readonly port: number;
  /** The folder of the Unix socket. */
  readonly socketFolder: string;
  /** The folder of pg_dump and the other tools. */
  readonly tools: string;
  readonly admin: string;
  readonly adminPassword: string;
  /** `postgres://admin:…@127.0.0.1:PORT/NAME`. */
  url(database: string): string;
  /** Runs statements as the administrator, each call on a connection of its own. */
  sql<Row extends pg.QueryResultRow = pg.QueryResultRow>(database: string, text: string): Promise<Row[]>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Why PostgreSQL cannot be started here; undefined when it can. In CI a missing part is a failure, not a skip. */
export async function missingPostgres(): Promise<string | undefined> {
  const reason =
    (await findTools()) === undefined ? 'PostgreSQL (initdb, pg_ctl) is not installed' : await missingUser();
  if (reason !== undefined && process.env.CI === 'true') throw new Error(reason);
  return reason;
}

/** @param adminPassword for a server that is to be taken for another one */
export async function startPostgres(
  adminPassword = `p@ss:w/rd#?%'" ${Math.random().toString(36).slice(2)}`,
): Promise<TestPostgres> {
  const tools = await findTools();
  if (tools === undefined) throw new Error('PostgreSQL is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-postgres-'));
  const runner = await runnerFor(folder);
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  await runner(['/bin/sh', '-c', 'printf "%s\\n" "$2" > "$1"', 'sh', passwordFile, adminPassword]);
  await runner([
    join(tools, 'initdb'),
    `--pgdata=${data}`,
    '--username=admin',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1,::1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=off`;
  const control = (...args: string[]) =>
    runner([join(tools, 'pg_ctl'), `--pgdata=${data}`, '--silent', `--log=${join(folder, 'log')}`, '-w', ...args]);
  await control('start', '-o', options);
  const url = (database: string) =>
    `postgres://admin:${encodeURIComponent(adminPassword)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  return {
    port,
    socketFolder: folder,
    tools,
    admin: 'admin',
    adminPassword,
    url,
    sql: async <Row extends pg.QueryResultRow>(database: string, text: string) => {
      const client = new pg.Client({ connectionString: url(database) });
      await client.connect();
      try {
        return (await client.query<Row>(text)).rows;
      } finally {
        await client.end();
      }
    },
    restart: () => control('restart', '-m', 'fast', '-o', options),
    stop: async () => {
      await control('stop', '-m', 'immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Runner = (argv: readonly [string, ...string[]]) => Promise<void>;

/** PostgreSQL refuses to run as root: there it runs as the user that its package made. */
async function runnerFor(folder: string): Promise<Runner> {
  const asRoot = userInfo().uid === 0;
  if (asRoot) await run('chown', ['postgres', folder]);
  await chmod(folder, 0o755);
  const prefix = asRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
  return async (argv) => {
    const [program, ...args] = [...prefix, ...argv];
    if (program === undefined) throw new Error('nothing to run');
    await run(program, args, { cwd: folder, env: { ...process.env, LC_ALL: 'C' } });
  };
}

async function findTools(): Promise<string | undefined> {
  const configured = await run('pg_config', ['--bindir']).then(
    ({ stdout }) => [stdout.trim()],
    () => [],
  );
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const packaged = versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => `/usr/lib/postgresql/${version}/bin`);
  for (const folder of [...configured, ...packaged]) {
    const complete = await Promise.all(['initdb', 'pg_ctl', 'pg_dump'].map((name) => access(join(folder, name)))).then(
      () => true,
      () => false,
    );
    if (complete && (await stat(folder)).isDirectory()) return folder;
  }
  return undefined;
}

async function missingUser(): Promise<string | undefined> {
  if (userInfo().uid !== 0) return undefined;
  return run('setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', 'true']).then(
    () => undefined,
    () => 'the tests run as root, and there is no user "postgres" to run PostgreSQL as',
  );
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}
