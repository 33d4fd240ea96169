import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Api, Listed } from './api.ts';
import { type Container, type ContainerLog, ContainerRun } from './container-run.ts';
import { digestOf, type Image } from './node-agent.ts';

export interface Pod extends Listed {
  readonly spec: {
    readonly containers: readonly Container[];
    readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
    readonly terminationGracePeriodSeconds?: number;
  };
  readonly status: { readonly phase?: string };
}

export interface RunningPod {
  readonly pod: Pod;
  readonly address: string;
  port(named: number | string): number;
  isServing(): boolean;
  log(container: string): ContainerLog | undefined;
  changed(pod: Pod): void;
  stop(): Promise<void>;
}

export interface PodOptions {
  readonly api: Api;
  readonly images: ReadonlyMap<string, Image>;
  readonly address: string;
}

/** A tenth of what a kubelet waits before it starts a container again. */
const backOffMilliseconds = 1000;
const attempts = 60;

/** Runs the containers of a pod, and reports their state to the cluster. */
export function runPod(pod: Pod, { api, images, address }: PodOptions): RunningPod {
  const { namespace, name, uid } = pod.metadata;
  const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
  const started = new Date().toISOString();
  const stopping = new AbortController();
  const runs = pod.spec.containers.map((container) => new ContainerRun(container));
  const restart = pod.spec.restartPolicy ?? 'Always';
  let reported = '';
  let reporting = Promise.resolve();

  const report = (): void => {
    reporting = reporting.then(async () => {
      if (stopping.signal.aborted) return;
      const status = statusOf(runs, { address, started });
      const text = JSON.stringify({ ...status, conditions: undefined });
      if (text === reported) return;
      reported = text;
      await untilDone('PATCH', `${path}/status`, { metadata: { uid }, status });
    });
  };

  /** An update that is not received now is sent again: somebody waits for it. A pod that is gone, or replaced, needs nothing more. */
  const untilDone = async (method: string, at: string, body: unknown): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const isDone = await api.call(method, at, body).then(
        () => true,
        (error: unknown) => / (404|409) /.test(String(error)),
      );
      if (isDone) return;
      await pause(backOffMilliseconds, undefined, { ref: false });
    }
  };

  const work = async (run: ContainerRun): Promise<void> => {
    const { container } = run;
    const image = await pulled(run);
    if (image === undefined) return;
    for (;;) {
      const variables = await variablesOf(container, image).catch(() => undefined);
      if (stopping.signal.aborted) return;
      if (variables === undefined) {
        // A secret that is not there yet, say.
        run.state = { waiting: { reason: 'CreateContainerConfigError' } };
        report();
        await sleep(backOffMilliseconds);
        continue;
      }
      const code = await run.process(
        container.command === undefined
          ? [...image.command, ...(container.args ?? [])]
          : [...container.command, ...(container.args ?? [])],
        { PATH: process.env.PATH ?? '', ...image.variables, ...variables },
        { report, probe: () => ready(container) },
      );
      if (stopping.signal.aborted) return;
      const reason = code === 0 ? 'Completed' : 'Error';
      run.state = { terminated: { exitCode: code, reason, finishedAt: new Date().toISOString() } };
      run.last = run.state;
      report();
      if (restart === 'Never' || (restart === 'OnFailure' && code === 0)) return;
      if (run.restarts > 0) {
        const message = `back-off restarting failed container=${container.name} pod=${name}`;
        run.state = { waiting: { reason: 'CrashLoopBackOff', message } };
        report();
        await sleep(backOffMilliseconds * 2 ** (run.restarts - 1));
      }
      if (stopping.signal.aborted) return;
      run.restarts += 1;
    }
  };

  const pulled = async (run: ContainerRun): Promise<Image | undefined> => {
    const { image: reference } = run.container;
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      const image = images.get(reference.replace(/@sha256:.*$/, ''));
      const wanted = /@(sha256:.*)$/.exec(reference)?.[1];
      if (image !== undefined && (wanted === undefined || wanted === digestOf(image))) {
        run.imageID = `${reference.replace(/[:@].*$/, '')}@${digestOf(image)}`;
        return image;
      }
      const why = `rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/${reference}": failed to resolve reference "docker.io/${reference}": docker.io/${reference}: not found`;
      run.state =
        turn % 2 === 0
          ? { waiting: { reason: 'ErrImagePull', message: why } }
          : {
              waiting: {
                reason: 'ImagePullBackOff',
                message: `Back-off pulling image "${reference}": ErrImagePull: ${why}`,
              },
            };
      report();
      await sleep(backOffMilliseconds);
    }
    return undefined;
  };

  const variablesOf = async ({ env = [] }: Container, _image: Image): Promise<Record<string, string>> => {
    const fields: Readonly<Record<string, string>> = {
      'status.podIP': address,
      'metadata.name': name,
      'metadata.namespace': namespace,
    };
    const entries = await Promise.all(
      env.map(async ({ name: variable, value = '', valueFrom: from }): Promise<[string, string]> => {
        if (from?.fieldRef !== undefined) return [variable, fields[from.fieldRef.fieldPath] ?? ''];
        if (from?.secretKeyRef === undefined) return [variable, value];
        const secret = await api.call<{ readonly data?: Readonly<Record<string, string>> }>(
          'GET',
          `/api/v1/namespaces/${namespace}/secrets/${from.secretKeyRef.name}`,
        );
        return [variable, Buffer.from(secret.data?.[from.secretKeyRef.key] ?? '', 'base64').toString()];
      }),
    );
    return { POD_IP: address, ...Object.fromEntries(entries) };
  };

  const ready = async ({ readinessProbe: probe }: Container): Promise<boolean> =>
    probe?.httpGet === undefined ||
    (await answers(address, portOf(pod, probe.httpGet.port), probe.httpGet.path ?? '/'));

  const sleep = (milliseconds: number): Promise<void> =>
    pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);

  for (const run of runs) void work(run).catch(() => undefined);

  const stop = async (): Promise<void> => {
    stopping.abort();
    const grace = pod.spec.terminationGracePeriodSeconds ?? 30;
    await Promise.all(runs.map((run) => run.end(grace * 1000)));
  };
  let deleting = false;
  return {
    pod,
    address,
    port: (named) => portOf(pod, named),
    isServing: () => !stopping.signal.aborted && runs.every((run) => run.isReady),
    log: (container) => runs.find((run) => run.container.name === container),
    changed: (now) => {
      if (now.metadata.deletionTimestamp === undefined || deleting) return;
      deleting = true;
      void stop().then(() => untilDone('DELETE', path, { gracePeriodSeconds: 0, preconditions: { uid } }));
    },
    stop,
  };
}

