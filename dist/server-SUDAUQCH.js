import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  mongoFailure,
  parseAddress,
  withSession
} from "./chunk-OGUSXKUQ.js";
import "./chunk-6BSPZ5PT.js";
import {
  unknown
} from "./chunk-YR2RHBU6.js";
import {
  array,
  date,
  looseObject,
  object,
  string
} from "./start.js";
import {
  SystemFailure
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/probes/mongodb-server/members.ts
function memberAddress(address, host) {
  const parameters = new URLSearchParams(address.parameters);
  parameters.delete("replicaSet");
  parameters.set("directConnection", "true");
  if (address.scheme === "mongodb+srv" && !parameters.has("tls") && !parameters.has("ssl"))
    parameters.set("tls", "true");
  return { ...address, scheme: "mongodb", hosts: host, parameters };
}
function lowest(versions) {
  return versions.toSorted((one, other) => weightOf(one) - weightOf(other))[0] ?? "";
}
function weightOf(version) {
  const numbers = version.replace(/-.*$/, "").split(".").map(Number);
  return [0, 1, 2].reduce((weight, place) => weight * 1e3 + (numbers[place] ?? 0), 0);
}
function majorOf(version) {
  return version.split(".").slice(0, 2).join(".");
}
var status = object({
  members: array(looseObject({ name: string(), stateStr: string(), optimeDate: date().optional() }))
});
var mostLagSeconds = 10;
function notReady(answer) {
  const read = status.safeParse(answer);
  if (!read.success) return "the state of the members of the replica set could not be read";
  const { members } = read.data;
  const primary = members.find(({ stateStr }) => stateStr === "PRIMARY");
  if (primary === void 0) return "the replica set has no primary";
  for (const { name, stateStr, optimeDate } of members) {
    if (!["PRIMARY", "SECONDARY", "ARBITER"].includes(stateStr)) return `the member ${name} is ${stateStr}`;
    if (stateStr !== "SECONDARY" || optimeDate === void 0 || primary.optimeDate === void 0) continue;
    const lag = (primary.optimeDate.getTime() - optimeDate.getTime()) / 1e3;
    if (lag > mostLagSeconds) return `the member ${name} is ${Math.round(lag)} s behind the primary`;
  }
  return void 0;
}

// src/drivers/probes/mongodb-server/server.ts
var hello = looseObject({ setName: string().optional(), hosts: array(string()).default([]) });
var build = object({ version: string() });
async function readVersion(settings, context, signal) {
  return await asked(settings, context, signal, async (session, ends) => {
    const versions = [await versionOf(session)];
    const { setName, hosts } = hello.parse(await session.command("admin", { hello: 1 }));
    if (setName !== void 0) {
      for (const host of hosts) versions.push(await withSession(memberAddress(session.address, host), ends, versionOf));
    }
    return { kind: "known", value: lowest(versions) };
  });
}
async function versionOf(session) {
  return build.parse(await session.command("admin", { buildInfo: 1 })).version;
}
async function readHealth(settings, context, signal) {
  return await asked(settings, context, signal, async (session) => {
    const { setName } = hello.parse(await session.command("admin", { hello: 1 }));
    if (setName === void 0) return { kind: "yes" };
    const reason = notReady(await session.command("admin", { replSetGetStatus: 1 }));
    return reason === void 0 ? { kind: "yes" } : { kind: "no", reason };
  });
}
var compatibility = object({
  featureCompatibilityVersion: object({ version: string(), targetVersion: string().optional() })
});
async function readCompatibility(settings, context, signal) {
  return await asked(settings, context, signal, async (session) => {
    const major = majorOf(await versionOf(session));
    const answer = await session.command("admin", { getParameter: 1, featureCompatibilityVersion: 1 });
    const { version, targetVersion } = compatibility.parse(answer).featureCompatibilityVersion;
    const applied = `featureCompatibilityVersion ${version}`;
    const step = `featureCompatibilityVersion ${version} \u2192 ${targetVersion ?? major}`;
    if (targetVersion !== void 0) return { kind: "running", current: step, applied };
    return version === major ? { kind: "done", applied } : { kind: "pending", next: step, applied };
  });
}
async function moveCompatibility(settings, context, signal) {
  const [oldest, serving, now] = [
    await readVersion(settings, context, signal),
    await readHealth(settings, context, signal),
    await readCompatibility(settings, context, signal)
  ];
  if (now.kind === "done") return { kind: "nothing-pending", said: now.applied ?? "nothing is left" };
  if (oldest.kind === "unknown") return { kind: "not-understood", said: oldest.reason };
  if (serving.kind !== "yes") return { kind: "not-understood", said: `nothing was asked for: ${serving.reason}` };
  const major = majorOf(oldest.value);
  const said = `setFeatureCompatibilityVersion: "${major}"`;
  const confirm = Number.parseInt(major, 10) >= 7 ? { confirm: true } : {};
  const end = await asked(settings, context, signal, async (session) => {
    await session.command("admin", { setFeatureCompatibilityVersion: major, ...confirm });
    return { kind: "started", said };
  });
  return end.kind === "unknown" ? { kind: "not-understood", said: end.reason } : end;
}
async function asked({ url, timeout }, { effects, where, placeholders }, signal, ask) {
  const filled = effects.variables.fill(url, `${where}.url`, placeholders);
  const address = parseAddress({ url: filled, password: void 0, where: `${where}.url` });
  const limit = AbortSignal.timeout(timeout);
  const ends = AbortSignal.any([limit, effects.signal, ...signal === void 0 ? [] : [signal]]);
  try {
    return await withSession(address, ends, async (session) => {
      try {
        return await ask(session, ends);
      } catch (error) {
        throw mongoFailure(error, `Asking MongoDB on ${address.hosts}`, "Nothing was changed.");
      }
    });
  } catch (error) {
    effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    if (error instanceof SystemFailure) return unknown(error.detail.happened.replace(/\.$/, ""));
    if (limit.aborted) return unknown(`MongoDB on ${address.hosts} did not answer within ${timeout / 1e3} s`);
    throw error;
  }
}
export {
  moveCompatibility,
  readCompatibility,
  readHealth,
  readVersion
};
