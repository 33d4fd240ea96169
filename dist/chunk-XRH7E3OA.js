import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  saveReport
} from "./chunk-GOWLXTQJ.js";
import {
  whereaboutsOf
} from "./chunk-Y44P25TK.js";
import {
  stageReturn,
  stageReturnText
} from "./chunk-FVRLMGOS.js";
import {
  decideRollback
} from "./chunk-LC6BU3OG.js";
import {
  toApproveNext
} from "./chunk-JW4MQMAQ.js";
import {
  announce,
  ask,
  asking,
  awaitedOf,
  howToRetry,
  isSameAttempt,
  newRunOf,
  noticeFacts,
  noticeOfReport,
  trackingIssue,
  withNewRun
} from "./chunk-37VHWOWD.js";
import {
  hopsOf,
  readHop
} from "./chunk-Z57QGYIC.js";
import {
  pathDocument,
  windowBox,
  windowSentence,
  windowWarning
} from "./chunk-7VMRUZVB.js";
import {
  warnOfLostRecords
} from "./chunk-LBPCGMRJ.js";
import {
  ageInMilliseconds,
  allContentDigests,
  changedSince,
  expectedMilliseconds,
  openLiveSystem,
  rehearsedMigrations,
  situationOf,
  withFiles
} from "./chunk-SAITKFGM.js";
import {
  dayTime,
  exactTime,
  folded,
  heading,
  list,
  markdownOf,
  moment,
  paragraph,
  section,
  table
} from "./chunk-L4L2GTLI.js";
import {
  confirmableOf,
  finishRestoreFirst,
  finishRollback,
  promotionOf,
  recordOf,
  waysToRollBack
} from "./chunk-HU6FTOZV.js";
import {
  after,
  inEnvironment,
  isOf,
  latest
} from "./chunk-D43QRV6R.js";
import {
  confirmationFor,
  environmentOfGate,
  environmentOn
} from "./chunk-OASWQL73.js";
import {
  lossText
} from "./chunk-TYRW65SW.js";
import {
  changedContents
} from "./chunk-VQ6AOQ3M.js";
import {
  releaseLease
} from "./chunk-CV6QIYBD.js";
import {
  eventSentence,
  eventWords
} from "./chunk-E6PL2XUX.js";
import {
  countsText
} from "./chunk-HPBJV7J4.js";
import {
  isDoneByHand
} from "./chunk-WNC3J4Y2.js";
import {
  bytesText,
  countText,
  downtimeText,
  roughText
} from "./chunk-NPESFTYR.js";
import {
  array,
  number,
  object,
  string,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError,
  oneLine
} from "./chunk-NJJAAM2E.js";

// src/core/history/production-changes.ts
var changes = /* @__PURE__ */ new Set([
  "deploying",
  "restoring",
  "migrating",
  "rolling-back",
  "rolled-back",
  "adopted"
]);
function sinceProductionChanged(entries, hop) {
  const changed = entries.filter(
    ({ event }) => changes.has(event.type) && "environment" in event && event.environment === "production"
  );
  const isOwn = ({ event }) => event.type !== "rolling-back" && event.type !== "rolled-back" && "hop" in event && event.hop.id === hop.id && event.hop.digest === hop.digest;
  const other = changed.findLast((entry) => !isOwn(entry));
  const behind = other === void 0 ? entries : after(entries, other);
  const own = changed.find((entry) => isOwn(entry) && (other === void 0 || entry.sequence > other.sequence));
  return own === void 0 ? behind : behind.filter(({ sequence }) => sequence < own.sequence);
}

// src/core/decisions/checklists.ts
function fillIn(lists, situation, entries) {
  return lists.map(({ title, url, items }) => ({
    title,
    ...url === void 0 ? {} : { url },
    items: items.map((item) => ({ text: filled(item.text, situation.hop), state: stateOf(item, situation, entries) }))
  }));
}
function filled(text, { from, to }) {
  return text.replaceAll("{from}", from).replaceAll("{to}", to);
}
function stateOf({ evidence }, situation, entries) {
  if ("acknowledged" in evidence)
    return acknowledgement(filled(evidence.acknowledged, situation.hop), situation, entries);
  if ("step" in evidence) return ofStep(evidence.step, evidence.on, situation, entries);
  const tested = smokeTested(situation, evidence.on);
  if ("test" in evidence) return ofTest(evidence.test, evidence.on, tested);
  return ofProbe(evidence.seen, evidence.on, tested);
}
function acknowledgement(id, { hop }, entries) {
  const plan = entries.findLast(
    (entry) => isOf(entry, "planned") && entry.event.hops.some((one) => one.id === hop.id && one.digest === hop.digest)
  );
  const step = plan?.event.hops.find((one) => one.id === hop.id)?.manual.find((one) => one.id === id);
  if (plan === void 0 || step?.acknowledged !== true)
    return { kind: "open", missing: `"${id}" is not acknowledged` };
  return { kind: "done", by: `"${id}" was acknowledged, planned by ${plan.run.actor}`, entry: plan };
}
var words = {
  plan: "the plan",
  preflight: "a look at the whole path without a problem, since production last changed",
  room: "a backup that was seen to fit before it was written",
  check: "the check of production",
  backup: "the backup for the rehearsal",
  restore: "a restore on staging that was compared and found equal",
  rehearsal: "the rehearsal",
  approval: "the approval",
  "restore-point": "the restore point",
  deploy: "the deploy of {to}",
  wait: "the wait until {to} served",
  smoke: "the smoke tests of {to}",
  complete: "the end of the hop"
};
function ofStep(step, on, situation, entries) {
  const { hop } = situation;
  const isOfServer = step === "deploy" || step === "wait" || step === "smoke";
  const by = `${filled(words[step], hop)}${isOfServer ? ` on ${on}` : ""}`;
  const entry = recordOfStep(step, on, situation, entries);
  return entry === void 0 ? { kind: "open", missing: `${by} is not recorded` } : { kind: "done", by, entry };
}
function recordOfStep(step, on, situation, entries) {
  const { hop, record, rehearsal, promotion } = situation;
  switch (step) {
    case "plan":
      return entries.findLast((entry) => isOf(entry, "planned") && entry.event.hops.some(({ id }) => id === hop.id));
    case "preflight": {
      const looked = latest(sinceProductionChanged(entries, hop), "preflighted");
      return looked?.event.problems === 0 ? looked : void 0;
    }
    case "room":
      return record.entries.findLast((entry) => isOf(entry, "backed-up") && entry.event.fits === true);
    case "check":
      return latest(inEnvironment(record.entries, "production"), "checked");
    case "backup":
      return record.rehearsedOn;
    case "restore": {
      const restored2 = latest(inEnvironment(record.entries, "staging"), "restored");
      return restored2?.event.proved === true ? restored2 : latest(record.entries, "carried-over");
    }
    case "rehearsal":
      return rehearsal.kind === "passed" ? latest(record.entries, "rehearsed") : void 0;
    case "approval":
      return latest(record.entries, "approved");
    case "restore-point":
      return promotion.restorePoint;
    case "complete":
      return promotion.completed;
    case "deploy":
      return here(situation, on).findLast((entry) => isOf(entry, "deployed") && isTo(entry));
    case "wait":
      return latest(here(situation, on), "waited");
    case "smoke":
      return smokeTested(situation, on);
  }
}
function ofTest(pattern, on, tested) {
  const expression = new RegExp(pattern);
  const passed = tested?.event.tests.filter((name) => expression.test(name)) ?? [];
  if (tested === void 0 || passed.length === 0)
    return { kind: "open", missing: `no smoke test named like "${pattern}" has passed on ${on}` };
  return { kind: "done", by: `${passed.map((name) => `"${name}"`).join(", ")} passed on ${on}`, entry: tested };
}
function ofProbe(seen, on, tested) {
  if (tested === void 0) return { kind: "open", missing: `not seen on ${on} yet` };
  const { version, migrations: migrations2, assumed } = tested.event;
  switch (seen) {
    case "version":
      return { kind: "done", by: `${on} answered as ${version}`, entry: tested };
    case "health":
      return { kind: "done", by: `${on} was healthy`, entry: tested };
    case "migrations":
      return migrations2 === "done" && assumed !== true ? { kind: "done", by: `the migrations on ${on} were seen to be complete`, entry: tested } : { kind: "open", missing: `that the migrations on ${on} are complete was not seen` };
  }
}
function smokeTested(situation, on) {
  return here(situation, on).findLast(
    (entry) => isOf(entry, "smoke-tested") && entry.event.release === "to"
  );
}
function isTo(entry) {
  return entry.event.release === "to";
}
function here({ record }, on) {
  const all = inEnvironment(record.entries, on);
  const back = latest(all, "rolled-back");
  return back === void 0 || on === "staging" ? all : after(all, back);
}

