import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  runName
} from "./chunk-E6PL2XUX.js";

// src/core/history/lease.ts
var defaultMarginMilliseconds = 12e4;
function leaseOwner(run) {
  return runName(run);
}
function leaseState(entries) {
  return entries.reduce(next, { fence: 0, held: void 0 });
}
function next(state, { event, run, at }) {
  switch (event.type) {
    case "lease-taken": {
      if (event.fence !== state.fence + 1 || isTooEarly(event, at, state.held)) return state;
      const { fence, owner, expiresAt, process } = event;
      return { fence, held: { fence, owner, run, expiresAt, ...process && { process } } };
    }
    case "lease-renewed": {
      if (state.held?.fence !== event.fence || state.held.owner !== event.owner) return state;
      return { ...state, held: { ...state.held, expiresAt: event.expiresAt } };
    }
    case "lease-released":
      return state.held?.fence === event.fence && state.held.owner === event.owner ? { ...state, held: void 0 } : state;
    default:
      return state;
  }
}
function isTooEarly({ preempted, marginMilliseconds = 0 }, at, held) {
  if (held === void 0 || preempted !== void 0) return false;
  return Date.parse(at) <= Date.parse(held.expiresAt) + marginMilliseconds;
}
function decideLease(entries, now, run, { preempt = false, marginMilliseconds = defaultMarginMilliseconds, isGone = () => false } = {}) {
  const { fence, held } = leaseState(entries);
  const take = { kind: "take", fence: fence + 1 };
  if (!held) return take;
  const { owner, expiresAt } = held;
  if (owner === leaseOwner(run)) return { kind: "already-mine", fence, expiresAt };
  if (now.getTime() > Date.parse(expiresAt) + marginMilliseconds) return take;
  if (preempt || isEarlierAttempt(held.run, run) || isGone(held)) return { ...take, preempted: owner };
  return { kind: "held-by", owner, until: expiresAt };
}
function isCurrent(entries, fence) {
  return leaseState(entries).held?.fence === fence;
}
function isEarlierAttempt(other, run) {
  return run.kind === "github" && other.kind === "github" && other.id === run.id && other.attempt < run.attempt;
}

export {
  defaultMarginMilliseconds,
  leaseOwner,
  leaseState,
  decideLease,
  isCurrent
};
