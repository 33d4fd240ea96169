import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  cannotShow,
  startedSince,
  traceBefore,
  traceDeployed
} from "./chunk-SAITKFGM.js";
import {
  isPastReturn,
  isReversible
} from "./chunk-HU6FTOZV.js";
import {
  inEnvironment,
  isOf
} from "./chunk-D43QRV6R.js";
import {
  lossText
} from "./chunk-TYRW65SW.js";
import {
  alreadyDone,
  cannotTell,
  failed,
  refuse
} from "./chunk-KHLEDX2Y.js";

// src/core/decisions/rollback.ts
function decideRollback(environment, situation, request) {
  return environment === "staging" ? onStaging(situation) : onProduction(situation, request);
}
function onStaging(situation) {
  const { hop, rehearsal, standing } = situation;
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind !== "started" || !rehearsal.smokedTo) {
    return refuse(
      `On staging, ${hop.to} was not deployed and smoke-tested yet.`,
      "There is nothing to go back from.",
      `Run the steps of hop ${hop.id} on staging in their order.`
    );
  }
  const isUndone = standing.kind === "on-to" && !rehearsal.smokedBack;
  if (rehearsal.rolledBack && !isUndone) return alreadyDone("The way back was rehearsed.");
  const window = windowOf(situation, "staging", false);
  switch (window.kind) {
    case "closed":
      return closed(hop.from, window.why);
    case "unproved":
      return { kind: "act", way: "redeploy", unproved: window.why, because: unprovedBecause(window.why) };
    case "told":
      return window.decision;
  }
}
function onProduction(situation, request) {
  const { hop, promotion, standing, observation } = situation;
  if (promotion.restoring !== void 0) {
    const { backup } = promotion.restoring.event;
    if (standsOnRestored(situation) && request.confirm === void 0) {
      return {
        kind: "act",
        way: "redeploy",
        onto: backup,
        because: `${backup} was put back before: ${hop.from} is deployed on it and tested again.`
      };
    }
    const other = otherBackups(situation, request.stored).find(({ id }) => id === request.confirm);
    if (other !== void 0) {
      const because = `Confirmed: ${other.id} is restored in place of ${backup}, which loses ${lossText(other)}.`;
      return { kind: "act", way: "restore", backup: other, because };
    }
    return restoreIfConfirmed(situation, request, "a restore over production was started and is not finished");
  }
  if (standing.kind === "on-from" && observation.serving.kind === "yes" && !promotion.deployStarted) {
    return alreadyDone(`Production runs ${hop.from} and serves.`);
  }
  if (!promotion.deployStarted) {
    return refuse(
      `The journal has no deploy of ${hop.to} on production by hop ${hop.id}.`,
      "What going back from here would do is not known. Nothing was changed.",
      'Name the hop that was deployed last; "staged-upgrade log" lists them.'
    );
  }
  if (situation.traits.stages !== void 0) return backToStage(situation, request);
  const window = windowOf(situation, "production", isPastReturn(promotion));
  if (window.kind === "closed") return restoreIfConfirmed(situation, request, window.why);
  if (window.kind === "unproved") return redeployIfConfirmed(situation, request, window.why);
  if (window.decision.kind === "act" && promotion.rollbackFailed && request.confirm === hop.id)
    return restoreIfConfirmed(situation, request, `${hop.from} was deployed again before, and that rollback failed`);
  return window.decision;
}
function backToStage(situation, request) {
  const { hop, standing, traits } = situation;
  if (standing.kind === "off-path" || standing.kind === "later") {
    return refuse(
      `Production is at ${standing.version}, which is neither ${hop.from} nor ${hop.to}.`,
      "This hop is not the one that was done last. Nothing was changed.",
      "Name the hop that was done last."
    );
  }
  if (isReversible(traits, hop.to))
    return { kind: "act", way: "redeploy", because: `"${hop.to}" can be gone back from without losing anything.` };
  const why = `the stage "${hop.to}" does not say how it is gone back from`;
  if (!traits.dataless) return restoreIfConfirmed(situation, request, why);
  return refuse(
    `There is no way back to ${hop.from}: ${why}, and there is no data that could be restored.`,
    "Nothing was changed.",
    `Fix the cause and continue; or add "back" to the stage "${hop.to}", which must lead to ${hop.from} without losing anything.`
  );
}
function otherBackups({ hop, record }, stored) {
  const proved = record.entries.flatMap(
    (entry) => isOf(entry, "restored") && entry.event.proved ? [entry.event] : []
  );
  return stored.filter(({ purpose, version }) => purpose === "rehearsal" && version === hop.from).filter(({ id }) => proved.some((event) => event.environment === "staging" && event.backup === id)).toSorted((a, b) => b.dataAt.localeCompare(a.dataAt));
}
function standsOnRestored(situation) {
  const { hop, promotion, standing, observation } = situation;
  const begun = promotion.restoring?.event.hop;
  const isOwn = begun?.id === hop.id && begun.digest === hop.digest;
  const isTouched = observation.migrations.kind === "running" || observation.migrations.kind === "failed" || whatRan(situation, "production") !== void 0;
  return isOwn && promotion.restored && standing.kind === "on-from" && !isTouched;
}
function windowOf(situation, environment, started) {
  const { hop, traits, observation, standing } = situation;
  const open = (because) => ({ kind: "told", decision: { kind: "act", way: "redeploy", because } });
  if (standing.kind === "off-path" || standing.kind === "earlier" || standing.kind === "later") {
    return {
      kind: "told",
      decision: refuse(
        `${standing.version} is running, which is neither ${hop.from} nor ${hop.to}.`,
        "This hop is not the one that was done last. Nothing was changed.",
        "Name the hop that was deployed last."
      )
    };
  }
  if (!traits.deferrable) return { kind: "closed", why: `the migrations of ${hop.to} run at its start-up` };
  if (started) return { kind: "closed", why: `the migrations of ${hop.to} were started` };
  const ran = whatRan(situation, environment);
  if (ran !== void 0) return { kind: "closed", why: ran };
  const unproved = whyUnproved(situation, environment);
  if (unproved !== void 0) return { kind: "unproved", why: unproved };
  switch (observation.migrations.kind) {
    case "pending":
      return open(`${observation.migrations.next} is pending and none has started: the rollback window is open.`);
    case "done":
      return open("Nothing was started by this hop, and nothing is pending.");
    case "running":
      return { kind: "closed", why: `the migration ${observation.migrations.current} is running` };
    case "failed":
      return { kind: "closed", why: `the migration ${observation.migrations.current} was started and failed` };
    case "unknown":
      if (standing.kind === "unknown")
        return open(
          `${hop.to} does not answer; its migrations were seen to be held back, and nothing has started them.`
        );
      return {
        kind: "told",
        decision: cannotTell(
          `It could not be determined whether migrations of ${hop.to} have started: ${observation.migrations.reason}.`,
          `If one has, ${hop.from} would damage data. Nothing was changed.`,
          "Check the address and the credential of the migrations probe, then run the step again."
        )
      };
  }
}
function whatRan(situation, environment) {
  const { hop, observation, standing, record } = situation;
  const { migrations } = observation;
  const recorded = environment === "production" ? situation.promotion.notDeferred?.event.because : void 0;
  if (recorded !== void 0) return recorded;
  if (migrations.kind !== "done" && migrations.kind !== "pending") return void 0;
  const { next: _, ...before } = traceBefore(situation, environment);
  const ran = startedSince(before, migrations);
  if (ran !== void 0) return ran;
  if (standing.kind !== "on-to") return void 0;
  const moved = startedSince(traceDeployed(situation, environment), migrations);
  if (moved !== void 0) return moved;
  const brings = record.entries.some(
    (entry) => isOf(entry, "smoke-tested") && entry.event.release === "to" && entry.event.migrations === "pending"
  );
  return brings && migrations.kind === "done" ? `${hop.to} brings migrations, and they are complete` : void 0;
}
function whyUnproved(situation, environment) {
  const { migrations, version } = situation.observation;
  if (migrations.kind === "done" || migrations.kind === "pending")
    return cannotShow(traceBefore(situation, environment), migrations);
  if (migrations.kind !== "unknown" || version.kind === "known") return void 0;
  return whyUnseen(situation, environment);
}
function whyUnseen({ hop, record }, environment) {
  const here = inEnvironment(record.entries, environment);
  const since = here.slice(here.findLastIndex((entry) => isOf(entry, "deploying") && entry.event.release === "to") + 1);
  const seen = since.find(
    (entry) => isOf(entry, "deployed") && entry.event.release === "to"
  );
  return seen === void 0 ? `${hop.to} does not answer, and has not been seen since it was deployed` : seen.event.unproved;
}
function notMigratedConfirmation({ id }) {
  return `not-migrated-${id}`;
}
function unprovedBecause(why) {
  return `A person has confirmed that no migration has started; nothing else shows it (${why}).`;
}
function redeployIfConfirmed(situation, request, why) {
  const { hop } = situation;
  const { confirm } = request;
  const word = notMigratedConfirmation(hop);
  if (confirm === word) return { kind: "act", way: "redeploy", unproved: why, because: unprovedBecause(why) };
  if (confirm === hop.id)
    return restoreIfConfirmed(situation, request, `nothing shows whether migrations have started`);
  return refuse(
    `Nothing shows whether migrations of ${hop.to} have started: ${why}.`,
    `If one has, ${hop.from} would damage data. Nothing was changed.`,
    `Check the system: is there a job of a migration that ${hop.to} brings, in any state? If there is none, type "${word}" as confirmation: staged-upgrade rollback --hop ${hop.id} --confirm ${word}. Otherwise type ${hop.id}: that restores the restore point, and everything written since is lost.`
  );
}
function restoreIfConfirmed({ hop, promotion }, { stored, confirm }, why) {
  const point = promotion.restorePoint?.event;
  const backup = stored.find((manifest) => manifest.id === point?.backup);
  if (point === void 0 || backup === void 0) return noWayBack(hop.from, why, point?.backup);
  const loss = lossText(backup);
  if (confirm === hop.id) {
    return {
      kind: "act",
      way: "restore",
      backup,
      because: `Confirmed: ${backup.id} is restored, which loses ${loss}.`
    };
  }
  return refuse(
    `${hop.from} must not simply be deployed again: ${why}.`,
    `The only way back is to restore ${backup.id}, and that loses ${loss}. Nothing was changed.`,
    `Fixing the cause and continuing is better. To restore nevertheless, start the workflow "Rollback" again with the hop's id typed as confirmation, or: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}.${confirm === void 0 ? "" : ` ("${confirm}" was typed.)`}`
  );
}
function noWayBack(from, why, backup) {
  return refuse(
    `There is no way back to ${from}: ${why}, and ${backup === void 0 ? "the journal has no restore point of this hop" : `the restore point ${backup} is not in the store`}.`,
    "Deploying it now would damage data. Nothing was changed.",
    "Fix the cause and continue. The diagnostics file contains what the vendor will ask for."
  );
}
function closed(from, why) {
  return failed(
    `${from} may not be deployed again: ${why}.`,
    "The rollback window is closed. Nothing was changed.",
    "Start a new run: it rehearses again."
  );
}

export {
  decideRollback,
  otherBackups
};
