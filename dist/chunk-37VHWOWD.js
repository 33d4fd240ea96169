import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  clockAdvice,
  markStaging
} from "./chunk-E23ERQN2.js";
import {
  hopStands,
  hopsTable
} from "./chunk-7VMRUZVB.js";
import {
  ageInMilliseconds,
  startedSince,
  traceBefore
} from "./chunk-SAITKFGM.js";
import {
  orderOf
} from "./chunk-52LCQ3LF.js";
import {
  dayTime,
  list,
  paragraph
} from "./chunk-L4L2GTLI.js";
import {
  finishRestoreFirst,
  finishRollback,
  promotionOf,
  recordOf,
  rehearsalOf
} from "./chunk-HU6FTOZV.js";
import {
  inEnvironment,
  isOf,
  latest
} from "./chunk-D43QRV6R.js";
import {
  environmentOfGate,
  environmentOn
} from "./chunk-OASWQL73.js";
import {
  dataText
} from "./chunk-TYRW65SW.js";
import {
  alreadyDone,
  cannotTell,
  failed,
  refuse,
  waiting
} from "./chunk-KHLEDX2Y.js";
import {
  isDoneByHand
} from "./chunk-WNC3J4Y2.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";
import {
  jsonDepth
} from "./chunk-HKKH5L7G.js";
import {
  array,
  boolean,
  looseObject,
  m,
  number,
  object,
  record,
  string,
  unknown
} from "./chunk-K63SF6ED.js";

// src/core/decisions/manual-steps.ts
function blockedByManualSteps(hop) {
  const open = hop.manual.filter((step) => !isDoneByHand(step));
  if (open.length === 0) return void 0;
  const ids = open.filter(({ files }) => files === void 0).map(({ id }) => `"${id}"`);
  const byFiles = open.length > ids.length ? howToChange(hop) : void 0;
  const byHand = ids.length === 0 ? void 0 : `Do it, then start a new run with ${ids.join(", ")} as its input "acknowledge", or add it to "acknowledge" in the configuration.`;
  return refuse(
    `Hop ${hop.id} needs a person first: ${open.map(stepText).join("; ")}.`,
    "Nothing was changed.",
    [byHand, byFiles].filter((part) => part !== void 0).join(" ")
  );
}
function blockedByFiles(hop) {
  const open = hop.manual.filter((step) => !step.acknowledged && step.files?.kind === "missing");
  const [first] = open;
  if (first === void 0) return void 0;
  return refuse(
    `${hop.to} asks for a configuration that your files do not have: ${open.map(stepText).join("; ")}.`,
    "Deployed with them as they are, it would not start or would do something else. Nothing was changed.",
    howToChange(hop)
  );
}
function stepText({ id, text, url, files }) {
  const missing = files?.kind === "missing" ? `: ${files.missing.join(" ")}` : "";
  return `${id} (${text}${url === void 0 ? "" : ` ${url}`})${missing}`;
}
function howToChange({ id }) {
  return `See the change with "staged-upgrade configure --hop ${id}", write it with --write, commit the files, then run again.`;
}

// src/core/decisions/migration-run.ts
var mostWithoutTrace = 2;
function nextMove(started, { version, serving, migrations }, terms) {
  if (version.kind !== "known" || version.value !== terms.hop.to) return { kind: "look" };
  switch (migrations.kind) {
    case "done":
      return serving.kind === "yes" ? { kind: "complete" } : { kind: "look" };
    case "running":
    case "unknown":
      return { kind: "look" };
    case "failed":
      return afterFailure(started, migrations, terms);
    case "pending":
      return serving.kind === "yes" ? afterPending(started, migrations.next, terms) : { kind: "look" };
  }
}
function afterFailure(started, migrations, terms) {
  const { current, jobs } = migrations;
  const { last, retry } = started;
  if (retry && last === void 0) return { kind: "start", migration: current, retry: true };
  if (last?.migration === current && last.wasFailed && isOld(last, jobs, terms)) return { kind: "look" };
  return { kind: "end", settled: migrationFailed(migrations, terms) };
}
function isOld(last, jobs, { at, trace }) {
  const isFresh = at - last.at < trace;
  if (jobs === void 0) return isFresh;
  return isFresh && jobs.every(({ id, migration }) => migration !== last.migration || last.jobs.includes(id));
}
function afterPending({ counts, said, last, retry, gaveUp }, next, terms) {
  const count = counts.get(next) ?? 0;
  if (count === 0) return { kind: "start", migration: next, retry: false };
  if (last?.migration === next && terms.at - last.at < terms.trace) return { kind: "look" };
  if (count < mostWithoutTrace) return { kind: "start", migration: next, retry: false };
  if (retry && last === void 0) return { kind: "start", migration: next, retry: true };
  const settled = gaveUp && terms.environment === "staging" ? neverStarted : noTrace;
  return { kind: "end", settled: settled(next, count, said.get(next), terms) };
}
function migrationFailed({ current, error }, { hop, environment }) {
  const happened = `The migration ${current} of ${hop.to} has failed: ${error}.`;
  return environment === "staging" ? failed(
    happened,
    "The rehearsal found this before production was affected.",
    "Fix its cause, then start a new run: it rehearses again."
  ) : failed(
    happened,
    "Later migrations wait for it; the next hop is blocked. Health can still look good. It is started again only when somebody asks for it.",
    howToRetry(hop.id)
  );
}
function budgetEndedBetween({ last }, { version, serving, migrations }, { hop, at, trace }, budget) {
  const isServing = version.kind === "known" && version.value === hop.to && serving.kind === "yes";
  if (!isServing || migrations.kind !== "pending") return void 0;
  if (last?.migration === migrations.next && at - last.at >= trace) return void 0;
  const asked = last?.migration === migrations.next ? "was asked for, and is not seen to run yet" : "is still to come";
  return waiting(
    `After ${budget} the migration ${migrations.next} ${asked}.`,
    "Nothing failed: the server continues to work.",
    "Start a new run later: it continues from here."
  );
}
function howToRetry(hop) {
  return `Fix its cause. Then ask for one more start: run the workflow "Upgrade" with "retry" ticked, or in a terminal: staged-upgrade climb --retry, or staged-upgrade migrate --hop ${hop} --environment production --retry.`;
}
function noTrace(migration, count, said, { hop, environment }) {
  return cannotTell(
    `The migration ${migration} of ${hop.to} was started ${count} times on ${environment}, and is still pending. The server said: ${said ?? "nothing that was recorded"}.`,
    "Whether it runs could not be determined, so it is not started again. It may wait in a queue.",
    environment === "production" ? `Look at the log of the server. If it is running, run again: the step waits until it ends. ${howToRetry(hop.id)}` : "Look at the log of the server, then start a new run. If it is running, the run waits until it ends. If it is still pending then, the rehearsal has failed."
  );
}
function neverStarted(migration, count, said, { hop }) {
  return failed(
    `The migration ${migration} of ${hop.to} was started ${count} times on staging, and is still pending in a later run. The server said: ${said ?? "nothing that was recorded"}.`,
    "The rehearsal found this before production was affected.",
    "Fix its cause, then start a new run: it rehearses again."
  );
}
function startedBefore({ record: record2 }, environment, retry) {
  const here = inEnvironment(record2.entries, environment);
  const replaced = here.findLastIndex(
    ({ event: { type } }) => type === "rolled-back" || type === "restored" || type === "carried-over"
  );
  const counts = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Map();
  let gaveUp = false;
  for (const entry of here.slice(replaced + 1)) {
    if (isOf(entry, "ended") && entry.event.command === "migrate") gaveUp = entry.event.outcome === "unknown";
    if (isOf(entry, "starting")) gaveUp = false;
    if (isOf(entry, "starting")) add(counts, entry.event.migration, 1);
    if (!isAnswer(entry)) continue;
    if (entry.event.refused) add(counts, entry.event.migration, -1);
    said.set(entry.event.migration, entry.event.said);
  }
  return { counts, said, last: void 0, retry, gaveUp };
}
function isAnswer(entry) {
  return isOf(entry, "start-answered");
}
function add(counts, migration, by) {
  counts.set(migration, (counts.get(migration) ?? 0) + by);
}
function withStart(started, last, said, refused) {
  const counts = new Map(started.counts);
  if (!refused) add(counts, last.migration, 1);
  return { ...started, counts, said: new Map([...started.said, [last.migration, said]]), last };
}