// src/core/decisions/rollback-window.ts
function openRollbackWindow(situation) {
  const { traits, promotion, standing, record, now } = situation;
  if (!traits.deferrable || promotion.completed !== void 0) return void 0;
  if (standing.kind !== "on-to" && standing.kind !== "unknown") return void 0;
  const decision = decideRollback("production", situation, { stored: [], confirm: void 0 });
  if (decision.kind !== "act" || decision.way !== "redeploy") return void 0;
  const production = inEnvironment(record.entries, "production");
  const back = latest(production, "rolled-back");
  const first = (back === void 0 ? production : after(production, back)).find((entry) => isOf(entry, "deployed"));
  if (first === void 0) return void 0;
  return { since: first.at, milliseconds: Math.max(0, ageInMilliseconds(first.at, now)) };
}

// src/report/checklists.ts
function checklistsDocument(lists, now) {
  return section(
    "Checklists of the vendor",
    lists.flatMap(({ title, url, items }) => {
      const done3 = items.filter(({ state }) => state.kind === "done").length;
      return folded(`${title}: ${done3} of ${items.length}`, [
        ...url === void 0 ? [] : [paragraph({ link: "The list as the vendor has it", url })],
        ...list(items.map((item) => line(item, now)))
      ]);
    })
  );
}
function line({ text, state }, now) {
  const said = text.replace(/\.$/, "");
  if (state.kind === "open") return { ticked: false, text: `${said}: ${state.missing}.` };
  const { by, entry } = state;
  return { ticked: true, text: `${said}: ${by} (${dayTime(entry.at, now)}, record ${entry.sequence} of the journal).` };
}

