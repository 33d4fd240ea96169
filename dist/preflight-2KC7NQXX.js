import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  fetchChart,
  stageValues
} from "./chunk-XY35C2PB.js";
import "./chunk-PBG3ANSW.js";
import {
  isPending,
  readRevisions,
  renderRelease
} from "./chunk-CFBA7VTF.js";
import {
  askCluster,
  withCluster
} from "./chunk-DM5PRBW2.js";
import "./chunk-6P3VFYUL.js";
import {
  cannotTell,
  fine,
  problem
} from "./chunk-5KFJR3PX.js";
import {
  whyMoving
} from "./chunk-J7GVVAV2.js";
import {
  partPlaceholders
} from "./chunk-BRELSNAC.js";
import "./chunk-QLIG4M7L.js";
import "./chunk-5KAGRMLE.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/helm/preflight.ts
async function preflightHelm(settings, context, { hops, subject, signal }) {
  try {
    return await withCluster(settings, context, signal, async (cluster) => {
      await askCluster(cluster);
      const findings = [
        ...await rightsFindings(cluster, subject),
        ...await releaseFindings(cluster, subject),
        ...await volumeFindings(cluster, subject)
      ];
      const seen = /* @__PURE__ */ new Set();
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
async function volumeFindings(cluster, subject) {
  const result = await cluster.kubectl([
    ...["get", "persistentvolumeclaims", "--no-headers", `--selector=app.kubernetes.io/instance=${cluster.release}`],
    "--output=custom-columns=NAME:.metadata.name,PHASE:.status.phase"
  ]);
  if (result.exitCode !== 0) return [];
  const claims = result.stdout.split("\n").map((line) => line.trim().split(/\s+/));
  return claims.flatMap(
    ([name = "", phase = ""]) => name === "" || phase === "Bound" ? [] : [
      problem(subject, {
        happened: `The volume claim "${name}" is ${phase}, not bound.`,
        means: "A pod that needs it does not start.",
        next: `Look at why: kubectl describe persistentvolumeclaim ${name} --namespace ${cluster.namespace}`
      })
    ]
  );
}
export {
  preflightHelm
};
