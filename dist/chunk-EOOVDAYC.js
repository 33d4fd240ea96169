import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  appliedNotTold,
  cannotShow,
  startedSince
} from "./chunk-SAITKFGM.js";
import {
  cannotTell,
  failed
} from "./chunk-KHLEDX2Y.js";

// src/core/decisions/deferral.ts
function decideDeferral(before, first, now, hop) {
  if (now.kind === "unknown") return { kind: "cannot-tell", reason: now.reason };
  const { next: _, ...data } = before;
  const what = startedSince(data, now) ?? startedSince(first, now);
  if (what !== void 0) return { kind: "started", what };
  const because = now.kind === "pending" ? `${now.next} is pending and has not started.` : `${hop.to} brings no migration to start.`;
  const why = cannotShow(before, now);
  return why === void 0 ? { kind: "proved", because, nothingPending: now.kind === "done" } : { kind: "unproved", why, because };
}
function notDeferred(environment, to, what, wayBack) {
  return failed(
    `${to} was deployed with its migrations deferred, but they were not deferred: ${what}.`,
    environment === "staging" ? "The setting that holds them back did not work, so this rehearsal does not prove a way back. Production was not touched." : "The setting that holds them back did not work: the rollback window is closed, and only a restore goes back.",
    `Find out how this server is configured (a variable that does not reach it, a setting that it does not know). ${environment === "staging" ? "Then start a new run: it rehearses again." : wayBack}`
  );
}
var unprovedDeferral = "unproved-deferral";
function askForProof(environment, to, why) {
  const look = why === appliedNotTold ? 'Give the migrations probe "applied", or check the system yourself.' : "Check the system yourself: is there a migration of it, complete, running or queued?";
  return cannotTell(
    `${to} runs on ${environment}, and nothing shows whether its migrations were really deferred: ${why}.`,
    "If one has started, deploying the older release again would damage data. Nothing is assumed, and nothing more was done.",
    `${look} If none has started, add "${unprovedDeferral}" to "acknowledge" in the configuration and run again: it watches ${to} and does not deploy it again.`
  );
}
function deferralUnknown(to, reason) {
  return {
    happened: `It could not be determined whether migrations of ${to} have started: ${reason}.`,
    means: "The rollback window is not known to be open.",
    next: "Fix the cause, then run again: it looks again before anything else is done."
  };
}

export {
  decideDeferral,
  notDeferred,
  unprovedDeferral,
  askForProof,
  deferralUnknown
};
