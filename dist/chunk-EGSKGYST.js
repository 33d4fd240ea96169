import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  inEnvironment,
  isOf
} from "./chunk-D43QRV6R.js";
import {
  alreadyDone,
  cannotTell,
  failed,
  waiting
} from "./chunk-KHLEDX2Y.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";

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
function startedBefore({ record }, environment, retry) {
  const here = inEnvironment(record.entries, environment);
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
    return awaited.leftToMigrate ? alreadyDone(`The migration ${migrations.current} has failed; "migrate" starts it once more, behind its gate.`) : failure(awaited, migrations, hop);
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
function failure({ startedAgainBy, environment }, migrations, hop) {
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
  const { migrating } = promotion;
  if (migrating === void 0) return { environment, kind: "serving", startedAgainBy: "nobody", leftToMigrate: false };
  const kind = isGoingOn(promotion) ? "migrated" : "serving";
  return { environment, kind, startedAgainBy: "migrate", leftToMigrate: retry };
}
function isGoingOn({ migrating, deployed }) {
  return migrating !== void 0 && deployed !== void 0 && deployed.sequence < migrating.sequence;
}

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
  toApprove,
  toApproveNext
};