// src/core/decisions/wait.ts
function decideWait(environment, situation) {
  const { hop, rehearsal, promotion } = situation;
  if (environment === "staging" && rehearsal.kind === "passed")
    return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (environment === "production" && promotion.completed !== void 0)
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  return { kind: "act", because: `${hop.to} is waited for.`, awaited: awaitedOf(situation, environment) };
}
function judgeWait(awaited, observation, hop) {
  const { version, serving, migrations } = observation;
  const { to } = hop;
  if (migrations.kind === "failed" && version.kind === "known" && version.value === to) {
    return awaited.leftToMigrate ? alreadyDone(`The migration ${migrations.current} has failed; "migrate" starts it once more, behind its gate.`) : failureOf(migrations, awaited, hop);
  }
  if (version.kind === "known" && version.value !== to) return void 0;
  if (version.kind === "unknown" || serving.kind !== "yes") return void 0;
  if (migrations.kind === "done") {
    return migrations.assumed === true ? { kind: "act", because: `${to} serves. Its migrations run at start-up, and no probe shows them.` } : { kind: "act", because: `${to} serves, and all its migrations are complete.` };
  }
  if (migrations.kind === "pending") {
    return awaited.kind === "migrated" ? alreadyDone(`${to} serves, and ${migrations.next} is pending: only "migrate" starts it, behind its gate.`) : { kind: "act", because: `${to} serves; ${migrations.next} is pending and has not started.` };
  }
  return void 0;
}
function failureOf(migrations, { startedAgainBy, environment }, hop) {
  const said = migrationFailed(migrations, { hop, environment });
  if (startedAgainBy === "migrate" || environment === "staging" || !("message" in said)) return said;
  const means = "Later migrations wait for it; the next hop is blocked. Health can still look good.";
  return { ...said, message: { ...said.message, means, next: startedAgain[startedAgainBy] } };
}
var startedAgain = {
  server: "Fix its cause and start the server again, which starts its migrations once more; then start a new run: it watches them.",
  nobody: "Fix its cause with the vendor's help, let it complete, then run again."
};
function budgetEnded(observation, to, budgetMilliseconds, forecast) {
  const { version, serving, migrations } = observation;
  const budget = durationText(budgetMilliseconds);
  if (version.kind === "known" && version.value === to && serving.kind === "yes" && migrations.kind === "running") {
    return waiting(
      `After ${budget} the migration ${migrations.current} is still running${migrationProgress(migrations.progress)}.`,
      `Nothing failed: the server continues to work.${migrations.note === void 0 ? "" : ` ${migrations.note}`}${forecast === void 0 ? "" : ` ${forecast}`}`,
      "Start a new run later: it continues to watch from here."
    );
  }
  if (version.kind === "known" && version.value !== to) {
    return failed(
      `After ${budget} ${version.value} still answers, not ${to}.`,
      `Either ${to} did not come up, or another server answers at this url, or the version that it reports is wrong.`,
      "Look at the log of the server."
    );
  }
  if (serving.kind === "no") {
    return failed(
      `After ${budget} ${to} is not healthy: ${serving.reason}.`,
      "It is deployed but not serving.",
      "Look at the log of the server."
    );
  }
  const reason = version.kind === "unknown" ? version.reason : serving.kind === "unknown" ? serving.reason : migrations.kind === "unknown" ? migrations.reason : migrations.kind === "pending" ? `${migrations.next} is still pending` : `its migrations are ${migrations.kind}`;
  return cannotTell(
    `After ${budget} it could not be determined whether ${to} is done: ${reason}.`,
    version.kind === "known" && serving.kind === "yes" ? `${to} serves; only how far its migrations are is not known.` : "It may be starting, or down.",
    "Look at the log of the server, then run again: the wait continues."
  );
}
function migrationProgress(progress) {
  if (progress === void 0) return "";
  return ` (${progress.done}${progress.total === void 0 ? "" : ` of ${progress.total}`})`;
}
function awaitedOf(situation, environment) {
  const { traits, promotion, rehearsal, retry } = situation;
  if (!traits.deferrable) return { environment, kind: "migrated", startedAgainBy: "server", leftToMigrate: false };
  if (environment === "staging") {
    const started = rehearsal.kind === "started" && rehearsal.migrating;
    return { environment, kind: started ? "migrated" : "serving", startedAgainBy: "migrate", leftToMigrate: false };
  }
  const { deployStarted, notDeferred, migrating, restoring } = promotion;
  const isKeptBack = deployStarted && (notDeferred === void 0 || migrating !== void 0);
  if (!isKeptBack || restoring !== void 0)
    return { environment, kind: "serving", startedAgainBy: "nobody", leftToMigrate: false };
  const kind = isGoingOn(promotion) ? "migrated" : "serving";
  return { environment, kind, startedAgainBy: "migrate", leftToMigrate: retry };
}
function isGoingOn({ migrating, deployed }) {
  return migrating !== void 0 && deployed !== void 0 && deployed.sequence < migrating.sequence;
}

