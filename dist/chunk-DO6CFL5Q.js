import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  shareADatabase
} from "./chunk-7POW3KRZ.js";

// src/core/decisions/identity.ts
function compareIdentities(production, staging) {
  if (isPartOfOne(production, staging)) {
    const reason2 = `one lies within the other (${describeLocation(production)}; ${describeLocation(staging)})`;
    return { kind: "same", reason: reason2 };
  }
  if (production.kind !== staging.kind) {
    const kinds = `production's is ${production.kind}, staging's is ${staging.kind}`;
    return { kind: "cannot-tell", reason: `they are of different kinds (${kinds}) and cannot be compared` };
  }
  const shared = databasesOfOneServer(production, staging);
  if (shared !== void 0) return { kind: "same", reason: shared };
  const place = describeLocation(staging);
  const samePlace = equalRecords(production.location, staging.location);
  if (differsInSharedKey(production.lineage, staging.lineage)) {
    if (!samePlace) return { kind: "different" };
    const reason2 = `it is at production's address (${place}), although it is not what was there before`;
    return { kind: "cannot-tell", reason: reason2 };
  }
  if (samePlace) return { kind: "same", reason: `both are ${place}` };
  if (production.startedAt !== void 0 && production.startedAt === staging.startedAt) {
    const reason2 = `it is reached at a different address (${place}), and is the same one on a server that started at ${staging.startedAt}`;
    return { kind: "same", reason: reason2 };
  }
  if (isSameFile(production, staging)) {
    return { kind: "same", reason: `it is production's file, reached by a different path (${place})` };
  }
  const reason = `it (${place}) has the same origin as production's, so it is production itself or a physical copy of it`;
  return { kind: "cannot-tell", reason };
}
function databasesOfOneServer(production, staging) {
  const [one, other] = [production.lineage, staging.lineage];
  if (one.databases === void 0 || other.databases === void 0) return void 0;
  if (one.server === void 0 || one.server !== other.server || !shareADatabase(one.databases, other.databases))
    return void 0;
  return `both hold databases of the same names on one server ("${one.databases}" and "${other.databases}")`;
}
function mayBeOne(one, other) {
  return one.kind === other.kind || isPartOfOne(one, other);
}
function isPartOfOne(one, other) {
  const { host } = one.location;
  if (host === void 0 || host !== other.location.host) return false;
  return isWithin(one.location, other.location.folder) || isWithin(other.location, one.location.folder);
}
function isWithin({ folder, file }, outer) {
  return outer !== void 0 && (folder ?? file)?.startsWith(`${outer.replace(/\/$/, "")}/`) === true;
}
function isSamePlace(one, other) {
  return one.kind === other.kind && equalRecords(one.location, other.location);
}
function differsInSharedKey(one, other) {
  return Object.entries(one).some(([key, value]) => other[key] !== void 0 && other[key] !== value);
}
function isSameFile(production, staging) {
  if (production.startedAt !== void 0 || staging.startedAt !== void 0) return false;
  return ["host", "device"].every(
    (key) => production.location[key] !== void 0 && production.location[key] === staging.location[key]
  );
}
function equalRecords(one, other) {
  const keys = Object.keys(one);
  return keys.length > 0 && keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
function describeLocation(identity) {
  return Object.entries(identity.location).map(([key, value]) => `${key} "${value}"`).join(", ");
}

export {
  compareIdentities,
  mayBeOne,
  isSamePlace,
  describeLocation
};
