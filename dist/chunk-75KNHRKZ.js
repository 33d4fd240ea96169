import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  restoreBackup,
  whyNotAll
} from "./chunk-LCBVWAJ4.js";
import {
  decideTest,
  newestDeploy,
  smokeRounds
} from "./chunk-3GF3FD6W.js";
import {
  decideRollback,
  otherBackups
} from "./chunk-LC6BU3OG.js";
import {
  availabilityFacts,
  deployParts,
  deployRelease,
  serviceTexts,
  watchService
} from "./chunk-OTZRXDRM.js";
import {
  storedFor
} from "./chunk-WZDGGMJB.js";
import {
  did,
  step
} from "./chunk-FXGBG2MO.js";
import {
  decideProtection,
  environmentGate,
  isAct,
  passedEnvironment,
  recordOnce
} from "./chunk-EZJOXTEV.js";
import {
  testsDigest
} from "./chunk-SAITKFGM.js";
import {
  isPastReturn
} from "./chunk-HU6FTOZV.js";
import {
  after,
  inEnvironment,
  isOf,
  latest
} from "./chunk-D43QRV6R.js";
import {
  environmentOfGate,
  environmentOn
} from "./chunk-OASWQL73.js";
import {
  dataPlace,
  dataText,
  lossText
} from "./chunk-TYRW65SW.js";
import {
  leaseOwner
} from "./chunk-EWPN2B5P.js";
import {
  warnOfWrongClock
} from "./chunk-JBZEG5WW.js";
import {
  leftBehind,
  leftBehindText
} from "./chunk-TJFFHHOU.js";
import {
  cannotTell,
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  runName
} from "./chunk-E6PL2XUX.js";
import {
  compareIdentities,
  isSamePlace
} from "./chunk-DO6CFL5Q.js";
import {
  releaseOn
} from "./chunk-WNC3J4Y2.js";
import {
  countText,
  durationText
} from "./chunk-NPESFTYR.js";

// src/core/decisions/back-in-place.ts
function isBackInPlace({ record, standing, observation }) {
  if (standing.kind !== "on-from" || observation.serving.kind !== "yes") return false;
  const production = inEnvironment(record.entries, "production");
  const begun = latest(production, "rolling-back");
  if (begun === void 0) return false;
  const since = after(production, begun);
  const placed = since.findLast((entry) => isOf(entry, "put-in-place") && entry.event.release === "from");
  if (placed === void 0) return false;
  return !after(since, placed).some(
    ({ event }) => event.type === "rolled-back" || event.type === "deploying" || event.type === "restoring" || event.type === "ended" && event.command === "rollback" && event.outcome === "failed"
  );
}

// src/core/decisions/may-go-back.ts
function mayGoBack(situation, request) {
  const { promotion, traits } = situation;
  const canRestore = isConfirmedRestore(situation, request);
  if (promotion.restoring !== void 0) return promotion.restored && request.confirm === void 0 || canRestore;
  if (!promotion.deployStarted) return false;
  const isClosed = !traits.deferrable || isPastReturn(promotion);
  return !isClosed || canRestore;
}
function isConfirmedRestore(situation, { stored, confirm }) {
  const { hop, promotion } = situation;
  if (confirm === void 0) return false;
  if (promotion.restoring !== void 0 && otherBackups(situation, stored).some(({ id }) => id === confirm))
    return true;
  return confirm === hop.id && stored.some(({ id }) => id === promotion.restorePoint?.event.backup);
}

// src/core/decisions/rollback-again.ts
function refuseRepeatedRollback(entries, hop, run) {
  if (run.kind !== "github") return void 0;
  const before = inEnvironment(entries, "production").find(
    (entry) => isOf(entry, "rolled-back") && entry.event.hop.id === hop.id && entry.run.kind === "github" && entry.run.id === run.id && entry.run.attempt < run.attempt
  );
  if (before === void 0) return void 0;
  const deployed = inEnvironment(after(entries, before), "production").find((entry) => isOf(entry, "deploying"));
  if (deployed === void 0) return void 0;
  return refuse(
    `This run already rolled back hop ${hop.id} on ${before.at} (attempt ${before.run.attempt}), and production has been deployed again since (${deployed.at}).`,
    "A re-run repeats what was typed for the first attempt, when production held other data. Nothing was changed.",
    "To roll back what runs now, start a new run of the rollback workflow. Do not re-run this one."
  );
}

