import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  failed
} from "./chunk-KHLEDX2Y.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";

// src/core/decisions/looks.ts
var noLooks = { refused: 0, other: void 0 };
function looked(before, observation, to, at) {
  const { version, serving } = observation;
  const isOther = version.kind === "known" && version.value !== to && serving.kind === "yes";
  const { other } = before;
  const steady = isOther && other?.version === version.value ? other : void 0;
  return {
    refused: refusal(observation) === void 0 ? 0 : before.refused + 1,
    other: isOther ? { version: version.value, looks: (steady?.looks ?? 0) + 1, since: steady?.since ?? at } : void 0
  };
}
var refusedLooks = 3;
var steadyLooks = 5;
var steadyMilliseconds = 3e4;
function tellsByNow(looks, observation, {
  to,
  environment,
  at,
  patience = steadyMilliseconds
}) {
  const refused = refusal(observation);
  if (refused !== void 0 && looks.refused >= refusedLooks) return noAccess(environment, refused);
  const { other } = looks;
  if (other === void 0 || other.looks < steadyLooks) return void 0;
  const since = at - other.since;
  return since < Math.min(patience, steadyMilliseconds) ? void 0 : otherAnswers(other.version, to, environment, since);
}
function refusal({ version, serving, migrations }) {
  for (const part of [version, serving, migrations]) {
    if ("refused" in part && part.refused === true) return part.reason;
  }
  return void 0;
}
function noAccess(environment, refused) {
  return failed(
    `Access to ${environment} was refused ${refusedLooks} times in a row: ${refused}.`,
    "What happens there can no longer be seen. That neither started nor stopped anything: what is running there continues.",
    "Renew that credential in the secrets of this environment, or correct its permissions; then run again: the run resumes from what it observes."
  );
}
function otherAnswers(version, to, environment, since) {
  return failed(
    `The deploy command ended well, but ${version} answers on ${environment}: healthy, and steady for ${durationText(since)}. ${to} does not.`,
    `Either ${to} was never deployed, or another server answers at this url.`,
    `See what the deploy command of ${environment} really changes, and which server environments.${environment}.url points to. Then run again.`
  );
}

export {
  noLooks,
  looked,
  tellsByNow
};
