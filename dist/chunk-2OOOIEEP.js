import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  environmentOf
} from "./chunk-7F7DBRV5.js";
import {
  notAtStage
} from "./chunk-SQKKR53W.js";
import {
  availabilityFacts,
  availabilityText,
  deployParts,
  deployRelease,
  serviceTexts
} from "./chunk-OTZRXDRM.js";
import {
  did,
  nothingElse,
  step
} from "./chunk-FXGBG2MO.js";
import {
  isOnlyToWatch,
  servesTarget
} from "./chunk-JW4MQMAQ.js";
import {
  blockedByFiles,
  decideCheck,
  isSameAttempt,
  missingRehearsal,
  waivedBecause
} from "./chunk-37VHWOWD.js";
import {
  traceBefore
} from "./chunk-SAITKFGM.js";
import {
  waysToRollBack
} from "./chunk-HU6FTOZV.js";
import {
  inEnvironment,
  latest
} from "./chunk-D43QRV6R.js";
import {
  alreadyDone,
  cannotTell,
  failed,
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  runName
} from "./chunk-E6PL2XUX.js";
import {
  releaseOn
} from "./chunk-WNC3J4Y2.js";
import {
  partPlaceholders
} from "./chunk-BRELSNAC.js";
import {
  downtimeText,
  durationText
} from "./chunk-NPESFTYR.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/core/decisions/deploy.ts
function decideDeploy(environment, release, situation, run) {
  if (environment === "staging")
    return release === "from" ? deployFromOnStaging(situation) : deployToOnStaging(situation);
  if (release === "from") {
    return refuse(
      `Deploying ${situation.hop.from} on production is a rollback.`,
      "Nothing was changed.",
      'Use the command "rollback": it checks first whether that way back is open.'
    );
  }
  return deployOnProduction(situation, run);
}
function deployFromOnStaging(situation) {
  const { hop, rehearsal, standing, traits } = situation;
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind !== "started") return startFirst(situation);
  if (!rehearsal.scrubbed) return restoreFirst(hop.id);
  if (rehearsal.deployedTo)
    return alreadyDone(`${hop.from} was deployed and tested before ${hop.to}, in this rehearsal.`);
  const isKept = rehearsal.smokedFrom || rehearsal.carried || traits.stages !== void 0;
  if (isKept && standing.kind === "on-from") return alreadyDone(`Staging runs ${hop.from} on the restored copy.`);
  if (traits.stages !== void 0) return notAtStage(situation);
  return deployNow(`The restored copy must be proved on ${hop.from}, which it came from.`);
}
function deployToOnStaging(situation) {
  const { hop, rehearsal, standing, traits } = situation;
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind !== "started") return startFirst(situation);
  if (!rehearsal.smokedFrom) {
    return refuse(
      `On staging, ${hop.from} was not smoke-tested on the restored copy yet.`,
      "The backup is not proved on the release that it came from. Nothing was deployed.",
      `Run the deploy and the smoke test of ${hop.from} first.`
    );
  }
  if (rehearsal.rolledBack && !rehearsal.deployedAgain) {
    return rehearsal.smokedBack ? startOnStaging(situation, `The way back was rehearsed; ${hop.to} is deployed again.`) : alreadyDone(`${hop.to} was deployed before the way back was rehearsed.`);
  }
  const isUndone = standing.kind === "on-from" && !(rehearsal.rolledBack ? rehearsal.waited : rehearsal.smokedTo);
  if (rehearsal.deployedTo && !isUndone)
    return alreadyDone(
      `${hop.to} was deployed${traits.deferrable ? " with its migrations deferred" : ""} in this rehearsal.`
    );
  return startOnStaging(situation, `${hop.from} works on the restored copy; ${hop.to} comes next.`);
}
function startOnStaging(situation, because) {
  const { hop, rehearsal, standing, traits, observation } = situation;
  if (rehearsal.kind === "started" && rehearsal.inPlace && servesTarget(situation)) return watchOnly(hop.to);
  const isStarted = rehearsal.kind === "started" && (rehearsal.deployStarted || rehearsal.rolledBack);
  if (!traits.deferrable || isStarted) return deployNow(because);
  const { migrations, version } = observation;
  if (standing.kind === "on-from" && migrations.kind !== "unknown") return deployNow(because);
  if (traceBefore(situation, "staging").applied !== void 0) return deployNow(because);
  const why = version.kind === "unknown" ? version.reason : migrations.kind === "unknown" ? migrations.reason : `${version.value} answers`;
  return cannotTell(
    `Staging does not report which of its migrations are complete on ${hop.from}: ${why}.`,
    `Without that nothing shows whether ${hop.to} really defers its own. Nothing was deployed.`,
    `Check the server on staging and the credential of its migrations probe, then start a new run: it deploys ${hop.from} there again if something else answers.`
  );
}
function deployNow(because) {
  return { kind: "act", how: "deploy", because };
}
function watchOnly(to) {
  return {
    kind: "act",
    how: "watch",
    because: `${to} was deployed before and is serving: it is watched, not deployed again.`
  };
}
function deployOnProduction(situation, run) {
  const { hop, promotion } = situation;
  const check = decideCheck(situation);
  if (check.kind !== "act") return check;
  if (promotion.deployed !== void 0 && servesTarget(situation)) {
    return alreadyDone(`Production runs ${hop.to} and serves.`);
  }
  const point = promotion.restorePoint;
  if (point === void 0 && situation.traits.dataless !== true) {
    return refuse(
      `There is no restore point for hop ${hop.id} on production.`,
      "Without one there is no way back after the migrations. Production was not touched.",
      'Run "backup" with the purpose "restore-point" first, in this run.'
    );
  }
  if (check.start === "resume") {
    return isOnlyToWatch(situation) ? watchOnly(hop.to) : deployNow(check.because);
  }
  if (point === void 0)
    return missingRehearsal(situation) ?? deployNow(`${whyWithoutPoint(situation)} ${check.because}`);
  if (situation.traits.proveRestorePoint && !promotion.pointProved) {
    return refuse(
      `The restore point ${point.event.backup} was not restored and compared, which "restore-point.prove" requires.`,
      "Production was not touched.",
      'Run "restore" with the purpose "restore-point" first.'
    );
  }
  const missing = missingRehearsal(situation);
  if (missing !== void 0) return missing;
  if (!isSameAttempt(point.run, run)) {
    return refuse(
      `The restore point ${point.event.backup} was taken by another run (${runName(point.run)}) on ${point.at}.`,
      "Everything written since would be lost by restoring it. Production was not touched.",
      'Run "backup" with the purpose "restore-point" in this run.'
    );
  }
  return deployNow(`${rehearsedWords(situation)} The restore point ${point.event.backup} was taken. ${check.because}`);
}
function rehearsedWords({ rehearsal }) {
  return rehearsal.kind === "waived" ? waivedBecause(rehearsal.because) : "Rehearsed.";
}
function whyWithoutPoint(situation) {
  return `${rehearsedWords(situation)} There is no data, so there is no restore point.`;
}
function startFirst({ hop, traits }) {
  if (!traits.dataless) return restoreFirst(hop.id);
  return refuse(
    `The rehearsal of hop ${hop.id} was not started on staging.`,
    `It was not seen there that it starts from ${hop.from}. Nothing was deployed.`,
    'Run the step "restore" of this hop first: without data it only looks.'
  );
}
function restoreFirst(hop) {
  return refuse(
    `Staging does not hold a restored, proved and scrubbed backup of hop ${hop}.`,
    "A rehearsal on other data proves nothing. Nothing was deployed.",
    'Run the step "restore" of this hop first.'
  );
}

