import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  after,
  inEnvironment,
  isOf,
  latest,
  ofHop
} from "./chunk-D43QRV6R.js";
import {
  hopId,
  isLabel
} from "./chunk-WNC3J4Y2.js";
import {
  hopParts
} from "./chunk-BRELSNAC.js";
import {
  int,
  strictObject,
  string
} from "./chunk-K63SF6ED.js";

// src/core/history/way-back.ts
function finishRollback(hop, isOtherwiseConfigured = false) {
  const it = `Finish it: ${waysToRollBack(hop)}; it says whether the hop's id must be typed as confirmation.`;
  return isOtherwiseConfigured ? `${it}${bringBack}` : it;
}
var bringBack = " It was started with a different configuration: restore that one first.";
function waysToRollBack(hop) {
  return `run the workflow "Rollback" with the hop ${hop}, or in a terminal: staged-upgrade rollback --hop ${hop}`;
}
function finishRestoreFirst({ restoring, restored, isOtherwiseConfigured }) {
  const { at, event } = restoring;
  const { backup } = event;
  const { id, from } = event.hop;
  return restored ? {
    happened: `A rollback of hop ${id} has restored ${backup} over production, and ${from} has not been seen to work on it.`,
    means: "Nothing else may be done on it before that, and no path starts there.",
    next: finishRollback(id, isOtherwiseConfigured)
  } : {
    happened: `A rollback of hop ${id} has been restoring ${backup} over production since ${at}, and is not finished.`,
    means: "Its database may be half replaced. Nothing else may be done on it, and no path starts there.",
    next: `Finish the rollback: staged-upgrade rollback --hop ${id} --confirm ${id}.${isOtherwiseConfigured ? bringBack : ""}`
  };
}

// src/core/history/production-data.ts
function unfinishedRestore(entries) {
  return latest(sinceGoneBack(entries), "restoring");
}
function wasRestored(entries, since) {
  const production = inEnvironment(after(entries, since), "production");
  return production.some((entry) => isOf(entry, "restored") && entry.event.proved);
}
function unfinishedRollback(entries) {
  const last = inEnvironment(entries, "production").findLast(
    ({ event }) => event.type === "rolling-back" || event.type === "rolled-back" || event.type === "deploying"
  );
  return last !== void 0 && isOf(last, "rolling-back") ? last : void 0;
}
function startedMigrations(entries, from) {
  const started = sinceGoneBack(entries).findLast(
    (entry) => (isOf(entry, "migrating") || isOf(entry, "not-deferred")) && entry.event.hop.from === from
  );
  if (started === void 0) return void 0;
  const before = inEnvironment(entries, "production").findLast(
    (entry) => isOf(entry, "checked") && entry.event.version === from && entry.sequence < started.sequence
  );
  return { started, appliedBefore: before?.event.applied };
}
function sinceGoneBack(entries) {
  const production = inEnvironment(entries, "production");
  const back = latest(production, "rolled-back");
  return back === void 0 ? production : after(production, back);
}

// src/core/history/promotion.ts
function hasRollbackFailed(since) {
  const begun = latest(since, "rolling-back");
  if (begun === void 0) return false;
  return after(since, begun).some(
    ({ event }) => event.type === "ended" && event.command === "rollback" && event.outcome === "failed"
  );
}
function notDeferredIn(since) {
  const last = latest(since, "not-deferred");
  return last === void 0 || wasRestored(since, last) ? void 0 : last;
}
function isInPlace(since, deploying) {
  if (deploying === void 0) return false;
  const later = after(since, deploying);
  return latest(later, "put-in-place") !== void 0 && latest(later, "rolling-back") === void 0;
}
function isPastReturn({ migrating, completed }) {
  return migrating !== void 0 || completed?.event.type === "adopted";
}
function promotionOf(record) {
  const production = inEnvironment(record.entries, "production");
  const back = latest(production, "rolled-back");
  const since = back === void 0 ? production : after(production, back);
  const deploying = latest(since, "deploying");
  const finished = latest(since, "deployed");
  const isChangedSince = [deploying, latest(since, "rolling-back")].some(
    (entry) => entry !== void 0 && finished !== void 0 && finished.sequence < entry.sequence
  );
  const deployed = isChangedSince ? void 0 : finished;
  const smoked = latest(since, "smoke-tested");
  const completed = record.entries.findLast(
    (entry) => isOf(entry, "completed") || isOf(entry, "adopted")
  );
  const restorePoint2 = since.findLast(
    (entry) => isOf(entry, "backed-up") && entry.event.purpose === "restore-point"
  );
  const restoring = latest(since, "restoring");
  const proved = latest(record.entries, "point-proved");
  return {
    restorePoint: restorePoint2,
    pointProved: restorePoint2 !== void 0 && proved?.event.backup === restorePoint2.event.backup,
    deployStarted: deploying !== void 0,
    deployed,
    inPlace: isInPlace(since, deploying),
    notDeferred: notDeferredIn(since),
    smoked: deployed !== void 0 && smoked !== void 0 && smoked.sequence > deployed.sequence,
    migrating: latest(since, "migrating"),
    waited: latest(since, "waited"),
    restoring,
    restored: restoring !== void 0 && wasRestored(since, restoring),
    rollbackFailed: hasRollbackFailed(since),
    completed: back !== void 0 && completed !== void 0 && completed.sequence < back.sequence ? void 0 : completed
  };
}

