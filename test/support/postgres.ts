import { execFile } from 'node:child_process';
import { access, chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './ports.ts';

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
  /** As if the machine had lost its power, and started again. */
  crash(): Promise<void>;
  /** A second server that follows this one, and is read-only. Stopped before this one is. */
  standby(): Promise<Pick<TestPostgres, 'url' | 'stop'>>;
  stop(): Promise<void>;
}

/** A PostgreSQL that is installed here. */
export interface InstalledPostgres {
  readonly major: number;
  /** The folder of its programs. */
  readonly tools: string;
  /** For `describe(…, { skip })`: false, or why it cannot be started here. */
  readonly skip: string | false;
}

/** That of the distribution, and the newer one that scripts/setup.sh puts beside it. In CI a missing one is a failure. */
export async function installedPostgres(): Promise<readonly InstalledPostgres[]> {
  const usual = await missingPostgres();
  const tools = (await findTools()) ?? '';
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  // As root, PostgreSQL runs as another user, to whom the home of root is closed.
  const folder = userInfo().uid === 0 ? '/usr/local/lib' : cache;
  const newer = join(folder, 'staged-upgrade', 'postgresql-18', 'bin');
  const absent = (await isComplete(newer)) ? false : `a newer PostgreSQL is not in ${newer}: run scripts/setup.sh`;
  if (absent && process.env.CI === 'true') throw new Error(absent);
  return [
    { major: usual === undefined ? await majorOf(tools) : 0, tools, skip: usual ?? false },
    { major: absent ? 0 : await majorOf(newer), tools: newer, skip: usual ?? absent },
  ];
}

async function majorOf(tools: string): Promise<number> {
  const { stdout } = await run(join(tools, 'postgres'), ['--version']);
  return Number(/ (\d+)\./.exec(stdout)?.[1]);
}

/** Why PostgreSQL cannot be started here; undefined when it can. In CI a missing part is a failure, not a skip. */
export async function missingPostgres(): Promise<string | undefined> {
  const reason =
    (await findTools()) === undefined ? 'PostgreSQL (initdb, pg_ctl) is not installed' : await missingUser();
  if (reason !== undefined && process.env.CI === 'true') throw new Error(reason);
  return reason;
}

export interface PostgresChoice {
  /** The folder of its programs; left out, those of the distribution. */
  readonly tools?: string;
  /** Lines of its postgresql.conf. */
  readonly configuration?: readonly string[];
  /** Whether it waits for the disk, as a real one does. */
  readonly durable?: boolean;
}

/** @param adminPassword for a server that has to pass for another one */
export async function startPostgres(
  adminPassword = `p@ss:w/rd#?%'" ${Math.random().toString(36).slice(2)}`,
  choice: PostgresChoice = {},
): Promise<TestPostgres> {
  const tools = choice.tools ?? (await findTools());
  if (tools === undefined) throw new Error('PostgreSQL is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-postgres-'));
  const runner = await runnerFor(folder, tools);
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
  await runner(
    ['/bin/sh', '-c', 'cat >> "$1"', 'sh', join(data, 'postgresql.conf')],
    `${(choice.configuration ?? []).join('\n')}\n`,
  );
  const options = `-c listen_addresses=127.0.0.1,::1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=${choice.durable === true ? 'on' : 'off'}`;
  const control = (...args: string[]) =>
    runner([
      join(tools, 'pg_ctl'),
      `--pgdata=${data}`,
      '--silent',
      `--log=${join(folder, 'log')}`,
      ...waitArguments,
      ...args,
    ]);
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
    crash: async () => {
      await control('stop', '-m', 'immediate');
      await control('start', '-o', options);
    },
    standby: async () => {
      const copy = join(folder, 'standby');
      const standbyPort = await freePort();
      const source = `host=${folder} port=${port} user=admin password='${adminPassword.replaceAll(/['\\]/g, '\\$&')}'`;
      await runner([
        join(tools, 'pg_basebackup'),
        `--pgdata=${copy}`,
        `--dbname=${source}`,
        '--write-recovery-conf',
        '--checkpoint=fast',
      ]);
      const own = (...args: string[]) =>
        runner([
          join(tools, 'pg_ctl'),
          `--pgdata=${copy}`,
          '--silent',
          `--log=${join(folder, 'standby-log')}`,
          ...waitArguments,
          ...args,
        ]);
      await own(
        'start',
        '-o',
        `-c listen_addresses=127.0.0.1 -c port=${standbyPort} -c unix_socket_directories=${folder}`,
      );
      return {
        url: (database) => url(database).replace(`:${port}/`, `:${standbyPort}/`),
        stop: () => own('stop', '-m', 'immediate'),
      };
    },
    stop: async () => {
      await control('stop', '-m', 'immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** It waits as long as a busy machine takes. */
const waitArguments = ['-w', '--timeout=900'];

type Runner = (argv: readonly [string, ...string[]], input?: string) => Promise<void>;

/** PostgreSQL refuses to run as root: there it runs as the user that its package made. */
async function runnerFor(folder: string, tools: string): Promise<Runner> {
  const asRoot = userInfo().uid === 0;
  if (asRoot) await run('chown', ['postgres', folder]);
  await chmod(folder, 0o755);
  const prefix = asRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
  // Its modules look for its own libraries where it was built, and else where the system has those of an older one.
  const libraries = join(tools, '..', 'lib');
  const environment = { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: libraries };
  return async (argv, input) => {
    const [program, ...args] = [...prefix, ...argv];
    if (program === undefined) throw new Error('nothing to run');
    const running = run(program, args, { cwd: folder, env: environment });
    if (input !== undefined) running.child.stdin?.end(input);
    await running;
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
    if (await isComplete(folder)) return folder;
  }
  return undefined;
}

async function isComplete(folder: string): Promise<boolean> {
  const programs = ['initdb', 'pg_ctl', 'pg_dump'].map((name) => access(join(folder, name)));
  return await Promise.all(programs).then(
    async () => (await stat(folder)).isDirectory(),
    () => false,
  );
}

async function missingUser(): Promise<string | undefined> {
  if (userInfo().uid !== 0) return undefined;
  return run('setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', 'true']).then(
    () => undefined,
    () => 'the tests run as root, and there is no user "postgres" to run PostgreSQL as',
  );
}