// src/core/decisions/downtime.ts
function decideDowntime(seen, limit, { to, environment }) {
  if (limit === void 0) return void 0;
  if (environment === "production") return tooLongOnProduction(seen, limit, to);
  if (typeof seen === "string") {
    return failed(
      `While ${to} was deployed, it was not measured how long staging was not serving: ${seen}. "rehearsal.max-downtime" is ${durationText(limit)}.`,
      "Production may be down for longer. It was not touched.",
      'Start a new run: it rehearses again. Where it cannot be measured at all, remove "rehearsal.max-downtime" from the configuration.'
    );
  }
  if (seen.downtimeMilliseconds <= limit) return void 0;
  return failed(
    `While ${to} was deployed, staging was not serving for ${downtimeText(seen.downtimeMilliseconds)}; "rehearsal.max-downtime" is ${durationText(limit)}.`,
    `Production would be down as long. It was not touched. ${availabilityText(seen)}`,
    'Change how it is deployed, or raise "rehearsal.max-downtime" in the configuration; then start a new run: it rehearses again.'
  );
}
function tooLongOnProduction(seen, limit, to) {
  if (typeof seen === "string" || seen.downtimeMilliseconds <= limit) return void 0;
  return failed(
    `While ${to} was deployed, production was interrupted for ${downtimeText(seen.downtimeMilliseconds)}; "rehearsal.max-downtime" is ${durationText(limit)}.`,
    `It is in place. What comes after it was not started: it may take as long. ${availabilityText(seen)}`,
    'Find out why it took so long. To continue all the same, start a new run, which finishes this hop; raise "rehearsal.max-downtime" in the configuration if that is what it takes.'
  );
}