// src/core/decisions/newer-data.ts
function newerData(environment, { error }, unchanged) {
  return refuse(
    `The data of ${environment} is newer than the release that answers: ${error}.`,
    `A server that accepts it without a word looks healthy and works wrongly. ${unchanged}`,
    "Deploy the release that this data belongs to; or stop the server, restore the backup of the release that is to run (staged-upgrade rollback), and deploy that."
  );
}

// src/core/decisions/check.ts
function decideCheck(situation) {
  const { hop, promotion, standing } = situation;
  const unfinished = restoreUnfinished(situation);
  if (unfinished !== void 0) return unfinished;
  if (promotion.completed !== void 0 && standing.kind !== "on-from") {
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  }
  switch (standing.kind) {
    case "earlier":
      return waiting(
        `Production runs ${standing.version}, which comes earlier on the path than ${hop.from}.`,
        "This hop was not started; an earlier hop is not finished yet.",
        "Finish the earlier hop; a new run then continues here on its own."
      );
    case "later":
      return alreadyDone(`Production runs ${standing.version}, which comes later on the path than ${hop.to}.`);
    case "off-path":
      return refuse(
        `Production runs ${standing.version}, which is not on the planned path (this hop goes from ${hop.from} to ${hop.to}).`,
        "Somebody deployed another release, or the plan is old. Nothing was changed.",
        `Start a new run: it plans from ${standing.version}.`
      );
    case "unknown":
      return unreadable(situation, standing.reason);
    case "on-to":
      return onTarget(situation);
    case "on-from":
      return onStart(situation);
  }
}
function restoreUnfinished({ promotion, hop }) {
  const { restoring, restored } = promotion;
  if (restoring === void 0) return void 0;
  const isOtherwiseConfigured = isOtherwise(restoring.event.hop, hop);
  return { kind: "refuse", message: finishRestoreFirst({ restoring, restored, isOtherwiseConfigured }) };
}
function unreadable({ hop, promotion }, reason) {
  if (promotion.deployStarted) {
    return {
      kind: "act",
      start: "resume",
      because: `A deploy of ${hop.to} was started and production does not answer (${reason}): the deploy is finished now.`
    };
  }
  return cannotTell(
    `The version of production could not be determined: ${reason}.`,
    "It is not known whether this hop may start. Nothing was changed.",
    "Check that the server is running and that this runner can reach its url, then run again."
  );
}
function onTarget(situation) {
  const { hop, promotion } = situation;
  if (promotion.deployStarted)
    return failedBefore(situation) ?? {
      kind: "act",
      start: "resume",
      because: `Production already runs ${hop.to}; this hop is finished now.`
    };
  return refuse(
    `Production already runs ${hop.to}, but the journal has no deploy of it by this hop (${hop.id}, digest ${hop.digest.slice(0, 12)}).`,
    "Somebody deployed it by hand, or the configuration changed since. What was rehearsed is not what runs.",
    `Start a new run: it plans from ${hop.to}. If it comes here again, the hop was started with a different configuration: restore that one; or let its migrations run to the end and record the hop as done by hand: staged-upgrade adopt --hop ${hop.id} --reason "\u2026".`
  );
}
function failedBefore(situation) {
  const { hop, promotion, observation } = situation;
  const { migrations } = observation;
  if (migrations.kind !== "failed" || promotion.migrating !== void 0) return void 0;
  if (migrations.isNewer) return newerData("production", migrations, "Nothing was changed.");
  const awaited = awaitedOf(situation, "production");
  return awaited.leftToMigrate ? void 0 : failureOf(migrations, awaited, hop);
}
function onStart(situation) {
  const { hop, promotion, observation } = situation;
  const started = promotion.migrating ?? promotion.notDeferred ?? startedElsewhere(situation);
  if (started !== void 0) {
    const { to } = started.event.hop;
    return refuse(
      `Production runs ${hop.from}, but the migrations of ${to} were started on ${started.at}.`,
      `${hop.from} on data that ${to} has migrated may look healthy and damage data.`,
      "Stop writing to it. Restore the restore point, or deploy the newer release again, before anything else is done."
    );
  }
  const ran = promotion.deployStarted ? startedSince(dataBefore(situation), observation.migrations) : void 0;
  if (ran !== void 0) {
    return refuse(
      `Production runs ${hop.from}, but migrations have started since ${hop.to} was deployed: ${ran}.`,
      `${hop.from} on data that ${hop.to} has migrated may look healthy and damage data; its report that nothing is pending proves nothing.`,
      "Stop writing to it. Restore the restore point, or deploy the newer release again, before anything else is done."
    );
  }
  const unfinished = rollbackUnfinished(situation);
  if (unfinished !== void 0) return unfinished;
  const blocked = blockedByManualSteps(hop);
  if (blocked !== void 0) return blocked;
  const unhealthy = notReady(situation, hop.from);
  if (unhealthy !== void 0) return unhealthy;
  return {
    kind: "act",
    start: "fresh",
    because: `Production is healthy on ${hop.from}${withNothingPending(observation)} (observed ${observation.at}).`
  };
}
function withNothingPending({ migrations }) {
  return migrations.kind === "done" && migrations.assumed !== true ? ", with nothing pending" : "";
}
function rollbackUnfinished({ unfinishedRollback, hop }) {
  if (unfinishedRollback === void 0 || unfinishedRollback.event.to !== hop.from) return void 0;
  const { at, event } = unfinishedRollback;
  const { id } = event.hop;
  return refuse(
    `The rollback of hop ${id} was started on ${at} and is not finished.`,
    `Production runs ${hop.from}, which has not been seen to work there since. Nothing was changed.`,
    finishRollback(id, isOtherwise(event.hop, hop))
  );
}
function isOtherwise(begun, hop) {
  return begun.id === hop.id && begun.digest !== hop.digest;
}
function dataBefore(situation) {
  const { next: _, ...data } = traceBefore(situation, "production");
  return data;
}
function startedElsewhere({
  startedMigrations,
  observation: { migrations }
}) {
  if (startedMigrations === void 0) return void 0;
  const { started, appliedBefore } = startedMigrations;
  if (started.event.type === "not-deferred") return started;
  const applied = "applied" in migrations ? migrations.applied : void 0;
  return applied !== void 0 && applied === appliedBefore ? void 0 : started;
}
function notReady({ observation }, version) {
  const { serving, migrations } = observation;
  if (serving.kind === "no") {
    return failed(
      `Production on ${version} reports that it is not healthy: ${serving.reason}.`,
      "If an unhealthy system is upgraded, nobody can see why the upgrade fails. Nothing was changed.",
      "Make it healthy first, then run again."
    );
  }
  if (serving.kind === "unknown") {
    return cannotTell(
      `It could not be determined whether production on ${version} is healthy: ${serving.reason}.`,
      "Nothing was changed.",
      "Check that the server is running and that this runner can reach it, then run again."
    );
  }
  switch (migrations.kind) {
    case "done":
      return void 0;
    case "running":
      return waiting(
        `Production on ${version} is still running the migration ${migrations.current}.`,
        "The next hop may start only when nothing is left. Nothing was changed.",
        "Run again when it is done."
      );
    case "pending":
      return refuse(
        `Production on ${version} has a migration left that was not started: ${migrations.next}.`,
        "The next release may refuse to start, or lose data, on such a database. Nothing was changed.",
        "Let its migrations run to the end, then run again."
      );
    case "failed":
      return migrationFailed2(migrations);
    case "unknown":
      return cannotTell(
        `It could not be determined whether production on ${version} has migrations left: ${migrations.reason}.`,
        "Unknown never counts as done. Nothing was changed.",
        "Check the address and the credential of the migrations probe, then run again."
      );
  }
}
function migrationFailed2(migrations) {
  if (migrations.isNewer) return newerData("production", migrations, "Nothing was changed.");
  return failed(
    `On production the migration ${migrations.current} has failed: ${migrations.error}.`,
    "It blocks every later one. Nothing was changed.",
    "Fix its cause with the vendor's help, let it complete, then run again."
  );
}