// src/report/gate-question.ts
function takesPointAnew({ kind }, { hop, observation }) {
  return kind === "deploy-again" && observation?.version.kind === "known" && observation.version.value === hop.from;
}
function stakeOf(asked, situation, contents) {
  const facts = [
    { about: "Rehearsal", text: waived(situation) },
    { about: "Done so far", text: done(situation) },
    { about: "Undoing it", text: noReturn(asked, situation) },
    { about: "Time", text: took(asked, situation) },
    { about: "Downtime", text: downtime(asked, situation) },
    { about: "Way back", text: wayBackRehearsed(asked, situation) },
    { about: "Restoring", text: goingBack(asked, situation) },
    { about: "Tests", text: testsSince(situation, contents) }
  ];
  return { facts: facts.filter(({ text }) => text !== ""), question: questionOf(asked, situation) };
}
function questionOf(asked, { hop, traits }) {
  const back = stageReturn({ hop, traits });
  switch (asked.kind) {
    case "deploy":
      if (back !== void 0)
        return `Promote ${hop.title} to production${back === "none" ? ", after which there is no way back" : ""}?`;
      return traits.deferrable ? `Promote ${hop.title} to production?` : `Promote ${hop.title} to production, past the point of no return?`;
    case "deploy-again":
      return `Deploy ${hop.to} on production again, to finish it?`;
    case "migrations":
      return `Start the migrations of ${hop.to} on production?`;
    case "migrations-again":
      return `Start the migrations of ${hop.to} on production again?`;
  }
}
function waived({ traits: { waiver } }) {
  return waiver === void 0 ? "" : `None: the configuration waives it ("${waiver}").`;
}
function done({ hop, promotion, observation, record, now }) {
  const { deployStarted, deployed, smoked } = promotion;
  if (!deployStarted) return "";
  const started = latest(inEnvironment(record.entries, "production"), "deploying");
  const deploy = deployed === void 0 ? `The deploy of ${hop.to} was started${started === void 0 ? "" : ` on ${dayTime(started.at, now)}`}, and its end is not recorded.` : `${hop.to} was deployed on ${dayTime(deployed.at, now)}${smoked ? " and has passed its smoke tests" : ""}.`;
  const unproved = deployed?.event.unproved === void 0 || promotion.migrating !== void 0 ? "" : `Nothing shows that its migrations have not started there: ${deployed.event.unproved}.`;
  return [runs(observation), deploy, unproved, failedMigration(observation)].filter((part) => part !== "").join(" ");
}
function runs(observation) {
  if (observation === void 0) return "";
  const { version } = observation;
  return version.kind === "known" ? `Production runs ${version.value}.` : "Production does not answer.";
}
function failedMigration(observation) {
  return observation?.migrations.kind === "failed" ? `The migration ${observation.migrations.current} has failed: ${observation.migrations.error}.` : "";
}
function noReturn(asked, { hop, traits, promotion, now }) {
  const ofStage2 = stageReturnText({ hop, traits });
  if (ofStage2 !== void 0) return ofStage2;
  if (promotion.migrating !== void 0)
    return `The point of no return was passed on ${dayTime(promotion.migrating.at, now)}.`;
  if (promotion.notDeferred !== void 0)
    return `The migrations of ${hop.to} were not kept back on production (${promotion.notDeferred.event.because}): only a restore goes back.`;
  if (asked.kind === "migrations" || asked.kind === "migrations-again")
    return `This is the point of no return: ${hop.from} cannot be deployed again afterwards.`;
  if (traits.deferrable && isUnseen(promotion))
    return `Whether the migrations of ${hop.to} were kept back is not known: the end of its deploy is not recorded.`;
  if (traits.deferrable)
    return `The migrations of ${hop.to} are kept back: until they are started, ${hop.from} can be deployed again and nothing is lost.`;
  return promotion.deployStarted ? `The migrations of ${hop.to} run at its start-up: the point of no return may be passed already.` : `The deploy is the point of no return: the migrations of ${hop.to} run at its start-up, and only a restore goes back.`;
}
function isUnseen({ deployStarted, deployed }) {
  return deployStarted && deployed === void 0;
}
function took(asked, situation) {
  const { record, traits, now } = situation;
  const rehearsed2 = latest(record.entries, "rehearsed");
  if (rehearsed2 === void 0) return "";
  const act2 = actOf(asked, situation);
  const expected = expectedMilliseconds(record, act2);
  if (expected === void 0) return "";
  const deploy = `the deploy${traits.deferrable || traits.stages !== void 0 ? "" : ", the migrations"} and the tests`;
  const what = act2 === "migrate" ? "the migrations and their tests" : act2 === "deploy" || traits.dataless ? deploy : `the backup, ${deploy}`;
  return `In the rehearsal of ${dayTime(rehearsed2.at, now)}, ${what} took ${roughText(expected)}.`;
}
function downtime(asked, situation) {
  const { record } = situation;
  if (actOf(asked, situation) === "migrate" || latest(record.entries, "rehearsed") === void 0) return "";
  const down = latest(inEnvironment(record.entries, "staging"), "deployed")?.event.downtimeMilliseconds;
  return down === void 0 ? "It was not measured in the rehearsal." : `In the rehearsal staging was not serving for ${downtimeText(down)} while it was deployed.`;
}
function actOf(asked, situation) {
  const { promotion } = situation;
  if (asked.kind === "migrations" || asked.kind === "migrations-again") return "migrate";
  const isFirst = asked.kind === "deploy" && promotion.restorePoint === void 0;
  return isFirst || takesPointAnew(asked, situation) ? "restore-point" : "deploy";
}
function wayBackRehearsed(asked, { hop, traits, record, promotion }) {
  if (!traits.deferrable || promotion.notDeferred !== void 0) return "";
  if (asked.kind !== "deploy" && asked.kind !== "deploy-again") return "";
  const staging = inEnvironment(record.entries, "staging");
  const back = latest(staging, "rolled-back");
  if (back === void 0) return "";
  const over = staging.findLast(
    (entry) => isOf(entry, "deployed") && entry.event.release === "to" && entry.sequence < back.sequence
  );
  const tested = `The way back was rehearsed: ${hop.from} was deployed again over ${hop.to} and passed its smoke tests.`;
  return over?.event.unproved === void 0 ? `${tested} No migration of ${hop.to} had started there by then.` : `${tested} It is not proved: nothing shows that no migration of ${hop.to} had started there (${over.event.unproved}).`;
}
function goingBack(asked, situation) {
  const { promotion, traits, now } = situation;
  if (traits.dataless) return "There is no data: nothing is backed up, and nothing can be restored.";
  const point = promotion.restorePoint?.event;
  const isOpen = traits.deferrable && promotion.migrating === void 0 && promotion.notDeferred === void 0;
  const isTakenAnew = takesPointAnew(asked, situation);
  if (point !== void 0 && !isTakenAnew)
    return `Going back ${isOpen ? "after the migrations have started " : ""}means restoring the restore point, which loses ${lossText(point, (time) => exactTime(time, now))}.`;
  if (asked.kind === "deploy" || isTakenAnew)
    return `${isTakenAnew ? "A new restore point" : "The restore point"} is taken first. ${traits.deferrable ? "Once the migrations have started, restoring it" : "Restoring it"} loses everything written after it was taken.`;
  return "The journal has no restore point of this hop: there is no way back.";
}
function testsSince({ record }, contents) {
  const before = latest(record.entries, "rehearsed")?.event.contents;
  const changed = before === void 0 ? [] : changedContents(before, contents);
  return changed.length === 0 ? "" : `The tests are not the ones of the rehearsal: ${changedSince(changed)}. As they are now, they have not run on staging.`;
}

// src/report/going-back.ts
function goingBack2(situation, window, isAsked) {
  const { hop, traits, promotion, now } = situation;
  const loss = isAsked ? "" : ` ${losses(situation)}`;
  const how = waysToRollBack(hop.id);
  const ofStage2 = stageReturnText({ hop, traits });
  if (ofStage2 !== void 0) {
    const way = stageReturn({ hop, traits });
    return way === "none" ? ofStage2 : `${ofStage2}${way === "by-restoring" ? loss : ""} To go back, ${how}.`;
  }
  if (isClosed({ traits, promotion })) {
    const closed = traits.deferrable ? "The rollback window is closed: only a restore goes back." : "Only a restore goes back.";
    return `${closed}${loss} To go back, ${how}; it asks for the hop's id as confirmation.`;
  }
  if (isUnseen(promotion)) {
    return `Whether migrations of ${hop.to} have started is not known, since it was not seen after its deploy. To go back, ${how}: it looks, and where nothing shows that none has started it asks for a confirmation.`;
  }
  const age = window === void 0 ? "" : `${windowSentence(window, now)} `;
  return `${age}Until the migrations are started, nothing has to be restored: to go back, ${how}.${loss}`;
}
function losses({ traits, promotion, now }) {
  const after2 = isClosed({ traits, promotion }) ? "" : "After they have started, only a restore goes back. ";
  const point = promotion.restorePoint?.event;
  return point === void 0 ? `${after2}The journal has no restore point of this hop.` : `${after2}Restoring the restore point loses ${lossText(point, (time) => exactTime(time, now))}.`;
}
function isClosed({ traits, promotion }) {
  return !traits.deferrable || promotion.migrating !== void 0 || promotion.notDeferred !== void 0;
}

// src/report/hop-steps.ts
function hopSteps(own, now) {
  const rows = own.flatMap(({ at, event }) => {
    const when = exactTime(at, now);
    if (event.type === "approved") return [[when, "", eventWords(event), ""]];
    if (event.type === "migrating") return [[when, event.environment, "migrations started", ""]];
    if (event.type === "ended") return [[when, event.environment, eventWords(event), ""]];
    if (event.type === "not-understood" || !("milliseconds" in event)) return [];
    const tested = event.type === "smoke-tested" && event.tests.length > 0 ? ` (${event.tests.join(", ")})` : "";
    return [[when, event.environment, `${eventWords(event)}${tested}`, roughText(event.milliseconds)]];
  });
  return table(["when", "environment", "step", "took"], rows);
}

