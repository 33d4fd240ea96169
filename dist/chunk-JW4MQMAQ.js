import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  isGoingOn
} from "./chunk-37VHWOWD.js";

// src/core/history/in-place.ts
function servesTarget({ standing, observation }) {
  return standing.kind === "on-to" && observation.serving.kind === "yes";
}
function isOnlyToWatch(situation) {
  const { promotion } = situation;
  return promotion.deployed === void 0 && promotion.inPlace && servesTarget(situation);
}

// src/core/decisions/question.ts
function toApprove(job, situation) {
  const { hop, promotion, observation } = situation;
  if (promotion.completed !== void 0)
    return { kind: "nothing", because: `Hop ${hop.id} was completed on ${promotion.completed.at}.` };
  if (job === "promote") {
    if (!promotion.deployStarted) return { kind: "deploy" };
    if (isOnlyToWatch(situation))
      return { kind: "nothing", because: `${hop.to} was deployed on production: it is only watched.` };
    return promotion.deployed !== void 0 && servesTarget(situation) ? { kind: "nothing", because: `${hop.to} was deployed on production on ${promotion.deployed.at}.` } : { kind: "deploy-again" };
  }
  const { migrating } = promotion;
  if (migrating === void 0) return { kind: "migrations" };
  const hasFailed = observation.migrations.kind === "failed";
  return isGoingOn(promotion) && !hasFailed ? { kind: "nothing", because: `The migrations of ${hop.to} were started on production on ${migrating.at}.` } : { kind: "migrations-again" };
}
function toApproveNext({ promotion, rehearsal, traits, unfinishedRollback }) {
  const { completed, restoring, deployStarted, deployed, smoked, migrating } = promotion;
  if (completed !== void 0) return { kind: "nothing", because: "" };
  if (restoring !== void 0 || unfinishedRollback !== void 0)
    return { kind: "nothing", because: "A rollback must be finished first." };
  if (!deployStarted) {
    return rehearsal.kind === "passed" || rehearsal.kind === "waived" ? { kind: "deploy" } : { kind: "nothing", because: "There is nothing to approve before the rehearsal has passed." };
  }
  if (deployed === void 0) return { kind: "deploy-again" };
  return smoked && traits.deferrable && migrating === void 0 ? { kind: "migrations" } : { kind: "nothing", because: "" };
}

export {
  servesTarget,
  isOnlyToWatch,
  toApprove,
  toApproveNext
};
