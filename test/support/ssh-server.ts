import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './ports.ts';
import { need } from './tools.ts';
import { until } from './until.ts';

const run = promisify(execFile);

/** A real SSH server of a test's own, to which this user logs in with a key. */
export interface SshServer {
  /** `ssh://root@127.0.0.1:2222`. */
  readonly address: string;
  /** Before the PATH: the real client, told of this server's key. It reads the home of the user from the system, not from HOME. */
  readonly programs: string;
  /** Every session is cut, as by a network that fails; new ones are accepted. */
  cut(): Promise<void>;
  /** The key is not accepted any more, and existing sessions are ended. */
  refuse(): Promise<void>;
  stop(): Promise<void>;
}

const [server, client] = [need('sshd'), need('ssh')];

/** Why there is none; undefined when there is. In CI a missing part is a failure, not a skip. */
export const missingSsh: string | undefined = [server.skip, client.skip].find((skip) => skip !== false) || undefined;

/** @param variables of each session, as the machine that one logs in to has them */
export async function startSshServer(variables: Readonly<Record<string, string>>): Promise<SshServer> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-ssh-'));
  const at = (name: string): string => join(folder, name);
  for (const name of ['host', 'user'])
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(`${name}.key`)]);
  const port = await freePort();
  const { username, uid } = userInfo();
  // Where its sessions wait unprivileged; a system that starts it itself makes it.
  if (uid === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  await writeFile(at('authorized'), await readFile(at('user.key.pub')));
  await writeFile(at('known'), `[127.0.0.1]:${port} ${await readFile(at('host.key.pub'), 'utf8')}`);
  const set = Object.entries(variables).map(([name, value]) => `"${name}=${value}"`);
  const ofServer = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${at('host.key')}`,
    `AuthorizedKeysFile ${at('authorized')}`,
    `PidFile ${at('pid')}`,
    'StrictModes no',
    'UsePAM no',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    // Compose opens a connection for each of its calls.
    'MaxStartups 100',
    `SetEnv ${set.join(' ')}`,
  ];
  await writeFile(at('sshd_config'), `${ofServer.join('\n')}\n`);
  const ofClient = [
    `IdentityFile ${at('user.key')}`,
    'IdentitiesOnly yes',
    `UserKnownHostsFile ${at('known')}`,
    ...oneConnection(folder),
  ];
  await writeFile(at('ssh_config'), `${ofClient.join('\n')}\n`);
  await mkdir(at('bin'));
  await writeFile(at('bin/ssh'), `#!/bin/sh\nexec ${client.path} -F ${at('ssh_config')} "$@"\n`, { mode: 0o755 });
  const child = spawn(server.path, ['-D', '-e', '-f', at('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  await listening(child);
  const address = `ssh://${username}@127.0.0.1:${port}`;
  const cut = async (): Promise<void> => {
    for (const id of await childrenOf(child)) process.kill(id, 'SIGKILL');
  };
  return {
    address,
    programs: at('bin'),
    cut,
    refuse: async () => {
      await writeFile(at('authorized'), '');
      await cut();
    },
    stop: async () => {
      const ended = once(child, 'exit');
      await cut();
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As docs/deploying-with-compose.md advises: Compose opens a connection for each of its calls, which share one. */
function oneConnection(folder: string): readonly string[] {
  return ['ControlMaster auto', `ControlPath ${join(folder, 'connection')}`, 'ControlPersist 5s'];
}

async function listening(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += String(text);
  });
  await until('sshd listens', () => {
    if (child.exitCode !== null) throw new Error(`sshd does not start here: ${said}`);
    return said.includes('Server listening on');
  });
}

async function childrenOf({ pid = 0 }: ChildProcess): Promise<readonly number[]> {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return listed
    .split(' ')
    .filter((id) => id !== '')
    .map(Number);
}
