import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.ts';
import type { TestPostgres } from './postgres.ts';
import { until } from './until.ts';

/** A PgBouncer of its own in front of a server, which takes every login and logs in to the server as its administrator. */
export interface TestPgBouncer extends AsyncDisposable {
  url(database: string): string;
}

export interface PgBouncerChoice {
  readonly mode: 'session' | 'transaction' | 'statement';
  /** Lines of its section `[pgbouncer]`. */
  readonly settings?: readonly string[];
}

/** Why it cannot be started here; undefined when it can. In CI a missing part is a failure, not a skip. */
export async function missingPgBouncer(): Promise<string | undefined> {
  if ((await program()) !== undefined) return undefined;
  const reason = 'PgBouncer is not installed: run scripts/setup.sh';
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

/** Debian keeps it off the PATH of users. */
async function program(): Promise<string | undefined> {
  for (const folder of [...(process.env.PATH ?? '').split(':'), '/usr/sbin']) {
    const path = join(folder, 'pgbouncer');
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

export async function startPgBouncer(
  server: TestPostgres,
  { mode, settings = [] }: PgBouncerChoice,
): Promise<TestPgBouncer> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-pgbouncer-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(
    file,
    `[databases]
* = host=127.0.0.1 port=${server.port} user=${server.admin} password='${server.adminPassword.replaceAll("'", "''")}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
${settings.join('\n')}
`,
  );
  // It does not run as root.
  const asUser = userInfo().uid === 0 ? ['-u', 'postgres'] : [];
  const child = spawn((await program()) ?? 'pgbouncer', [...asUser, file], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await until('PgBouncer answers', () => {
    if (child.exitCode !== null) throw new Error('PgBouncer did not start');
    return answers(port);
  });
  return {
    url: (database) => `postgres://${server.admin}:any@127.0.0.1:${port}/${database}?sslmode=disable`,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return await once(socket, 'connect')
    .then(
      () => true,
      () => false,
    )
    .finally(() => socket.destroy());
}
