import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './ports.ts';
import { until } from './until.ts';

const run = promisify(execFile);

/** A Docker engine with Compose for tests: the one of this machine, or one of the test's own. */
export interface TestEngine {
  /** What a process needs to reach it, PATH included. */
  readonly environment: Readonly<Record<string, string>>;
  docker(...args: readonly string[]): Promise<string>;
  /** Makes an image of a few files and the static busybox, without any registry. */
  image(name: string, content: ImageContent): Promise<void>;
  stop(): Promise<void>;
}

export interface ImageContent {
  /** Texts by their paths in the image. */
  readonly files: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** Why there is no engine with Compose for tests; undefined when there is. In CI a missing part is a failure, not a skip. */
export async function missingDocker(): Promise<string | undefined> {
  const reason = await whyMissing();
  if (reason !== undefined && process.env.CI === 'true') throw new Error(reason);
  return reason;
}

async function whyMissing(): Promise<string | undefined> {
  const advice = 'run scripts/setup.sh to have this tested';
  if ((await answers('docker', '--version')) === undefined) return `Docker is not installed: ${advice}`;
  if ((await composePlugin()) === undefined) return `Docker Compose is not installed: ${advice}`;
  if ((await busybox()) === undefined) return `a static busybox is not installed: ${advice}`;
  if (await hasEngine()) return undefined;
  if (userInfo().uid !== 0) return 'no Docker engine answers, and only root can start one';
  return (await answers('dockerd', '--version')) === undefined ? `dockerd is not installed: ${advice}` : undefined;
}

export async function startEngine(): Promise<TestEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-docker-'));
  const { PATH = '' } = process.env;
  const own = (await hasEngine()) ? undefined : await startDaemon(folder);
  const host = own?.host ?? process.env.DOCKER_HOST;
  const plugin = await composePlugin();
  const configured: Record<string, string> = {};
  if (plugin !== undefined && plugin !== 'installed') {
    await mkdir(join(folder, 'config', 'cli-plugins'), { recursive: true });
    await symlink(plugin, join(folder, 'config', 'cli-plugins', 'docker-compose'));
    configured.DOCKER_CONFIG = join(folder, 'config');
  }
  const environment = { PATH, HOME: folder, ...configured, ...(host === undefined ? {} : { DOCKER_HOST: host }) };
  const docker = async (...args: readonly string[]): Promise<string> =>
    (await run('docker', [...args], { env: environment })).stdout;
  return {
    environment,
    docker,
    image: async (name, { files, command, variables = {} }) => {
      const root = await mkdtemp(join(folder, 'image-'));
      const busyboxPath = (await busybox()) ?? '';
      await mkdir(join(root, 'bin'));
      await mkdir(join(root, 'tmp'));
      await cp(busyboxPath, join(root, 'bin', 'busybox'));
      await symlink('busybox', join(root, 'bin', 'sh'));
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text, { mode: 0o755 });
      }
      const archive = `${root}.tar`;
      await run('tar', ['--create', `--file=${archive}`, `--directory=${root}`, '.']);
      const changes = [
        `--change=CMD ${JSON.stringify(command)}`,
        ...Object.entries(variables).map(([variable, value]) => `--change=ENV ${variable}=${value}`),
      ];
      await docker('import', ...changes, archive, name);
      await rm(archive);
    },
    stop: async () => {
      if (own !== undefined) {
        await stopDaemon(own);
        await unmountBelow(folder);
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

interface Daemon {
  readonly host: string;
  readonly process: ChildProcess;
}

async function startDaemon(folder: string): Promise<Daemon> {
  const host = `unix://${join(folder, 'docker.sock')}`;
  const child = spawn(
    'dockerd',
    [
      `--host=${host}`,
      `--data-root=${join(folder, 'data')}`,
      `--exec-root=${join(folder, 'exec')}`,
      `--pidfile=${join(folder, 'pid')}`,
      // Compose makes networks of its own; the machine's own bridge and rules stay as they are.
      '--bridge=none',
      '--iptables=false',
      // Two engines that look for free addresses at the same moment would find the same ones.
      `--default-address-pool=base=${await ownAddresses()},size=24`,
      '--log-level=error',
    ],
    { stdio: 'ignore' },
  );
  await until('dockerd answers', async () => {
    if (child.exitCode !== null) throw new Error('dockerd does not start here');
    return (await answers('docker', '--host', host, 'info', '--format={{.ServerVersion}}')) !== undefined;
  });
  return { host, process: child };
}

/** For four networks, as no other engine of a test has them: each has a port to itself, which stands for them. */
async function ownAddresses(): Promise<string> {
  const number = await freePort();
  return `10.${number >> 7}.${(number & 127) << 1}.0/23`;
}

async function stopDaemon({ host, process: child }: Daemon): Promise<void> {
  const containers = ((await answers('docker', '--host', host, 'ps', '--all', '--quiet')) ?? '')
    .split('\n')
    .filter(Boolean);
  // A container that removes itself may just be doing so, and then removing it as well is refused.
  if (containers.length > 0) await answers('docker', '--host', host, 'rm', '--force', '--volumes', ...containers);
  // A bridge outlives the engine that made it, and the machine has addresses for some thirty.
  await answers('docker', '--host', host, 'network', 'prune', '--force');
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** An engine that is ended leaves the network namespace of containers that had the machine's own, and that cannot be removed. */
async function unmountBelow(folder: string): Promise<void> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n').flatMap((line) => line.split(' ')[1] ?? []);
  for (const mount of mounts.filter((path) => path.startsWith(`${folder}/`)).toReversed())
    await run('umount', ['--lazy', mount]);
}

async function hasEngine(): Promise<boolean> {
  return (await answers('docker', 'info', '--format={{.ServerVersion}}')) !== undefined;
}

/** Where the plugin is that scripts/setup.sh has built; `installed` where Docker finds one by itself. */
async function composePlugin(): Promise<string | undefined> {
  if ((await answers('docker', 'compose', 'version')) !== undefined) return 'installed';
  return await firstThere([join(tools(), 'docker-compose')]);
}

async function busybox(): Promise<string | undefined> {
  return await firstThere([join(tools(), 'busybox'), '/bin/busybox']);
}

/** Where scripts/setup.sh puts what it builds. */
function tools(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'staged-upgrade', 'bin');
}

async function firstThere(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
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

async function answers(program: string, ...args: readonly string[]): Promise<string | undefined> {
  return await run(program, [...args]).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}