// src/core/decisions/rollback-gate.ts
function redeployConfirmation({ id }) {
  return `redeploy-${id}`;
}
function decideRollbackGate(way, state, hop, confirm) {
  const typed = redeployConfirmation(hop);
  const inTerminal = way === "restore" ? `staged-upgrade rollback --hop ${hop.id} --confirm ${confirm ?? hop.id}` : `staged-upgrade rollback --hop ${hop.id}`;
  const decision = decideProtection(state, {
    untouched: "Nothing was changed on production.",
    again: "start the rollback again",
    otherwise: `go back in a terminal (${inTerminal}), where the person who types it needs no other approval, or write "gates: { production: none }" into the configuration`
  });
  if (decision.kind !== "unknown" || state.reading.kind !== "cannot-tell") return decision;
  const { reason } = state.reading;
  if (way === "redeploy" && confirm === typed) {
    return {
      kind: "act",
      unread: reason,
      because: `A person typed ${typed}: ${hop.from} is deployed again although the protection of "${state.environment}" could not be read (${reason}).`
    };
  }
  const { happened, means, next } = decision.message;
  const atOnce = way === "redeploy" ? `If it cannot wait: ${hop.from} is deployed again without it when the workflow "Rollback" is started with ${typed} as confirmation; that way back loses nothing.` : `If it cannot wait: in a terminal the person who types it is the gate: ${inTerminal}`;
  return cannotTell(happened, means, `${next} ${atOnce}`);
}

// src/steps/environment/same-data.ts
function notTheSameData(backup, data, now, entries) {
  const taken = backup.data.find(({ name }) => name === data.name)?.identity;
  const comparison = taken === void 0 ? void 0 : compareIdentities(taken, now);
  if (comparison?.kind === "same") return void 0;
  const isReplaced = taken !== void 0 && comparison?.kind === "cannot-tell" && isSamePlace(taken, now);
  if (isReplaced && wasRestoredOver(backup, entries)) return void 0;
  const why = comparison?.kind === "cannot-tell" ? comparison.reason : `it is another ${data.noun}`;
  return refuse(
    `The ${dataText("production", data)} is not shown to be the one that ${backup.id} was taken from: ${why}.`,
    "A restore could replace data that has nothing to do with it. Nothing was changed.",
    `Look at ${dataPlace("production", data)}. If production was rebuilt on purpose, restore the backup by hand and start the release that it was taken from; a new run then says how to continue.`
  );
}
function wasRestoredOver({ id }, entries) {
  const taken = entries.find(({ event }) => event.type === "backed-up" && event.backup === id);
  if (taken === void 0) return false;
  return inEnvironment(after(entries, taken), "production").some((entry) => isOf(entry, "restoring"));
}

// src/core/history/preempted.ts
var begins = /* @__PURE__ */ new Set(["deploying", "restoring", "migrating", "rolling-back"]);
function stillAtWork(entries, owner) {
  const production = inEnvironment(entries, "production");
  return preemptedBy(entries, owner).find((name) => {
    const last = production.findLast(({ run }) => runName(run) === name);
    return last !== void 0 && begins.has(last.event.type);
  });
}
function preemptedBy(entries, owner) {
  const names = [];
  for (let name = lastPreempted(entries, owner); name !== void 0; name = lastPreempted(entries, name)) {
    if (name === owner || names.includes(name)) break;
    names.push(name);
  }
  return names;
}
function lastPreempted(entries, owner) {
  const leases = entries.filter((entry) => isOf(entry, "lease-taken"));
  const taken = leases.findLast(({ event }) => event.owner === owner);
  if (taken === void 0 || taken.event.preempted !== void 0) return taken?.event.preempted;
  const before = leases.findLast(({ sequence }) => sequence < taken.sequence);
  return before?.event.reason === void 0 ? void 0 : before.event.owner;
}

// src/steps/rollback/preempted.ts
var graceMilliseconds = 3e4;
var pauseMilliseconds = 3e3;
async function waitForPreemptedRun({ project }) {
  const { clock, log, signal } = project.effects;
  const longest = project.configuration.lock.lease / 4 + graceMilliseconds;
  const until = clock.now().getTime() + longest;
  let said = "";
  for (; ; ) {
    const waited = await waitedFor(project);
    if (waited === void 0) return;
    if (waited.isBounded && clock.now().getTime() >= until) return;
    const text = waited.isBounded ? `Waiting until ${waited.what} has ended what it does, at most ${durationText(longest)}.` : `Waiting until ${waited.what} has ended: its run is gone, and it may still deploy. To end it: kill -- -${waited.pid}`;
    if (text !== said) log.warn(text);
    said = text;
    await clock.sleep(pauseMilliseconds, signal);
  }
}
async function waitedFor(project) {
  const left = leftBehind(project);
  const command = left.find(({ kind }) => kind === "command");
  if (command !== void 0) return { isBounded: false, what: leftBehindText(command), pid: command.pid };
  const entries = await project.journal.read();
  const other = stillAtWork(entries, leaseOwner(project.run));
  if (other === void 0) return void 0;
  return isSeenGone(project, entries, other) && left.length === 0 ? void 0 : { isBounded: true, what: other };
}
function isSeenGone({ effects }, entries, owner) {
  const taken = entries.findLast((entry) => isOf(entry, "lease-taken") && entry.event.owner === owner);
  const process = taken !== void 0 && isOf(taken, "lease-taken") ? taken.event.process : void 0;
  return process !== void 0 && effects.witness?.sees(process) === "gone" && effects.witness.seesNotesOf(process);
}

