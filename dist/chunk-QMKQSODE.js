import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  forecastOf,
  forecastProgress,
  forecastSentence,
  paceAfter,
  showEarly,
  showProgress
} from "./chunk-YCJ5DPGO.js";
import {
  budgetOf
} from "./chunk-2OWJROYK.js";
import {
  environmentOf
} from "./chunk-7F7DBRV5.js";
import {
  looked,
  noLooks,
  tellsByNow
} from "./chunk-XAVCTZXD.js";
import {
  did,
  notNow,
  nothingElse,
  step
} from "./chunk-FXGBG2MO.js";
import {
  isAct
} from "./chunk-EZJOXTEV.js";
import {
  budgetEnded,
  budgetEndedBetween,
  migrationFailed,
  nextMove,
  startedBefore,
  withStart
} from "./chunk-37VHWOWD.js";
import {
  inEnvironment,
  isOf
} from "./chunk-D43QRV6R.js";
import {
  alreadyDone,
  cannotTell,
  failed,
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";

// src/core/decisions/migrate.ts
function decideMigrate(environment, situation) {
  const { hop, observation, standing, traits } = situation;
  if (!traits.deferrable)
    return alreadyDone("The migrations of this product run at start-up; there is nothing to start.");
  const missing = environment === "staging" ? missingOnStaging(situation) : missingOnProduction(situation);
  if (missing !== void 0) return missing;
  if (standing.kind === "unknown") {
    return cannotTell(
      `The version of ${environment} could not be determined: ${standing.reason}.`,
      "No migration was started.",
      "Check that the server is running, then run the step again."
    );
  }
  if (standing.kind !== "on-to") {
    const runs = observation.version.kind === "known" ? observation.version.value : "something else";
    return refuse(
      `${environment} runs ${runs}, not ${hop.to}.`,
      "No migration was started.",
      `Deploy ${hop.to} first.`
    );
  }
  switch (observation.migrations.kind) {
    case "done":
      return { kind: "act", start: false, because: `${hop.to} brings nothing to start.` };
    case "running":
      return { kind: "act", start: false, because: `${observation.migrations.current} was already running.` };
    case "unknown":
      return cannotTell(
        `It could not be determined whether migrations are pending: ${observation.migrations.reason}.`,
        "No migration was started.",
        "Check the address and the credential of the migrations probe, then run the step again."
      );
    case "pending":
      return notServing(environment, situation) ?? {
        kind: "act",
        start: true,
        because: `${observation.migrations.next} was pending.`
      };
    case "failed":
      if (!situation.retry || environment === "staging") {
        return migrationFailed(observation.migrations, { hop, environment });
      }
      return {
        kind: "act",
        start: true,
        because: `${observation.migrations.current} had failed before (${observation.migrations.error}) and was started once more, as requested.`
      };
  }
}
function notServing(environment, { hop, observation: { serving } }) {
  if (environment === "staging" || serving.kind === "yes") return void 0;
  if (serving.kind === "unknown") {
    return cannotTell(
      `It could not be determined whether ${hop.to} is serving on production: ${serving.reason}.`,
      "No migration was started, so the rollback window stays open.",
      "Check that this runner can reach it, then run the step again."
    );
  }
  return failed(
    `${hop.to} was tested on production, and it is no longer serving: ${serving.reason}.`,
    "No migration was started, so the rollback window stays open.",
    "Look at the log of the server. Make it serve and start a new run, or go back while that loses nothing."
  );
}
function missingOnStaging({ hop, rehearsal }) {
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind === "started" && rehearsal.deployedAgain) return void 0;
  return refuse(
    `On staging, the way back from ${hop.to} to ${hop.from} was not rehearsed yet.`,
    "Once migrations have started it cannot be rehearsed any more. No migration was started.",
    `Run the steps of hop ${hop.id} on staging in their order.`
  );
}
function missingOnProduction({ hop, promotion }) {
  if (promotion.completed !== void 0)
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  if (promotion.deployed !== void 0 && promotion.smoked) return void 0;
  return refuse(
    `${hop.to} was not ${promotion.deployed === void 0 ? "deployed" : "smoke-tested"} on production by this hop.`,
    "The rollback window is given up only for a release that has been seen to work. No migration was started.",
    `Run the steps of hop ${hop.id} on production in their order.`
  );
}

// src/core/decisions/start-time.ts
function startableFrom({ record, now }, environment, startAfter) {
  const here = inEnvironment(record.entries, environment);
  const deployed = here.findLastIndex((entry2) => isOf(entry2, "put-in-place"));
  const entry = here[deployed];
  if (entry === void 0 || here.slice(deployed).some((later) => isOf(later, "starting"))) return 0;
  return Math.min(Date.parse(entry.at), now.getTime()) + startAfter;
}

