import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  readJson
} from "./chunk-DM5PRBW2.js";
import {
  h
} from "./chunk-FMH4LM5E.js";
import {
  array,
  looseObject,
  number,
  record,
  string,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";

// src/drivers/deployers/helm/manifest.ts
var container = looseObject({ name: string(), image: string().default("") });
var podSpec = looseObject({
  containers: array(container).default([]),
  initContainers: array(container).nullish()
});
var resource = looseObject({
  kind: string(),
  metadata: looseObject({
    name: string(),
    namespace: string().nullish(),
    annotations: record(string(), unknown()).nullish()
  }),
  spec: unknown().optional()
});
var template = looseObject({ template: looseObject({ spec: podSpec }) });
var cronJob = looseObject({ jobTemplate: looseObject({ spec: template }) });
var workloadKinds = ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"];
function workloadsIn(text, namespace) {
  return h(text).flatMap((document) => {
    const read = resource.safeParse(document.toJS());
    if (!read.success || !workloadKinds.includes(read.data.kind)) return [];
    const { kind, metadata, spec } = read.data;
    return [
      {
        key: `${kind.toLowerCase()}/${metadata.name}`,
        namespace: metadata.namespace ?? namespace,
        hook: String(metadata.annotations?.["helm.sh/hook"] ?? ""),
        images: imagesOf(spec)
      }
    ];
  });
}
function imagesOf(spec) {
  const job = cronJob.safeParse(spec);
  const read = template.safeParse(job.success ? job.data.jobTemplate.spec : spec);
  if (!read.success) return {};
  const { containers, initContainers } = read.data.template.spec;
  return Object.fromEntries([...initContainers ?? [], ...containers].map(({ name, image }) => [name, image]));
}
var rendered = looseObject({
  manifest: string(),
  hooks: array(
    looseObject({
      manifest: string(),
      events: array(string()).nullish()
    })
  ).nullish()
});
async function renderRelease(cluster, chart, { files }, flags) {
  const result = await cluster.helm([
    ...["upgrade", "--install", cluster.release, chart.path, "--dry-run=server", "--output=json"],
    ...files.map((file) => `--values=${file}`),
    ...flags
  ]);
  if (result.exitCode !== 0) {
    throw new SystemFailure({
      happened: `The chart ${chart.title} cannot be put in place with these values${cluster.lastWords(result)}.`,
      means: "Nothing was changed.",
      next: "Correct the values, or the version of the chart; then run the step again."
    });
  }
  const read = await readJson(cluster, result, rendered, `What the chart ${chart.title} would put in place`);
  const hooks = read.hooks ?? [];
  return {
    workloads: workloadsIn(read.manifest, cluster.namespace),
    hooks: hooks.flatMap(({ manifest }) => hookJobsIn(manifest, cluster.namespace)),
    hasHooksAfter: hooks.some(({ events }) => (events ?? []).some((event) => /^post-(install|upgrade)$/.test(event)))
  };
}
async function readHooks(cluster, revision) {
  const result = await cluster.helm(["get", "hooks", cluster.release, `--revision=${revision}`]);
  return result.exitCode === 0 ? hookJobsIn(result.stdout, cluster.namespace) : [];
}
function hookJobsIn(text, namespace) {
  return workloadsIn(text, namespace).flatMap((job) => {
    if (!job.key.startsWith("job/")) return [];
    const { key, namespace: own, images, hook } = job;
    return [
      { name: key.replace(/^job\//, ""), namespace: own, images, isAfter: /post-(?:install|upgrade)/.test(hook) }
    ];
  });
}
async function readWorkloadTexts(cluster, revision) {
  const result = await cluster.helm([
    ...["get", "manifest", cluster.release],
    ...revision === void 0 ? [] : [`--revision=${revision}`]
  ]);
  if (result.exitCode === 0) return workloadsIn(result.stdout, cluster.namespace);
  if (/release: not found/.test(result.stderr)) return [];
  throw new SystemFailure({
    happened: `What the release "${cluster.release}" consists of could not be read from ${cluster.name}${cluster.lastWords(result)}.`,
    means: "What runs there now is not known.",
    next: "Make sure that this job may read the Secrets that Helm keeps in the namespace, then run the step again."
  });
}

// src/drivers/deployers/helm/release.ts
var history = array(
  looseObject({ revision: number(), status: string(), chart: string().default(""), updated: string() })
);
var looked = 50;
async function readRevisions(cluster) {
  const result = await cluster.helm(["history", cluster.release, `--max=${looked}`, "--output=json"]);
  if (result.exitCode !== 0 && /release: not found/.test(result.stderr)) return [];
  const read = await readJson(cluster, result, history, `The history of the release "${cluster.release}"`);
  return read.map(({ revision: number2, status, chart, updated }) => ({ number: number2, status, chart, updated })).toSorted((one, other) => one.number - other.number);
}
function lastGood(revisions, own) {
  return revisions.findLast(({ number: number2, status }) => {
    const ours = own.find(({ revision }) => revision === number2);
    return ["deployed", "superseded"].includes(status) && (ours === void 0 || ours.wasReady);
  });
}
function isPending({ status }) {
  return status.startsWith("pending-");
}
var label = {
  revision: "staged-upgrade-revision",
  before: "staged-upgrade-before",
  version: "staged-upgrade-version",
  ready: "staged-upgrade-ready"
};
function labelsOf({ revision, before, version }) {
  return Object.entries({
    [label.revision]: String(revision),
    [label.before]: String(before),
    [label.version]: labelValue(version)
  }).map((pair) => pair.join("=")).join(",");
}
function labelValue(version) {
  return version.replaceAll(/[^A-Za-z0-9._-]/g, "_").slice(0, 60).replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
}
async function readOwnRevisions(cluster) {
  const columns = ["version", label.revision, label.before, label.version, label.ready].map(
    (name, index) => `C${index}:.metadata.labels.${name}`
  );
  const result = await cluster.kubectl([
    ...["get", "secrets", `--selector=owner=helm,name=${cluster.release}`, "--no-headers"],
    `--output=custom-columns=${columns.join(",")}`
  ]);
  if (result.exitCode !== 0) {
    throw new SystemFailure({
      happened: `The Secrets that Helm keeps of the release "${cluster.release}" could not be read from ${cluster.name}${cluster.lastWords(result)}.`,
      means: "Which revision was there before is not known. Nothing was changed.",
      next: `Make sure that this job may read Secrets in the namespace "${cluster.namespace}", then run the step again.`
    });
  }
  return result.stdout.split("\n").flatMap((line) => {
    const [number2, own, before, version = "", ready] = line.trim().split(/\s+/);
    if (number2 === void 0 || number2 !== own) return [];
    return [{ revision: Number(number2), before: Number(before), version, wasReady: ready === number2 }];
  });
}
async function noteReady(cluster, revision) {
  const result = await cluster.kubectl([
    ...["label", "secret", recordOf(cluster, revision), "--overwrite", `${label.ready}=${revision}`]
  ]);
  if (result.exitCode === 0) return;
  throw new SystemFailure({
    happened: `That revision ${revision} of the release "${cluster.release}" is ready could not be noted in ${cluster.name}${cluster.lastWords(result)}.`,
    means: "It is in place, and a later way back would not lead to it.",
    next: `Make sure that this job may change Secrets in the namespace "${cluster.namespace}", then run the step again.`
  });
}
function recordOf({ release }, revision) {
  return `sh.helm.release.v1.${release}.v${revision}`;
}

export {
  renderRelease,
  readHooks,
  readWorkloadTexts,
  readRevisions,
  lastGood,
  isPending,
  labelsOf,
  labelValue,
  readOwnRevisions,
  noteReady,
  recordOf
};