function portOf({ spec }: Pod, named: number | string): number {
  if (typeof named === 'number') return named;
  const ports = spec.containers.flatMap(({ ports: own = [] }) => own);
  return ports.find(({ name }) => name === named)?.containerPort ?? 0;
}

function statusOf(runs: readonly ContainerRun[], { address, started }: Record<'address' | 'started', string>) {
  const at = new Date().toISOString();
  const isReady = runs.every((run) => run.isReady);
  const ended = runs.flatMap(({ state }) => ('terminated' in state ? [state.terminated.exitCode] : []));
  const hasEnded = ended.length === runs.length;
  const phase = hasEnded ? (ended.every((code) => code === 0) ? 'Succeeded' : 'Failed') : 'Running';
  const condition = (type: string, value: boolean) => ({
    type,
    status: value ? 'True' : 'False',
    lastTransitionTime: at,
  });
  return {
    phase: runs.every(({ state }) => 'waiting' in state && state.waiting.reason !== 'CrashLoopBackOff')
      ? 'Pending'
      : phase,
    startTime: started,
    hostIP: '127.0.0.1',
    podIP: address,
    podIPs: [{ ip: address }],
    conditions: [
      condition('PodScheduled', true),
      condition('Initialized', true),
      condition('ContainersReady', isReady),
      condition('Ready', isReady),
    ],
    containerStatuses: runs.map(({ container, state, last, restarts, isReady: own, imageID }) => ({
      name: container.name,
      image: container.image,
      imageID,
      ready: own,
      started: 'running' in state,
      restartCount: restarts,
      state: { waiting: null, running: null, terminated: null, ...state },
      ...(last === undefined || restarts === 0 ? {} : { lastState: last }),
    })),
  };
}

/** A kubelet waits for a second; here a busy machine may take longer, and must not be taken for a server that is ill. */
const probeLimitMilliseconds = 60_000;

async function answers(host: string, port: number, path: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const asked = get({ host, port, path, timeout: probeLimitMilliseconds, agent: false }, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 400);
    });
    asked.on('error', () => resolve(false));
    asked.on('timeout', () => asked.destroy());
  });
}
