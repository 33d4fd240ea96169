import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  awaitedOf,
  isGoingOn,
  newerData,
  restoreUnfinished
} from "./chunk-37VHWOWD.js";
import {
  waysToRollBack
} from "./chunk-HU6FTOZV.js";
import {
  inEnvironment
} from "./chunk-D43QRV6R.js";
import {
  alreadyDone,
  cannotTell,
  failed,
  refuse,
  waiting
} from "./chunk-KHLEDX2Y.js";
import {
  validationProgress
} from "./chunk-E6PL2XUX.js";
import {
  countText,
  durationText
} from "./chunk-NPESFTYR.js";

// src/core/decisions/smoke.ts
function decideSmoke(environment, release, situation) {
  const { hop, observation, rehearsal, promotion, standing } = situation;
  const wanted = release === "from" ? hop.from : hop.to;
  const unfinished = environment === "production" ? restoreUnfinished(situation) : void 0;
  if (unfinished !== void 0) return unfinished;
  if (environment === "staging") {
    if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
    if (rehearsal.kind !== "started") {
      return refuse(
        `Staging does not hold a restored backup of hop ${hop.id}.`,
        "A smoke test on other data proves nothing.",
        'Run the step "restore" of this hop first.'
      );
    }
    if (release === "from" && rehearsal.smokedFrom && standing.kind === "on-to") {
      return alreadyDone(`${hop.from} was smoke-tested before ${hop.to} was deployed, in this rehearsal.`);
    }
    if (release === "to" && rehearsal.smokedTo && !rehearsal.deployedAgain && standing.kind === "on-from") {
      return alreadyDone(`${hop.to} was smoke-tested before the way back was started.`);
    }
    const isBetween = rehearsal.smokedTo && (!rehearsal.rolledBack || release === "from" && isBeforeSecond(rehearsal));
    if (standing.kind === "unknown" && isBetween) {
      return alreadyDone(`${wanted} was smoke-tested in this rehearsal; the next deploy on staging was started.`);
    }
  } else if (promotion.completed !== void 0) {
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  } else if (promotion.smoked && isGoingOn(promotion) && promotion.waited === void 0) {
    return alreadyDone(`${hop.to} was smoke-tested before its migrations were started; they are finished first.`);
  }
  return decideTest(awaitedOf(situation, environment), wanted, observation);
}
function isBeforeSecond({ smokedBack, deployedAgain }) {
  return smokedBack && !deployedAgain;
}
function decideTest({ environment, leftToMigrate }, wanted, { version, migrations }) {
  if (version.kind === "unknown") {
    return cannotTell(
      `The version of ${environment} could not be determined: ${version.reason}.`,
      "No test was run.",
      "Check that the server is running, then run the step again."
    );
  }
  if (version.value !== wanted) {
    return refuse(
      `${capital(environment)} runs ${version.value}, not ${wanted}.`,
      `A test now would show nothing about ${wanted}.`,
      `Deploy ${wanted} first, or find out why another release answers.`
    );
  }
  if (migrations.kind === "failed" && migrations.isNewer) return newerData(environment, migrations, "No test was run.");
  if (migrations.kind === "failed" && !leftToMigrate) {
    return failed(
      `No smoke test was run on ${environment}: the migration ${migrations.current} has failed: ${migrations.error}.`,
      "Health alone shows nothing about migrations.",
      "Fix the cause, then run again."
    );
  }
  if (migrations.kind === "unknown") {
    return cannotTell(
      `No smoke test was run on ${environment}: ${migrations.reason}.`,
      "Health alone shows nothing about migrations.",
      "Fix the cause, then run again."
    );
  }
  return { kind: "act", migrations: migrations.kind, because: `${capital(environment)} runs ${wanted}.` };
}
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

// src/core/history/newest-deploy.ts
function newestDeploy(entries, environment) {
  const entry = inEnvironment(entries, environment).findLast(
    ({ event: { type } }) => type === "deploying" || type === "rolling-back"
  );
  return entry && new Date(entry.at);
}

