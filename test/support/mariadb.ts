import { execFile, spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { freePort } from './ports.ts';

const run = promisify(execFile);

/** A MariaDB server of its own for a test: in a temporary folder, reached over TCP and a Unix socket. */
export interface TestMariadb {
  readonly port: number;
  readonly socket: string;
  readonly password: string;
  /** `mysql://admin:…@127.0.0.1:PORT/NAME`. */
  url(database: string): string;
  /** Runs statements as the administrator, one after the other, and returns the rows of the last one. */
  sql(database: string, ...statements: string[]): Promise<Record<string, unknown>[]>;
  /** As if the machine had lost its power; it stays down. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Why MariaDB cannot be started here; undefined when it can. In CI a missing part is a failure, not a skip. */
export async function missingMariadb(): Promise<string | undefined> {
  const found = await Promise.all(['mariadbd', 'mariadb-install-db', 'mariadb-dump'].map(whereIs));
  if (found.every((each) => each !== undefined)) return undefined;
  const reason = 'MariaDB (mariadbd, mariadb-install-db, mariadb-dump) is not installed: run scripts/setup.sh';
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

/** Debian keeps servers off the PATH of users. */
async function whereIs(program: string): Promise<string | undefined> {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin'];
  for (const folder of folders) {
    const path = join(folder, program);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

export async function startMariadb(options: readonly string[] = []): Promise<TestMariadb> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-mariadb-'));
  const [server = 'mariadbd', install = 'mariadb-install-db'] = await Promise.all(
    ['mariadbd', 'mariadb-install-db'].map(whereIs),
  );
  const data = join(folder, 'data');
  // Of its own: a server that starts removes the temporary tables that it finds, those of other running servers too.
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  const user = `--user=${userInfo().username}`;
  await run(install, [
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${temporary}`,
    user,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
  ]);
  const port = await freePort();
  const socket = join(folder, 's');
  const password = `p@ss:w/rd#?%'" \\${Math.random().toString(36).slice(2)}`;
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      user,
      `--socket=${socket}`,
      `--tmpdir=${temporary}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--pid-file=${join(folder, 'pid')}`,
      `--log-error=${join(folder, 'log')}`,
      '--skip-name-resolve',
      '--innodb-buffer-pool-size=64M',
      '--innodb-log-file-size=48M',
      // Nothing of a test outlives it.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=0',
      ...options,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let isGone = false;
  const end = async (signal: NodeJS.Signals) => {
    if (!isGone) child.kill(signal);
    isGone = true;
    await ended;
  };
  const asRoot = { socketPath: socket, user: 'root', multipleStatements: true };
  const admin = await firstConnection(asRoot, ended);
  await admin.query(
    `CREATE USER admin@'%' IDENTIFIED BY '${password.replaceAll('\\', '\\\\').replaceAll("'", "''")}'; GRANT ALL PRIVILEGES ON *.* TO admin@'%' WITH GRANT OPTION`,
  );
  await admin.end();
  return {
    port,
    socket,
    password,
    url: (database) => `mysql://admin:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    sql: async (database, ...statements) => {
      const connection = await createConnection({
        ...{ host: '127.0.0.1', port, user: 'admin', password, charset: 'utf8mb4' },
        ...(database !== '' && { database }),
      });
      try {
        let rows: unknown = [];
        for (const statement of statements) [rows] = await connection.query(statement);
        return Array.isArray(rows) ? rows.map((row) => ({ ...row })) : [];
      } finally {
        await connection.end();
      }
    },
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function firstConnection(options: Parameters<typeof createConnection>[0], ended: Promise<void>) {
  let isGone = false;
  void ended.then(() => {
    isGone = true;
  });
  for (const limit = Date.now() + startLimitMilliseconds; ; ) {
    try {
      return await createConnection(options as never);
    } catch (cause) {
      if (isGone || Date.now() > limit) throw new Error('MariaDB did not start', { cause });
      await pause(100);
    }
  }
}

/** Only against hanging. */
const startLimitMilliseconds = 600_000;
