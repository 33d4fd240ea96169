import { z } from 'zod';
import { type Cluster, readApi } from './cluster.ts';
import type { WorkloadText } from './manifest.ts';

/** A workload of the release, with its pods, as the cluster showed it. */
export interface WorkloadSeen {
  /** `deployment/web`. */
  readonly key: string;
  readonly uid: string;
  readonly namespace: string;
  readonly generation: number;
  /** Whether its controller has seen the latest request. */
  readonly observed: boolean;
  readonly wanted: number;
  readonly updated: number;
  readonly available: number;
  readonly total: number;
  /** By the names of containers: what new pods are made from. */
  readonly images: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly suspended: boolean;
  readonly conditions: readonly Condition[];
  /** Of a Job. */
  readonly succeeded: boolean;
  readonly pods: readonly PodSeen[];
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

export interface PodSeen {
  readonly name: string;
  readonly namespace: string;
  /** Whether it is made from the latest request. */
  readonly isCurrent: boolean;
  readonly phase: string;
  readonly isReady: boolean;
  readonly isDeleting: boolean;
  /** Why no node accepts it, in the scheduler's words. */
  readonly unschedulable: string | undefined;
  readonly containers: readonly ContainerSeen[];
}

export interface ContainerSeen {
  readonly name: string;
  readonly image: string;
  readonly imageId: string;
  readonly restarts: number;
  readonly waiting: { readonly reason: string; readonly message: string } | undefined;
  readonly isRunning: boolean;
  /** How it ended, or ended the last time. */
  readonly ended: { readonly exitCode: number; readonly reason: string } | undefined;
}

const text = z.string().default('');
const count = z.number().nullish();
const ended = z.looseObject({ exitCode: z.number().default(0), reason: text });
const state = z.looseObject({
  waiting: z.looseObject({ reason: text, message: text }).nullish(),
  running: z.unknown().optional(),
  terminated: ended.nullish(),
});
const containerStatus = z.looseObject({
  name: z.string(),
  image: text,
  imageID: text,
  restartCount: z.number().default(0),
  state: state.nullish(),
  lastState: state.nullish(),
});
const condition = z.looseObject({ type: z.string(), status: text, reason: text, message: text });
const containers = z.array(z.looseObject({ name: z.string(), image: text })).nullish();
const podSpec = z.looseObject({ containers, initContainers: containers });
const object = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: text,
    uid: text,
    generation: z.number().default(0),
    deletionTimestamp: z.string().nullish(),
    labels: z.record(z.string(), z.string()).nullish(),
    annotations: z.record(z.string(), z.string()).nullish(),
    ownerReferences: z.array(z.looseObject({ uid: z.string(), controller: z.boolean().nullish() })).nullish(),
  }),
  spec: z
    .looseObject({
      replicas: count,
      suspend: z.boolean().nullish(),
      template: z.looseObject({ spec: podSpec.nullish() }).nullish(),
      jobTemplate: z
        .looseObject({
          spec: z.looseObject({ template: z.looseObject({ spec: podSpec.nullish() }).nullish() }).nullish(),
        })
        .nullish(),
      containers,
      initContainers: containers,
    })
    .nullish(),
  status: z
    .looseObject({
      observedGeneration: count,
      replicas: count,
      updatedReplicas: count,
      availableReplicas: count,
      readyReplicas: count,
      updateRevision: z.string().nullish(),
      desiredNumberScheduled: count,
      currentNumberScheduled: count,
      updatedNumberScheduled: count,
      numberAvailable: count,
      succeeded: count,
      phase: z.string().nullish(),
      conditions: z.array(condition).nullish(),
      containerStatuses: z.array(containerStatus).nullish(),
      initContainerStatuses: z.array(containerStatus).nullish(),
    })
    .nullish(),
});
type Item = z.output<typeof object> & { readonly kind: string };
const list = z.looseObject({ items: z.array(object) });

/** Where the API lists them. Their lists do not say of what kind each is. */
const resources = {
  Deployment: 'apis/apps/v1/*/deployments',
  ReplicaSet: 'apis/apps/v1/*/replicasets',
  StatefulSet: 'apis/apps/v1/*/statefulsets',
  DaemonSet: 'apis/apps/v1/*/daemonsets',
  Job: 'apis/batch/v1/*/jobs',
  CronJob: 'apis/batch/v1/*/cronjobs',
  Pod: 'api/v1/*/pods',
} as const;
type Resource = keyof typeof resources;

/** Those that belong to a workload, by the kind in its key. */
const belonging: Readonly<Record<string, readonly Resource[]>> = {
  deployment: ['Deployment', 'ReplicaSet'],
  statefulset: ['StatefulSet'],
  daemonset: ['DaemonSet'],
  job: ['Job'],
  cronjob: ['CronJob'],
};

type Named = Pick<WorkloadText, 'key'>;

/** Workloads of a namespace, at one moment. */
export interface NamespaceSeen {
  /** Those that exist, of the ones that were looked for; in the order of the request. */
  workloads(texts: readonly Named[]): readonly WorkloadSeen[];
}

/** Rejects with a SystemFailure if it cannot be read. */
export async function readNamespace(
  cluster: Cluster,
  texts: readonly Named[],
  namespace = cluster.namespace,
): Promise<NamespaceSeen> {
  const owners = [...new Set(texts.flatMap(({ key }) => belonging[key.replace(/\/.*/, '')] ?? []))];
  const kinds: readonly Resource[] = owners.length === 0 ? [] : [...owners, 'Pod'];
  const what = `The workloads of the namespace "${namespace}"`;
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const path = `/${resources[kind].replace('*', `namespaces/${namespace}`)}`;
      const { items } = await readApi(cluster, path, list, what);
      return items.map((item): Item => ({ ...item, kind }));
    }),
  );
  const items = lists.flat();
  return {
    workloads: (asked) =>
      asked.flatMap(({ key }) => {
        const item = items.find((one) => `${one.kind.toLowerCase()}/${one.metadata.name}` === key);
        return item === undefined ? [] : [workloadOf(item, items)];
      }),
  };
}