// src/core/decisions/waiver.ts
function refusesWaiver({ stages, waiver }) {
  if (waiver === void 0 || stages !== void 0) return void 0;
  return refuse(
    "The configuration waives staging, and this product has releases.",
    "A release may change data in ways that only a rehearsal on a copy of it shows. Production was not touched.",
    'Describe a staging under environments.staging in place of "waive".'
  );
}
function waivedBecause(waiver) {
  return `The rehearsal is waived: "${waiver}".`;
}

// src/core/decisions/require-rehearsal.ts
function missingRehearsal(situation) {
  const { hop, rehearsal, traits } = situation;
  if (rehearsal.kind === "waived") return refusesWaiver(traits) ?? unrecordedWaiver(situation, rehearsal.because);
  if (rehearsal.kind === "void") {
    return notRehearsed(
      `The rehearsal of ${hop.id} does not count: ${rehearsal.because}.`,
      "Production was not touched."
    );
  }
  if (rehearsal.kind !== "passed") {
    return notRehearsed(
      `Hop ${hop.id} with digest ${hop.digest.slice(0, 12)} was not rehearsed${rehearsal.kind === "started" ? " to the end" : ""}.`,
      "What is approved must be what was rehearsed. Production was not touched."
    );
  }
  return void 0;
}
function notRehearsed(happened, means) {
  return refuse(happened, means, "Start a new run: it rehearses this hop first.");
}
function unrecordedWaiver({ hop, record: record2 }, reason) {
  if (record2.entries.some((entry) => isOf(entry, "rehearsal-waived") && entry.event.because === reason))
    return void 0;
  return refuse(
    `The journal does not say yet that hop ${hop.id} goes to production without a rehearsal.`,
    "The check of production records that, with the reason. Production was not touched.",
    `Run "staged-upgrade check --hop ${hop.id}" first.`
  );
}
function missingConfirmable(hop, untouched) {
  return notRehearsed(
    `No rehearsal of hop ${hop} has passed with this configuration.`,
    `There is nothing that a person could confirm yet. ${untouched}`
  );
}