// src/report/proof-table.ts
var open = { kind: "open" };
function proofTable(situation) {
  const { record, rehearsal, promotion } = situation;
  const hasStarted = promotion.restorePoint !== void 0 || promotion.deployStarted || promotion.completed !== void 0;
  if (rehearsal.kind === "none" && record.rehearsedOn === void 0 && !hasStarted) return [];
  const head = ["step", "rehearsed on staging", "took", ...hasStarted ? ["production", "took"] : []];
  return table(
    head,
    rowsOf(situation).map(({ what, staging, production }) => [
      { strong: what },
      ...cells(staging),
      ...hasStarted ? cells(production) : []
    ])
  );
}
function cells(result) {
  switch (result.kind) {
    case "done":
      return [`\u2714 ${result.detail}`, result.milliseconds === void 0 ? "" : roughText(result.milliseconds)];
    case "failed":
      return [`\u2718 ${result.detail}`, ""];
    case "open":
      return ["not yet", ""];
    case "none":
      return [`\u2013 ${result.detail}`, ""];
  }
}
function rowsOf(situation) {
  const { hop, traits, record, promotion } = situation;
  const staging = sinceRestore(inEnvironment(record.entries, "staging"));
  const production = sinceRollback(inEnvironment(record.entries, "production"));
  const point = promotion.restorePoint?.event;
  const taken = record.rehearsedOn?.event;
  const kept = traits.deferrable ? ", migrations kept back" : "";
  const upgrade = (here2) => {
    const deployed = here2.find((entry) => isOf(entry, "deployed") && isTo2(entry));
    if (deployed === void 0) return failure(here2, ["deploy"]) ?? open;
    const { milliseconds, downtimeMilliseconds: down } = deployed.event;
    const unproved = deployed.event.unproved === void 0 ? "" : " (not proved)";
    const serving = down === void 0 ? "" : `, not serving for ${downtimeText(down)}`;
    return { kind: "done", detail: `${hop.to} serves${kept}${unproved}${serving}`, milliseconds };
  };
  const ofData = [
    {
      what: "Backup",
      staging: taken === void 0 ? open : { kind: "done", detail: `of production, ${bytesText(taken.bytes)}`, milliseconds: taken.milliseconds },
      production: point === void 0 ? open : { kind: "done", detail: `restore point, ${bytesText(point.bytes)}`, milliseconds: point.milliseconds }
    },
    { what: "Restore compared", staging: restored(staging), production: pointProved(situation) }
  ];
  const ofReleases = [
    {
      what: "Way back",
      staging: traits.deferrable ? wayBack(situation, staging) : onlyRestore,
      production: traits.deferrable ? { kind: "none", detail: "not needed" } : onlyRestore
    },
    {
      what: "Migrations",
      staging: migrations(staging, rehearsedMigrations(record)),
      production: migrations(production, void 0)
    }
  ];
  const rows = [
    ...traits.dataless ? [] : ofData,
    { what: "Upgrade", staging: upgrade(staging), production: upgrade(production) },
    ...traits.stages === void 0 ? ofReleases : [ofStage(situation)],
    { what: "Tests", staging: tests(staging), production: tests(production) }
  ];
  return traits.waiver === void 0 ? rows : rows.map((row) => ({ ...row, staging: notRehearsed }));
}
var notRehearsed = { kind: "none", detail: "waived" };
function ofStage(situation) {
  const back = stageReturn(situation);
  const detail = back === "by-its-own" ? "as the stage says" : back === "none" ? "none" : "only by restoring";
  return { what: "Way back", staging: { kind: "none", detail: "not rehearsed" }, production: { kind: "none", detail } };
}
var onlyRestore = { kind: "none", detail: "only by restoring: migrations run at start-up" };
function restored(here2) {
  const carried = latest(here2, "carried-over");
  if (carried !== void 0) return { kind: "done", detail: `continued after hop ${carried.event.after}` };
  const restore = latest(here2, "restored");
  if (restore === void 0) return failure(here2, ["restore"]) ?? open;
  const { proved, milliseconds } = restore.event;
  const counts = countsText(restore.event);
  if (!proved) return { kind: "failed", detail: `not equal to the backup (${counts})` };
  const scrubbed = latest(here2, "scrubbed");
  const scrub = scrubbed === void 0 ? "" : scrubbed.event.waived ? "; not scrubbed, as configured" : "; scrubbed";
  return {
    kind: "done",
    detail: `equal: ${counts}${scrub}`,
    milliseconds: milliseconds + (scrubbed?.event.milliseconds ?? 0)
  };
}
function pointProved({ record, promotion, traits }) {
  if (!traits.proveRestorePoint) return { kind: "none", detail: "not asked for" };
  const proof = latest(record.entries, "point-proved");
  if (!promotion.pointProved || proof === void 0) return open;
  return { kind: "done", detail: `equal: ${countsText(proof.event)}`, milliseconds: proof.event.milliseconds };
}
function wayBack({ hop }, here2) {
  const back = latest(here2, "rolled-back");
  if (back === void 0) return failure(here2, ["rollback"]) ?? open;
  return { kind: "done", detail: `${hop.from} again, over ${hop.to}`, milliseconds: back.event.milliseconds };
}
function migrations(here2, took2) {
  const waited = latest(here2, "waited");
  const failed = failure(here2, ["migrate", "wait"]);
  if (failed !== void 0 || waited === void 0) return failed ?? open;
  const own = latest(here2, "migrated")?.event.milliseconds ?? waited.event.milliseconds;
  return { kind: "done", detail: "complete", milliseconds: took2 ?? own };
}
function tests(here2) {
  const failed = failure(here2, ["smoke"]);
  if (failed !== void 0) return failed;
  const passed = here2.filter((entry) => isOf(entry, "smoke-tested"));
  const last = passed.at(-1);
  if (last === void 0) return open;
  const { event } = last;
  const times = passed.length === 1 ? "" : `, ${passed.length} times`;
  return {
    kind: "done",
    detail: `${countText(event.tests.length, "test")} passed${times}`,
    milliseconds: passed.reduce((sum, entry) => sum + entry.event.milliseconds, 0)
  };
}
function failure(here2, commands) {
  const ended = here2.findLast((entry) => isOf(entry, "ended"));
  if (ended === void 0 || !commands.includes(ended.event.command) || ended.event.outcome === "waiting")
    return void 0;
  return after(here2, ended).some(({ event }) => done2.has(event.type)) ? void 0 : { kind: "failed", detail: ended.event.outcome };
}
var done2 = /* @__PURE__ */ new Set([
  "restored",
  "deployed",
  "rolled-back",
  "waited",
  "migrated",
  "smoke-tested"
]);
function isTo2(entry) {
  return entry.event.release === "to";
}
function sinceRestore(here2) {
  const start = here2.findLast(
    (entry) => isOf(entry, "restored") || isOf(entry, "carried-over") || isOf(entry, "staging-taken")
  );
  return start === void 0 ? here2 : [start, ...after(here2, start)];
}
function sinceRollback(here2) {
  const back = latest(here2, "rolled-back");
  return back === void 0 ? here2 : after(here2, back);
}