// src/core/decisions/validation.ts
var mostUntold = 3;
function afterRound(round, place, validation) {
  if (validation === void 0) return round;
  const left = validation.for - place.endedAfter;
  const next = Math.max(0, Math.min(validation.every, left));
  switch (round.kind) {
    case "passed":
      return place.beganAfter >= validation.for ? round : { kind: "again", inMilliseconds: next, untold: 0 };
    case "unknown": {
      const untold = place.untoldBefore + 1;
      return untold < mostUntold ? { kind: "again", inMilliseconds: validation.every, untold } : {
        kind: "unknown",
        message: told(round.message, place, `, its result could not be determined ${untold} times in a row`)
      };
    }
    case "failed":
      return { kind: "failed", message: told(round.message, place, "") };
    case "refuse":
      return place.number === 1 ? round : { kind: "failed", message: told(round.message, place, "") };
  }
}
function fitsIntoJob(validation, leftMilliseconds) {
  if (leftMilliseconds === void 0 || validation.for <= leftMilliseconds) {
    return { kind: "act", because: "The job lasts long enough." };
  }
  return waiting(
    `The smoke tests would run for ${durationText(validation.for)}, but only ${durationText(leftMilliseconds)} of this job are left.`,
    "Nothing failed; they were not started.",
    "Start a new run: it starts with them."
  );
}
function told(message, { number, endedAfter }, more) {
  const when = `After ${durationText(endedAfter)} of validation, in round ${number}${more}`;
  return { ...message, happened: `${when}: ${message.happened}` };
}

// src/steps/smoke/smoke-rounds.ts
async function smokeRounds(context, testing) {
  const { clock, log, signal } = context.project.effects;
  const { validation, tests, version } = testing;
  const started = clock.now().getTime();
  const elapsed = () => clock.now().getTime() - started;
  if (validation !== void 0) {
    const { for: total, every } = validation;
    log.info(
      `Repeating ${countText(tests.length, "smoke test")} every ${durationText(every)} for ${durationText(total)}.`
    );
  }
  let { observation } = testing;
  let untold = 0;
  for (let number = 1; ; number++) {
    const beganAfter = elapsed();
    const round = await oneRound(context, testing, observation);
    const place = { number, beganAfter, endedAfter: elapsed(), untoldBefore: untold };
    const next = afterRound(round, place, validation);
    if (next.kind === "passed") return { ...next, kind: "tested", milliseconds: place.endedAfter, rounds: number };
    if (next.kind !== "again") return next;
    untold = next.untold;
    if (round.kind !== "passed") log.info(`Round ${number} is asked again: ${round.message.happened}`);
    else if (validation !== void 0) {
      const far = validationProgress(place.endedAfter, validation.for);
      log.progress({ text: `${version} on ${context.environment}: ${far}` });
    }
    await clock.sleep(next.inMilliseconds, signal);
    observation = await context.live.observe(signal);
  }
}
async function oneRound(context, { version, tests, leftToMigrate }, observation) {
  const decision = decideTest({ environment: context.environment, leftToMigrate }, version, observation);
  if (decision.kind !== "act") return decision;
  const results = [];
  for (const test of tests) results.push({ name: test.name, result: await test.run(context.project.effects.signal) });
  const bad = results.filter(({ result }) => result.kind !== "passed");
  if (bad.length > 0) return notPassed(context, version, bad);
  const notes = results.flatMap(
    ({ name, result }) => result.kind === "passed" && result.note !== void 0 ? `${name}: ${result.note}.` : []
  );
  return { kind: "passed", migrations: decision.migrations, notes };
}
function notPassed({ environment, hop }, version, bad) {
  const list = bad.map(({ name, result }) => `"${name}": ${result.kind === "passed" ? "" : result.reason}`).join("; ");
  const message = {
    happened: `${version} on ${environment} did not pass its smoke tests: ${list}.`,
    means: environment === "staging" ? "The rehearsal found this before production was affected." : `Production runs ${version}, and it does not do everything that it must.`,
    next: environment === "staging" ? `Fix the cause, then start a new run: it rehearses again. ${wrongTest}` : `Decide: correct the cause and run again, or, to go back, ${waysToRollBack(hop.id)}. ${wrongTest}`
  };
  return { kind: bad.some(({ result }) => result.kind === "failed") ? "failed" : "unknown", message };
}
var wrongTest = "If a test itself is wrong, correct it in the configuration and start a new run: tests are not bound by what was approved.";

export {
  decideSmoke,
  decideTest,
  newestDeploy,
  fitsIntoJob,
  smokeRounds
};
