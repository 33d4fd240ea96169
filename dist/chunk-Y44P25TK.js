import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  halfDoneHop
} from "./chunk-7GOB7D27.js";
import {
  promotionOf,
  recordOf,
  unfinishedRestore,
  unfinishedRollback,
  wasRestored
} from "./chunk-HU6FTOZV.js";
import {
  after,
  isOf,
  latest
} from "./chunk-D43QRV6R.js";
import {
  leaseOwner,
  leaseState
} from "./chunk-EWPN2B5P.js";

// src/core/history/whereabouts.ts
function whereaboutsOf(entries, terms) {
  const halfDone = halfDoneHop(entries);
  const restoring = unfinishedRestore(entries);
  const goneBack = lastRollback(entries);
  return {
    holder: holderOf(entries, terms),
    halfDone: halfDone && { ...halfDone, promotion: promotionOf(recordOf(entries, halfDone.hop)) },
    rollback: unfinishedRollback(entries),
    restore: restoring && { restoring, restored: wasRestored(entries, restoring) },
    stopped: stoppedAt(entries),
    goneBack,
    restored: goneBack && restoredBy(entries, goneBack),
    doneByHand: terms.production && doneByHand(entries, terms.production)
  };
}
function holderOf(entries, { now, tolerance, run: asking }) {
  const { held } = leaseState(entries);
  if (held === void 0 || held.owner === leaseOwner(asking)) return { kind: "nobody" };
  const taken = entries.findLast((entry) => isOf(entry, "lease-taken") && entry.event.fence === held.fence);
  const freeAt = Date.parse(held.expiresAt) + tolerance;
  const doing = entries.findLast(
    ({ run, event }) => run.id === held.run.id && run.attempt === held.run.attempt && !("fence" in event)
  );
  return {
    kind: now.getTime() > freeAt ? "lapsed" : "acting",
    lease: held,
    since: taken?.at ?? held.expiresAt,
    freeAt: new Date(freeAt).toISOString(),
    doing: taken !== void 0 && doing !== void 0 && doing.sequence > taken.sequence ? doing : void 0
  };
}
function stoppedAt(entries) {
  const last = entries.findLast(({ event }) => "hop" in event && event.type !== "approved");
  return last !== void 0 && isOf(last, "ended") ? last : void 0;
}
function lastRollback(entries) {
  const last = entries.findLast(
    ({ event }) => (event.type === "rolled-back" || event.type === "deploying" || event.type === "rolling-back") && event.environment === "production"
  );
  return last !== void 0 && isOf(last, "rolled-back") ? last : void 0;
}
function restoredBy(entries, back) {
  const before = entries.filter(({ sequence }) => sequence < back.sequence);
  const deployed = before.findLast(
    ({ event }) => event.type === "deploying" && event.environment === "production" && event.release === "to"
  );
  const since = deployed === void 0 ? before : after(before, deployed);
  return since.findLast(
    (entry) => isOf(entry, "restored") && entry.event.environment === "production"
  );
}
function doneByHand(entries, { version }) {
  const hops = latest(entries, "planned")?.event.hops ?? [];
  if (version.kind === "unknown") return void 0;
  const place = hops.findIndex(({ to }) => to === version.value);
  return hops.slice(0, place + 1).find((hop) => {
    const { completed, deployStarted } = promotionOf(recordOf(entries, hop));
    return completed === void 0 && !deployStarted;
  });
}

export {
  whereaboutsOf
};