// src/report/verdict.ts
function verdict(situation) {
  const { hop, promotion, record, now } = situation;
  const { completed: completed2, migrating, deployed, deployStarted, smoked } = promotion;
  if (completed2 !== void 0) {
    return isOf(completed2, "adopted") ? [good("Done by hand", `, recorded ${moment(completed2.at, now)}.`)] : [good("Complete on production", ` since ${moment(completed2.at, now)}.`)];
  }
  const stopped = stoppedOn(record.entries);
  if (deployStarted && stopped !== void 0 && stopped.event.outcome !== "waiting") {
    const { command, outcome, message } = stopped.event;
    return [bad(`"${command}" ended as ${outcome} on production`, `, ${moment(stopped.at, now)}: ${message}`)];
  }
  if (migrating !== void 0) {
    return [
      plain("The migrations are not finished", `: they were started on production ${moment(migrating.at, now)}.`)
    ];
  }
  if (deployed !== void 0 && smoked) {
    return [good(`${hop.to} works on production`, `: deployed ${moment(deployed.at, now)}, smoke tests passed.`)];
  }
  if (deployStarted)
    return [plain(`${hop.to} is half done on production`, ": its deploy was started and not tested yet.")];
  return [...rolledBack(situation), rehearsed(situation)];
}
function rolledBack({ record, now }) {
  const back = latest(inEnvironment(record.entries, "production"), "rolled-back");
  if (back === void 0) return [];
  return [plain("Rolled back", ` ${moment(back.at, now)}: ${back.event.to} was deployed on production again.`)];
}
function rehearsed({ hop, traits, rehearsal, record, now }) {
  switch (rehearsal.kind) {
    case "passed": {
      const isProved = inEnvironment(record.entries, "staging").every(
        ({ event }) => event.type !== "deployed" || event.unproved === void 0
      );
      const shown = !traits.deferrable ? "the upgrade with its migrations" : isProved ? "the upgrade, the way back and the migrations" : "the upgrade and the migrations";
      if (traits.dataless)
        return good("The rehearsal passed", `: ${hop.to} was reached on staging, and all smoke tests passed there.`);
      const data = `production's data of ${moment(rehearsal.dataAt, now)}`;
      return good("The rehearsal passed", `: ${shown} worked on ${data}, and so did all smoke tests.`);
    }
    case "void":
      return bad("The rehearsal does not count", `: ${rehearsal.because}.`);
    case "started":
      return plain("The rehearsal is not finished.", "");
    case "waived":
      return bad("Not rehearsed", `: the configuration waives it ("${rehearsal.because}").`);
    case "none":
      return plain(
        "The rehearsal has not started.",
        traits.dataless ? "" : " Nothing was restored and compared for this hop yet."
      );
  }
}
function stoppedOn(own) {
  const production = inEnvironment(own, "production");
  const ended = latest(production, "ended");
  return ended === void 0 || after(production, ended).length > 0 ? void 0 : ended;
}
function good(strong, rest) {
  return paragraph("\u2714 ", { strong }, rest);
}
function bad(strong, rest) {
  return paragraph("\u2718 ", { strong }, rest);
}
function plain(strong, rest) {
  return paragraph({ strong }, rest);
}

// src/report/hop-report.ts
function hopReport(facts) {
  return markdownOf(hopDocument(facts));
}
function hopDocument(facts) {
  const { situation, window, checklists = [] } = facts;
  const { hop } = situation;
  return [
    heading(2, `${hop.title} (hop ${hop.index} of ${hop.count})`),
    ...window?.warning === void 0 ? [] : [windowBox(window.warning)],
    ...verdict(situation),
    ...proofTable(situation),
    ...approval(facts),
    ...section("To do by hand", list(hop.manual.map(manualItem))),
    ...wayBack2(facts),
    ...checklistsDocument(checklists, situation.now),
    ...folded(
      "Why this hop",
      list(
        hop.reasons.map(({ text, url }) => url === void 0 ? text : [`${text} (`, { link: "source", url }, ")"])
      )
    ),
    ...folded("Every step, with its time", hopSteps(situation.record.entries, situation.now)),
    ...folded("Ids: backups, and the digest of what is approved", ids(situation))
  ];
}
function manualItem(step) {
  return { ticked: isDoneByHand(step), text: `${step.id}: ${step.text}` };
}
function approval({ situation, gates, contents }) {
  const { hop, traits } = situation;
  const asked = toApproveNext(situation);
  if (asked.kind === "nothing") return asked.because === "" ? [] : [paragraph(asked.because)];
  const gate = asked.kind === "migrations" || asked.kind === "migrations-again" ? "finalize" : "production";
  const isAsked = gates.scope === "hop" && gates[gate] !== "none";
  const { facts } = stakeOf(asked, { ...situation, observation: void 0 }, contents);
  return section(isAsked ? "If you approve" : "Next on production, without another approval", [
    paragraph(act(asked, hop.to, traits), ...isAsked ? howToApprove(gate, gates, situation) : []),
    ...list(facts.map(({ about, text }) => [{ strong: about }, `: ${text}`]))
  ]);
}
function act(asked, to, traits) {
  switch (asked.kind) {
    case "deploy": {
      const deploy = traits.deferrable ? "deployed with its migrations deferred, watched and smoke-tested" : "deployed, watched and smoke-tested";
      return `Production is checked again, a restore point is taken, and ${to} is ${deploy}. Nothing other than what was rehearsed is done.`;
    }
    case "deploy-again":
      return `The deploy of ${to} on production is finished, watched and smoke-tested.`;
    case "migrations":
    case "migrations-again":
      return `The migrations of ${to} are started on production, watched to their end, and ${to} is smoke-tested again.`;
  }
}
function howToApprove(gate, gates, { record }) {
  const confirmable = confirmableOf(record);
  if (gates[gate] !== "dispatch" || confirmable === void 0) return [];
  return [
    " To approve, start the workflow with ",
    { code: "confirm" },
    " set to ",
    { code: confirmationFor(gate, confirmable) },
    "."
  ];
}
function wayBack2({ situation, window }) {
  const { promotion } = situation;
  if (!promotion.deployStarted && rolledBack(situation).length > 0) return [];
  const isAsked = toApproveNext(situation).kind !== "nothing";
  if (!isAsked && !promotion.deployStarted) return [];
  return section("Going back", [paragraph(goingBack2(situation, window?.open, isAsked))]);
}
function ids({ hop, record, promotion }) {
  const rehearsed2 = record.rehearsedOn?.event.backup;
  const point = promotion.restorePoint?.event.backup;
  const named = (name, id) => id === void 0 ? [] : [paragraph(`${name}: `, { code: id })];
  return [
    ...named("Backup of the rehearsal", rehearsed2),
    ...named("Restore point", point),
    ...named("Digest of what is approved", hop.digest)
  ];
}