// src/core/decisions/baseline.ts
var alwaysAllowedMilliseconds = 100;
function compareMeasured(before, now, { compare, tolerance, factor }) {
  const notes = [];
  if (compare === "not-fewer" || compare === "not-more") {
    if (before.count === void 0 || now.count === void 0) return otherwise();
    const numbers = `${numberText(now.count)} now, ${numberText(before.count)} before`;
    const allowed = allowedBy(tolerance, before.count);
    const limit = compare === "not-fewer" ? before.count - allowed : before.count + allowed;
    if (compare === "not-fewer" ? now.count < limit : now.count > limit) {
      const most = `at ${compare === "not-fewer" ? "least" : "most"} ${numberText(limit)} is accepted`;
      return { kind: "failed", reason: tolerance === void 0 ? numbers : `${numbers}; ${most}` };
    }
    notes.push(numbers);
  }
  if (compare === "same") {
    if (before.digest === void 0 || now.digest === void 0) return otherwise();
    if (now.digest !== before.digest) return { kind: "failed", reason: "it is not the same as before" };
    notes.push("the same as before");
  }
  const times = `answered in ${durationText(now.milliseconds)} now, ${durationText(before.milliseconds)} before`;
  if (factor !== void 0) {
    const most = Math.max(before.milliseconds * factor, before.milliseconds + alwaysAllowedMilliseconds);
    if (now.milliseconds > most)
      return { kind: "failed", reason: `${times}; at most ${durationText(most)} are accepted` };
    notes.push(times);
  }
  return { kind: "passed", note: notes.join("; ") };
}
function allowedBy(tolerance, before) {
  if (tolerance === void 0) return 0;
  return "by" in tolerance ? tolerance.by : Math.abs(before) * tolerance.percent / 100;
}
function numberText(number) {
  return String(Number.isInteger(number) ? number : Number(number.toPrecision(4)));
}
function compareApart(other, now, name) {
  if (other.digest === void 0 || now.digest === void 0) return otherwise();
  if (other.digest === now.digest) return { kind: "failed", reason: `it is the same as on ${name}` };
  return { kind: "passed", note: `another one than on ${name}` };
}
function otherwise() {
  return { kind: "unknown", reason: "it was measured in another way before, so nothing can be compared" };
}

// src/steps/environment/apart.ts
function apartTest(measure, environment, record) {
  if (!measure.rules.apart) return void 0;
  const other = environment === "production" ? "staging" : "production";
  const there = latest(inEnvironment(record.entries, other), "baseline-taken")?.event.measures ?? [];
  const found = there.find(({ name }) => name === measure.name);
  if (found === void 0) return void 0;
  return {
    other,
    run: async (signal) => {
      const now = await measure.take(signal, found);
      return now.kind === "unknown" ? now : compareApart(found, now.measured, other);
    }
  };
}

// src/steps/deploy/take-baseline.ts
async function takeBaseline(context, record) {
  const { project, live, hop, environment, placeholders } = context;
  const measures = live.measures({
    ...placeholders,
    ...partPlaceholders(hop.parts?.from),
    version: releaseOn(hop, "from")
  });
  if (measures.length === 0) return void 0;
  const taken = [];
  for (const measure of measures) {
    const apart = apartTest(measure, environment, record);
    const shared = await apart?.run(project.effects.signal);
    if (apart !== void 0 && shared?.kind === "failed") {
      return refuse(
        `"${measure.name}" of ${environment} is the same as that of ${apart.other}.`,
        `Either both addresses lead to one server, or the copy passes for ${environment}. Nothing was deployed.`,
        'Compare the addresses ("url") and the stores of data of both. A copy must get a value of its own when it is restored, or in the scrub hook.'
      );
    }
    const end = await measure.take(project.effects.signal);
    if (end.kind === "unknown") {
      return cannotTell(
        `"${measure.name}" could not be measured on ${environment}, where ${hop.from} runs: ${end.reason}.`,
        `Without it nothing would show whether ${hop.to} does as well. Nothing was deployed.`,
        'Correct the measure under "baseline", or the cause, then run again.'
      );
    }
    taken.push(end.measured);
  }
  await context.record({ type: "baseline-taken", version: hop.from, measures: taken });
  return void 0;
}

