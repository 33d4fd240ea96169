import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  fetchChart,
  otherPaths,
  stageValues,
  unchangeable
} from "./chunk-5SFPRGVI.js";
import "./chunk-VCGMQIQR.js";
import {
  isPending,
  readRevisions,
  readWorkloadTexts,
  readWorkloads,
  renderRelease
} from "./chunk-S3UV5TAU.js";
import {
  askCluster,
  readJson,
  withCluster
} from "./chunk-DWTSYYUL.js";
import "./chunk-6P3VFYUL.js";
import {
  whyMoving
} from "./chunk-J7GVVAV2.js";
import {
  cannotTell,
  fine,
  problem,
  warning
} from "./chunk-5KFJR3PX.js";
import {
  partPlaceholders
} from "./chunk-BRELSNAC.js";
import "./chunk-7VO25ZJG.js";
import "./chunk-FVAJADZM.js";
import "./chunk-Y47GD42P.js";
import "./chunk-AMQQXTUU.js";
import "./chunk-JOC32U4G.js";
import {
  E
} from "./chunk-FMH4LM5E.js";
import {
  record,
  string,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/helm/kept-values.ts
var tree = record(string(), unknown());
var live = tree.nullable();
async function keptForNothing(cluster, { chart, given, where, version }) {
  const values = await cluster.helm(["get", "values", cluster.release, "--output=json"]);
  if (values.exitCode !== 0) return void 0;
  const has = await readJson(cluster, values, live, `The values of the release "${cluster.release}"`);
  const shown = await cluster.helm(["show", "values", chart.path]);
  const defaults = shown.exitCode === 0 ? tree.safeParse(E(shown.stdout) ?? {}).data : void 0;
  if (defaults === void 0) return void 0;
  const unknown2 = otherPaths(has, given).filter(([first = ""]) => !chart.dependencies.includes(first)).filter((path) => !isKnown(defaults, path)).map((path) => path.join("."));
  if (unknown2.length === 0) return void 0;
  return {
    happened: `The release "${cluster.release}" has values that neither ${where} gives it nor the chart ${chart.title} of ${version} knows: ${unknown2.join(", ")}.`,
    means: `They are kept, since ${where}.other-values is "keep". Where the chart has another key for the same thing, what was set before may still count beside the new one.`,
    next: `Where nobody means them, set "other-values: drop" in ${where}: a release then has what its files say. Where somebody does, write them into a values file.`
  };
}
function isKnown(defaults, path) {
  let node = defaults;
  for (const key of path) {
    const below = tree.safeParse(node).data;
    if (below === void 0 || Object.keys(below).length === 0) return true;
    if (!Object.hasOwn(below, key)) return false;
    node = below[key];
  }
  return true;
}

// src/drivers/deployers/helm/preflight-volumes.ts
async function standingFindings(cluster, subject) {
  const texts = await readWorkloadTexts(cluster, void 0);
  const sets = texts.filter(({ key }) => key.startsWith("statefulset/"));
  return [
    ...await stuckFindings(cluster, subject, sets),
    ...await volumeFindings(
      cluster,
      subject,
      texts.flatMap(({ claims }) => claims)
    )
  ];
}
async function stuckFindings(cluster, subject, sets) {
  if (sets.length === 0) return [];
  const seen = await readWorkloads(cluster, sets);
  return seen.flatMap(
    ({ key, pods }) => pods.filter(({ isReady, isDeleting }) => !isReady && !isDeleting).map(
      ({ name, namespace }) => problem(subject, {
        happened: `${name} of ${key} is not ready.`,
        means: "Kubernetes replaces no pod of a StatefulSet that is not ready, so a deploy would wait for it, and fail.",
        next: `Make it ready first: kubectl describe pod ${name} --namespace ${namespace}. When nothing in it is to be kept, delete it, and it is made anew.`
      })
    )
  );
}
async function volumeFindings(cluster, subject, named) {
  const result = await cluster.kubectl([
    ...["get", "persistentvolumeclaims", "--no-headers"],
    "--output=custom-columns=NAME:.metadata.name,PHASE:.status.phase,INSTANCE:.metadata.labels.app\\.kubernetes\\.io/instance"
  ]);
  if (result.exitCode !== 0) return [];
  const claims = result.stdout.split("\n").map((line) => line.trim().split(/\s+/)).map(([name = "", phase = "", instance = ""]) => ({ name, phase, instance }));
  const isOwn = (name) => named.some((claim) => claim === name || claim.endsWith("-") && name.startsWith(claim));
  const look = (name) => `kubectl describe persistentvolumeclaim ${name} --namespace ${cluster.namespace}`;
  return [
    ...claims.filter(
      ({ name, phase, instance }) => name !== "" && phase !== "Bound" && (instance === cluster.release || isOwn(name))
    ).map(
      ({ name, phase }) => problem(subject, {
        happened: `The volume claim "${name}" is ${phase}, not bound.`,
        means: "A pod that needs it does not start.",
        next: `Look at why: ${look(name)}`
      })
    ),
    ...named.filter((claim) => !claim.endsWith("-") && !claims.some(({ name }) => name === claim)).map(
      (claim) => problem(subject, {
        happened: `The volume claim "${claim}", which a pod of the release uses, is not there.`,
        means: "The pod that runs keeps its volume; the one that replaces it does not start.",
        next: `Make it again, for the volume that has the data: kubectl get persistentvolumes. Then look at it: ${look(claim)}`
      })
    )
  ];
}

// src/drivers/deployers/helm/preflight.ts
async function preflightHelm(settings, context, { hops, subject, signal }) {
  try {
    return await withCluster(settings, context, signal, async (cluster) => {
      await askCluster(cluster);
      const findings = [
        ...await rightsFindings(cluster, subject),
        ...await releaseFindings(cluster, subject),
        ...await standingFindings(cluster, subject)
      ];
      const seen = /* @__PURE__ */ new Set();
      const fixed = /* @__PURE__ */ new Set();
      const sides = hops.flatMap(({ from, to, parts }) => [
        { version: from, from, to, parts: parts?.from },
        { version: to, from, to, parts: parts?.to }
      ]);
      const once = sides.filter(({ version }, index) => sides.findIndex((side) => side.version === version) === index);
      for (const { version, from, to, parts } of once) {
        const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
        const within = { ...context, placeholders };
        try {
          const chart = await fetchChart(cluster, settings, within);
          seen.add(chart.title);
          const values = await stageValues(cluster, settings, within, { environment: {} });
          const manifest = await renderRelease(cluster, chart, values, []);
          const images = [...manifest.workloads, ...manifest.hooks].flatMap((one) => Object.values(one.images));
          for (const image of new Set(images)) {
            const why = whyMoving(image);
            if (why !== void 0) findings.push(moving(subject, version, image, why));
          }
          if (settings["other-values"] === "keep" && version === to) {
            const kept = await keptForNothing(cluster, { chart, given: values.merged, where: context.where, version });
            if (kept !== void 0) findings.push(warning(subject, kept));
          }
          for (const { key, message } of await unchangeable(cluster, manifest.workloads)) {
            if (fixed.has(key)) continue;
            fixed.add(key);
            findings.push(problem(subject, { ...message, happened: `${version}: ${message.happened}` }));
          }
        } catch (error) {
          if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
          findings.push(problem(subject, { ...error.detail, happened: `${version}: ${error.detail.happened}` }));
        }
      }
      const isFine = findings.every(({ kind }) => kind !== "problem" && kind !== "cannot-tell");
      return isFine ? [fine(subject, fineText([...seen])), ...findings] : findings;
    });
  } catch (error) {
    if (error instanceof SystemFailure) return [problem(subject, error.detail)];
    throw error;
  }
}
function fineText(charts) {
  return charts.length === 0 ? "Helm and the cluster answer." : `Helm and the cluster answer, and these charts can be put in place: ${charts.join(", ")}.`;
}
function moving(subject, version, image, why) {
  return problem(subject, {
    happened: `${version}: the image "${image}" ${why}.`,
    means: "The deploy would be refused before anything is changed.",
    next: "Give it a tag or a digest in the values."
  });
}
var needed = [
  ["get", "secrets"],
  ["create", "secrets"],
  ["update", "secrets"],
  ["list", "pods"],
  ["get", "pods/log"],
  ["list", "deployments.apps"],
  ["patch", "deployments.apps"],
  ["patch", "deployments.apps/scale"],
  ["list", "replicasets.apps"],
  ["list", "statefulsets.apps"],
  ["list", "daemonsets.apps"],
  ["list", "jobs.batch"],
  ["list", "cronjobs.batch"]
];
async function rightsFindings(cluster, subject) {
  const findings = [];
  const missing = [];
  for (const [verb, what] of needed) {
    const [resource = "", part] = what.split("/");
    const result = await cluster.kubectl([
      ...["auth", "can-i", verb, resource, "--quiet"],
      ...part === void 0 ? [] : [`--subresource=${part}`]
    ]);
    if (result.exitCode === 0) continue;
    if (result.exitCode === 1 && result.stderr.trim() === "") {
      missing.push(`${verb} ${what}`);
      continue;
    }
    findings.push(
      cannotTell(subject, {
        happened: `Whether the account of this job may ${verb} ${what} could not be read from ${cluster.name}${cluster.lastWords(result)}.`,
        means: "A deploy may stop for a missing right.",
        next: `Ask the cluster by hand: kubectl auth can-i ${verb} ${what} --namespace ${cluster.namespace}`
      })
    );
    break;
  }
  if (missing.length > 0) {
    findings.push(
      problem(subject, {
        happened: `In the namespace "${cluster.namespace}" the account of this job may not: ${missing.join(", ")}.`,
        means: "A deploy would stop where it needs that.",
        next: "Give the account a Role with these rights in that namespace."
      })
    );
  }
  return findings;
}
async function releaseFindings(cluster, subject) {
  const newest = (await readRevisions(cluster)).at(-1);
  if (newest === void 0 || !isPending(newest)) return [];
  return [
    problem(subject, {
      happened: `The release "${cluster.release}" is ${newest.status} (revision ${newest.number}, since ${newest.updated}).`,
      means: "Somebody is deploying, or a deploy was killed. A deploy waits for it, and recovers it where nobody works on it.",
      next: `Look whether somebody is at work: helm history ${cluster.release} --namespace ${cluster.namespace}`
    })
  ];
}
export {
  preflightHelm
};