// src/report/whereabouts-report.ts
function whereaboutsLines({ whereabouts, sides, now }) {
  const { rollback, restore, halfDone, stopped, goneBack, restored: restored2 } = whereabouts;
  const lines = [
    { label: "Production", text: sideText(sides.production, now) },
    { label: "Staging", text: sideText(sides.staging, now) },
    { label: "Acting", text: holderText(whereabouts.holder, now) }
  ];
  if (restore !== void 0) {
    const { happened, means } = finishRestoreFirst({ ...restore, isOtherwiseConfigured: false });
    lines.push({ label: "Unfinished", text: `${happened} ${means}` });
  } else if (rollback !== void 0) {
    const { id } = rollback.event.hop;
    const text = `The rollback of hop ${id} to ${rollback.event.to} was started on ${dayTime(rollback.at, now)}, and it is not finished.`;
    lines.push({ label: "Unfinished", text });
  } else if (halfDone !== void 0) {
    lines.push({ label: "Half done", text: halfDoneText(halfDone, stopped, now) });
  }
  if (goneBack !== void 0) {
    const { hop, to, accepted } = goneBack.event;
    const data = restored2 === void 0 ? "nothing was restored" : `${restored2.event.backup} was put back, and what was written after it is lost`;
    const tests2 = accepted === void 0 ? "" : ` Its smoke tests did not pass, which was accepted: "${accepted.reason}".`;
    lines.push({
      label: "Rolled back",
      text: `Hop ${hop.id} was rolled back to ${to} on ${dayTime(goneBack.at, now)}; ${data}.${tests2}`
    });
  }
  if (stopped !== void 0) {
    const { command, environment, outcome, hop, message } = stopped.event;
    const text = `"${command}" of hop ${hop.id} on ${environment} ended as ${outcome} on ${dayTime(stopped.at, now)}: ${message}`;
    lines.push({ label: "Stopped", text });
  }
  return lines;
}
function whatNow({ whereabouts, sides: { production }, newRun, complete, now }) {
  const { holder, rollback, restore, halfDone, stopped, doneByHand } = whereabouts;
  if (holder.kind === "acting") {
    const { url } = holder.lease.run;
    return `Let ${holder.lease.owner} end${url === void 0 ? "" : `: ${url}`}. Should it be dead, others may act from ${dayTime(holder.freeAt, now)} on.`;
  }
  if (restore !== void 0) return finishRestoreFirst({ ...restore, isOtherwiseConfigured: false }).next;
  if (rollback !== void 0) return finishRollback(rollback.event.hop.id);
  if (halfDone !== void 0) {
    const { id } = halfDone.hop;
    const hasFailedMigration = production.kind === "observed" && production.observation.migrations.kind === "failed";
    const onward = hasFailedMigration ? howToRetry(id) : `Finish the hop by a new run: ${newRun}.`;
    return `${onward} Or, to go back, ${waysToRollBack(id)}.`;
  }
  if (doneByHand !== void 0) {
    return `Production runs what hop ${doneByHand.id} leads to, and the journal has no deploy of it. If somebody did it by hand, record that: staged-upgrade adopt --hop ${doneByHand.id} --reason "why". Then plan again.`;
  }
  if (complete === void 0) return "No path was planned yet: staged-upgrade plan shows what there is to climb.";
  if (complete) return "Nothing is left to do.";
  const { outcome } = stopped?.event ?? {};
  const first = outcome === "failed" || outcome === "refused" ? "Fix the cause first. " : "";
  return `${first}Start a new run: it resumes from what it observes. New run: ${newRun}`;
}
function whereaboutsText(facts) {
  const lines = whereaboutsLines(facts);
  const width = Math.max(...lines.map(({ label }) => label.length));
  return lines.map(({ label, text }) => `${label.padEnd(width)}  ${text}`).join("\n");
}
function whereaboutsList(facts) {
  return list(whereaboutsLines(facts).map(({ label, text }) => [{ strong: label }, `: ${text}`]));
}
function sideText(side, now) {
  if (side.kind === "not-asked")
    return `could not be asked here (${side.reason}).${side.lastSeen === void 0 ? "" : ` ${side.lastSeen}`}`;
  const { version, serving, migrations: migrations2, at } = side.observation;
  const seen = `, observed ${moment(at, now)}`;
  if (version.kind === "unknown") return `does not report its version (${version.reason})${seen}.`;
  const serves = serving.kind === "yes" ? "serving" : `${serving.kind === "no" ? "not serving" : "serving unknown"} (${serving.reason})`;
  return `runs ${version.value}, ${serves}${side.hasMigrationsProbe ? `, ${migrationsText(migrations2)}` : ""}${seen}.`;
}
function migrationsText(migrations2) {
  switch (migrations2.kind) {
    case "done":
      return "no migration left";
    case "pending":
      return `${migrations2.next} pending, not started`;
    case "running":
      return `migration ${migrations2.current} running`;
    case "failed":
      return `migration ${migrations2.current} failed (${migrations2.error})`;
    case "unknown":
      return `migrations unknown (${migrations2.reason})`;
  }
}
function holderText(holder, now) {
  if (holder.kind === "nobody") return "nobody; no lease is held.";
  const { lease, since, freeAt, doing } = holder;
  const who = `${lease.owner} (${lease.run.actor}) holds the lease since ${dayTime(since, now)}`;
  const did = doing === void 0 ? "" : ` Last: ${eventSentence(doing.event)}, ${dayTime(doing.at, now)}.`;
  return holder.kind === "acting" ? `${who}. Unless renewed it ends at ${dayTime(lease.expiresAt, now)}; others may act from ${dayTime(freeAt, now)}, since clocks may differ.${did}` : `nobody. ${who}, which ended at ${dayTime(lease.expiresAt, now)} without being given back: that run has died.${did}`;
}
function halfDoneText({ hop, since, promotion }, stopped, now) {
  const { deployed, smoked, migrating, waited } = promotion;
  const end = stopped?.event;
  const failsNow = end?.command === "smoke" && end.outcome === "failed" && end.environment === "production" && end.hop.id === hop.id;
  const passed = failsNow ? "smoke tests passed at first, and have failed since" : "smoke tests passed";
  const notPassed = failsNow ? "smoke tests failed" : "not smoke-tested";
  const reached = [
    deployed === void 0 ? "its end is not recorded" : `done on ${dayTime(deployed.at, now)}`,
    ...deployed === void 0 ? [] : [smoked ? passed : notPassed],
    ...migrating === void 0 ? [] : [
      `its migrations were started on ${dayTime(migrating.at, now)}${waited === void 0 ? "" : " and waited for"}`
    ]
  ];
  return `Hop ${hop.id} on production: the deploy of ${hop.to} was started on ${dayTime(since, now)}, ${reached.join(", ")}.`;
}