// src/steps/deploy/deploy.ts
var deploy = step({
  command: "deploy",
  needs: { common: ["baseline"], own: deployParts, place: true },
  mindsRetry: true,
  open: (input) => ({
    environment: environmentOf(input, "deploy"),
    release: releaseOf(input, "deploy")
  }),
  gather: nothingElse,
  decide: ({ opened: { environment, release }, situation, run }) => decideDeploy(environment, release, situation, run),
  permit: ({ environment }) => environment === "production" ? { act: "deploy", gate: "production" } : void 0,
  act: async (context, { how }, { opened: { environment, release }, situation }) => {
    const { project, hop } = context;
    const version = release === "from" ? hop.from : hop.to;
    const deferred = project.traits.deferrable;
    const parts = partsToDeploy(hop.parts?.[release]);
    const before = traceBefore(situation, environment);
    const isBefore = release === "to" && situation.standing.kind === "on-from";
    const isWatched = how === "watch";
    const blocked = release === "to" && !isWatched ? blockedByFiles(hop) : void 0;
    if (blocked !== void 0) return blocked;
    if (!isWatched) {
      const unmeasured = isBefore ? await takeBaseline(context, situation.record) : void 0;
      if (unmeasured !== void 0) return unmeasured;
      await context.record({ type: "deploying", release, version, deferred, ...parts, ...isBefore ? before : {} });
    }
    const hasStarted = environment === "production" && situation.promotion.migrating !== void 0;
    const released = deployRelease(context, { version, before, hasStarted, watchOnly: isWatched });
    const end = await (environment === "production" ? orTheWayBack(released, hop.id) : released);
    if (end.kind === "settled") return end.settled;
    const { rehearsal } = situation;
    const isMeasured = isWatched && rehearsal.kind === "started" && rehearsal.deployedTo;
    const isRehearsal = environment === "staging" || project.traits.waiver !== void 0 && !isWatched;
    const isLimited = release === "to" && isRehearsal && !isMeasured;
    const limit = project.configuration.rehearsal["max-downtime"];
    const seen = isWatched ? "the deploy was interrupted" : worse(end.seen) ?? whyNotSeen(context);
    const tooLong = isLimited ? decideDowntime(seen, limit, { ...hop, environment }) : void 0;
    return tooLong ?? did({ ...end, version, deferred, parts, isWatched });
  },
  record: ({ version, deferred, milliseconds, parts, trace, unproved, seen }, { opened }) => ({
    type: "deployed",
    release: opened.release,
    version,
    deferred,
    milliseconds,
    ...parts,
    ...trace,
    ...unproved === void 0 ? {} : { unproved },
    ...availabilityFacts(seen)
  }),
  report: ({ version, milliseconds, note, kept, isWatched, seen }, { opened: { environment } }) => ({
    headline: isWatched ? `${version} was deployed on ${environment} before, and it answers and is healthy.` : `Deployed ${version} on ${environment} in ${durationText(milliseconds)}.`,
    details: [note, ...kept, ...serviceTexts(seen)]
  })
});
function worse({ availability, writes }) {
  if (availability === void 0 || writes === void 0) return availability;
  return writes.downtimeMilliseconds > availability.downtimeMilliseconds ? writes : availability;
}
function whyNotSeen({ live }) {
  return live.health === void 0 ? "the product has no probe of its health" : "it was not serving before";
}
function partsToDeploy(parts = {}) {
  return Object.keys(parts).length === 0 ? {} : { parts };
}
async function orTheWayBack(work, hop) {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const { next } = error.detail;
    throw new SystemFailure(
      { ...error.detail, next: `${next} Or, to go back, ${waysToRollBack(hop)}.` },
      { cause: error }
    );
  }
}
function releaseOf({ release }, command) {
  if (release !== void 0) return release;
  throw new UserError({
    happened: 'The input "release" is missing.',
    means: `"${command}" must know which side of the hop it is for. Nothing was done.`,
    next: 'Say "from" or "to".'
  });
}

export {
  compareMeasured,
  apartTest,
  deploy,
  releaseOf
};
