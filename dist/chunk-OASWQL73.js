import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  canonicalJson
} from "./chunk-VQ6AOQ3M.js";

// src/core/model/gate.ts
import { createHash } from "node:crypto";
var gateNames = ["production", "finalize"];
var gateSettings = ["environment", "dispatch", "none"];
var gateScopes = ["hop", "path"];
var approvedEnvironment = "production-approved";
function terminalGate(gate) {
  return `terminal, ${gate === "production" ? "promote" : "finalize"}`;
}
function pathGate(place) {
  return `${place}, whole path`;
}
var environmentOfGate = {
  production: "production",
  finalize: "production-finalize"
};
function environmentOn(name, { configuration, fleet }) {
  return fleet === void 0 ? name : `${configuration.system}-${name}`;
}
function approvedOf(approvals, environment, used, untold) {
  const wanted = environment.toLowerCase();
  const listed = approvals.filter(
    ({ state, environments }) => state === "approved" && environments.some((name) => name.toLowerCase() === wanted)
  );
  const [first] = listed;
  if (first === void 0) return { kind: "nobody" };
  const left = [...listed];
  for (const { by, comment } of used) {
    const index = left.findIndex((each) => each.by === by && each.comment === comment);
    if (index !== -1) left.splice(index, 1);
  }
  const [approval] = left;
  return approval === void 0 || left.length <= untold ? { kind: "used", approval: first } : { kind: "by", approval };
}
var shownDigits = 12;
function confirmationFor(gate, { digest, basis }) {
  const hash = createHash("sha256").update(canonicalJson({ gate, digest, basis })).digest("hex");
  const digits = hash.slice(0, shownDigits);
  return gate === "finalize" ? `finalize-${digits}` : digits;
}
function isConfirmed(gate, confirmable, typed) {
  return (typed ?? "").trim().toLowerCase() === confirmationFor(gate, confirmable);
}

export {
  gateNames,
  gateSettings,
  gateScopes,
  approvedEnvironment,
  terminalGate,
  pathGate,
  environmentOfGate,
  environmentOn,
  approvedOf,
  confirmationFor,
  isConfirmed
};