export interface LogAsked {
  readonly container: string;
  readonly sinceTime?: string;
  /** From the run before the container was restarted. */
  readonly previous?: boolean;
  /** Until the container ends. */
  readonly follow?: boolean;
}

/** Where the API has what a container has logged. */
export function logPath({ name, namespace }: Pick<PodSeen, 'name' | 'namespace'>, asked: LogAsked): string {
  const parameters = Object.entries(asked).map(([key, value]): [string, string] => [key, String(value)]);
  return `/api/v1/namespaces/${namespace}/pods/${name}/log?${new URLSearchParams(parameters)}`;
}

/** The workloads of a release, in whatever namespaces they are. */
export async function readWorkloads(
  cluster: Cluster,
  texts: readonly WorkloadText[],
): Promise<readonly WorkloadSeen[]> {
  const namespaces = [...new Set(texts.map(({ namespace }) => namespace))];
  const each = await Promise.all(
    namespaces.map(async (namespace) => {
      const there = texts.filter((one) => one.namespace === namespace);
      return (await readNamespace(cluster, there, namespace)).workloads(there);
    }),
  );
  return each.flat();
}

function workloadOf(item: Item, items: readonly Item[]): WorkloadSeen {
  const { kind, metadata, spec, status } = item;
  const isOwnedBy = (one: Item, owner: Item): boolean =>
    one.metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) ?? false;
  const pods = (owner: Item): readonly Item[] => items.filter((one) => one.kind === 'Pod' && isOwnedBy(one, owner));
  const isDaemonSet = kind === 'DaemonSet';
  const all = podsOf(item, { items, pods, isOwnedBy });
  return {
    key: `${kind.toLowerCase()}/${metadata.name}`,
    uid: metadata.uid,
    namespace: metadata.namespace,
    generation: metadata.generation,
    observed: kind === 'Job' || kind === 'CronJob' || (status?.observedGeneration ?? 0) >= metadata.generation,
    wanted: isDaemonSet ? (status?.desiredNumberScheduled ?? 0) : (spec?.replicas ?? 1),
    updated: (isDaemonSet ? status?.updatedNumberScheduled : status?.updatedReplicas) ?? 0,
    available: (isDaemonSet ? status?.numberAvailable : (status?.availableReplicas ?? status?.readyReplicas)) ?? 0,
    total: (isDaemonSet ? status?.currentNumberScheduled : status?.replicas) ?? 0,
    images: imagesOf(kind === 'CronJob' ? spec?.jobTemplate?.spec?.template?.spec : spec?.template?.spec),
    annotations: metadata.annotations ?? {},
    suspended: spec?.suspend === true,
    conditions: status?.conditions ?? [],
    succeeded: (status?.conditions ?? []).some(({ type, status: is }) => type === 'Complete' && is === 'True'),
    pods: all.map(({ pod, isCurrent }) => podOf(pod, isCurrent)),
  };
}

interface Relations {
  readonly items: readonly Item[];
  pods(owner: Item): readonly Item[];
  isOwnedBy(one: Item, owner: Item): boolean;
}

/** The owner, or a label, shows whether a pod is of the newest template. */
function podsOf(
  item: Item,
  { items, pods, isOwnedBy }: Relations,
): readonly { readonly pod: Item; readonly isCurrent: boolean }[] {
  switch (item.kind) {
    case 'Deployment': {
      const order = (set: Item): number => Number(set.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
      const sets = items
        .filter((one) => one.kind === 'ReplicaSet' && isOwnedBy(one, item))
        .toSorted((one, other) => order(other) - order(one));
      return sets.flatMap((set, index) => pods(set).map((pod) => ({ pod, isCurrent: index === 0 })));
    }
    case 'StatefulSet':
      return pods(item).map((pod) => ({
        pod,
        isCurrent: pod.metadata.labels?.['controller-revision-hash'] === item.status?.updateRevision,
      }));
    case 'DaemonSet': {
      const generation = item.metadata.annotations?.['deprecated.daemonset.template.generation'];
      return pods(item).map((pod) => ({
        pod,
        isCurrent: pod.metadata.labels?.['pod-template-generation'] === generation,
      }));
    }
    default:
      return pods(item).map((pod) => ({ pod, isCurrent: true }));
  }
}

function podOf({ metadata, spec, status }: Item, isCurrent: boolean): PodSeen {
  const conditions = status?.conditions ?? [];
  const scheduled = conditions.find(({ type }) => type === 'PodScheduled');
  const wanted = imagesOf(spec);
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    isCurrent,
    phase: status?.phase ?? 'Unknown',
    isReady: conditions.some(({ type, status: is }) => type === 'Ready' && is === 'True'),
    isDeleting: metadata.deletionTimestamp != null,
    unschedulable: scheduled?.status === 'False' ? scheduled.message : undefined,
    containers: [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].map((one) => ({
      name: one.name,
      image: wanted[one.name] ?? one.image,
      imageId: one.imageID,
      restarts: one.restartCount,
      waiting: one.state?.waiting ?? undefined,
      isRunning: one.state?.running != null,
      ended: one.state?.terminated ?? one.lastState?.terminated ?? undefined,
    })),
  };
}

function imagesOf(spec: z.output<typeof podSpec> | null | undefined): Record<string, string> {
  return Object.fromEntries(
    [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])].map(({ name, image }) => [name, image]),
  );
}
