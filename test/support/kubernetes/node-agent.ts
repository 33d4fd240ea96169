import { createHash } from 'node:crypto';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import type { Api } from './api.ts';
import type { ContainerLog } from './container-run.ts';
import { openNodePorts } from './node-ports.ts';
import { type Pod, type RunningPod, runPod } from './pod.ts';

/** What a container of an image runs where its pod names no command. */
export interface Image {
  readonly command: readonly [string, ...string[]];
  readonly variables?: Readonly<Record<string, string>>;
}

/** Stands in for the kubelet of a node: pods are processes of this machine, which really answer, log, end and are ended. */
export interface NodeAgent {
  /** What can be pulled, by name and tag; an image that is not here cannot. May be changed at any time. */
  readonly images: Map<string, Image>;
  stop(): Promise<void>;
}

export interface NodeAgentOptions {
  readonly api: Api;
  readonly node: string;
  /** For what the API server reads logs from. */
  readonly certificate: { readonly cert: Buffer; readonly key: Buffer };
}

/** As a registry would know it: another content behind the same tag is another digest. */
export function digestOf(image: Image): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(image)).digest('hex')}`;
}

export async function startNodeAgent({ api, node, certificate }: NodeAgentOptions): Promise<NodeAgent> {
  const images = new Map<string, Image>();
  const pods = new Map<string, RunningPod>();
  const block = await takeAddresses();
  let next = 0;
  const logs = await serveLogs(certificate, (namespace, name, container) =>
    [...pods.values()]
      .find(({ pod }) => pod.metadata.namespace === namespace && pod.metadata.name === name)
      ?.log(container),
  );
  await registerNode(api, node, logs);
  const ports = openNodePorts(() => [...pods.values()]);
  await api.follow('/api/v1/services', ports.seen);
  await api.follow<Pod>(`/api/v1/pods?fieldSelector=spec.nodeName%3D${node}`, (pod, gone) => {
    const running = pods.get(pod.metadata.uid);
    if (gone) {
      void running?.stop();
      pods.delete(pod.metadata.uid);
    } else if (running !== undefined) {
      running.changed(pod);
    } else if (!['Succeeded', 'Failed'].includes(pod.status.phase ?? '')) {
      next += 1;
      const address = `127.${block.number}.${next >> 8}.${next & 255}`;
      pods.set(pod.metadata.uid, runPod(pod, { api, images, address }));
    }
  });
  const heartbeat = setInterval(() => void registerNode(api, node, logs).catch(() => undefined), 10_000);
  return {
    images,
    stop: async () => {
      clearInterval(heartbeat);
      ports.close();
      logs.closeAllConnections();
      logs.close();
      block.free();
      await Promise.all([...pods.values()].map((pod) => pod.stop()));
    },
  };
}

async function registerNode(api: Api, name: string, logs: SecureServer): Promise<void> {
  const at = new Date().toISOString();
  const { port } = logs.address() as AddressInfo;
  const condition = { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'ready' };
  await api.call('PATCH', `/api/v1/nodes/${name}/status`, {
    status: {
      addresses: [{ type: 'InternalIP', address: '127.0.0.1' }],
      daemonEndpoints: { kubeletEndpoint: { Port: port } },
      conditions: [{ ...condition, lastHeartbeatTime: at, lastTransitionTime: at }],
    },
  });
}

/** What `kubectl logs` ends up at. */
async function serveLogs(
  certificate: NodeAgentOptions['certificate'],
  find: (namespace: string, pod: string, container: string) => ContainerLog | undefined,
): Promise<SecureServer> {
  const server = createSecureServer(certificate, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://node');
    const [, kind, namespace = '', pod = '', container = ''] = url.pathname.split('/');
    const log = kind === 'containerLogs' ? find(namespace, pod, container) : undefined;
    if (log === undefined) {
      response.writeHead(404).end('no such container');
      return;
    }
    const ask = url.searchParams;
    const since = Date.parse(ask.get('sinceTime') ?? '1970-01-01T00:00:00Z');
    const withTime = ask.get('timestamps') === 'true';
    const text = ({ at, text: line }: { readonly at: number; readonly text: string }): string =>
      `${withTime ? `${new Date(at).toISOString()} ` : ''}${line}\n`;
    const wanted = log.lines(ask.get('previous') === 'true').filter(({ at }) => at >= since);
    const tail = Number(ask.get('tailLines') ?? Number.POSITIVE_INFINITY);
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write(wanted.slice(-tail).map(text).join(''));
    if (ask.get('follow') !== 'true') {
      response.end();
      return;
    }
    const stop = log.follow(
      (line) => response.write(text(line)),
      () => response.end(),
    );
    response.on('close', stop);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Addresses of this machine that no other cluster's pods have: whoever listens at the first of them owns them all. */
async function takeAddresses(): Promise<{ readonly number: number; free(): void }> {
  for (let number = 16; number < 250; number += 1) {
    const server = createServer();
    const isOurs = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(4194, `127.${number}.0.0`, () => resolve(true));
    });
    if (isOurs) return { number, free: () => server.close() };
  }
  throw new Error('no addresses are left for pods');
}