// src/steps/rollback/rollback-gate.ts
async function rollbackNotApproved(context, way) {
  const { project, hop, input } = context;
  const { log } = project.effects;
  const setting = project.configuration.gates.production;
  if (project.run.kind === "terminal" || setting === "none") return void 0;
  if (setting === "dispatch") {
    await recordOnce(context, { gate: "dispatch, rollback", by: project.run.actor });
    return void 0;
  }
  const state = await environmentGate(context, environmentOn(environmentOfGate.production, project));
  warnOfWrongClock(project);
  const decision = decideRollbackGate(way, state, hop, input.confirm);
  if (!isAct(decision)) return decision;
  if (decision.unread === void 0) {
    const passed = passedEnvironment(state);
    if (passed.note !== void 0) log.warn(decision.because);
    await recordOnce(context, passed);
  } else {
    log.warn(decision.because);
    const note = `its protection was unknown: ${decision.unread}`;
    await recordOnce(context, { gate: state.environment, by: project.run.actor, note });
  }
  return void 0;
}

// src/steps/rollback/rollback.ts
var rollback = step({
  command: "rollback",
  needs: {
    common: ["backup", "decryption", "smoke"],
    own: ["data", ...deployParts]
  },
  gateAt: ({ environment }) => environment === "production" ? "production" : void 0,
  open: ({ environment = "production", reason, accept }) => ({ environment, reason, accept }),
  preempts: ({ environment }) => environment === "production",
  beforehand: refusedBeforehand,
  gather: async (context) => {
    const confirm = restoreConfirmed(context);
    if (context.environment === "staging") return { stored: [], confirm };
    await waitForPreemptedRun(context);
    return { stored: await storedFor(context.project, context.hop), confirm };
  },
  decide: ({ opened: { environment }, situation, gathered }) => decideRollback(environment, situation, gathered),
  act: async (context, way, { opened, situation, gathered: { stored } }) => {
    const { project, hop, environment } = context;
    const isProduction = environment === "production";
    const unapproved = isProduction ? await rollbackNotApproved(context, way.way) : void 0;
    if (unapproved !== void 0) return unapproved;
    const entries = await project.journal.read();
    const mayReplace = (backup) => (data, now) => notTheSameData(backup, data, now, entries);
    if (way.way === "restore") {
      const wrong = await whyNotAll(context, way.backup, mayReplace(way.backup));
      if (wrong !== void 0) return wrong;
    }
    const { reason, accept } = opened;
    const watchOnly = isProduction && way.way === "redeploy" && isBackInPlace(situation);
    if (!watchOnly)
      await context.record({ type: "rolling-back", to: hop.from, ...reason === void 0 ? {} : { reason } });
    const end = await putBack(context, way, { watchOnly, mayReplace });
    if (end.kind === "not-restored") return withOthers(end.settled, end.backup, situation, stored);
    if (end.kind === "settled") return end.settled;
    const { milliseconds, seen, kept } = end;
    const back = { way, hop, milliseconds, seen, kept, tests: [], accepted: void 0 };
    if (!isProduction) return did({ ...back, testsDigest: void 0 });
    const tested = await testOlder(context);
    const digest = testsDigest(project);
    if (tested.kind === "tested") return did({ ...back, testsDigest: digest, tests: tested.names });
    const accepted = await acceptedBy(context, accept, tested, situation);
    if (accepted === void 0) return notWorking(context, tested, way, situation.promotion.restorePoint?.event);
    return did({ ...back, testsDigest: digest, accepted });
  },
  record: ({ hop, milliseconds, seen, tests, testsDigest: digest, accepted }) => ({
    type: "rolled-back",
    to: hop.from,
    milliseconds,
    ...availabilityFacts(seen),
    ...digest === void 0 ? {} : { testsDigest: digest },
    ...digest === void 0 || accepted !== void 0 ? {} : { tests },
    ...accepted === void 0 ? {} : { accepted }
  }),
  report: (back, { opened: { environment } }) => ({
    headline: `Went back from ${back.hop.to} to ${back.hop.from} on ${environment} in ${durationText(back.milliseconds)}${testedText(back)}; ${restoredText(back.way)}.`,
    details: [back.way.because, ...back.kept, ...serviceTexts(back.seen)]
  })
});
async function putBack(context, way, {
  watchOnly,
  mayReplace
}) {
  const { live, hop, project } = context;
  const watch = watchService(live, project.effects.clock, project.effects.signal);
  try {
    if (way.way === "restore") {
      const { backup } = way;
      const put = await restoreBackup(context, backup, mayReplace(backup));
      if (put.kind === "settled") return { kind: "not-restored", settled: put.settled, backup };
    }
    return await deployRelease(context, { version: hop.from, onRestored: way.way === "restore", watchOnly, watch });
  } finally {
    await watch.stop();
  }
}
function testedText({ hop, tests, testsDigest: digest, accepted }) {
  if (accepted !== void 0) return `; its smoke tests did not pass, which was accepted: "${accepted.reason}"`;
  return digest === void 0 ? "" : `; ${hop.from} passed ${countText(tests.length, "smoke test")}`;
}
function restoredText(way) {
  if (way.way === "restore") return "the restore point was restored";
  return way.unproved === void 0 ? "nothing was restored" : "nothing was restored, and nothing shows whether migrations had started";
}
async function refusedBeforehand(context) {
  if (context.environment !== "production") return void 0;
  const { journal, run } = context.project;
  const repeated = refuseRepeatedRollback(await journal.read(), context.hop, run);
  if (repeated !== void 0) return repeated;
  const situation = await context.situation();
  const request = { stored: await storedFor(context.project, context.hop), confirm: restoreConfirmed(context) };
  if (mayGoBack(situation, request)) return void 0;
  const decision = decideRollback("production", situation, request);
  return isAct(decision) ? void 0 : decision;
}
function restoreConfirmed({ input: { confirm }, hop }) {
  return confirm === redeployConfirmation(hop) ? void 0 : confirm;
}
function withOthers(settled, tried, situation, stored) {
  const other = otherBackups(situation, stored).find(({ id: id2 }) => id2 !== tried.id);
  if (settled.kind !== "failed" || other === void 0) return settled;
  const { id } = other;
  const instead = `Should ${tried.id} be bad: ${id} came back whole on staging. staged-upgrade rollback --hop ${situation.hop.id} --confirm ${id} restores it instead, and ${lossText(other)} is lost.`;
  return { ...settled, message: { ...settled.message, next: `${settled.message.next} ${instead}` } };
}
async function testOlder(context) {
  const { live, hop } = context;
  const { observation, record } = await context.situation();
  const placeholders = { ...context.placeholders, version: releaseOn(hop, "from") };
  const tests = live.smokeTests(placeholders, newestDeploy(record.entries, "production"));
  const end = await smokeRounds(context, {
    version: hop.from,
    tests,
    observation,
    leftToMigrate: false,
    validation: void 0
  });
  return end.kind === "tested" ? { ...end, names: tests.map(({ name }) => name) } : end;
}
async function acceptedBy({ project, observe, hop }, accept, tested, before) {
  if (accept === void 0 || tested.kind === "already-done") return void 0;
  const observation = await observe();
  const works = decideTest({ environment: "production", leftToMigrate: false }, hop.from, observation);
  if (works.kind !== "act" || observation.serving.kind !== "yes" || !hasFailedBefore(before)) return void 0;
  return { reason: accept, notPassed: project.effects.pen.text(tested.message.happened) };
}
function hasFailedBefore({ record }) {
  const production = inEnvironment(record.entries, "production");
  const begun = latest(production, "rolling-back");
  if (begun === void 0) return false;
  return after(production, begun).some(
    ({ event }) => event.type === "ended" && event.command === "rollback" && event.outcome !== "refused"
  );
}
function notWorking({ hop }, tested, way, point) {
  if (tested.kind === "already-done") return tested;
  const restored = way.way === "restore" ? way.backup.id : way.onto;
  const plainly = restored === void 0 ? "" : ", with nothing typed as confirmation";
  const again = `Look at the log of ${hop.from}. Then run the same rollback again${plainly}: it deploys and tests once more.`;
  return {
    ...tested,
    message: {
      happened: tested.message.happened,
      means: `${hop.from} was deployed on production again, and it has not been seen to work. The rollback is not finished.`,
      next: `${again} ${ifTheTestIsWrong(hop)}${tested.kind === "failed" ? ifDamaged(hop, restored, point) : ""}`
    }
  };
}
function ifTheTestIsWrong({ id }) {
  return `Should the test be wrong: correct it in the configuration and run the same rollback again; or finish it as it is: staged-upgrade rollback --hop ${id} --accept "why" (in the workflow, "accept").`;
}
function ifDamaged({ id }, restored, point) {
  const command = `Should the data be damaged: staged-upgrade rollback --hop ${id} --confirm ${id}`;
  if (restored !== void 0) return ` ${command}; it restores ${restored} again, and what was written since is lost.`;
  return point === void 0 ? "" : ` ${command}; it restores ${point.backup}, and that loses ${lossText(point)}.`;
}

export {
  rollback
};