// src/steps/migrations/run-migrations.ts
async function runMigrations(context, situation, budget) {
  const { project, live, environment, hop } = context;
  const { clock, signal } = project.effects;
  const forecast = environment === "production" ? forecastOf(situation.record) : void 0;
  const trace = project.product.migrations?.trace ?? 0;
  const earliest = startableFrom(situation, environment, project.product.migrations?.["start-after"] ?? 0);
  const begun = clock.now().getTime();
  let started = startedBefore(situation, environment, environment === "production" && situation.retry);
  let { observation } = situation;
  let looks = noLooks;
  let pace;
  for (let starts = 0; ; ) {
    const at = clock.now().getTime();
    looks = looked(looks, observation, hop.to, at);
    const move = nextMove(started, observation, { hop, environment, at, trace });
    if (move.kind === "complete") return { kind: "complete", starts, milliseconds: at - begun };
    if (move.kind === "end") return move.settled;
    const told = tellsByNow(looks, observation, { to: hop.to, environment, at });
    if (told !== void 0) return told;
    const early = move.kind === "start" ? earliest - at : 0;
    if (move.kind === "start" && early <= 0) {
      const held = environment === "production" && starts > 0 ? notNow(context, situation, "migrate") : void 0;
      if (held !== void 0) return held;
      const made = await startOne(context, started, observation, move);
      if ("settled" in made) return made.settled;
      ({ started } = made);
      starts++;
      pace = void 0;
    }
    const elapsed = clock.now().getTime() - begun;
    if (elapsed >= budget) {
      const terms = { hop, environment, at: clock.now().getTime(), trace };
      const between = budgetEndedBetween(started, observation, terms, durationText(budget));
      if (between !== void 0) return between;
      const end = budgetEnded(observation, hop.to, budget, forecast && forecastSentence(forecast, clock.now()));
      if (isAct(end)) throw new Error("a budget that ended cannot be a reason to act");
      return end;
    }
    if (early > 0) showEarly(context, early);
    else showProgress(context, observation, forecast && forecastProgress(forecast, clock.now()));
    pace = paceAfter(pace, observation, clock.now().getTime());
    const pause = early > 0 ? Math.min(early, longestPause) : pace.pause;
    await clock.sleep(Math.min(pause, Math.max(budget - elapsed, 1)), signal);
    observation = await live.observe(signal);
  }
}
var longestPause = 5e3;
async function startOne(context, started, { migrations }, { migration, retry }) {
  const { project, live, environment, confirmLease, record } = context;
  const { log, signal, clock, pen } = project.effects;
  const starter = live.starter();
  if (starter === void 0)
    throw new Error(`${project.product.name} is deferrable without a way to start its migrations`);
  await confirmLease();
  await record({ type: "starting", migration, retry });
  log.info(`Starting the migration ${migration}${retry ? " once more" : ""}.`);
  const answer = await starter(signal);
  const said = pen.text(answer.said);
  const refused = answer.kind === "refused";
  await record({ type: "start-answered", migration, said, refused });
  if (refused) return { settled: startRefused(environment, migration, said) };
  const jobs = "jobs" in migrations ? migrations.jobs ?? [] : [];
  const last = {
    migration,
    at: clock.now().getTime(),
    jobs: jobs.map(({ id }) => id),
    wasFailed: migrations.kind === "failed"
  };
  return { started: withStart(started, last, said, refused) };
}
function startRefused(environment, migration, said) {
  return {
    kind: "failed",
    message: {
      happened: `The migration ${migration} was not started on ${environment}: ${said}.`,
      means: "The credential was not accepted, so nothing was started.",
      next: "Renew it, or give it the right to start migrations; then run the step again."
    }
  };
}

// src/steps/migrations/migrate.ts
var migrate = step({
  command: "migrate",
  needs: {},
  mindsRetry: true,
  open: (input, project) => ({
    environment: environmentOf(input, "migrate"),
    budget: budgetOf(project, input)
  }),
  gather: nothingElse,
  decide: ({ opened, situation }) => decideMigrate(opened.environment, situation),
  permit: ({ environment }) => environment === "production" ? { act: "migrate", gate: "finalize" } : void 0,
  act: async (context, { because }, { opened, situation }) => {
    await context.record({ type: "migrating" });
    const end = await runMigrations(context, situation, opened.budget);
    return end.kind === "complete" ? did({ ...end, because, to: context.hop.to }) : end;
  },
  record: ({ milliseconds }) => ({ type: "migrated", milliseconds }),
  report: ({ starts, milliseconds, because, to }, { opened: { environment }, situation }) => {
    if (starts > 0) {
      const took = `in ${durationText(milliseconds)}`;
      const headline = `Started the migrations of ${to} on ${environment}, and they are complete ${took}: only a restore goes back from here.`;
      return { headline, details: [because] };
    }
    const wereStarted = [...startedBefore(situation, environment, false).counts.values()].some((count) => count > 0);
    return {
      headline: wereStarted ? `The migrations of ${to} on ${environment} were started by an earlier run, and they are complete: only a restore goes back from here.` : `Nothing was to be started on ${environment}: ${because}`
    };
  }
});

export {
  migrate
};
