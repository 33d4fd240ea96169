import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  readJson
} from "./chunk-DM5PRBW2.js";
import {
  array,
  boolean,
  looseObject,
  number,
  record,
  string,
  unknown
} from "./chunk-K63SF6ED.js";

// src/drivers/deployers/helm/workloads.ts
var text = string().default("");
var count = number().nullish();
var ended = looseObject({ exitCode: number().default(0), reason: text });
var state = looseObject({
  waiting: looseObject({ reason: text, message: text }).nullish(),
  running: unknown().optional(),
  terminated: ended.nullish()
});
var containerStatus = looseObject({
  name: string(),
  image: text,
  imageID: text,
  restartCount: number().default(0),
  state: state.nullish(),
  lastState: state.nullish()
});
var condition = looseObject({ type: string(), status: text, reason: text, message: text });
var containers = array(looseObject({ name: string(), image: text })).nullish();
var podSpec = looseObject({ containers, initContainers: containers });
var object = looseObject({
  kind: string(),
  metadata: looseObject({
    name: string(),
    namespace: text,
    uid: text,
    generation: number().default(0),
    deletionTimestamp: string().nullish(),
    labels: record(string(), string()).nullish(),
    annotations: record(string(), string()).nullish(),
    ownerReferences: array(looseObject({ uid: string(), controller: boolean().nullish() })).nullish()
  }),
  spec: looseObject({
    replicas: count,
    suspend: boolean().nullish(),
    template: looseObject({ spec: podSpec.nullish() }).nullish(),
    jobTemplate: looseObject({
      spec: looseObject({ template: looseObject({ spec: podSpec.nullish() }).nullish() }).nullish()
    }).nullish(),
    containers,
    initContainers: containers
  }).nullish(),
  status: looseObject({
    observedGeneration: count,
    replicas: count,
    updatedReplicas: count,
    availableReplicas: count,
    readyReplicas: count,
    updateRevision: string().nullish(),
    desiredNumberScheduled: count,
    currentNumberScheduled: count,
    updatedNumberScheduled: count,
    numberAvailable: count,
    succeeded: count,
    phase: string().nullish(),
    conditions: array(condition).nullish(),
    containerStatuses: array(containerStatus).nullish(),
    initContainerStatuses: array(containerStatus).nullish()
  }).nullish()
});
var list = looseObject({ items: array(object) });
var kinds = "deployments.apps,replicasets.apps,statefulsets.apps,daemonsets.apps,jobs.batch,cronjobs.batch,pods";
async function readNamespace(cluster, namespace = cluster.namespace) {
  const result = await cluster.kubectl(["get", kinds, "--output=json", `--namespace=${namespace}`]);
  const { items } = await readJson(cluster, result, list, `The workloads of the namespace "${namespace}"`);
  return {
    workloads: (texts) => texts.flatMap(({ key }) => {
      const item = items.find((one) => `${one.kind.toLowerCase()}/${one.metadata.name}` === key);
      return item === void 0 ? [] : [workloadOf(item, items)];
    })
  };
}
async function readWorkloads(cluster, texts) {
  const namespaces = [...new Set(texts.map(({ namespace }) => namespace))];
  const each = await Promise.all(
    namespaces.map(
      async (namespace) => (await readNamespace(cluster, namespace)).workloads(texts.filter((one) => one.namespace === namespace))
    )
  );
  return each.flat();
}
function workloadOf(item, items) {
  const { kind, metadata, spec, status } = item;
  const isOwnedBy = (one, owner) => one.metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) ?? false;
  const pods = (owner) => items.filter((one) => one.kind === "Pod" && isOwnedBy(one, owner));
  const isDaemonSet = kind === "DaemonSet";
  const all = podsOf(item, { items, pods, isOwnedBy });
  return {
    key: `${kind.toLowerCase()}/${metadata.name}`,
    uid: metadata.uid,
    namespace: metadata.namespace,
    generation: metadata.generation,
    observed: kind === "Job" || kind === "CronJob" || (status?.observedGeneration ?? 0) >= metadata.generation,
    wanted: isDaemonSet ? status?.desiredNumberScheduled ?? 0 : spec?.replicas ?? 1,
    updated: (isDaemonSet ? status?.updatedNumberScheduled : status?.updatedReplicas) ?? 0,
    available: (isDaemonSet ? status?.numberAvailable : status?.availableReplicas ?? status?.readyReplicas) ?? 0,
    total: (isDaemonSet ? status?.currentNumberScheduled : status?.replicas) ?? 0,
    images: imagesOf(kind === "CronJob" ? spec?.jobTemplate?.spec?.template?.spec : spec?.template?.spec),
    annotations: metadata.annotations ?? {},
    suspended: spec?.suspend === true,
    conditions: status?.conditions ?? [],
    succeeded: (status?.conditions ?? []).some(({ type, status: is }) => type === "Complete" && is === "True"),
    pods: all.map(({ pod, isCurrent }) => podOf(pod, isCurrent))
  };
}
function podsOf(item, { items, pods, isOwnedBy }) {
  switch (item.kind) {
    case "Deployment": {
      const order = (set) => Number(set.metadata.annotations?.["deployment.kubernetes.io/revision"] ?? 0);
      const sets = items.filter((one) => one.kind === "ReplicaSet" && isOwnedBy(one, item)).toSorted((one, other) => order(other) - order(one));
      return sets.flatMap((set, index) => pods(set).map((pod) => ({ pod, isCurrent: index === 0 })));
    }
    case "StatefulSet":
      return pods(item).map((pod) => ({
        pod,
        isCurrent: pod.metadata.labels?.["controller-revision-hash"] === item.status?.updateRevision
      }));
    case "DaemonSet": {
      const generation = item.metadata.annotations?.["deprecated.daemonset.template.generation"];
      return pods(item).map((pod) => ({
        pod,
        isCurrent: pod.metadata.labels?.["pod-template-generation"] === generation
      }));
    }
    default:
      return pods(item).map((pod) => ({ pod, isCurrent: true }));
  }
}
function podOf({ metadata, spec, status }, isCurrent) {
  const conditions = status?.conditions ?? [];
  const scheduled = conditions.find(({ type }) => type === "PodScheduled");
  const wanted = imagesOf(spec);
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    isCurrent,
    phase: status?.phase ?? "Unknown",
    isReady: conditions.some(({ type, status: is }) => type === "Ready" && is === "True"),
    isDeleting: metadata.deletionTimestamp != null,
    unschedulable: scheduled?.status === "False" ? scheduled.message : void 0,
    containers: [...status?.initContainerStatuses ?? [], ...status?.containerStatuses ?? []].map((one) => ({
      name: one.name,
      image: wanted[one.name] ?? one.image,
      imageId: one.imageID,
      restarts: one.restartCount,
      waiting: one.state?.waiting ?? void 0,
      isRunning: one.state?.running != null,
      ended: one.state?.terminated ?? one.lastState?.terminated ?? void 0
    }))
  };
}
function imagesOf(spec) {
  return Object.fromEntries(
    [...spec?.initContainers ?? [], ...spec?.containers ?? []].map(({ name, image }) => [name, image])
  );
}

export {
  readNamespace,
  readWorkloads
};
