import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freeRange } from '../ports.ts';
import { openApi } from './api.ts';
import { type NodeAgent, startNodeAgent } from './node-agent.ts';

const run = promisify(execFile);

/** A Kubernetes control plane of a test's own, real except its node, whose pods are processes of this machine. */
export interface TestCluster {
  /** What a process needs to reach it with kubectl and Helm, PATH included. */
  readonly environment: Readonly<Record<string, string>>;
  readonly kubeconfig: string;
  /** What its node can pull. */
  readonly images: NodeAgent['images'];
  kubectl(...args: readonly string[]): Promise<string>;
  helm(...args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Why there is no Kubernetes for tests; undefined when there is. In CI a missing part is a failure, not a skip. */
export async function missingKubernetes(): Promise<string | undefined> {
  const reason = await access(join(programsOfKubernetes(), 'controlplane')).then(
    () => undefined,
    () => 'a Kubernetes control plane was not found: run scripts/setup.sh to have this tested',
  );
  if (reason !== undefined && process.env.CI === 'true') throw new Error(reason);
  return reason;
}

/** Where scripts/setup.sh puts what it builds of scripts/parts/kubernetes. */
export function programsOfKubernetes(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'staged-upgrade', 'kubernetes', 'current');
}

/** Against hanging alone. */
const startLimitMilliseconds = 600_000;
const token = 'administrator';
const node = 'node-0';

export async function startCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-kubernetes-'));
  const port = await freeRange(3);
  const [store, peer] = [port + 1, port + 2];
  const server = `https://127.0.0.1:${port}`;
  const started: ChildProcess[] = [];
  const start = async (name: string, ...args: readonly string[]): Promise<void> => {
    const log = await open(join(folder, `${name}.log`), 'a');
    started.push(spawn(join(programsOfKubernetes(), name), args, { stdio: ['ignore', log.fd, log.fd], cwd: folder }));
    await log.close();
  };
  const kubeconfig = join(folder, 'kubeconfig');
  const environment = {
    PATH: `${programsOfKubernetes()}:${process.env.PATH ?? ''}`,
    HOME: folder,
    KUBECONFIG: kubeconfig,
    HELM_CACHE_HOME: join(folder, 'helm/cache'),
    HELM_CONFIG_HOME: join(folder, 'helm/config'),
    HELM_DATA_HOME: join(folder, 'helm/data'),
  };
  const program =
    (name: string) =>
    async (...args: readonly string[]): Promise<string> =>
      (await run(join(programsOfKubernetes(), name), [...args], { env: environment, maxBuffer: 64 * 1024 * 1024 }))
        .stdout;
  const kubectl = program('kubectl');
  const stop = async (): Promise<void> => {
    for (const child of started.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(timer);
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const until = async (look: () => Promise<unknown>): Promise<void> => {
    const end = Date.now() + startLimitMilliseconds;
    for (;;) {
      const error: unknown = await look().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error === undefined) return;
      const dead = started.find(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null);
      if (dead !== undefined || Date.now() > end) {
        await stop();
        throw new Error(`Kubernetes does not start here: ${dead?.spawnfile ?? ''} ${String(error)}`);
      }
      await pause(200);
    }
  };

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = join(folder, 'accounts.key');
  await writeFile(key, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  await writeFile(join(folder, 'tokens'), `${token},administrator,administrator,system:masters\n`, { mode: 0o600 });
  const certificate = join(folder, 'certificates/apiserver.crt');
  await writeFile(kubeconfig, kubeconfigOf(server, certificate), { mode: 0o600 });
  const [client, peers] = [`http://127.0.0.1:${store}`, `http://127.0.0.1:${peer}`];
  await start(
    'etcd',
    ...['--data-dir', join(folder, 'etcd'), '--unsafe-no-fsync', '--log-level=error'],
    ...['--listen-client-urls', client, '--advertise-client-urls', client],
    ...['--listen-peer-urls', peers, '--initial-advertise-peer-urls', peers, '--initial-cluster', `default=${peers}`],
  );
  await start(
    'kube-apiserver',
    ...['--etcd-servers', client, '--bind-address=127.0.0.1', '--advertise-address=127.0.0.1'],
    ...[`--secure-port=${port}`, '--cert-dir', join(folder, 'certificates')],
    ...[
      '--endpoint-reconciler-type=none',
      '--service-cluster-ip-range=10.0.0.0/24',
      '--service-node-port-range=1024-65535',
    ],
    ...['--token-auth-file', join(folder, 'tokens'), '--authorization-mode=RBAC'],
    ...['--service-account-issuer=https://kubernetes.default.svc', '--service-account-key-file', key],
    ...['--service-account-signing-key-file', key, '--profiling=false', '--kubelet-preferred-address-types=InternalIP'],
  );
  await until(() => kubectl('get', '--raw', '/readyz'));
  await start(
    'kube-controller-manager',
    ...['--kubeconfig', kubeconfig, '--service-account-private-key-file', key, '--root-ca-file', certificate],
    ...['--node-monitor-grace-period=30m', '--leader-elect=false', '--secure-port=0'],
  );
  await start('kube-scheduler', '--kubeconfig', kubeconfig, '--leader-elect=false', '--secure-port=0');
  const api = openApi(server, token);
  const room = { cpu: '32', memory: '256Gi', pods: '110' };
  await api.call('POST', '/api/v1/nodes', { metadata: { name: node, labels: { 'kubernetes.io/os': 'linux' } } });
  await api.call('PATCH', `/api/v1/nodes/${node}/status`, { status: { capacity: room, allocatable: room } });
  const [cert, certificateKey] = await Promise.all([
    readFile(certificate),
    readFile(certificate.replace(/crt$/, 'key')),
  ]);
  const agent = await startNodeAgent({ api, node, certificate: { cert, key: certificateKey } });
  await until(() => kubectl('get', 'serviceaccount', 'default'));
  return {
    environment,
    kubeconfig,
    images: agent.images,
    kubectl,
    helm: program('helm'),
    stop: async () => {
      await agent.stop();
      api.close();
      await stop();
    },
  };
}

function kubeconfigOf(server: string, certificate: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'local', cluster: { server, 'certificate-authority': certificate } }],
    users: [{ name: 'administrator', user: { token } }],
    contexts: [{ name: 'local', context: { cluster: 'local', user: 'administrator' } }],
    'current-context': 'local',
  });
}