// src/core/decisions/backup.ts
function isSameAttempt(one, other) {
  return one.id === other.id && one.attempt === other.attempt;
}
function decideBackup(purpose, situation, question) {
  if (situation.traits.dataless) return alreadyDone("There is no data, so there is nothing to back up.");
  if (purpose === "rehearsal" && situation.rehearsal.kind === "waived")
    return alreadyDone("There is no staging that it could be restored on, so no backup is taken for a rehearsal.");
  return purpose === "rehearsal" ? decideRehearsalBackup(situation, question) : decideRestorePoint(situation, question);
}
function decideRehearsalBackup(situation, { stored, data }) {
  const { rehearsal } = situation;
  const check = decideCheck(situation);
  if (check.kind !== "act") return check;
  if (rehearsal.kind === "passed") {
    return alreadyDone(
      `The rehearsal of this hop passed on ${rehearsal.at}, on ${rehearsal.backup}.`,
      rehearsal.backup
    );
  }
  if (check.start === "resume") return alreadyDone(check.because, situation.record.rehearsedOn?.event.backup);
  const useless = data.map((each) => notRestorable(situation, each)).find((why) => why !== void 0);
  if (useless !== void 0) return useless;
  const usable = newestUsable("rehearsal", stored.filter(isRestorable(situation, data)), situation);
  if (usable !== void 0 && rehearsal.kind !== "void") {
    return alreadyDone(`${usable.id} was taken for this hop on ${usable.finishedAt}.`, usable.id);
  }
  return { kind: "act", because: check.because };
}
function notRestorable({ marks, now }, data) {
  const marked = marks.get(data.name);
  if (marked === void 0) {
    return refuse(
      `The ${dataText("staging", data)} was not marked as disposable yet, as far as this journal knows.`,
      "Only what was marked before a backup is ever emptied for it, so this one could not be restored there. No backup was taken.",
      markStaging(data)
    );
  }
  if (marked.at < now.toISOString()) return void 0;
  return waiting(
    `The ${dataText("staging", data)} was marked as disposable at ${marked.at}, and by the clock of this machine it is ${now.toISOString()}: one of the two clocks is wrong.`,
    "A backup that seems to be older than the mark is never restored on staging. No backup was taken.",
    clockAdvice(marked)
  );
}
function isRestorable({ marks, record: record2 }, data) {
  return (backup) => record2.entries.some(({ event }) => "backup" in event && event.backup === backup.id) && data.every(({ name }) => {
    const marked = marks.get(name);
    return marked !== void 0 && orderOf(marked, backup).kind === "older";
  });
}
function decideRestorePoint(situation, { stored, run }) {
  const { promotion, hop } = situation;
  const check = decideCheck(situation);
  if (check.kind !== "act") return check;
  const taken = promotion.restorePoint;
  const kept = taken !== void 0 && stored.some((manifest) => manifest.id === taken.event.backup);
  if (check.start === "resume") {
    if (kept)
      return alreadyDone(
        `The restore point ${taken.event.backup} was taken before the deploy was started.`,
        taken.event.backup
      );
    return refuse(
      `The deploy of ${hop.to} on production was started, and its restore point ${taken?.event.backup ?? ""} is not in the store.`,
      "Without it there is no proven way back for this hop.",
      "Find out where it went before you continue. Nothing was changed."
    );
  }
  const missing = missingRehearsal(situation);
  if (missing !== void 0) return missing;
  if (kept && isSameAttempt(taken.run, run))
    return alreadyDone(`The restore point ${taken.event.backup} was taken in this run.`, taken.event.backup);
  return { kind: "act", because: check.because };
}
function newestUsable(purpose, stored, { now, rehearsalMaxAge }) {
  return stored.filter((manifest) => manifest.purpose === purpose && ageInMilliseconds(manifest.dataAt, now) <= rehearsalMaxAge).toSorted((a, b) => a.dataAt.localeCompare(b.dataAt)).at(-1);
}

// src/report/tracking-issue.ts
function trackingIssue(facts) {
  const { system, planned, entries, message, runUrl, now } = facts;
  const current = hopStands(planned, entries).findIndex(({ kind }) => kind === "current");
  const isComplete = current < 0;
  const done = isComplete ? planned.hops.length : current;
  const waiting2 = isComplete ? void 0 : waitsFor(facts, current);
  const record2 = latest(entries, "ended") ?? latest(entries, "planned");
  return {
    title: `Upgrade of ${system}: ${planned.current} \u2192 ${planned.target}`,
    isComplete,
    document: [
      paragraph(
        isComplete ? "\u2714 " : "",
        { strong: isComplete ? "The path is complete." : `${done} of ${planned.hops.length} hops are complete.` },
        ...waiting2 === void 0 ? [] : [` ${waiting2}`]
      ),
      ...message === void 0 || waiting2 !== void 0 ? [] : [paragraph(`${message.happened} ${message.next}`)],
      ...hopsTable(facts),
      ...list([
        ...runUrl === void 0 ? [] : [[{ link: "The newest run", url: runUrl }]],
        ...record2 === void 0 ? [] : [`As of ${dayTime(record2.at, now)}.`]
      ])
    ]
  };
}
function waitsFor({ planned, entries, gates, traits }, index) {
  const hop = planned.hops[index];
  if (hop === void 0 || gates.scope === "path") return void 0;
  const record2 = recordOf(entries, hop);
  const promotion = promotionOf(record2);
  const manual = hop.manual.filter(({ acknowledged }) => !acknowledged).map(({ id }) => id);
  const steps = manual.length === 0 ? "" : ` To be done by hand and acknowledged before it: ${manual.join(", ")}.`;
  if (rehearsalOf(entries, record2, traits).kind === "passed" && !promotion.deployStarted)
    return `Hop ${hop.id} was rehearsed. ${whoApproves("production", gates)}${steps}`;
  const isOpen = promotion.deployed !== void 0 && promotion.smoked && promotion.migrating === void 0;
  if (traits.deferrable && isOpen && promotion.completed === void 0)
    return `${hop.to} is on production, and the rollback window is open. ${whoApproves("finalize", gates)} It is the point of no return.`;
  return void 0;
}
function whoApproves(gate, gates) {
  switch (gates[gate]) {
    case "environment":
      return `It waits for the reviewers of the environment "${gates.environment(gate)}": they approve it in the run.`;
    case "dispatch":
      return "It waits for a person who starts the workflow with its confirmation, which the run shows.";
    case "none":
      return "Nobody is asked before it continues.";
  }
}

