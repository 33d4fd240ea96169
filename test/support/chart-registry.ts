import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CleanUpOwner, certificates } from './certificates.ts';
import { freePort } from './ports.ts';
import { need } from './tools.ts';
import { until } from './until.ts';

/** A real registry of OCI artifacts. */
export const registryProgram = need('docker-registry');

export interface ChartRegistry {
  /** `127.0.0.1:5000`, by TLS alone. */
  readonly host: string;
  /** For a program written in Go: whose certificates it trusts. */
  readonly trust: Readonly<Record<string, string>>;
  readonly user: string;
  readonly password: string;
}

const user = 'ci';
const password = 'a-password-for-tests';
/** The same by bcrypt, which is all that the registry takes. */
const hashed = '$2b$04$abcdefghijklmnopqrstuuVaJbnoKncQTH68CmbfmUOAthVwB4ZZa';

export async function startChartRegistry(test: CleanUpOwner): Promise<ChartRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-registry-'));
  const { authority, certificate, key } = await certificates(test, 'IP:127.0.0.1');
  const host = `127.0.0.1:${await freePort()}`;
  const htpasswd = join(folder, 'htpasswd');
  await writeFile(htpasswd, `${user}:${hashed}\n`);
  const configuration = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') } },
    http: { addr: host, tls: { certificate, key } },
    auth: { htpasswd: { realm: 'charts', path: htpasswd } },
  };
  await writeFile(join(folder, 'config.yml'), JSON.stringify(configuration));
  const child = spawn(registryProgram.path, ['serve', join(folder, 'config.yml')], { stdio: 'ignore' });
  test.after(async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  });
  await listening(child, host);
  return { host, trust: { SSL_CERT_FILE: authority }, user, password };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function listening(child: ChildProcess, host: string): Promise<void> {
  const [address = '', port = ''] = host.split(':');
  await until('the registry takes connections', () => {
    if (child.exitCode !== null) throw new Error('the registry does not start here');
    return takes(address, Number(port));
  });
}

async function takes(address: string, port: number): Promise<boolean> {
  const socket = connect(port, address);
  return await new Promise((resolve) => {
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
