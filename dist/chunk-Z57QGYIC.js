import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  typedHop
} from "./chunk-GHPLM4ES.js";
import {
  changedSince,
  doneContents,
  hopDigest
} from "./chunk-SAITKFGM.js";
import {
  matrixJson,
  readMatrixHop
} from "./chunk-HU6FTOZV.js";
import {
  inEnvironment,
  isOf
} from "./chunk-D43QRV6R.js";
import {
  changedContents,
  contentDigests
} from "./chunk-VQ6AOQ3M.js";
import {
  hopId
} from "./chunk-WNC3J4Y2.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/core/model/planned-hop.ts
function hopsOf({ hops }) {
  return hops.map((hop, index) => ({
    ...hop,
    index: index + 1,
    count: hops.length,
    title: `${hop.from} \u2192 ${hop.to}`,
    reasons: hop.reasons ?? []
  }));
}

// src/core/history/digest-on-production.ts
function digestOnProduction(entries, id) {
  const newest = inEnvironment(entries, "production").findLast(
    ({ event }) => (event.type === "deploying" || event.type === "rolling-back" || event.type === "rolled-back") && event.hop.id === id
  );
  return newest !== void 0 && newest.event.type !== "rolled-back" && "hop" in newest.event ? newest.event.hop.digest : void 0;
}

// src/steps/hop/hop-input.ts
function readHop(given, entries, project, wanted = "planned last") {
  if (given === void 0) {
    throw new UserError({
      happened: 'The input "hop" is missing.',
      means: "A step of a hop must know which hop it belongs to. Nothing was done.",
      next: 'Give it the id of a planned hop, in a terminal as --hop 1.0.2--1.1.4; in a workflow, the matrix element that "plan" made (${{ toJSON(matrix.hop) }}).'
    });
  }
  return asPlanned(typeof given === "string" ? named(given, entries, wanted) : given, entries, project);
}
function named(text, entries, wanted) {
  return text.trimStart().startsWith("{") ? fromMatrix(text, entries) : byId(text.trim(), entries, wanted);
}
function asPlanned(given, entries, project) {
  const digest = hopDigest(project, given);
  if (digest === given.digest) return given;
  throw new UserError({
    happened: `The configuration is not the one that hop ${given.id} was planned with (digest ${given.digest.slice(0, 12)}, now ${digest.slice(0, 12)})${whatChanged(given, entries, project)}.`,
    means: "What was planned and approved is not what would be done. Nothing was done.",
    next: "Start a new run: it plans, rehearses and asks for approval with the present configuration. To finish what was started, such as a rollback, restore the former one first."
  });
}
function whatChanged({ id, digest }, entries, project) {
  const plan = entries.findLast(
    (entry) => isOf(entry, "planned") && entry.event.hops.some((hop) => hop.id === id && hop.digest === digest)
  );
  if (plan?.event.contents === void 0) return "";
  const changed = changedContents(plan.event.contents, contentDigests(doneContents(project)));
  if (changed.length === 0) return "";
  return `: ${changedSince(changed)}`;
}
function fromMatrix(text, entries) {
  const reading = readMatrixHop(text);
  if (reading.kind === "wrong") throw notOfTheMatrix(`is not a hop as "plan" makes it: ${reading.because}`);
  const { id, digest } = reading.hop;
  const planned = plansOf(entries).flatMap(({ event }) => hopsOf(event).filter((hop) => hop.id === id));
  const same = planned.filter((hop) => hop.digest === digest);
  const [newest] = same;
  if (newest !== void 0) {
    const asked = JSON.stringify(reading.hop);
    return same.find((hop) => matrixJson(hop) === asked) ?? newest;
  }
  throw notOfTheMatrix(
    planned.length === 0 ? `names the hop ${id}, which is in no plan of the journal` : `names the hop ${id} with the digest ${digest.slice(0, 12)}, with which no plan of the journal has it`
  );
}
function notOfTheMatrix(what) {
  return new UserError({
    happened: `The input "hop" ${what}.`,
    means: "Nothing was done.",
    next: "Hand on the matrix element as it is, ${{ toJSON(matrix.hop) }}, or give the id of a planned hop such as 1.0.2--1.1.4."
  });
}
function byId(id, entries, wanted) {
  typedHop(id);
  const plans = plansOf(entries);
  const named2 = plans.flatMap(
    ({ event }) => hopsOf(event).filter((hop) => hop.id === id && hop.id === hopId(hop.from, hop.to))
  );
  const digest = wanted === "on production" ? digestOnProduction(entries, id) : void 0;
  const found = named2.find((hop) => hop.digest === digest) ?? named2[0];
  if (found !== void 0) return found;
  const [last] = plans;
  const list = last === void 0 ? "" : last.event.hops.map((hop) => hop.id).join(", ");
  throw new UserError({
    happened: `No path that was planned has a hop "${id}".`,
    means: "Nothing was done.",
    next: list === "" ? 'Run "plan" first.' : `The hops that were planned last are: ${list}.`
  });
}
function plansOf(entries) {
  return entries.filter((entry) => isOf(entry, "planned")).toReversed();
}

export {
  hopsOf,
  readHop,
  asPlanned
};
