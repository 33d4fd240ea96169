import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  newestMarks,
  openData
} from "./chunk-52LCQ3LF.js";
import {
  plannedLabels,
  promotionOf,
  recordOf,
  rehearsalOf,
  startedMigrations,
  unfinishedRestore,
  unfinishedRollback,
  wasRestored
} from "./chunk-HU6FTOZV.js";
import {
  after,
  inEnvironment,
  isOf,
  latest
} from "./chunk-D43QRV6R.js";
import {
  writtenData
} from "./chunk-OBZJYD3D.js";
import {
  needed,
  settingsOf,
  valueAt
} from "./chunk-4X6B3AHX.js";
import {
  answersOfProbes,
  deployFiles,
  fileRequirementsOf,
  hasStages,
  hasTopology,
  hasVersions,
  openEvidence
} from "./chunk-CF4GPMPN.js";
import {
  changedContents,
  contentDigests,
  digestOf,
  wholeDigest
} from "./chunk-VQ6AOQ3M.js";
import {
  labelOfVersion
} from "./chunk-L3TT7463.js";
import {
  environmentNames,
  hopId,
  releaseOn
} from "./chunk-WNC3J4Y2.js";
import {
  variableIn,
  withVariable,
  withoutVariable
} from "./chunk-FAX5FTC3.js";
import {
  partPlaceholders,
  partVersion
} from "./chunk-BRELSNAC.js";
import {
  diffArrays
} from "./chunk-SPBY6WGP.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";
import {
  className,
  readInstanceClass
} from "./chunk-LWQJJA54.js";
import {
  readTextFile
} from "./chunk-HL2FA6NW.js";
import {
  L,
  a,
  b,
  e,
  i
} from "./chunk-FMH4LM5E.js";
import {
  array,
  looseObject,
  object,
  record,
  string,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/core/history/migration-trace.ts
function traceOf(migrations) {
  if (migrations.kind === "unknown") return {};
  const { applied, jobs } = migrations;
  return {
    ...applied === void 0 ? {} : { applied },
    ...migrations.kind === "pending" ? { next: migrations.next } : {},
    ...jobs === void 0 ? {} : { jobs: jobs.map(({ id }) => id) }
  };
}
function startedSince(before, now) {
  switch (now.kind) {
    case "unknown":
      return void 0;
    case "running":
      return `the migration ${now.current} is running or queued`;
    case "failed":
      return `the migration ${now.current} was started and failed: ${now.error}`;
    case "pending":
    case "done":
      return appliedSince(before, now) ?? queuedSince(before, now) ?? movedSince(before, now);
  }
}
function appliedSince({ applied }, now) {
  if (applied === void 0 || now.applied === void 0 || applied === now.applied) return void 0;
  return `the newest completed migration is ${now.applied}, before it was ${applied}`;
}
function queuedSince({ jobs: before }, now) {
  const next = now.kind === "pending" ? now.next : void 0;
  const job = now.jobs?.find(
    ({ id, migration }) => migration === next || before !== void 0 && !before.includes(id)
  );
  return job === void 0 ? void 0 : `there is a job for the migration ${job.migration} (${job.state})`;
}
function movedSince({ next }, now) {
  if (next === void 0) return void 0;
  if (now.kind === "done") return `the migration ${next} was pending, and nothing is any more`;
  return now.next === next ? void 0 : `the migration ${next} was pending, and now ${now.next} is`;
}
var appliedNotTold = "the migrations probe does not report which migration is the newest complete one";
function cannotShow({ applied }, now) {
  if (now.kind === "unknown") return now.reason;
  if (now.applied === void 0) return appliedNotTold;
  return applied === void 0 ? "it is not known which migration was the newest complete one before the deploy" : void 0;
}
function traceBefore(situation, environment) {
  const { standing, observation } = situation;
  const kept = sinceReplaced(situation, environment).filter((entry) => showsBefore(entry, situation));
  const begun = kept.find((entry) => isOf(entry, "deploying"));
  const before = begun === void 0 ? kept : kept.filter(({ sequence }) => sequence <= begun.sequence);
  const seenNow = begun === void 0 && standing.kind === "on-from" ? [traceOf(observation.migrations)] : [];
  const seen = [...before.map(({ event }) => keptIn(event)), ...seenNow];
  return Object.assign({}, ...environment === "production" ? seen : seen.toReversed());
}
function showsBefore(entry, { hop }) {
  if (isOf(entry, "checked")) return entry.event.version === hop.from;
  if (isOf(entry, "deployed")) return entry.event.release === "from";
  return isOf(entry, "deploying") && entry.event.release === "to";
}
function traceDeployed(situation, environment) {
  const deployed = sinceReplaced(situation, environment).findLast(
    (entry) => isOf(entry, "deployed") && entry.event.release === "to"
  );
  return keptIn(deployed?.event);
}
function sinceReplaced({ record: record2 }, environment) {
  const here = inEnvironment(record2.entries, environment);
  const replacing = environment === "production" ? ["rolled-back"] : ["restored", "carried-over"];
  return here.slice(here.findLastIndex(({ event }) => replacing.includes(event.type)) + 1);
}
function keptIn(event) {
  if (event === void 0) return {};
  const { applied, next, jobs } = event;
  return {
    ...applied === void 0 ? {} : { applied },
    ...next === void 0 ? {} : { next },
    ...jobs === void 0 ? {} : { jobs }
  };
}

// src/core/model/standing.ts
function standingOf(observation, hop, labels) {
  if (observation.version.kind === "unknown") return { kind: "unknown", reason: observation.version.reason };
  const version = observation.version.value;
  if (version === hop.from) return { kind: "on-from" };
  if (version === hop.to) return { kind: "on-to" };
  const at = labels.indexOf(version);
  if (at === -1) return { kind: "off-path", version };
  return at < labels.indexOf(hop.from) ? { kind: "earlier", version } : { kind: "later", version };
}

// src/core/history/situation.ts
function situationOf({ entries, ...parts }) {
  const record2 = recordOf(entries, parts.hop);
  return {
    ...parts,
    retry: parts.retry === true,
    record: record2,
    startedMigrations: startedMigrations(entries, parts.hop.from),
    unfinishedRollback: unfinishedRollback(entries),
    marks: newestMarks(entries),
    standing: standingOf(parts.observation, parts.hop, plannedLabels(entries)),
    rehearsal: parts.traits.waiver === void 0 ? countedRehearsal(entries, record2, parts) : { kind: "waived", because: parts.traits.waiver },
    promotion: halted(promotionOf(record2), entries)
  };
}
function countedRehearsal(entries, record2, terms) {
  const rehearsal = rehearsalOf(entries, record2, terms.traits);
  return isFoundHalfDone(record2, promotionOf(record2)) ? rehearsal : expired(rehearsal, terms);
}
function halted(promotion, entries) {
  const restoring = unfinishedRestore(entries);
  if (restoring === void 0) return promotion;
  const undone = { deployed: void 0, migrating: void 0, waited: void 0, completed: void 0 };
  const none = { smoked: false, inPlace: false };
  return { ...promotion, ...undone, ...none, restoring, restored: wasRestored(entries, restoring) };
}
function isFoundHalfDone({ hop, entries }, { deployStarted }) {
  return deployStarted && latest(entries, "checked")?.event.version !== hop.from;
}
function expired(rehearsal, { now, rehearsalMaxAge }) {
  if (rehearsal.kind !== "passed") return rehearsal;
  const age = ageInMilliseconds(rehearsal.dataAt, now);
  if (age <= rehearsalMaxAge) return rehearsal;
  return {
    kind: "void",
    because: `it was made on data from ${hoursOrDays(age)} ago (${rehearsal.dataAt}), and "rehearsal.max-age" allows ${hoursOrDays(rehearsalMaxAge)}`
  };
}
function hoursOrDays(milliseconds) {
  const hours = milliseconds / 36e5;
  return hours < 48 ? `${hours.toFixed(1)} hours` : `${(hours / 24).toFixed(1)} days`;
}
function ageInMilliseconds(at, now) {
  return now.getTime() - new Date(at).getTime();
}

// src/core/history/named-states.ts
function namedStates(entries) {
  const hops = entries.flatMap((entry) => isOf(entry, "planned") ? entry.event.hops : []);
  const named = /* @__PURE__ */ new Map();
  for (const hop of hops) {
    for (const side of ["from", "to"]) {
      const state = namedStateOf(hop, side);
      if (state !== void 0) named.set(JSON.stringify([state.label, state.parts]), state);
    }
  }
  return [...named.values()];
}
function namedStateOf(hop, side) {
  const release = hop.releases?.[side];
  const label = hop[side];
  return release === void 0 || release === label ? void 0 : { label, release, parts: hop.parts?.[side] ?? {} };
}
function candidates(release, states) {
  return states.filter((state) => state.release === release);
}
function labelOf(release, readings, states) {
  const compared = candidates(release, states).map(({ label, parts }) => ({ label, fit: fitOf(parts, readings) }));
  const same = compared.find(({ fit }) => fit.kind === "same");
  if (same !== void 0) return { kind: "known", value: same.label };
  for (const { label, fit } of compared) {
    if (fit.kind === "unknown") {
      const reason = `${release} answers, and whether it is ${label} could not be determined: the part "${fit.part}" could not be read (${fit.reason})`;
      return { kind: "unknown", reason };
    }
  }
  return { kind: "known", value: release };
}
function fitOf(parts, readings) {
  const shown2 = Object.entries(parts).flatMap(([part, version]) => {
    const reading = readings[part];
    return reading === void 0 ? [] : [{ part, version, reading }];
  });
  if (shown2.some(({ version, reading }) => reading.kind === "known" && reading.value !== version)) {
    return { kind: "other" };
  }
  for (const { part, reading } of shown2) {
    if (reading.kind === "unknown") return { kind: "unknown", part, reason: reading.reason };
  }
  return { kind: shown2.length === 0 ? "other" : "same" };
}

// src/drivers/probes/observe.ts
async function observe(probes, now, signal) {
  const answering = probes.version(signal).then((text) => text.kind === "known" ? probes.readLabel(text.value) : text);
  const [version, serving, status] = await Promise.all([
    answering,
    probes.health(signal),
    probes.migrations?.(signal, answering)
  ]);
  return { at: now().toISOString(), version, serving, migrations: status ?? derived(version, serving) };
}
function derived(version, serving) {
  if (version.kind === "unknown") return version;
  if (serving.kind === "yes") return { kind: "done", assumed: true };
  return { kind: "unknown", reason: serving.reason };
}

// src/core/path/sources/stages/source.ts
function stagesSource(stages, title) {
  return {
    stateOf: (seen) => stateOf(stages, seen),
    pathTo: (current, target) => pathTo(stages, title, current, target)
  };
}
function stateOf(stages, seen) {
  const reasons = [];
  for (const { name, parts } of stages.toReversed()) {
    const reached = seen[name] ?? { kind: "unknown", reason: "it was not probed" };
    if (reached.kind === "yes") return { kind: "known", value: { label: name, parts } };
    if (reached.kind === "unknown") {
      const { reason, refused } = reached;
      const said = `whether the stage "${name}" is reached could not be determined: ${reason}`;
      return { kind: "unknown", reason: said, ...refused === void 0 ? {} : { refused } };
    }
    reasons.unshift(`"${name}": ${reached.reason}`);
  }
  return { kind: "unknown", reason: `none of its stages is reached (${reasons.join("; ")})` };
}
function pathTo(stages, title, current, target) {
  const places = new Map(stages.map(({ name }, place) => [name, place]));
  const from = places.get(current.label);
  if (from === void 0) return unknownStage("current", current.label, stages, title);
  const to = isLast(target) ? stages.length - 1 : places.get(target);
  if (to === void 0) return unknownStage("target", target, stages, title);
  const ends = { current: current.label, target: stages[to]?.name ?? target, details: detailsOf(stages, title) };
  if (to === from) {
    const last = to === stages.length - 1 ? ", the last stage" : "";
    return {
      ...ends,
      kind: "already-there",
      message: {
        happened: `${title} is at "${ends.target}"${last}.`,
        means: "There is nothing to do.",
        next: last === "" ? `The stages after it are ${namesOf(stages.slice(to + 1))}.` : ""
      }
    };
  }
  if (to < from) {
    const back = hopId(stages[from - 1]?.name ?? "", current.label);
    return {
      ...ends,
      kind: "downgrade",
      message: {
        happened: `"${ends.target}" is before "${current.label}", where ${title} is.`,
        means: "A path only goes forward, so none was planned.",
        next: `To continue, name a target from ${current.label} on. To go back one stage that was climbed by this tool: staged-upgrade rollback --hop ${back}; it says whether it is possible to go back from that stage. What was moved by hand is moved back by hand.`
      }
    };
  }
  return { ...ends, kind: "path", steps: stepsOf(stages, current, { from, to }), notes: [] };
}
function isLast(target) {
  return target === "newest";
}
function stepsOf(stages, current, { from, to }) {
  let { parts } = current;
  return stages.slice(from + 1, to + 1).map((stage, index) => {
    const { name, title, reason, url, manual } = stage;
    const before = parts;
    parts = { ...before, ...stage.parts };
    const hasParts = Object.keys(parts).length > 0;
    return {
      from: stages[from + index]?.name ?? current.label,
      to: name,
      tag: name,
      reasons: [{ rule: "stages", text: `${title}: ${reason}`, ...url === void 0 ? {} : { url } }],
      manual,
      notes: [],
      parts: [],
      ...hasParts ? { partVersions: { from: before, to: parts } } : {}
    };
  });
}
function unknownStage(which, asked, stages, title) {
  return {
    kind: "unknown-release",
    which,
    asked,
    message: {
      happened: which === "current" ? `"${asked}" is not a stage of ${title}.` : `The target "${asked}" is not a stage of ${title}.`,
      means: "No path was planned.",
      next: `Its stages are, in order: ${namesOf(stages)}. "newest" is the last of them.`
    },
    nearest: {},
    details: detailsOf(stages, title)
  };
}
function detailsOf(stages, title) {
  return {
    source: `the definition of ${title}`,
    releases: stages.length,
    unit: "stage",
    ignored: [],
    leftOut: [],
    unknownFacts: [],
    idle: []
  };
}
function namesOf(stages) {
  return stages.map(({ name }) => name).join(", ");
}

// src/core/path/sources/topology/topology.ts
var noReaderSetting = "none";
function topology(instances, writer, readers, setting) {
  const classes = [...new Set(readers.map(className))].toSorted();
  const isOwn = classes.length > 1 || classes.length === 1 && classes[0] !== className(writer);
  if (instances < 1 || instances === 1 !== (classes.length === 0))
    throw new Error(`${instances} instances cannot have readers of ${classes.length} classes`);
  return {
    instances,
    writer: className(writer),
    readers: classes,
    hasReaderSetting: isOwn || setting && instances > 1
  };
}
function labelOf2({ instances, writer, readers, hasReaderSetting }) {
  const all = `${instances}x-${writer}`;
  return hasReaderSetting ? `${all}+reader-${readers.join("+")}` : all;
}
function topologyText({ instances, writer, readers, hasReaderSetting }) {
  const all = `${instances}\xD7${writer}`;
  if (!hasReaderSetting) return all;
  const [only] = readers;
  return readers.length === 1 && only === writer ? `${all}, with the reader setting` : `${all} \u2192 ${readers.length === 1 ? "reader" : "readers"} ${readers.join(", ")}`;
}
var labelPattern = /^(?<instances>[1-9]\d?)x-(?<writer>[a-z0-9.]+)(?:\+reader-(?<readers>[a-z0-9.+]+))?$/;
function readLabel(label) {
  const groups = labelPattern.exec(label)?.groups;
  if (groups?.instances === void 0 || groups.writer === void 0) return void 0;
  const { instances: count, writer, readers: written2 } = groups;
  const instances = Number(count);
  const readers = written2 === void 0 ? instances > 1 ? [writer] : [] : written2.split("+");
  if ([writer, ...readers].some((each) => readInstanceClass(each) === void 0)) return void 0;
  if (instances === 1 && readers.length > 0) return void 0;
  const read = topology(instances, writer, readers, written2 !== void 0);
  return labelOf2(read) === label ? read : void 0;
}
function partsOf({ instances, writer, readers, hasReaderSetting }) {
  return {
    instances: String(instances),
    writer,
    reader: hasReaderSetting ? readers.join("+") : noReaderSetting
  };
}
function stateOfTopology(each) {
  return { label: labelOf2(each), parts: partsOf(each) };
}

// src/core/path/sources/topology/seen.ts
function stateOf2(seen) {
  const read = topologyOf(seen);
  return read.kind === "known" ? { kind: "known", value: stateOfTopology(read.value) } : read;
}
function topologyOf(seen) {
  const { cluster, members, declared } = seen;
  const unknown2 = (reason) => ({ kind: "unknown", reason });
  if (members.length === 0) return unknown2(`the cluster "${cluster.id}" has no instances`);
  if (cluster.status !== "available") return unknown2(`the cluster "${cluster.id}" is ${cluster.status}`);
  const changing = members.find(({ status }) => status !== "available");
  if (changing !== void 0) return unknown2(changingText(changing));
  const waiting = members.find(({ pending }) => pendingClass(pending) !== void 0);
  if (waiting !== void 0)
    return unknown2(
      `the instance "${waiting.id}" (${className(waiting.instanceClass)}) has not changed to ${className(pendingClass(waiting.pending) ?? "")} yet`
    );
  const odd = members.find(({ instanceClass }) => readInstanceClass(instanceClass) === void 0);
  if (odd !== void 0)
    return unknown2(
      `the instance "${odd.id}" has the class ${odd.instanceClass}, which has no size that could be compared with another`
    );
  const first = declaredFirst(seen);
  if (first === void 0)
    return unknown2(`none of the instances of "${cluster.id}" is its writer: a failover may be under way`);
  const readers = members.filter(({ id }) => id !== first.id).map(({ instanceClass }) => className(instanceClass));
  const setting = declared.kind === "known" ? declared.value.reader : void 0;
  const isByOwnSetting = setting !== void 0 && readers.every((each) => each === className(setting));
  return { kind: "known", value: topology(members.length, first.instanceClass, readers, isByOwnSetting) };
}
function changingText({ id, status, instanceClass, pending }) {
  const to = pendingClass(pending);
  const change = to === void 0 ? "" : `, from ${className(instanceClass)} to ${className(to)}`;
  return `the instance "${id}" is ${status}${change}`;
}
function pendingClass(pending) {
  return pending.DBInstanceClass;
}
function declaredFirst({ members, declared }) {
  const tiers = members.map(({ tier }) => tier ?? Number.POSITIVE_INFINITY);
  const lowest = Math.min(...tiers);
  const preferred = members.filter(({ tier }) => tier === lowest);
  if (preferred.length === 1) return preferred[0];
  if (declared.kind === "known") {
    const { writer, reader } = declared.value;
    const ofWriter = members.filter(({ instanceClass }) => className(instanceClass) === className(writer));
    if (reader !== void 0 && className(reader) !== className(writer) && ofWriter.length === 1) return ofWriter[0];
  }
  return members.find(({ role }) => role === "writer");
}
function writerOf({ members }) {
  return members.find(({ role }) => role === "writer");
}
function onlyZone({ members }) {
  const zones = new Set(members.map(({ zone }) => zone));
  return zones.size === 1 ? [...zones][0] : void 0;
}

// src/core/path/sources/topology/failover.ts
function successorsOf({ members }) {
  const readers = members.filter(({ role, status }) => role === "reader" && status === "available");
  const lowest = Math.min(...readers.map(({ tier }) => tier ?? Number.POSITIVE_INFINITY));
  const first = readers.filter(({ tier }) => tier === lowest);
  const sizes = first.map(({ instanceClass }) => readInstanceClass(instanceClass)?.memory);
  if (sizes.includes(void 0)) return first;
  const largest = Math.max(...sizes.map((size) => size ?? 0));
  return first.filter((_, index) => sizes[index] === largest);
}
function failoverText(seen) {
  const readers = seen.members.filter(({ role }) => role === "reader");
  if (readers.length === 0) return "There is no reader to fail over to.";
  const all = successorsOf(seen);
  const [first, ...others] = all;
  if (first === void 0) return "";
  const names = all.map(({ id }) => `"${id}"`).join(" or ");
  const writer = writerOf(seen);
  const isBeside = writer?.zone !== void 0 && all.every(({ zone: zone2 }) => zone2 === writer.zone);
  const zone = isBeside ? `, in the zone of the writer (${writer.zone})` : "";
  const any = others.length === 0 ? "" : ": their failover tier and size are the same";
  return `A failover would go to ${names}${zone}${any}.`;
}
function membersText({ members }) {
  return members.map(({ id, instanceClass, role, zone, tier, lag }) => {
    const where = zone === void 0 ? "" : ` in ${zone}`;
    const rank = tier === void 0 ? "" : `, failover tier ${tier}`;
    const behind = lag === void 0 ? "" : `, ${durationText(lag)} behind`;
    return `${id} (${className(instanceClass)}, ${role}${where}${rank}${behind})`;
  }).join(", ");
}
function clusterText(seen) {
  return `The cluster has ${membersText(seen)}. ${failoverText(seen)}`.trimEnd();
}

// src/core/path/sources/topology/declared.ts
function declaredTopology({ instances, writer, reader }) {
  return topology(instances, writer, instances === 1 ? [] : [reader ?? writer], reader !== void 0);
}
function unusableDeclaration({ declared }) {
  if (declared.kind === "unknown") return declared.reason;
  const { instances, reader } = declared.value;
  return instances === 1 && reader !== void 0 ? `the configuration file declares one instance and a class for readers (${className(reader)}), which nothing has: whoever adds a reader would get that class unawares` : void 0;
}
function driftFrom(seen, accepted = []) {
  const unusable = unusableDeclaration(seen);
  if (unusable !== void 0 || seen.declared.kind === "unknown") return unusable;
  const live = topologyOf(seen);
  const file = declaredTopology(seen.declared.value);
  const known = [...live.kind === "known" ? [live.value] : [], ...accepted].map(labelOf2);
  if (known.includes(labelOf2(file))) return void 0;
  const cluster = live.kind === "known" ? `the cluster is ${topologyText(live.value)}` : live.reason;
  return `the configuration file declares ${topologyText(file)}, and ${cluster}: the checkout may lack the commit of the hop before, or somebody has changed one of the two`;
}

// src/core/path/sources/topology/hops.ts
function hopsTo(start, goal) {
  const hops = [];
  let from = start;
  for (; ; ) {
    const next = nextHop(from, goal);
    if (next === void 0) return hops;
    hops.push(next);
    from = next.to;
  }
}
function nextHop(from, { instances, instanceClass }) {
  const { writer, readers, hasReaderSetting } = from;
  const hop = (change, to) => ({ change, from, to });
  const isUniform = readers.length <= 1;
  const isNew = from.instances === 1 && (instances > 1 || writer !== instanceClass);
  if (isNew || from.instances < instances && isUniform) {
    const count = Math.max(instances, 2);
    return hop("add-instances", topology(count, writer, readers.length === 0 ? [writer] : readers, hasReaderSetting));
  }
  if (from.instances > 1 && (!isUniform || readers[0] !== instanceClass))
    return hop("reader", topology(from.instances, writer, [instanceClass], true));
  if (writer !== instanceClass) return hop("writer", topology(from.instances, instanceClass, readers, true));
  if (hasReaderSetting) return hop("reader-setting", topology(from.instances, writer, readers, false));
  if (from.instances > instances)
    return hop("remove-instances", topology(instances, writer, instances === 1 ? [] : readers, false));
  return void 0;
}
function changeBetween(from, to) {
  const isSameReaders = from.readers.join() === to.readers.join();
  if (from.instances !== to.instances) {
    const isOnlyThat = from.writer === to.writer && (isSameReaders || from.instances === 1 || to.instances === 1);
    return isOnlyThat ? from.instances < to.instances ? "add-instances" : "remove-instances" : void 0;
  }
  if (from.writer !== to.writer) return isSameReaders ? "writer" : void 0;
  if (!isSameReaders) return "reader";
  return from.hasReaderSetting === to.hasReaderSetting ? void 0 : "reader-setting";
}

// src/core/path/sources/topology/maintenance-window.ts
var minute = 6e4;
var day = 24 * 60 * minute;
var week = 7 * day;
var days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
var windowPattern = /^(?<from>[a-z]{3}):(?<fromHour>\d\d):(?<fromMinute>\d\d)-(?<to>[a-z]{3}):(?<toHour>\d\d):(?<toMinute>\d\d)$/;
function untilWindow(window, now) {
  const groups = windowPattern.exec(window.toLowerCase())?.groups;
  if (groups === void 0) return void 0;
  const start = ofWeek(groups.from, groups.fromHour, groups.fromMinute);
  const end = ofWeek(groups.to, groups.toHour, groups.toMinute);
  if (start === void 0 || end === void 0) return void 0;
  const at = now.getUTCDay() * day + now.getTime() % day;
  const since = (at - start + week) % week;
  const length = (end - start + week) % week;
  return since < length ? 0 : (week - since) % week;
}
function ofWeek(name = "", hour = "", minutes = "") {
  const place = days.indexOf(name);
  return place === -1 ? void 0 : place * day + Number(hour) * 60 * minute + Number(minutes) * minute;
}

// src/core/path/sources/topology/hop-obstacle.ts
var marginMilliseconds = 60 * 6e4;
function hopObstacle(seen, { from, to, isBack, now }) {
  const [before, after2] = [readLabel(from), readLabel(to)];
  if (before === void 0 || after2 === void 0) return void 0;
  const drift = driftFrom(seen, [before, after2]);
  if (drift !== void 0) return driftMessage(drift);
  const change = { before, after: after2, isBack };
  return roleMessage(seen, change) ?? zoneMessage(seen, change) ?? windowMessage(seen, before, after2, now);
}
function driftMessage(drift) {
  return {
    happened: `${drift.slice(0, 1).toUpperCase()}${drift.slice(1)}.`,
    means: "A deploy of this checkout would undo one of the two. Nothing was changed.",
    next: "Check out the branch with the newest commit of that file (or merge its pull request), or correct the file, then run again."
  };
}
function roleMessage(seen, { before, after: after2, isBack }) {
  const change = changeBetween(before, after2);
  const [first, writer] = [declaredFirst(seen), writerOf(seen)];
  if (first === void 0 || writer === void 0 || change === void 0) return void 0;
  const others = seen.members.filter(({ id }) => id !== writer.id);
  if (change === "remove-instances") {
    if (writer.id === first.id) return void 0;
    return failOver(
      seen,
      first,
      `"${writer.id}" takes the writes, and it is one of the instances that this change would remove.`
    );
  }
  const changesWriter = change === "writer" === (writer.id === first.id) && (change === "writer" || change === "reader");
  if (!changesWriter || isBack) return void 0;
  const wanted = change === "writer" ? after2.writer : after2.readers[0];
  const unready = others.find(({ instanceClass }) => className(instanceClass) !== wanted);
  if (unready === void 0) return void 0;
  const happened = `"${writer.id}" takes the writes, and this change would resize it before "${unready.id}", which it would fail over to.`;
  return first.id === writer.id ? {
    happened,
    means: "The application would be on an instance of the old size meanwhile. Nothing was changed.",
    next: "Start a new run: it plans the readers first."
  } : failOver(seen, first, happened);
}
function failOver({ cluster }, to, happened) {
  return {
    happened,
    means: `After a failover, the instance that is declared as the writer ("${to.id}") is a reader. Nothing was changed.`,
    next: `Fail over to it in a quiet minute, which interrupts writes for some seconds: aws rds failover-db-cluster --db-cluster-identifier ${cluster.id} --target-db-instance-identifier ${to.id}. Then run again.`
  };
}
function zoneMessage(seen, { before, after: after2, isBack }) {
  const zone = onlyZone(seen);
  if (isBack || zone === void 0 || seen.oneZone !== void 0 || changeBetween(before, after2) !== "writer")
    return void 0;
  return {
    happened: `All ${seen.members.length} instances are in the zone ${zone}, and this change makes the cluster fail over.`,
    means: "There is no reader in another zone to fail over to: an outage of that zone in the meantime would be one of the database. Nothing was changed.",
    next: 'Have a reader in another zone (delete one and have the application add it again; its subnet group must span several zones), or write into the topology why one zone is accepted: one-zone: "\u2026".'
  };
}
function windowMessage(seen, before, after2, now) {
  const change = changeBetween(before, after2);
  if (change === void 0 || change === "reader-setting") return void 0;
  for (const { of, window, due } of seen.maintenance) {
    const until = untilWindow(window, now);
    if (due.length === 0 || until === void 0 || until > marginMilliseconds) continue;
    return {
      happened: `Maintenance of ${of} is due (${due.join(", ")}), and its window (${window} UTC) ${until === 0 ? "is open" : `opens in ${durationText(until)}`}.`,
      means: "An instance could be taken down while another is resized. Nothing was changed.",
      next: "Run again when the maintenance is done; or apply it now, or defer it, in the console of RDS."
    };
  }
  return void 0;
}

// src/core/path/sources/topology/readiness.ts
function unfitness(seen, { mostLag }) {
  const { cluster, members } = seen;
  const waiting = [
    ...Object.entries(cluster.pending).map(([what, to]) => `${what} of the cluster (${to})`),
    ...members.flatMap(
      ({ id, pending }) => Object.entries(pending).filter(([what]) => what !== "DBInstanceClass").map(([what, to]) => `${what} of "${id}" (${to})`)
    )
  ];
  const unwell = [
    ...cluster.status === "available" ? [] : [`the cluster "${cluster.id}" is ${cluster.status}`],
    ...members.filter(({ status }) => status !== "available").map(({ id, status }) => `the instance "${id}" is ${status}`)
  ];
  const behind = members.filter(({ lag }) => lag !== void 0 && lag > mostLag);
  return [
    ...unwell,
    ...waiting.length === 0 ? [] : [
      `changes of somebody else wait for the maintenance window and would be applied along with this one: ${waiting.join(", ")}`
    ],
    ...seen.lagUnknown === void 0 ? [] : [`how far the readers are behind could not be determined: ${seen.lagUnknown}`],
    ...behind.map(
      ({ id, lag = 0 }) => `the reader "${id}" is ${durationText(lag)} behind the writer, and a failover waits for it`
    )
  ];
}

// src/steps/environment/live-topology.ts
var mostLagMilliseconds = 1e4;
function topologyProbes(probe, health) {
  const look = shared((signal) => probe.look(signal));
  return {
    version: async (signal) => {
      const seen = await look(signal);
      if (seen.kind === "unknown") return seen;
      const state = stateOf2(seen.value);
      return state.kind === "known" ? { kind: "known", value: state.value.label } : state;
    },
    health: async (signal) => {
      const [seen, answering] = await Promise.all([look(signal), health?.(signal)]);
      const fit = fitness(seen);
      return fit.kind === "yes" ? answering ?? fit : fit;
    },
    readLabel: (label) => ({ kind: "known", value: label })
  };
}
function fitness(seen) {
  if (seen.kind === "unknown") return seen;
  const reasons = unfitness(seen.value, { mostLag: mostLagMilliseconds });
  return reasons.length === 0 ? { kind: "yes" } : { kind: "no", reason: reasons.join("; ") };
}
function shared(ask) {
  let underWay;
  return async (signal) => {
    underWay ??= ask(signal).finally(() => {
      underWay = void 0;
    });
    return await underWay;
  };
}
async function topologyOutlook(probe, { from, to, version }, { clock, signal }) {
  const seen = await probe.look(signal);
  if (seen.kind === "unknown") return { obstacle: void 0, details: [] };
  const isBack = version === from;
  const [before, after2] = isBack ? [to, from] : [from, to];
  const obstacle = hopObstacle(seen.value, { from: before, to: after2, isBack, now: clock.now() });
  return { obstacle, details: [clusterText(seen.value)] };
}
function meantBy({ from, to, version }) {
  const [before, after2] = (version === from ? [to, from] : [from, to]).map(readLabel);
  const change = before && after2 && changeBetween(before, after2);
  switch (change) {
    case "add-instances":
      return ["added"];
    case "remove-instances":
      return ["removed"];
    case "reader":
    case "writer":
      return ["changed"];
    default:
      return [];
  }
}
function guardedDeployer(deployer, probe, target, clock) {
  const { preview } = deployer;
  return {
    ...deployer,
    ...preview && { preview: (request) => preview({ ...request, meant: meantBy(target) }) },
    deploy: async (request) => {
      const { obstacle } = await topologyOutlook(probe, target, { clock, signal: request.signal });
      if (obstacle !== void 0) throw new SystemFailure(obstacle);
      return await deployer.deploy({ ...request, meant: meantBy(target) });
    }
  };
}

// src/steps/environment/live-state.ts
function stageTests(product, { version }) {
  return hasStages(product) ? product.stages.find(({ name }) => name === version)?.smoke ?? [] : [];
}
function stateProbes(product, openProbe, topology2) {
  if (hasVersions(product)) {
    return {
      version: openProbe(product.probes.version, "version probe"),
      health: openProbe(product.probes.health, "health probe"),
      readLabel: (text) => labelOfVersion(text, product.versions, product.title)
    };
  }
  const { probes } = product;
  const health = probes.health && openProbe(probes.health, "health probe");
  if (!hasStages(product)) return topologyProbes(topology2(), health);
  const { stages, title } = product;
  const source = stagesSource(stages, title);
  const reached = stages.map(
    ({ name, reached: part }) => [name, openProbe(part, `probe of the stage "${name}"`)]
  );
  const version = async (signal) => {
    const seen = await Promise.all(
      reached.map(async ([name, probe]) => [name, await probe(signal)])
    );
    const state = source.stateOf(Object.fromEntries(seen));
    return state.kind === "known" ? { kind: "known", value: state.value.label } : state;
  };
  return {
    version,
    // A stage that is reached is all that is asked of a change without a health probe.
    health: health ?? (async () => ({ kind: "yes" })),
    readLabel: (label) => ({ kind: "known", value: label })
  };
}

// src/steps/environment/stage-deployer.ts
function stageDeployer({ stages, title }, { to, version }, common) {
  const stage = stages.find(({ name }) => name === to);
  const forward = version === to;
  const part = forward ? stage?.deploy ?? common : stage?.back;
  const key = forward ? "deploy" : "back";
  const where = `the ${key} of the stage "${to}" of ${title}`;
  if (part !== void 0) return { part, where };
  throw new UserError({
    happened: `The definition of ${title} does not say how ${forward ? `the stage "${to}" is reached` : `one goes back from the stage "${to}"`}.`,
    means: "Nothing was done.",
    next: `Add "${key}" to that stage.`
  });
}

// src/steps/environment/live-system.ts
function openLiveSystem(project, environment, entries) {
  const { configuration, product, effects } = project;
  const settings = settingsOf(configuration, environment);
  const base = `environments.${environment}`;
  const context = (where, placeholders = {}) => ({
    effects,
    where,
    placeholders: { system: configuration.system, environment, ...placeholders },
    ...hasVersions(product) ? { releases: product.versions } : {}
  });
  const address = () => settings.url === void 0 ? {} : { url: effects.variables.fill(settings.url, `${base}.url`).replace(/\/+$/, "") };
  let opened;
  const tokens = () => {
    opened ??= Object.fromEntries(
      Object.entries(settings.access).flatMap(
        ([name, part]) => typeof part === "string" ? [] : [[`access.${name}`, part.open(context(`${base}.access.${name}`, address()))]]
      )
    );
    return opened;
  };
  const probeContext = (where, placeholders = {}) => {
    const access = Object.entries(settings.access).flatMap(
      ([name, value]) => typeof value === "string" ? accessPlaceholders(name, effects.variables.fill(value, `${base}.access.${name}`)) : []
    );
    return {
      ...context(where, { ...address(), ...Object.fromEntries(access), ...placeholders }),
      tokens: tokens()
    };
  };
  const openProbe = (part, name) => part.open(probeContext(`the ${name} of ${product.title} (${environment})`));
  const configuredDeployer = () => needed(settings.deploy, `${base}.deploy`, `What puts a release in place on ${environment}`).open(
    context(`${base}.deploy`)
  );
  const serverLog = (since) => since === void 0 ? {} : {
    serverLog: {
      read: async (onLine, signal) => {
        const { logs } = configuredDeployer();
        if (logs === void 0) throw noLog(base);
        await logs({ since, onLine, signal });
      }
    }
  };
  const deployer = (target) => {
    if (hasStages(product) && target !== void 0) {
      const { part, where } = stageDeployer(product, target, settings.deploy);
      return part.open(probeContext(`${where} (${environment})`));
    }
    if (hasTopology(product) && target !== void 0)
      return guardedDeployer(configuredDeployer(), topology2(), target, effects.clock);
    return configuredDeployer();
  };
  let opening;
  const topology2 = () => {
    const use = `What ${product.title} consists of on ${environment}`;
    const probe = opening ?? needed(settings.topology, `${base}.topology`, use).open(context(`${base}.topology`));
    opening = probe;
    return probe;
  };
  let probing;
  const probes = () => {
    probing ??= {
      ...stateProbes(product, openProbe, topology2),
      migrations: product.probes.migrations && openProbe(product.probes.migrations, "migrations probe")
    };
    return probing;
  };
  const observeParts = async (signal) => {
    const readings = Object.entries(product.probes.parts ?? {}).map(
      async ([name, part]) => [name, partReading(name, await openProbe(part, `probe of ${name}`)(signal))]
    );
    return Object.fromEntries(await Promise.all(readings));
  };
  let states;
  const named = () => {
    states ??= namedStates(entries);
    return states;
  };
  return {
    environment,
    observe: async (signal) => {
      const seen = await observe(probes(), () => effects.clock.now(), signal);
      const { version } = seen;
      if (version.kind === "unknown") return seen;
      const states2 = candidates(version.value, named());
      if (states2.length === 0) return seen;
      return { ...seen, version: labelOf(version.value, await observeParts(signal), states2) };
    },
    observeParts,
    get health() {
      const { health } = product.probes;
      if (health === void 0) return void 0;
      return hasTopology(product) ? openProbe(health, "health probe") : probes().health;
    },
    get writes() {
      if (!hasTopology(product)) return void 0;
      const { writes } = product.probes;
      return writes && openProbe(writes, "probe of writes");
    },
    get topology() {
      return hasTopology(product) ? topology2() : void 0;
    },
    outlook: async (target, signal) => hasTopology(product) ? await topologyOutlook(topology2(), target, { clock: effects.clock, signal }) : { obstacle: void 0, details: [] },
    data: () => openData(project, environment),
    deployer,
    deployerLogs: () => settings.deploy === void 0 ? void 0 : configuredDeployer().logs,
    place: (target) => settings.deploy === void 0 && !hasStages(product) ? void 0 : deployer(target),
    measures: (placeholders) => [...product.baseline, ...configuration.baseline].map((part) => part.open(probeContext("baseline", placeholders))),
    smokeTests: (placeholders, since) => [...product.smoke, ...stageTests(product, placeholders), ...configuration.smoke].map(
      (test) => test.open({ ...probeContext("smoke", placeholders), ...serverLog(since) })
    ),
    evidence: () => [...answersOfProbes(project.productDocument.probes), ...product.evidence].map(
      (source) => openEvidence(source, probeContext(`the evidence "${source.name}"`))
    ),
    starter: () => product.migrations && openProbe(product.migrations.start, "start of the migrations"),
    context
  };
}
function noLog(base) {
  return new SystemFailure({
    happened: `"${base}.deploy" does not say how the log of the server is shown`,
    means: "What it has logged is not known.",
    next: 'Add "logs" to it, a command that prints the log.'
  });
}
function accessPlaceholders(name, value) {
  return [
    [`access.${name}`, value],
    [`access.${name}.header`, `Bearer ${value}`]
  ];
}
function partReading(name, text) {
  if (text.kind === "unknown") return text;
  const version = text.value.trim().replace(/^v(?=\d)/, "");
  if (partVersion.safeParse(version).success) return { kind: "known", value: version };
  return { kind: "unknown", reason: `what the probe of "${name}" reads is not a version` };
}

// src/steps/environment/user-files.ts
import { extname, resolve } from "node:path";

// src/world/yaml/edit-yaml.ts
var otherForm = { kind: "impossible", reason: "writes it in a form that only a person should change" };
function yamlValue(text, path) {
  const document = parsed(text);
  return document.errors.length > 0 ? void 0 : valueIn(document.toJS(), path);
}
function isYaml(text) {
  return parsed(text).errors.length === 0;
}
function withYamlValue(text, path, value) {
  const document = parsed(text);
  if (document.errors.length > 0) return { kind: "impossible", reason: "is not YAML" };
  return checked(text, setIn(text, document, path, value), (plain) => setPlain(plain, path, value));
}
function withoutYamlKey(text, path) {
  const document = parsed(text);
  if (document.errors.length > 0) return { kind: "impossible", reason: "is not YAML" };
  return checked(text, removeIn(text, document, path), (plain) => removePlain(plain, path));
}
function parsed(text) {
  return a(text, { keepSourceTokens: true, logLevel: "error", merge: true });
}
function setIn(text, document, path, value) {
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  if (document.contents === null || isNull(document.contents))
    return `${withLastLine(text, ending)}${lines(nested(path, value), 0, 2, ending)}`;
  const indent = indentOf(text);
  let at = document.contents;
  for (const [depth, name] of path.entries()) {
    if (!isBlock(at)) return void 0;
    const pair = pairOf(at, name);
    const column = columnOf(text, at);
    if (pair === void 0) {
      const end = endOfMap(text, at);
      if (column === void 0 || end === void 0) return void 0;
      return inserted(text, end, lines(nested(path.slice(depth), value), column, indent, ending), ending);
    }
    if (depth === path.length - 1) return replaced(text, pair, value);
    const below = pair.value;
    if (below === null || isNull(below) || isEmptyFlow(below)) {
      const rest = lines(nested(path.slice(depth + 1), value), (column ?? 0) + indent, indent, ending);
      return belowKey(text, pair, rest, ending);
    }
    at = below;
  }
  return void 0;
}
function removeIn(text, document, path) {
  let at = document.contents;
  let widest;
  for (const name of path) {
    if (!isBlock(at)) return void 0;
    const pair = pairOf(at, name);
    if (pair === void 0) return void 0;
    widest = at.items.length === 1 ? widest ?? pair : pair;
    at = pair.value;
  }
  if (widest === void 0) return void 0;
  const start = lineStart(text, widest.key.range[0]);
  const end = lineEnd(text, endOf(widest));
  return text.slice(start, widest.key.range[0]).trim() === "" ? text.slice(0, start) + text.slice(end) : void 0;
}
function replaced(text, { key, value }, wanted) {
  if (typeof wanted === "object") return void 0;
  const written2 = L(wanted, { lineWidth: 0 }).trimEnd();
  if (value === null || isNull(value)) {
    const colon = text.indexOf(":", key.range[1]);
    const source = value === null ? "" : text.slice(value.range[0], value.range[1]);
    const start = source.trim() === "" ? colon + 1 : value?.range[0] ?? 0;
    return `${text.slice(0, start)}${source.trim() === "" ? " " : ""}${written2}${text.slice(start + (source.trim() === "" ? 0 : source.length))}`;
  }
  if (!e(value) || i(value)) return void 0;
  const token = value.srcToken;
  if (token === void 0 || !("source" in token) || token.type === "block-scalar") return void 0;
  const quote = /^["']/.exec(token.source)?.[0];
  const isSimple = quote !== void 0 && typeof wanted === "string" && !/["'\\\n]/.test(wanted);
  return `${text.slice(0, token.offset)}${isSimple ? `${quote}${wanted}${quote}` : written2}${text.slice(token.offset + token.source.length)}`;
}
function belowKey(text, { key, value }, rest, ending) {
  const colon = text.indexOf(":", key.range[1]) + 1;
  const end = value === null ? colon : Math.max(colon, value.range[1]);
  const newline = text.indexOf("\n", end);
  const after2 = text.slice(end, newline < 0 ? void 0 : newline);
  if (after2.trim() !== "" && !after2.trim().startsWith("#")) return void 0;
  const head = `${text.slice(0, colon)}${after2.trimEnd()}`;
  return `${head}${ending}${newline < 0 ? rest.trimEnd() : rest}${newline < 0 ? "" : text.slice(newline + 1)}`;
}
function checked(before, after2, change) {
  if (after2 === void 0) return otherForm;
  const document = parsed(after2);
  const wanted = JSON.parse(JSON.stringify(parsed(before).toJS() ?? {}));
  if (document.errors.length > 0 || !isPlain(wanted)) return otherForm;
  change(wanted);
  const isSame = sorted(document.toJS() ?? {}) === sorted(wanted);
  return isSame ? { kind: "edited", text: after2 } : otherForm;
}
function sorted(value) {
  return JSON.stringify(
    value,
    (_, part) => isPlain(part) ? Object.fromEntries(Object.entries(part).toSorted(([a2], [b2]) => a2 < b2 ? -1 : 1)) : part
  );
}
function setPlain(plain, [name = "", ...rest], value) {
  if (rest.length === 0) plain[name] = value;
  else {
    const below = plain[name];
    const next = isPlain(below) ? below : {};
    plain[name] = next;
    setPlain(next, rest, value);
  }
}
function removePlain(plain, [name = "", ...rest]) {
  const below = plain[name];
  if (rest.length > 0 && isPlain(below)) removePlain(below, rest);
  if (rest.length === 0 || isPlain(below) && Object.keys(below).length === 0) delete plain[name];
}
function valueIn(plain, path) {
  return path.reduce(
    (at, name) => isPlain(at) && Object.hasOwn(at, name) ? at[name] : void 0,
    plain ?? void 0
  );
}
function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isBlock(node) {
  return b(node) && node.flow !== true;
}
function isEmptyFlow(node) {
  return b(node) && node.flow === true && node.items.length === 0;
}
function isNull(node) {
  return e(node) && node.value === null;
}
function pairOf(map, name) {
  return map.items.find(({ key }) => e(key) && String(key.value) === name);
}
function columnOf(text, map) {
  const start = map.items[0]?.key.range[0];
  return start === void 0 ? void 0 : start - lineStart(text, start);
}
function endOf({ key, value }) {
  return value === null ? key.range[1] : value.range[1];
}
function endOfMap(text, map) {
  const last = map.items.at(-1);
  return last === void 0 ? void 0 : lineEnd(text, endOf(last));
}
function lineStart(text, at) {
  return text.lastIndexOf("\n", at - 1) + 1;
}
function lineEnd(text, at) {
  if (at > 0 && text[at - 1] === "\n") return at;
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline + 1;
}
function inserted(text, at, added, ending) {
  return `${withLastLine(text.slice(0, at), ending)}${added}${text.slice(at)}`;
}
function withLastLine(text, ending) {
  return text === "" || text.endsWith("\n") ? text : `${text}${ending}`;
}
function nested(path, value) {
  return path.reduceRight((below, name) => ({ [name]: below }), value);
}
function lines(value, column, indent, ending) {
  return L(value, { lineWidth: 0, indent }).trimEnd().split("\n").map((line) => `${" ".repeat(column)}${line}${ending}`).join("");
}
function indentOf(text) {
  const [, spaces = "  "] = /^( +)[^\s#-]/m.exec(text) ?? [];
  return Math.min(Math.max(spaces.length, 2), 8);
}

// src/config/file-changes.ts
function judgeFiles(changes, files) {
  const unknown2 = [...new Set(changes.map((change) => change.in))].filter(
    (kind) => !files.some((file) => file.kind === kind)
  );
  if (unknown2.length > 0) return { show: void 0, unknown: unknown2 };
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const assessed = changes.map((change) => {
    const own = files.filter((file) => file.kind === change.in && file.ofRelease !== true);
    return own.length === 0 ? [] : assess(change, own, texts);
  });
  const created = files.filter(({ from, kind }) => from !== void 0 && changes.some((change) => change.in === kind));
  const missing = [
    ...created.map(({ path, from }) => ({ text: `"${path}" is not there; it starts from "${from}".`, writable: true })),
    ...assessed.flat()
  ];
  if (missing.length === 0) return { show: { kind: "in-place" }, edited: [] };
  const edited = files.flatMap(({ path, text, from }) => {
    const after2 = texts.get(path) ?? text;
    return after2 === text && from === void 0 ? [] : [{ path, before: text, text: after2 }];
  });
  return {
    show: {
      kind: "missing",
      missing: missing.map(({ text }) => text),
      lines: edited.map(({ path, before, text }) => ({ path, lines: changedLines(before, text) })),
      writable: missing.every(({ writable }) => writable)
    },
    edited
  };
}
function assess(change, files, texts) {
  const broken = files.find(({ path, kind }) => kind !== "env" && !isYaml(texts.get(path) ?? ""));
  if (broken !== void 0) return [{ text: `"${broken.path}" is not YAML.`, writable: false }];
  const key = nameOf(change.key);
  const found = find(files, texts, change.key);
  const where = (found?.file ?? files.at(-1))?.path ?? "";
  const put = (value, said) => written(files, texts, { key: change.key, value, said });
  if (change.set !== void 0) {
    const { propose, not } = change.set;
    const isExample = found !== void 0 && not.some((pattern) => new RegExp(pattern).test(String(found.value)));
    if (found !== void 0 && isSet(found.value) && !isExample) return [];
    const said = `${key} ${isExample ? "still has the value of an example" : "is not set"} in "${where}".`;
    if (propose !== void 0) return [put(propose, `${said} Proposed is "${propose}": see whether it is right here.`)];
    return [{ text: said, writable: false }];
  }
  if (change.value !== void 0) {
    if (found === void 0 && change["where-set"] === true) return [];
    if (found !== void 0 && isRight(found.value, change.value, change.accept)) return [];
    const now = found === void 0 ? "is not set" : `is "${shown(found.value)}"`;
    return [put(change.value, `${key} ${now} in "${where}", and must be "${change.value}".`)];
  }
  if (change["moved-from"] !== void 0) {
    const former = find(files, texts, change["moved-from"]);
    if (former === void 0) return [];
    const name = nameOf(change["moved-from"]);
    const said = `${name} in "${former.file.path}" is called ${key} now.`;
    const moved = found === void 0 ? written([former.file], texts, { key: change.key, value: former.value, said }) : { text: said, writable: true };
    return [moved.writable ? removed(files, texts, { key: change["moved-from"], said }) : moved];
  }
  return found === void 0 ? [] : [removed(files, texts, { key: change.key, said: `${key} must not be in "${where}" any more.` })];
}
function nameOf(key) {
  return [key].flat().join(".");
}
function pathOf(key) {
  return typeof key === "string" ? key.split(".") : key;
}
function find(files, texts, key) {
  for (const file of files.toReversed()) {
    const text = texts.get(file.path) ?? "";
    const value = file.kind === "env" ? variableIn(text, nameOf(key)) : yamlValue(text, pathOf(key));
    if (value !== void 0) return { file, value };
  }
  return void 0;
}
function settingIn(files, key) {
  const found = find(files, new Map(files.map(({ path, text }) => [path, text])), key);
  return found === void 0 || !isSet(found.value) ? void 0 : { path: found.file.path, value: String(found.value) };
}
function written(files, texts, { key, value, said }) {
  const file = find(files, texts, key)?.file ?? files.at(-1);
  if (file === void 0) return { text: said, writable: false };
  const text = texts.get(file.path) ?? "";
  if (file.kind === "env") {
    texts.set(file.path, withVariable(text, nameOf(key), String(value)));
    return { text: said, writable: true };
  }
  const edit = withYamlValue(text, pathOf(key), value);
  if (edit.kind === "impossible") return { text: `${said} The file ${edit.reason}.`, writable: false };
  texts.set(file.path, edit.text);
  return { text: said, writable: true };
}
function removed(files, texts, { key, said }) {
  for (let found = find(files, texts, key); found !== void 0; found = find(files, texts, key)) {
    const { file } = found;
    const text = texts.get(file.path) ?? "";
    const edit = file.kind === "env" ? { kind: "edited", text: withoutVariable(text, nameOf(key)) } : withoutYamlKey(text, pathOf(key));
    if (edit.kind === "impossible") return { text: `${said} The file ${edit.reason}.`, writable: false };
    texts.set(file.path, edit.text);
  }
  return { text: said, writable: true };
}
function isSet(value) {
  return value !== null && value !== "";
}
function isRight(value, wanted, accept) {
  return String(value) === String(wanted) || accept !== void 0 && new RegExp(accept).test(String(value));
}
function shown(value) {
  return typeof value === "object" ? "\u2026" : String(value);
}
function changedLines(before, after2) {
  return diffArrays(before.split("\n"), after2.split("\n")).flatMap(({ value, added, removed: removed2 }) => {
    if (added !== true && removed2 !== true) return [];
    return value.map((line) => `${added === true ? "+" : "-"} ${withoutSecret(line.trimEnd())}`);
  });
}
var secretLine = /^(?<name>\s*[\w."'-]*(?:pass|secret|token|credential|private|connection)[\w."'-]*\s*[:=]\s*)\S.*$/i;
function withoutSecret(line) {
  return line.replace(secretLine, "$<name>\u2026").replace(/:\/\/[^/\s@]+@/g, "://\u2026@");
}

// src/steps/environment/user-files.ts
async function withFiles(project, hop) {
  const shown2 = new Map((await lookAtFiles(project, hop)).map(({ id, show }) => [id, show]));
  const manual = hop.manual.map((step) => {
    const files = shown2.get(step.id);
    return files === void 0 ? step : { ...step, files };
  });
  return { ...hop, manual };
}
async function lookAtFiles(project, hop) {
  const changes = hasVersions(project.product) ? fileRequirementsOf(project.product.path) : /* @__PURE__ */ new Map();
  const steps = hop.manual.filter(({ id }) => changes.has(id));
  if (steps.length === 0) return [];
  const environments = project.traits.waiver === void 0 ? environmentNames : ["production"];
  const files = await Promise.all(environments.map((each) => filesOf(project, each, hop)));
  return steps.flatMap(({ id }) => {
    const verdicts = files.map((own) => judgeFiles(changes.get(id) ?? [], own));
    const known = verdicts.flatMap((verdict) => verdict.show === void 0 ? [] : [verdict]);
    if (known.length < verdicts.length) return [];
    const missing = known.flatMap(({ show }) => show.kind === "missing" ? [show] : []);
    const edited = once(known.flatMap((verdict) => verdict.edited));
    if (missing.length === 0) return [{ id, show: { kind: "in-place" }, edited }];
    const lines2 = once(missing.flatMap((show) => show.lines));
    const texts = [...new Set(missing.flatMap((show) => show.missing))];
    return [
      { id, show: { kind: "missing", missing: texts, lines: lines2, writable: missing.every((m) => m.writable) }, edited }
    ];
  });
}
function once(files) {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
async function settingsSaid(project, { environment, hop, side }, asked) {
  const parts = hop.parts?.[side];
  const [label, release] = [hop[side], releaseOn(hop, side)];
  const files = await filesOf(project, environment, {
    ...{ from: label, to: label, releases: { from: release, to: release } },
    ...parts === void 0 ? {} : { parts: { from: parts, to: parts } }
  });
  return asked.flatMap(({ in: kind, key }) => {
    const found = settingIn(
      files.filter((file) => file.kind === kind),
      key
    );
    return found === void 0 ? [] : [{ ...found, key: [key].flat().join(".") }];
  });
}
async function filesOf(project, environment, hop) {
  const settings = settingsOf(project.configuration, environment);
  const kind = settings.deploy?.kind;
  const written2 = kind === void 0 ? [] : deployFiles(kind, valueAt(project.document, ["environments", environment, "deploy", kind]));
  const others = settings["server-settings"].filter((path) => !written2.some((file) => file.path === path)).flatMap((path) => {
    const guessed = kindOf(path);
    return guessed === void 0 ? [] : [{ kind: guessed, path }];
  });
  const read = await Promise.all([...written2, ...others].map((file) => readOne(project, environment, hop, file)));
  return read.flat();
}
function kindOf(path) {
  if (/(?:^|\/|\.)env$/.test(path)) return "env";
  if (![".yml", ".yaml"].includes(extname(path))) return void 0;
  return /compose/i.test(path) ? "compose" : /values/i.test(path) ? "values" : void 0;
}
async function readOne(project, environment, hop, { kind, path, optional, ofRelease }) {
  const { directory } = project.effects;
  const [from, to] = [releaseOn(hop, "from"), releaseOn(hop, "to")];
  const place = (version) => {
    const known = {
      ...partPlaceholders(hop.parts?.[version]),
      ...{ system: project.configuration.system, environment, from, to, version: version === "to" ? to : from }
    };
    const filled = path.replaceAll(/\{([\w.-]+)\}/g, (whole, name) => known[name] ?? whole);
    return filled.includes("${") || /\{[\w.-]+\}/.test(filled) ? void 0 : filled;
  };
  const [now, before] = [place("to"), place("from")];
  if (now === void 0) return [];
  if (ofRelease === true) return [{ path: now, kind, text: "", ofRelease }];
  const read = async (name) => await readTextFile(resolve(directory, name)).catch(() => void 0);
  const text = await read(now);
  if (text !== void 0) return [{ path: now, kind, text }];
  if (optional === true) return [{ path: now, kind, text: "" }];
  const former = before === void 0 || before === now ? void 0 : await read(before);
  return former === void 0 || before === void 0 ? [] : [{ path: now, kind, text: former, from: before }];
}

// src/steps/hop/hop-contents.ts
function hopDigest(project, { from, to, parts, releases }) {
  return digestOf({ system: project.configuration.system, from, to, parts, releases, done: doneContents(project) });
}
function doneContents({ document, productDocument: product }) {
  const { production, staging } = documentParts.parse(document).environments;
  return {
    "product.probes": product.probes,
    "product.migrations": product.migrations,
    // What is backed up and proved: not where it is.
    "environments.production.data": writtenData(document, "production").map(({ name, kind }) => ({ name, kind })),
    "product.stages": stagesAsDone(product.stages),
    "environments.production.topology": production.topology,
    "environments.production.deploy": production.deploy,
    "environments.production.hooks": hooksThatAct(production.hooks),
    "environments.staging.topology": staging.topology,
    "environments.staging.deploy": staging.deploy,
    "environments.staging.waive": staging.waive,
    "environments.staging.hooks": hooksThatAct(staging.hooks)
  };
}
function testContents({ document, productDocument: product }) {
  return {
    "product.smoke": product.smoke,
    "product.stages.smoke": stageTestsOf(product.stages),
    smoke: document.smoke,
    "product.baseline": product.baseline,
    baseline: document.baseline,
    validate: document.validate
  };
}
function allContentDigests(project) {
  return contentDigests({ ...doneContents(project), ...testContents(project) });
}
function testsDigest(project) {
  return wholeDigest(testContents(project));
}
var environmentParts = object({
  waive: unknown().optional(),
  topology: unknown().optional(),
  deploy: unknown().optional(),
  hooks: record(string(), unknown()).nullish()
});
var documentParts = object({
  environments: object({ production: environmentParts, staging: environmentParts })
});
var stageList = array(looseObject({})).optional();
function stagesAsDone(stages) {
  return stageList.parse(stages ?? void 0)?.map(({ title: _title, reason: _reason, url: _url, smoke: _smoke, ...done }) => done);
}
function stageTestsOf(stages) {
  return stageList.parse(stages ?? void 0)?.map(({ smoke }) => smoke ?? []);
}
var reportingHooks = /* @__PURE__ */ new Set(["logs", "on-failure"]);
function hooksThatAct(hooks) {
  return Object.fromEntries(Object.entries(hooks ?? {}).filter(([name]) => !reportingHooks.has(name)));
}

// src/core/decisions/expected.ts
function expectedMilliseconds(record2, act, validation = 0) {
  const { entries } = record2;
  const staging = inEnvironment(entries, "staging");
  const deployed = staging.findLast((entry) => isOf(entry, "deployed") && entry.event.release === "to");
  const waited = latest(staging, "waited")?.event.milliseconds;
  const smoke = (latest(staging, "smoke-tested")?.event.milliseconds ?? 0) + validation;
  const backedUp = record2.rehearsedOn?.event.milliseconds;
  const deferred = areDeferred(staging);
  const deploy = deployed === void 0 || !isOf(deployed, "deployed") ? void 0 : (
    // What is not deferred runs in the same job.
    deployed.event.milliseconds + (deferred ? 0 : waited ?? 0) + smoke
  );
  switch (act) {
    case "restore-point":
      return backedUp === void 0 || deploy === void 0 ? void 0 : backedUp + deploy;
    case "deploy":
      return deploy;
    case "migrate": {
      const migrations = deferred ? rehearsedMigrations(record2) : void 0;
      return migrations === void 0 ? void 0 : migrations + smoke;
    }
  }
}
var firstPauseMilliseconds = 200;
function migrationsStarted({ entries }, environment) {
  const here = inEnvironment(entries, environment);
  const deploying = latest(here, "deploying");
  if (!areDeferred(here)) return deploying;
  const since = deploying === void 0 ? here : after(here, deploying);
  return since.find((entry) => isOf(entry, "migrating")) ?? latest(here, "migrating");
}
function rehearsedMigrations(record2) {
  const here = inEnvironment(record2.entries, "staging");
  const waited = latest(here, "waited");
  if (waited === void 0) return void 0;
  const before = { ...record2, entries: record2.entries.filter(({ sequence }) => sequence < waited.sequence) };
  const begun = migrationsStarted(before, "staging");
  if (begun === void 0) return void 0;
  const ended = latest(after(inEnvironment(before.entries, "staging"), begun), "migrated") ?? waited;
  return sawTheEnd(ended, begun) ? Math.max(0, Date.parse(ended.at) - Date.parse(begun.at)) : void 0;
}
function sawTheEnd(ended, begun) {
  const sameRun = ended.run.id === begun.run.id && ended.run.attempt === begun.run.attempt;
  return sameRun || ended.event.milliseconds >= firstPauseMilliseconds;
}
function areDeferred(here) {
  return latest(here, "deploying")?.event.deferred === true;
}

// src/core/decisions/estimate.ts
function evidenceOf(entries, hop, terms) {
  const record2 = recordOf(entries, hop);
  const estimate = estimateOf(record2, terms.validation);
  const rehearsed = rehearsedOf(entries, record2, terms);
  const formerly = rehearsed === void 0 ? formerRehearsal(entries, record2, terms) : void 0;
  return {
    ...estimate === void 0 ? {} : { estimate },
    ...rehearsed === void 0 ? {} : { rehearsed },
    ...formerly === void 0 ? {} : { formerly }
  };
}
function estimateOf(record2, validation = 0) {
  const deploy = expectedMilliseconds(record2, "restore-point", validation);
  if (deploy === void 0) return void 0;
  const migrate = expectedMilliseconds(record2, "migrate", validation) ?? 0;
  return {
    milliseconds: deploy + migrate,
    longestJobMilliseconds: Math.max(deploy, migrate),
    basis: `the rehearsal of this hop${validation === 0 ? "" : `, with ${durationText(validation)} of smoke tests each time`}`
  };
}
function rehearsedOf(entries, record2, terms) {
  const rehearsal = countedRehearsal(entries, record2, terms);
  if (rehearsal.kind !== "passed") return void 0;
  const { at, backup, dataAt } = rehearsal;
  const countsUntil = new Date(Date.parse(dataAt) + terms.rehearsalMaxAge).toISOString();
  const before = latest(record2.entries, "rehearsed")?.event.contents;
  const changed = before === void 0 ? [] : changedContents(before, terms.contents);
  return { at, ...backup === void 0 ? {} : { backup }, countsUntil, changed };
}
function formerRehearsal(entries, record2, terms) {
  const { hop } = record2;
  const last = entries.findLast(
    (entry) => isOf(entry, "rehearsed") && entry.event.hop.id === hop.id
  );
  if (last === void 0) return void 0;
  const { at, event } = last;
  if (event.hop.digest === hop.digest) {
    const rehearsal = countedRehearsal(entries, record2, terms);
    return { at, because: rehearsal.kind === "void" ? rehearsal.because : "it has been started again since" };
  }
  const changed = event.contents === void 0 ? [] : changedContents(event.contents, terms.contents);
  return { at, because: changed.length === 0 ? "what the hop does has changed since" : changedSince(changed) };
}
function changedSince(names) {
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(names.map((name) => `"${name}"`));
  return `${list} ${names.length === 1 ? "has" : "have"} changed since`;
}

export {
  traceOf,
  startedSince,
  appliedNotTold,
  cannotShow,
  traceBefore,
  traceDeployed,
  situationOf,
  countedRehearsal,
  ageInMilliseconds,
  namedStates,
  stagesSource,
  labelOf2 as labelOf,
  topologyText,
  readLabel,
  partsOf,
  stateOf2 as stateOf,
  onlyZone,
  clusterText,
  unusableDeclaration,
  hopsTo,
  openLiveSystem,
  withFiles,
  lookAtFiles,
  settingsSaid,
  expectedMilliseconds,
  firstPauseMilliseconds,
  migrationsStarted,
  rehearsedMigrations,
  evidenceOf,
  changedSince,
  hopDigest,
  doneContents,
  allContentDigests,
  testsDigest
};