// src/report/notices.ts
function noticeOfReport(environment, situation, facts) {
  const { hop, rehearsal, promotion, record: record2, traits } = situation;
  if (environment === "staging")
    return rehearsal.kind === "passed" && !promotion.deployStarted && promotion.completed === void 0 ? approval("production", `${hop.title} was rehearsed and waits for approval`, "", hop, facts) : void 0;
  if (environment !== "production") return void 0;
  const back = latest(inEnvironment(record2.entries, "production"), "rolled-back");
  if (back !== void 0 && isSameAttempt(back.run, facts.run))
    return notice(
      "rolled-back",
      `${hop.title} was rolled back`,
      `${back.event.to} runs on production again.`,
      hop,
      facts
    );
  const { completed } = promotion;
  if (completed !== void 0)
    return isSameAttempt(completed.run, facts.run) ? notice(
      "complete",
      `${hop.title} is complete`,
      `Production runs ${hop.to}. This was hop ${hop.index} of ${hop.count}.`,
      hop,
      facts
    ) : void 0;
  const isOpen = promotion.deployed !== void 0 && promotion.smoked && promotion.migrating === void 0;
  if (!traits.deferrable || !isOpen) return void 0;
  const meaning = "The rollback window is open. What comes next is the point of no return.";
  return approval(
    "finalize",
    `${hop.to} is on production and waits for the start of its migrations`,
    meaning,
    hop,
    facts
  );
}
function noticeOfFailure({ command: command2, environment, hop }, { happened, next }, facts) {
  return notice(
    "failed",
    `${hop.title}: "${command2}" did not succeed on ${environment}`,
    `${happened} ${next}`.trim(),
    hop,
    facts
  );
}
function approval(gate, title, meaning, hop, facts) {
  const { gates } = facts;
  if (gates.scope === "path" || gates[gate] === "none") return void 0;
  return notice(
    "approval",
    title,
    [meaning, whoApproves(gate, gates)].filter((text) => text !== "").join(" "),
    hop,
    facts
  );
}
function notice(kind, title, text, hop, { system, run }) {
  return {
    kind,
    system,
    hop: hop.id,
    title: `${system}: ${title}`,
    text,
    ...run.url === void 0 ? {} : { url: run.url }
  };
}

// src/steps/hop/announce.ts
function noticeFacts(project) {
  const { configuration, run } = project;
  const environment = (gate) => environmentOn(environmentOfGate[gate], project);
  return { system: configuration.system, run, gates: { ...configuration.gates, environment } };
}
async function announce({ configuration, effects, run }, notice2) {
  if (notice2 === void 0 || run.kind !== "github") return;
  for (const [index, { to, on }] of configuration.notify.entries()) {
    if (!on.includes(notice2.kind)) continue;
    const where = `notify[${index}].to`;
    const { text } = effects.pen;
    const told = { ...notice2, title: text(notice2.title), text: text(notice2.text) };
    const sent = await to.open({ effects, where, placeholders: {} })(told);
    if (sent.kind === "not-sent")
      effects.log.warn(`Nobody was told by ${to.kind} (${where}) that "${notice2.title}": ${sent.reason}.`);
  }
}

// src/steps/hop/new-run.ts
function withNewRun(message, newRun) {
  const glue = message.next === "" ? "" : /[.!?…]$/.test(message.next) ? " " : " \xB7 ";
  return { ...message, next: `${message.next}${glue}New run: ${newRun}` };
}
function newRunOf(project, stopped) {
  return project.run.kind === "github" ? onGithub(project, stopped) : atTerminal(project, stopped);
}
function onGithub(project, stopped) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = project.effects.environment;
  if (!server || !repository) return 'choose "Run workflow" on the page "Actions" of this repository';
  const actions = `${server}/${repository}/actions`;
  const file = workflowFile(project.effects.environment.GITHUB_WORKFLOW_REF, repository);
  if (file === void 0) return `${actions} (choose the workflow, then "Run workflow")`;
  const system = project.fleet === void 0 ? [] : [`system ${project.configuration.system}`];
  if (isRollback(stopped))
    return `${actions}/workflows/${file} (${['"Run workflow"', ...system, `hop ${stopped.hop}`].join(", ")})`;
  const planned = planOf(stopped);
  const acknowledged = acknowledgedFor(project, planned);
  const inputs = [
    ...system,
    ...planned?.event.operation === "rehearse" ? ["operation rehearse"] : [],
    ...planned === void 0 ? [] : [`target ${planned.event.target}`],
    ...givenText("facts", planned?.event.given?.facts),
    ...givenText("parts", planned?.event.given?.parts),
    ...acknowledged.length === 0 ? [] : [`acknowledge "${acknowledged.join(", ")}"`]
  ];
  const upgrade = file === "rollback.yml" || project.fleet !== void 0 ? "upgrade.yml" : file;
  return `${actions}/workflows/${upgrade} (${['"Run workflow"', ...inputs].join(", ")})`;
}
function givenText(input, values = []) {
  return values.length === 0 ? [] : [`${input} "${values.join(", ")}"`];
}
function workflowFile(reference, repository) {
  const prefix = `${repository}/.github/workflows/`;
  if (reference === void 0 || !reference.startsWith(prefix)) return void 0;
  return reference.slice(prefix.length).split("@")[0] || void 0;
}
function atTerminal(project, stopped) {
  const { config, facts = [], parts = [] } = stopped.input;
  const configured = [
    ...config === void 0 ? [] : ["--config", config],
    ...project.fleet === void 0 ? [] : ["--system", project.configuration.system]
  ];
  if (isRollback(stopped)) return command(["rollback", ...configured, "--hop", stopped.hop]);
  const planned = planOf(stopped);
  const given = planned?.event.given ?? { facts: [], parts: [] };
  return command([
    planned?.event.operation === "rehearse" ? "rehearse" : "climb",
    ...configured,
    ...planned === void 0 ? [] : ["--target", planned.event.target],
    ...acknowledgedFor(project, planned).flatMap((id) => ["--acknowledge", id]),
    ...[.../* @__PURE__ */ new Set([...given.facts, ...facts])].flatMap((fact) => ["--facts", fact]),
    ...[.../* @__PURE__ */ new Set([...given.parts, ...parts])].flatMap((part) => ["--part", part])
  ]);
}
function planOf({ entries, hop }) {
  const all = entries.filter((entry) => isOf(entry, "planned"));
  const own = all.filter(({ event }) => hop === void 0 || event.hops.some(({ id }) => id === hop));
  return own.findLast(({ event }) => event.operation !== "plan") ?? own.at(-1) ?? all.at(-1);
}
function isRollback(stopped) {
  const { command: name, environment = "production" } = stopped;
  return name === "rollback" && environment === "production" && stopped.hop !== void 0;
}
function acknowledgedFor({ configuration }, planned) {
  const steps = planned?.event.hops.flatMap(({ manual }) => manual) ?? [];
  const ids = steps.filter(({ acknowledged }) => acknowledged).map(({ id }) => id);
  return [...new Set(ids)].filter((id) => !configuration.acknowledge.includes(id));
}
function command(words) {
  return ["npx", "staged-upgrade", ...words.map(quoted)].join(" ");
}
function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

