import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  lastGood,
  readRecord,
  readRevisions,
  readWorkloads
} from "./chunk-FN6E6ESN.js";
import {
  askCluster,
  withCluster
} from "./chunk-H7WWCSWM.js";
import {
  durationText
} from "./terminal.js";
import {
  SystemFailure
} from "./start.js";

// src/drivers/deployers/helm/running-now.ts
async function runningNow(cluster, texts) {
  try {
    const revisions = await readRevisions(cluster);
    const newest = revisions.at(-1);
    const good = lastGood(revisions);
    const shown = newest && await shownOf(cluster, newest);
    const inPlace = good?.number === newest?.number ? shown : good && await shownOf(cluster, good);
    const known = (inPlace ?? shown)?.record.workloads ?? [];
    const others = texts.filter(({ key }) => !known.some((one) => one.key === key));
    const workloads = await readWorkloads(cluster, [...known, ...others]);
    return `${runningText(workloads)} ${revisionText(cluster, shown, inPlace)}`;
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return `What runs now could not be read (${error.detail.happened.replace(/\.$/, "")}).`;
  }
}
function runningText(workloads) {
  const each = workloads.flatMap((workload) => {
    const { key, pods } = workload;
    if (/^(?:cron)?job\//.test(key)) return [];
    const alive = pods.filter(({ phase, isDeleting }) => phase !== "Succeeded" && phase !== "Failed" && !isDeleting);
    if (alive.length === 0) return [`${key} runs nothing${workload.wanted === 0 ? " (it is scaled to zero)" : ""}`];
    const ready = counted(alive.filter(({ isReady }) => isReady));
    const others = counted(alive.filter(({ isReady }) => !isReady));
    if (ready === "") return [`${key} serves nothing: ${others}`];
    return [`${key} runs ${ready}${others === "" ? "" : `, beside ${others}`}`];
  });
  return each.length === 0 ? "Now nothing of the release runs." : `Now ${each.join("; ")}.`;
}
function counted(pods) {
  const texts = pods.map((pod) => `${imagesText(pod)} (${stateText(pod)})`);
  return [...Map.groupBy(texts, (text) => text)].map(([text, same]) => same.length === 1 ? text : `${same.length} of ${text}`).join(" and ");
}
function imagesText({ containers }) {
  return [...new Set(containers.map(({ image }) => image))].join(" and ") || "a pod without a container yet";
}
function stateText({ isReady, containers, unschedulable, phase }) {
  if (isReady) return "ready";
  const waiting = containers.find((one) => one.waiting !== void 0)?.waiting?.reason;
  if (waiting !== void 0 && waiting !== "") return waiting;
  return unschedulable === void 0 ? phase === "Running" ? "not ready" : phase.toLowerCase() : "no node takes it";
}
async function shownOf(cluster, revision) {
  return { revision, record: await readRecord(cluster, revision.number) };
}
function revisionText({ release }, newest, good) {
  if (newest === void 0) return `Helm has no release "${release}".`;
  const { revision, record } = newest;
  const text = `Helm's release "${release}" is at revision ${revision.number} (${record.chart}), ${revision.status}`;
  if (good === void 0) return `${text}; no revision was in place whole before.`;
  return good.revision.number === revision.number ? `${text}.` : `${text}; revision ${good.revision.number} (${good.record.chart}) was in place before.`;
}

// src/drivers/deployers/helm/stop.ts
var annotation = "staged-upgrade/before-stop";
var pauseMilliseconds = 500;
var limitMilliseconds = 10 * 6e4;
async function stopHelm(settings, context, request) {
  const { effects } = context;
  const signal = request.signal ? AbortSignal.any([request.signal, effects.signal]) : effects.signal;
  await withCluster(settings, context, signal, async (cluster) => {
    await askCluster(cluster);
    await stopWorkloads(cluster, settings, { log: request.log, clock: effects.clock, signal });
  });
}
async function stopWorkloads(cluster, settings, { log, clock, signal }) {
  const texts = await toStop(cluster, settings);
  for (const workload of await readWorkloads(cluster, texts)) {
    const { key, wanted, suspended } = workload;
    const isScaled = /^(?:deployment|statefulset)\//.test(key);
    if (isScaled ? wanted === 0 : suspended || key.startsWith("job/") && workload.succeeded) continue;
    log.info(isScaled ? `Scaling ${key} from ${wanted} to zero.` : `Suspending ${key}.`);
    await patch(
      cluster,
      workload,
      isScaled ? String(wanted) : "active",
      isScaled ? { replicas: 0 } : { suspend: true }
    );
  }
  const started = clock.now().getTime();
  for (; ; ) {
    const pods = (await readWorkloads(cluster, texts)).flatMap((workload) => workload.pods).filter(({ phase }) => phase !== "Succeeded" && phase !== "Failed");
    if (pods.length === 0) return;
    if (clock.now().getTime() - started >= limitMilliseconds)
      throw await notStopped(cluster, `${pods[0]?.name ?? ""} still runs after ${durationText(limitMilliseconds)}`);
    log.progress({ text: `Waiting until ${pods.map(({ name }) => name).join(", ")} has ended` });
    await clock.sleep(pauseMilliseconds, signal);
  }
}
async function toStop(cluster, { stop }) {
  const revisions = await readRevisions(cluster);
  const newest = revisions.at(-1);
  if (newest === void 0) return [];
  const numbers = /* @__PURE__ */ new Set([newest.number, lastGood(revisions)?.number ?? newest.number]);
  const texts = [];
  for (const number of numbers) {
    const { hooks, workloads } = await readRecord(cluster, number);
    const jobs = hooks.map(({ name, namespace, images }) => ({ key: `job/${name}`, hook: "hook", namespace, images }));
    const all = [...workloads, ...jobs];
    texts.push(...all.filter(({ key }) => !texts.some((one) => one.key === key)));
  }
  return texts.filter(
    ({ key }) => /^(?:deployment|statefulset|cronjob)\//.test(key) ? stop?.includes(key) ?? true : key.startsWith("job/")
  );
}
async function restoreScale(cluster, texts, log) {
  for (const workload of await readWorkloads(cluster, texts)) {
    const before = workload.annotations[annotation];
    if (before === void 0) continue;
    const { key, wanted, suspended } = workload;
    const isScaled = wanted === 0 && Number(before) > 0;
    if (isScaled) log.info(`Scaling ${key} to ${before} again, as it was before it was stopped.`);
    const spec = before === "active" ? suspended ? { suspend: false } : {} : isScaled ? { replicas: Number(before) } : {};
    await patch(cluster, workload, null, spec);
  }
}
async function patch(cluster, { key, namespace }, before, spec) {
  const text = JSON.stringify({ metadata: { annotations: { [annotation]: before } }, spec });
  const result = await cluster.kubectl(["patch", key, "--type=merge", `--patch=${text}`, `--namespace=${namespace}`]);
  if (result.exitCode === 0) return;
  throw await notStopped(cluster, `"kubectl patch" of ${key} failed${cluster.lastWords(result)}`);
}
async function notStopped(cluster, why) {
  return new SystemFailure({
    happened: `The release "${cluster.release}" could not be stopped, or started again: ${why}.`,
    means: await runningNow(cluster, []),
    next: "Correct the cause, and run the step again."
  });
}

export {
  runningNow,
  stopHelm,
  stopWorkloads,
  restoreScale
};