// src/steps/environment/sides.ts
async function lookAt(project, environment, entries) {
  try {
    const observation = await openLiveSystem(project, environment, entries).observe(project.effects.signal);
    return { kind: "observed", observation, hasMigrationsProbe: project.product.probes.migrations !== void 0 };
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof SystemFailure)) throw error;
    const lastSeen = lastSeenOn(environment, entries, project.effects.clock.now());
    const reason = error.detail.happened.replace(/\.$/, "");
    return { kind: "not-asked", reason, ...lastSeen === void 0 ? {} : { lastSeen } };
  }
}
function lastSeenOn(environment, entries, now) {
  const seen = entries.findLast(
    ({ event }) => (event.type === "checked" || event.type === "deployed" || event.type === "smoke-tested") && event.environment === environment
  );
  if (seen === void 0 || !("version" in seen.event)) return void 0;
  return `It was last seen on ${String(seen.event.version)} on ${dayTime(seen.at, now)}.`;
}

// src/world/github/issues.ts
var longestBody = 65e3;
var issueAnswer = object({ number: number(), html_url: string() });
var issuesAnswer = array(issueAnswer.extend({ body: string().nullish(), pull_request: unknown().optional() }));
async function keepIssue(api, repository, issue, how) {
  const asking2 = { ...how, permission: "issues: write" };
  const [label] = issue.labels;
  const open2 = await ask(
    asking2,
    issuesAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/issues", {
      ...repository,
      state: "open",
      labels: label,
      per_page: 100,
      request
    })
  );
  if (open2.kind !== "answered") return open2;
  const [found] = open2.value.filter(({ body, pull_request }) => pull_request === void 0 && body?.includes(issue.marker)).toSorted((a, b) => a.number - b.number);
  const written = { title: issue.title, body: bodyOf(issue) };
  if (found !== void 0) {
    const state = issue.isClosed ? { state: "closed", state_reason: "completed" } : {};
    return address(
      await ask(
        asking2,
        issueAnswer,
        (request) => api.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
          ...repository,
          issue_number: found.number,
          ...written,
          ...state,
          request
        })
      )
    );
  }
  if (issue.isClosed) return { kind: "answered", value: void 0 };
  return address(
    await ask(
      asking2,
      issueAnswer,
      (request) => api.request("POST /repos/{owner}/{repo}/issues", {
        ...repository,
        ...written,
        labels: [...issue.labels],
        assignees: [...issue.assignees],
        request
      })
    )
  );
}
function address(answer) {
  if (answer.kind !== "answered") return answer;
  return { kind: "answered", value: { number: answer.value.number, url: answer.value.html_url } };
}
function bodyOf({ marker, body }) {
  const cut = body.length > longestBody ? `${body.slice(0, longestBody)}

\u2026` : body;
  return `${cut}

${marker}
`;
}

// src/steps/report/tracking-issue.ts
async function keepTrackingIssue(project, entries, message) {
  const { configuration, effects, run, traits } = project;
  const settings = configuration["tracking-issue"];
  const planned = latest(entries, "planned")?.event;
  if (settings === void 0 || run.kind !== "github" || planned === void 0 || planned.operation === "rehearse")
    return;
  const { system, gates } = configuration;
  const { title, document, isComplete } = trackingIssue({
    system,
    planned,
    entries,
    gates: { ...gates, environment: (gate) => environmentOn(environmentOfGate[gate], project) },
    traits,
    runUrl: run.url,
    message,
    now: effects.clock.now()
  });
  const answer = await asking(
    project,
    (api, here2, how) => keepIssue(
      api,
      here2,
      {
        marker: `<!-- staged-upgrade: the climb of ${system} -->`,
        title: effects.pen.text(title),
        body: effects.pen.markdown(markdownOf(document)),
        labels: settings.labels,
        assignees: settings.assignees,
        isClosed: isComplete
      },
      how
    )
  );
  if (answer.kind === "answered") {
    if (answer.value !== void 0) effects.log.info(`Tracking issue: ${answer.value.url}`);
    return;
  }
  const reason = answer.kind === "not-found" ? "GitHub does not show the issues of this repository" : answer.reason;
  const next = answer.kind === "not-found" ? "Turn issues on in its settings." : answer.next ?? "";
  effects.log.warn(`The tracking issue was not updated: ${reason}. ${next}`.trim());
}