// src/world/github/plain-answers.ts
var documented = object({ message: string(), documentation_url: string().optional() });
var deepest = 100;
function withPlainAnswers(fetch) {
  return async (input, init) => {
    const response = await fetch(input, init);
    const text = await response.text();
    if (jsonDepth(text) > deepest) return plain(response, 502, { message: "an answer that is nested too deeply" });
    if (response.status < 400) return plain(response, response.status, text);
    const read = documented.safeParse(parsed(text));
    return plain(
      response,
      response.status,
      read.success ? read.data : { message: "an answer that GitHub does not document" }
    );
  };
}
function plain({ headers, statusText }, status, body) {
  const said = new Headers(headers);
  if (typeof body !== "string") said.set("content-type", "application/json; charset=utf-8");
  for (const name of ["content-length", "content-encoding"]) said.delete(name);
  const hasBody = ![204, 205, 304].includes(status);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(hasBody ? text : null, { status, statusText, headers: said });
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {
      message: text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim().slice(0, 200)
    };
  }
}

// src/world/github/api.ts
var silent = { debug: () => void 0, info: () => void 0, warn: () => void 0, error: () => void 0 };
async function githubApi(token, environment, fetch) {
  const { Octokit: Client } = await import("./dist-src-BJXKM5BK.js");
  const baseUrl = environment.GITHUB_API_URL;
  return new Client({
    auth: token,
    userAgent: "staged-upgrade",
    log: silent,
    ...baseUrl ? { baseUrl } : {},
    request: { fetch: withPlainAnswers(fetch ?? globalThis.fetch) }
  });
}

// src/world/github/ask.ts
var attempts = 3;
var longestAnswer = 3e4;
var requestFailure = object({
  status: number(),
  message: string(),
  response: object({ headers: record(string(), unknown()) }).optional()
});
async function ask({
  clock,
  signal,
  permission = "actions: read"
}, schema, request) {
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const tooLong = AbortSignal.timeout(longestAnswer);
    try {
      const { data } = await request({ signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong });
      const read = schema.safeParse(data);
      if (read.success) return { kind: "answered", value: read.data };
      const where = read.error.issues[0]?.path.join(".");
      return {
        kind: "cannot-tell",
        reason: `GitHub's answer has another form than it documents${where ? ` (at ${where})` : ""}`
      };
    } catch (error) {
      signal?.throwIfAborted();
      const failure = requestFailure.safeParse(error);
      if (!failure.success) throw error;
      if (failure.data.status === 404) return { kind: "not-found" };
      if (failure.data.status < 500 || attempt === attempts) return cannotTell2(failure.data, permission);
      await clock.sleep(1e3 * 4 ** (attempt - 1), signal);
    }
  }
}
function cannotTell2({ status, message, response }, permission) {
  const headers = response?.headers ?? {};
  const reason = response === void 0 ? `GitHub could not be reached (${message})` : `GitHub answered ${status}: ${message.replace(/ - https?:\S+$/, "")}`;
  const next = adviceOnRequest(status, headers, message, permission);
  return { kind: "cannot-tell", reason, ...next === void 0 ? {} : { next } };
}
function adviceOnRequest(status, headers, message, permission) {
  const limited = status === 403 || status === 429;
  if (limited && String(headers["x-ratelimit-remaining"]) === "0") {
    const reset = new Date(Number(headers["x-ratelimit-reset"]) * 1e3);
    const when = Number.isNaN(reset.getTime()) ? " in an hour" : ` after ${reset.toISOString()}`;
    return `The token's requests of this hour are used up: run it again${when}.`;
  }
  if (status === 429 || limited && /secondary rate limit/i.test(message)) {
    return "GitHub asks for a pause: run it again in a few minutes.";
  }
  if (status === 401) return "The token is not valid, or has expired: start a new run.";
  if (status === 403) return `Give the job "permissions: { ${permission} }".`;
  return void 0;
}