// src/core/history/record.ts
function recordOf(entries, hop) {
  const own = ofHop(entries, hop);
  return { hop, entries: own, rehearsedOn: rehearsedOn(entries, own) };
}
function rehearsedOn(entries, own) {
  const rehearsal = own.findLast(
    (entry) => isOf(entry, "carried-over") || isOf(entry, "backed-up") && entry.event.purpose === "rehearsal"
  );
  if (rehearsal === void 0 || isOf(rehearsal, "backed-up")) return rehearsal;
  const { event } = rehearsal;
  return entries.findLast(
    (entry) => isOf(entry, "backed-up") && event.type === "carried-over" && entry.event.backup === event.backup
  );
}
function plannedLabels(entries) {
  const hops = latest(entries, "planned")?.event.hops ?? [];
  return hops.length === 0 ? [] : [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
}

// src/core/model/sequence.ts
var jobNames = ["read", "rehearse", "promote", "finalize"];
function isReversible({ stages }, label2) {
  return stages !== void 0 && (stages.reversible === "all" || stages.reversible.includes(label2));
}
function eachCheckpoint(of) {
  return {
    scrubbed: of("scrubbed"),
    smokedFrom: of("smokedFrom"),
    deployedTo: of("deployedTo"),
    smokedTo: of("smokedTo"),
    rolledBack: of("rolledBack"),
    smokedBack: of("smokedBack"),
    deployedAgain: of("deployedAgain"),
    migrating: of("migrating"),
    waited: of("waited"),
    smokedLast: of("smokedLast")
  };
}
function hopSequence(traits) {
  return [
    ...read(traits),
    ...traits.waiver === void 0 ? rehearse(traits) : [],
    ...promote(traits),
    ...traits.deferrable ? finalize() : []
  ];
}
function read({ dataless, waiver }) {
  const at = { job: "read", environment: "production" };
  const check = { ...at, id: "check", command: "check", title: "Check that production is healthy on {from}" };
  if (dataless || waiver !== void 0) return [check];
  return [
    check,
    { ...at, id: "backup", command: "backup", purpose: "rehearsal", title: "Back up production for the rehearsal" }
  ];
}
function rehearse(traits) {
  const at = { job: "rehearse", environment: "staging" };
  const proof = [
    {
      ...at,
      id: "restore",
      checkpoint: "scrubbed",
      command: "restore",
      title: traits.dataless ? "Make sure that staging is at {from}" : "Restore the backup on staging, compare, scrub"
    },
    ...traits.stages === void 0 ? [deployFrom(at)] : [],
    {
      ...at,
      id: "smoke-from",
      checkpoint: "smokedFrom",
      command: "smoke",
      release: "from",
      title: "Smoke test {from}"
    },
    { ...at, id: "deploy-to", checkpoint: "deployedTo", command: "deploy", release: "to", title: deployTitle(traits) }
  ];
  const report = { ...at, id: "report", command: "report", title: "Report what was proved" };
  if (!traits.deferrable) {
    return [
      ...proof,
      { ...at, id: "wait", checkpoint: "waited", command: "wait", title: "Wait until {to} is serving" },
      { ...at, id: "smoke-to", checkpoint: "smokedLast", command: "smoke", release: "to", title: "Smoke test {to}" },
      report
    ];
  }
  return [
    ...proof,
    {
      ...at,
      id: "smoke-to",
      checkpoint: "smokedTo",
      command: "smoke",
      release: "to",
      title: "Smoke test {to} before its migrations"
    },
    {
      ...at,
      id: "rollback",
      checkpoint: "rolledBack",
      command: "rollback",
      title: "Go back to {from}, as a rollback would"
    },
    {
      ...at,
      id: "smoke-back",
      checkpoint: "smokedBack",
      command: "smoke",
      release: "from",
      title: "Smoke test {from} after the way back"
    },
    {
      ...at,
      id: "deploy-again",
      checkpoint: "deployedAgain",
      command: "deploy",
      release: "to",
      title: "Deploy {to} again"
    },
    { ...at, id: "migrate", checkpoint: "migrating", command: "migrate", title: "Start the migrations" },
    { ...at, id: "wait", checkpoint: "waited", command: "wait", title: "Wait for the migrations" },
    {
      ...at,
      id: "smoke",
      checkpoint: "smokedLast",
      command: "smoke",
      release: "to",
      title: "Smoke test {to} after its migrations"
    },
    report
  ];
}
function deployFrom(at) {
  return { ...at, id: "deploy-from", command: "deploy", release: "from", title: "Deploy {from} on the restored copy" };
}
function promote(traits) {
  const prove = {
    job: "promote",
    environment: "staging",
    id: "prove",
    command: "restore",
    purpose: "restore-point",
    title: "Restore the restore point on staging and compare"
  };
  const at = { job: "promote", environment: "production" };
  return [
    { ...at, id: "check", command: "check", title: "Check production again" },
    ...traits.dataless ? [] : [restorePoint(at)],
    ...traits.proveRestorePoint ? [prove] : [],
    { ...at, id: "deploy", command: "deploy", release: "to", title: deployTitle(traits) },
    { ...at, id: "wait", command: "wait", title: "Wait until {to} is serving" },
    { ...at, id: "smoke", command: "smoke", release: "to", title: "Smoke test {to}" },
    { ...at, id: "report", command: "report", title: "Report the state of production" }
  ];
}
function restorePoint(at) {
  return { ...at, id: "backup", command: "backup", purpose: "restore-point", title: "Take the restore point" };
}
function finalize() {
  const at = { job: "finalize", environment: "production" };
  return [
    { ...at, id: "migrate", command: "migrate", title: "Start the migrations: the point of no return" },
    { ...at, id: "wait", command: "wait", title: "Wait for the migrations" },
    { ...at, id: "smoke", command: "smoke", release: "to", title: "Smoke test {to} after its migrations" },
    { ...at, id: "report", command: "report", title: "Report the state of production" }
  ];
}
function deployTitle(traits) {
  return traits.deferrable ? "Deploy {to} with its migrations deferred" : "Deploy {to}";
}

// src/core/history/rehearsal.ts
function rehearsalOf(entries, record, traits) {
  const here = inEnvironment(record.entries, "staging");
  const start = here.findLast(isStart);
  if (start === void 0)
    return restoreHasFailed(here) ? { kind: "void", because: "its restore failed" } : { kind: "none" };
  const backup = isOf(start, "staging-taken") ? void 0 : start.event.backup;
  const voided = latest(here, "rehearsal-voided");
  if (voided !== void 0 && voided.sequence > start.sequence) return { kind: "void", because: voided.event.because };
  const rehearsed = latest(record.entries, "rehearsed");
  if (rehearsed !== void 0 && rehearsed.sequence > start.sequence) {
    const { backup: proved } = rehearsed.event;
    const dataAt = (proved === void 0 ? void 0 : dataAtOf(entries, proved)) ?? rehearsed.at;
    return { kind: "passed", backup: proved, at: rehearsed.at, dataAt };
  }
  const taken = inEnvironment(entries, "staging").findLast(
    (entry) => isOf(entry, "restoring") || isOf(entry, "carried-over") || isOf(entry, "staging-taken")
  );
  if (taken !== void 0 && taken.sequence > start.sequence) {
    return { kind: "void", because: "staging has been used for something else since" };
  }
  if (isOf(start, "restored") && !start.event.proved) {
    return { kind: "void", because: `the restored copy was not equal to ${backup}` };
  }
  const since = after(here, start);
  const failure = since.findLast(({ event }) => event.type === "ended" && event.outcome === "failed");
  if (failure?.event.type === "ended") return { kind: "void", because: `${failure.event.command} failed on staging` };
  const carried = isOf(start, "carried-over");
  const isScrubbed = backup === void 0 || carried;
  return { kind: "started", backup, startedAt: start.at, carried, ...checkpoints(since, traits, isScrubbed) };
}
function confirmableOf({ hop, entries }) {
  const rehearsed = latest(entries, "rehearsed") ?? entries.find((entry) => isOf(entry, "rehearsal-waived"));
  if (rehearsed === void 0) return void 0;
  const back = latest(inEnvironment(after(entries, rehearsed), "production"), "rolling-back");
  return { digest: hop.digest, basis: (back ?? rehearsed).hash };
}
function dataAtOf(entries, backup) {
  const taken = entries.find(({ event }) => event.type === "backed-up" && event.backup === backup);
  return taken?.event.type === "backed-up" ? taken.event.dataAt : void 0;
}
function restoreHasFailed(here) {
  const restoring = latest(here, "restoring");
  if (restoring === void 0) return false;
  return after(here, restoring).some(({ event }) => event.type === "ended" && event.outcome === "failed");
}
function isStart(entry) {
  return isOf(entry, "restored") || isOf(entry, "carried-over") || isOf(entry, "staging-taken");
}
function checkpoints(since, traits, isScrubbed) {
  const steps = hopSequence(traits);
  const reached = new Set(isScrubbed ? ["scrubbed"] : []);
  let [deployStarted, inPlace] = [false, false];
  for (const { event } of since) {
    if (event.type === "deploying" || event.type === "put-in-place") {
      const isNewer = event.release === "to";
      if (event.type === "put-in-place") inPlace = isNewer;
      else [deployStarted, inPlace] = [deployStarted || isNewer, false];
    }
    if (event.type === "rolling-back") [deployStarted, inPlace] = [false, false];
    const next = steps.find(({ checkpoint }) => checkpoint !== void 0 && !reached.has(checkpoint));
    if (next?.checkpoint !== void 0 && isDone(next, event)) reached.add(next.checkpoint);
  }
  const has = eachCheckpoint((checkpoint) => reached.has(checkpoint));
  return { deployStarted, inPlace, ...has };
}
function isDone(step, event) {
  switch (step.command) {
    case "restore":
      return event.type === "scrubbed";
    case "deploy":
      return event.type === "deployed" && event.release === step.release;
    case "smoke":
      return event.type === "smoke-tested" && event.release === step.release;
    case "rollback":
      return event.type === "rolled-back";
    case "migrate":
      return event.type === "migrating";
    case "wait":
      return event.type === "waited";
    default:
      return false;
  }
}
function isComplete(rehearsal, traits) {
  const needed = hopSequence(traits).flatMap(({ checkpoint }) => checkpoint ?? []);
  return needed.length > 0 && needed.every((checkpoint) => rehearsal[checkpoint]);
}

// src/core/model/matrix-hop.ts
var label = string().refine(isLabel);
var matrixHop = strictObject({
  id: string(),
  index: int().min(1),
  count: int().min(1),
  from: label,
  to: label,
  digest: string().regex(/^[0-9a-f]{64}$/),
  parts: hopParts.unwrap().strict().exactOptional(),
  releases: strictObject({ from: label, to: label }).readonly().exactOptional()
}).refine(({ id, from, to }) => id === hopId(from, to));
var longestMatrix = 256;
var longestText = 1e4;
function matrixHopOf({ id, index, count, from, to, digest, parts, releases }) {
  const more = { ...parts === void 0 ? {} : { parts }, ...releases === void 0 ? {} : { releases } };
  return { id, index, count, from, to, digest, ...more };
}
function matrixJson(hop) {
  return JSON.stringify(matrixHopOf(hop));
}
function readMatrixHop(text) {
  if (text.length > longestText) return { kind: "wrong", because: `it is longer than ${longestText} characters` };
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "wrong", because: "it starts like JSON but cannot be read as JSON" };
  }
  const parsed = matrixHop.safeParse(json);
  if (parsed.success) return { kind: "read", hop: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join(".") ?? "";
  if (place !== "") return { kind: "wrong", because: `its "${place}" is not what "plan" writes` };
  return {
    kind: "wrong",
    because: issue?.code === "custom" ? "its id does not match its versions" : 'its keys are not those that "plan" writes'
  };
}

export {
  finishRollback,
  waysToRollBack,
  finishRestoreFirst,
  unfinishedRestore,
  wasRestored,
  unfinishedRollback,
  startedMigrations,
  isPastReturn,
  promotionOf,
  recordOf,
  plannedLabels,
  jobNames,
  isReversible,
  hopSequence,
  rehearsalOf,
  confirmableOf,
  isComplete,
  longestMatrix,
  matrixHopOf,
  matrixJson,
  readMatrixHop
};