// src/steps/report/report.ts
async function report(project, input) {
  const entries = await project.journal.read();
  await warnOfLostRecords(project, entries);
  const { document, result, notice } = input.hop === void 0 ? await ofPath(project, input, entries) : ofHop(project, input, await withFiles(project, readHop(input.hop, entries, project)), entries);
  await releaseLease(project);
  await keepTrackingIssue(project, entries, result.message);
  await announce(project, notice);
  if (input.output !== void 0) await saveReport(project, input.output, document, entries);
  return { ...result, summary: markdownOf(document) };
}
function ofHop(project, input, hop, entries) {
  const situation = {
    ...situationOn(project, entries, hop, notObserved(project)),
    retry: input.retry === true
  };
  const newRun = newRunOf(project, { command: "report", environment: input.environment, input, entries, hop: hop.id });
  const window = reportedWindow(project, situation, newRun);
  const onProduction = input.environment === "production";
  if (onProduction && window?.warning !== void 0) project.effects.log.warn(oneLine(window.warning));
  const document = hopDocument({
    ...factsFrom(project, situation, entries),
    ...window === void 0 ? {} : { window }
  });
  const { outcome, headline } = onProduction ? ofProduction(situation, project.run) : ofStaging(situation);
  const stopped = stoppedHere(entries, hop, input.environment, project.run);
  const next = stopped === void 0 ? goesOn : `First do what the step "${stopped.event.command}" says. ${goesOn}`;
  const message = withNewRun({ happened: headline, means: "", next }, newRun);
  const notice = stopped === void 0 ? noticeOfReport(input.environment, situation, noticeFacts(project)) : void 0;
  const outputs = { complete: situation.promotion.completed !== void 0 };
  return {
    document,
    ...notice === void 0 ? {} : { notice },
    result: { outcome, headline, outputs, text: "", ...outcome === "passed" ? {} : { message } }
  };
}
var goesOn = "Start a new run: it resumes from what it observes.";
function stoppedHere(entries, { id }, environment, run) {
  const own = entries.filter((entry) => isSameAttempt(entry.run, run));
  const ended = own.filter((entry) => isOf(entry, "ended"));
  return ended.findLast(({ event: { hop, outcome, environment: on } }) => {
    return hop.id === id && on === environment && (outcome === "failed" || outcome === "refused");
  });
}
function situationOn(project, entries, hop, observation) {
  return situationOf({
    hop,
    traits: project.traits,
    now: project.effects.clock.now(),
    observation,
    entries,
    rehearsalMaxAge: project.configuration.rehearsal["max-age"]
  });
}
function reportedWindow(project, situation, newRun) {
  const open2 = openRollbackWindow(situation);
  if (open2 === void 0) return void 0;
  if (open2.milliseconds <= project.configuration["rollback-window"]["warn-after"]) return { open: open2 };
  return { open: open2, warning: windowWarning(situation.hop, open2, newRun, situation.now) };
}
function ofStaging({ hop, rehearsal }) {
  return rehearsal.kind === "passed" ? { outcome: "passed", headline: `Hop ${hop.id} was rehearsed on ${rehearsal.backup ?? "staging"}.` } : {
    outcome: "waiting",
    headline: `The rehearsal of hop ${hop.id} has not passed${rehearsal.kind === "void" ? `: ${rehearsal.because}` : ""}.`
  };
}
function ofProduction(situation, run) {
  const { hop, promotion, record, traits } = situation;
  if (promotion.completed !== void 0) return { outcome: "passed", headline: `Hop ${hop.id} is complete.` };
  if (promotion.deployed !== void 0 && promotion.smoked && traits.deferrable) {
    const awaited = awaitedOf(situation, "production");
    const works = `${hop.to} is deployed on production and works`;
    if (isLeftToNextJob(situation, run))
      return { outcome: "passed", headline: `${works}; what is left of its migrations is started behind their gate.` };
    if (awaited.kind === "serving") {
      const left = promotion.migrating === void 0 ? "its migrations have" : "what is left of its migrations has";
      return { outcome: "passed", headline: `${works}; ${left} not started.` };
    }
  }
  const back = latest(inEnvironment(record.entries, "production"), "rolled-back");
  return {
    outcome: "waiting",
    headline: back === void 0 || promotion.deployStarted ? `Hop ${hop.id} is not complete on production.` : `Hop ${hop.id} was rolled back on ${back.at}: ${back.event.to} was deployed on production again.`
  };
}
function isLeftToNextJob({ promotion, record }, run) {
  const { migrating, waited } = promotion;
  if (migrating === void 0 || waited !== void 0 || isSameAttempt(migrating.run, run)) return false;
  const own = inEnvironment(record.entries, "production").filter((entry) => isSameAttempt(entry.run, run));
  return own.every(({ event }) => event.type !== "ended");
}
function factsFrom(project, situation, entries) {
  return {
    situation,
    gates: project.configuration.gates,
    contents: allContentDigests(project),
    checklists: fillIn(project.product.checklists, situation, entries)
  };
}
async function ofPath(project, input, entries) {
  const planned = latest(entries, "planned")?.event;
  const sides = {
    production: await lookAt(project, "production", entries),
    staging: await lookAt(project, "staging", entries)
  };
  const observed = sides.production.kind === "observed" ? sides.production.observation : void 0;
  const whereabouts = whereaboutsOf(entries, {
    now: project.effects.clock.now(),
    tolerance: project.configuration.lock["clock-tolerance"],
    run: project.run,
    production: observed
  });
  const newRun = newRunOf(project, { command: "report", input, entries });
  const facts = { whereabouts, sides, newRun, now: project.effects.clock.now() };
  return planned === void 0 ? neverPlanned({ ...facts, complete: void 0 }) : ofPlanned(project, planned, { ...facts, entries, observation: observed ?? notObserved(project) });
}
function neverPlanned(facts) {
  const headline = "No path was planned yet.";
  return {
    document: [paragraph({ strong: headline }, ` ${whatNow(facts)}`), ...whereaboutsList(facts)],
    result: {
      outcome: "skipped",
      headline: `${headline} staged-upgrade plan shows what there is to climb.`,
      outputs: { complete: false },
      text: whereaboutsText(facts)
    }
  };
}
function ofPlanned(project, planned, found) {
  const { entries, observation, newRun } = found;
  const { current, target } = planned;
  const hops = hopsOf(planned);
  const done3 = hops.filter((hop) => completed(entries, hop));
  const there = observation.version.kind === "known" && observation.version.value === target;
  const complete = there && done3.length === hops.length;
  const facts = { ...found, complete };
  const next = whatNow(facts);
  const headline = complete ? `upgraded ${current} \u2192 ${target} in ${hops.length} ${hops.length === 1 ? "hop" : "hops"}` : `${done3.length} of ${hops.length} hops from ${current} to ${target} are complete.`;
  const reported = hops.map((hop) => {
    const situation = situationOn(project, entries, hop, observation);
    return { situation, window: reportedWindow(project, situation, newRun) };
  });
  const warning = reported.map(({ window }) => window?.warning).find((each2) => each2 !== void 0);
  if (warning !== void 0) project.effects.log.warn(oneLine(warning));
  const each = reported.map(
    ({ situation, window }) => hopDocument({
      ...factsFrom(project, situation, entries),
      ...window === void 0 ? {} : { window: { open: window.open } }
    })
  );
  const where = whereaboutsList(facts);
  const open2 = done3.length < hops.length;
  const means = open2 ? "The path is not finished." : `Every hop was completed, but production was not seen to run ${target} now.`;
  const message = { happened: headline, means, next };
  return {
    document: pathDocument({
      planned,
      entries,
      complete,
      where,
      next,
      warning,
      hops: each,
      now: found.now,
      traits: project.traits
    }),
    result: {
      outcome: complete ? "passed" : "waiting",
      headline,
      outputs: {
        complete,
        current: observation.version.kind === "known" ? observation.version.value : "",
        target
      },
      text: whereaboutsText(facts),
      ...complete ? {} : { message }
    }
  };
}
function completed(entries, hop) {
  return promotionOf(recordOf(entries, hop)).completed !== void 0;
}
function notObserved(project) {
  const nothing = { kind: "unknown", reason: "not asked" };
  return { at: project.effects.clock.now().toISOString(), version: nothing, serving: nothing, migrations: nothing };
}

export {
  stakeOf,
  fillIn,
  hopReport,
  report
};