// src/world/github/gates.ts
var reviewer = object({
  type: string(),
  reviewer: object({ login: string().exactOptional(), slug: string().exactOptional() })
});
var environmentAnswer = object({
  name: string(),
  can_admins_bypass: boolean().exactOptional(),
  protection_rules: array(
    looseObject({
      type: string(),
      wait_timer: number().exactOptional(),
      prevent_self_review: boolean().exactOptional(),
      reviewers: array(reviewer).exactOptional()
    })
  ).exactOptional()
});
var approvalsAnswer = array(
  object({
    state: m(["approved", "rejected", "pending"]),
    comment: string().nullish(),
    user: object({ login: string() }).nullish(),
    environments: array(object({ name: string() }))
  })
);
async function readGate(api, { owner, repo, environment }, asking2) {
  const answer = await ask(
    asking2,
    environmentAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/environments/{environment_name}", {
      owner,
      repo,
      environment_name: environment,
      request
    })
  );
  switch (answer.kind) {
    case "answered":
      return protectionOf(answer.value);
    case "not-found":
      return await whyNotFound(api, { owner, repo }, asking2);
    case "cannot-tell":
      return answer;
  }
}
function protectionOf(environment) {
  const rules = environment.protection_rules ?? [];
  const waitMinutes = Math.max(0, ...rules.map((rule) => rule.wait_timer ?? 0));
  const review = rules.find(({ type }) => type === "required_reviewers");
  const reviewers = (review?.reviewers ?? []).map(reviewerName);
  if (review === void 0 || reviewers.length === 0) return { kind: "unprotected", why: whyUnprotected(rules) };
  return {
    kind: "protected",
    reviewers,
    preventSelfReview: review.prevent_self_review ?? false,
    waitMinutes,
    ...environment.can_admins_bypass === void 0 ? {} : { adminsMayBypass: environment.can_admins_bypass }
  };
}
function reviewerName({ type, reviewer: { login, slug } }) {
  return slug === void 0 ? login ?? `someone (${type})` : `team ${slug}`;
}
var ruleNames = {
  wait_timer: "a wait timer",
  branch_policy: "a rule about branches",
  required_reviewers: "a list of required reviewers with nobody on it"
};
function whyUnprotected(rules) {
  if (rules.length === 0) return "it has no protection rules";
  return `it has ${rules.map(({ type }) => ruleNames[type] ?? `the rule "${type}"`).join(" and ")}, which no person's approval is needed for`;
}
async function whyNotFound(api, repository, asking2) {
  const seen = await ask(
    asking2,
    object({}),
    (request) => api.request("GET /repos/{owner}/{repo}", { ...repository, request })
  );
  if (seen.kind === "answered") return { kind: "missing" };
  return seen.kind === "not-found" ? unseen(repository) : seen;
}
async function readApproval(api, { owner, repo, runId }, asking2) {
  const answer = await ask(
    asking2,
    approvalsAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
      owner,
      repo,
      run_id: Number(runId),
      request
    })
  );
  if (answer.kind === "cannot-tell") return answer;
  if (answer.kind === "not-found") {
    return { kind: "cannot-tell", reason: `GitHub shows no run ${runId} of ${owner}/${repo} to this token` };
  }
  const approvals = answer.value.map(({ state, user, comment, environments }) => ({
    state,
    // The account of whoever approved may be gone by now: https://github.com/ghost
    by: user?.login ?? "ghost",
    comment: comment ?? "",
    environments: environments.map(({ name }) => name)
  }));
  return { kind: "known", approvals };
}
function unseen({ owner, repo }) {
  return {
    kind: "cannot-tell",
    reason: `GitHub shows the repository ${owner}/${repo} to this token as not existing`,
    next: `Give the step the token of this repository's own workflow, with "permissions: { actions: read }".`
  };
}

// src/world/github/branches.ts
var environmentAnswer2 = object({
  deployment_branch_policy: object({ protected_branches: boolean(), custom_branch_policies: boolean() }).nullish()
});
var policiesAnswer = object({
  branch_policies: array(object({ name: string(), type: string().exactOptional() }))
});
var branchesAnswer = array(object({ name: string() }));
async function readBranches(api, { owner, repo, environment }, asking2) {
  const at = { owner, repo, environment_name: environment };
  const answer = await ask(
    asking2,
    environmentAnswer2,
    (request) => api.request("GET /repos/{owner}/{repo}/environments/{environment_name}", { ...at, request })
  );
  if (answer.kind === "not-found") return await whyNotFound(api, { owner, repo }, asking2);
  if (answer.kind === "cannot-tell") return answer;
  const policy = answer.value.deployment_branch_policy ?? void 0;
  if (policy === void 0) return { kind: "any", why: "it has no rule about branches" };
  if (!policy.custom_branch_policies) return await protectedBranches(api, { owner, repo }, asking2);
  const policies = await ask(
    asking2,
    policiesAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies", {
      ...at,
      per_page: 100,
      request
    })
  );
  if (policies.kind === "cannot-tell") return policies;
  if (policies.kind === "not-found") return { kind: "cannot-tell", reason: "GitHub does not list its rules" };
  const names = policies.value.branch_policies.map(({ name }) => name);
  const all = names.find((name) => /^[*/]+$/.test(name));
  return all === void 0 ? { kind: "named", names } : { kind: "any", why: `its rule "${all}" fits every branch of its form` };
}
async function protectedBranches(api, repository, asking2) {
  const answer = await ask(
    asking2,
    branchesAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/branches", { ...repository, protected: true, per_page: 1, request })
  );
  if (answer.kind === "cannot-tell") return answer;
  if (answer.kind === "not-found") return { kind: "cannot-tell", reason: "GitHub does not list the branches" };
  return answer.value.length === 0 ? { kind: "any", why: "it lets protected branches in, and no branch of the repository is protected" } : { kind: "protected" };
}

// src/steps/gate/gate-reader.ts
function gateReader(project) {
  return project.run.kind === "github" ? (environment) => readEnvironment(project, environment) : void 0;
}
function branchReader(project) {
  return project.run.kind === "github" ? (environment) => readBranchesOf(project, environment) : void 0;
}
function readEnvironment(project, environment) {
  return asking(project, (api, here, how) => readGate(api, { ...here, environment }, how));
}
function readBranchesOf(project, environment) {
  return asking(project, (api, here, how) => readBranches(api, { ...here, environment }, how));
}
async function asking({ effects }, read) {
  const { environment, journalCredential, clock, signal } = effects;
  const [owner, repo] = (environment.GITHUB_REPOSITORY ?? "").split("/");
  if (journalCredential === void 0 || !owner || !repo) {
    return {
      kind: "cannot-tell",
      reason: "this step has no token, or does not know its repository",
      next: 'Leave the input "token" of the step as it is by default.'
    };
  }
  const api = await githubApi(journalCredential.token, environment, effects.githubFetch ?? effects.fetch);
  return await read(api, { owner, repo }, { clock, signal });
}

export {
  blockedByFiles,
  newerData,
  nextMove,
  migrationFailed,
  budgetEndedBetween,
  howToRetry,
  startedBefore,
  withStart,
  decideWait,
  judgeWait,
  budgetEnded,
  migrationProgress,
  awaitedOf,
  isGoingOn,
  decideCheck,
  restoreUnfinished,
  withNothingPending,
  notReady,
  waivedBecause,
  missingRehearsal,
  missingConfirmable,
  isSameAttempt,
  decideBackup,
  newestUsable,
  trackingIssue,
  noticeOfReport,
  noticeOfFailure,
  noticeFacts,
  announce,
  withNewRun,
  newRunOf,
  ask,
  readApproval,
  gateReader,
  branchReader,
  readEnvironment,
  readBranchesOf,
  asking
};
