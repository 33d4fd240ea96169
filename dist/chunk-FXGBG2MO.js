import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  toApprove
} from "./chunk-JW4MQMAQ.js";
import {
  decideWindow,
  localText,
  nextLongEnough
} from "./chunk-VB7NNIRI.js";
import {
  decideGate,
  environmentGate,
  hopStep,
  isAct,
  passedEnvironment,
  pathApprovalGate,
  recordOnce
} from "./chunk-EZJOXTEV.js";
import {
  needsOfStep
} from "./chunk-GGGR33OU.js";
import {
  isSameAttempt
} from "./chunk-37VHWOWD.js";
import {
  expectedMilliseconds
} from "./chunk-SAITKFGM.js";
import {
  confirmableOf,
  recordOf
} from "./chunk-HU6FTOZV.js";
import {
  isOf
} from "./chunk-D43QRV6R.js";
import {
  environmentOfGate,
  environmentOn,
  pathGate,
  terminalGate
} from "./chunk-OASWQL73.js";
import {
  wrongClock
} from "./chunk-JBZEG5WW.js";
import {
  refuse,
  waiting
} from "./chunk-KHLEDX2Y.js";
import {
  deployPlaceText,
  isSameDeployPlace
} from "./chunk-E6PL2XUX.js";
import {
  releaseOn
} from "./chunk-WNC3J4Y2.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/steps/gate/promotion-gate.ts
async function notApproved(context, gate, situation) {
  const { project, hop } = context;
  if (project.run.kind === "terminal") return await notApprovedInTerminal(context, gate, situation);
  const { state, passed } = await stateOf(context, gate);
  const wrong = wrongClock(project);
  if (wrong !== void 0) return wrong;
  const decision = decideGate(gate, state, hop);
  if (!isAct(decision)) return decision;
  if (passed?.note !== void 0) project.effects.log.warn(decision.because);
  if (passed !== void 0) await recordOnce(context, passed);
  return void 0;
}
async function notApprovedInTerminal({ project, input, hop }, gate, situation) {
  const isClimbed = typeof input.hop === "object";
  if (!isClimbed || project.configuration.gates[gate] === "none") return void 0;
  const needed = toApprove(gate === "production" ? "promote" : "finalize", situation);
  if (needed.kind === "nothing") return void 0;
  const { scope } = project.configuration.gates;
  const name = scope === "path" ? pathGate("terminal") : terminalGate(gate);
  const isApproved = (await project.journal.read()).some(
    (entry) => isOf(entry, "approved") && entry.event.gate === name && entry.event.hop.id === hop.id && entry.event.hop.digest === hop.digest && entry.run.kind === "terminal" && isSameAttempt(entry.run, project.run)
  );
  if (isApproved) return void 0;
  return refuse(
    `Production has changed since this climb looked at it: ${gate === "production" ? `${hop.to} would be deployed again` : `migrations of ${hop.to} would be started`}, and nobody was asked.`,
    "Nothing was changed.",
    "Run the same command again: it asks."
  );
}
async function stateOf(context, gate) {
  const { project, input, hop } = context;
  const setting = project.configuration.gates[gate];
  switch (setting) {
    case "none":
      return { state: { setting }, passed: void 0 };
    case "dispatch": {
      const { confirm } = input;
      const confirmable = confirmableOf(recordOf(await project.journal.read(), hop));
      return {
        state: {
          setting,
          ...confirmable === void 0 ? {} : { confirmable },
          ...confirm === void 0 ? {} : { confirmation: confirm }
        },
        passed: { gate: `dispatch, ${gate}`, by: project.run.actor }
      };
    }
    case "environment": {
      if (project.configuration.gates.scope === "path")
        return {
          state: await pathState(context, environmentOn(environmentOfGate.production, project)),
          passed: void 0
        };
      const state = await environmentGate(context, environmentOn(environmentOfGate[gate], project));
      return { state, passed: passedEnvironment(state) };
    }
  }
}
async function pathState({ project, hop }, environment) {
  const own = (await project.journal.read()).filter(
    (entry) => isOf(entry, "approved") && entry.event.gate === pathGate(environment) && entry.run.kind === project.run.kind && isSameAttempt(entry.run, project.run)
  );
  const covers = own.some(({ event }) => event.hop.id === hop.id && event.hop.digest === hop.digest);
  return {
    setting: "path",
    protection: await pathApprovalGate(project, environment),
    covers: own.length === 0 ? void 0 : covers
  };
}

// src/core/timing/freeze.ts
var freezeVariable = "STAGED_UPGRADE_FREEZE";
var longestReason = 300;
function decideFreeze(value) {
  const text = (value ?? "").replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  const word = text.toLowerCase();
  if (word === "" || word === "false") return { kind: "off" };
  if (word === "true") return { kind: "on" };
  return { kind: "on", reason: text.length <= longestReason ? text : `${text.slice(0, longestReason)}\u2026` };
}

// src/core/decisions/promotion-time.ts
function decidePromotionTime(time) {
  const { freeze, windows, begun, now } = time;
  if (freeze.kind === "on") return frozen(time, freeze);
  if (windows === void 0) return { kind: "act", because: "No maintenance windows are configured." };
  const reading = decideWindow(windows, now);
  if (begun) {
    const outside = reading.kind === "closed" ? ", although no maintenance window is open" : "";
    return {
      kind: "act",
      because: `${nouns[time.act]} of ${time.hop.id} was started and is being finished${outside}.`
    };
  }
  if (reading.kind === "closed") return tooEarly(time, windows, reading);
  if (reading.until === void 0) return { kind: "act", because: "No maintenance window closes." };
  return whileOpen(time, windows, reading.until);
}
function whileOpen(time, windows, until) {
  const { now, expectedMilliseconds: expected } = time;
  const left = until.getTime() - now.getTime();
  const open = `The maintenance window is open until ${localText(until, windows.timeZone)}, for ${durationText(left)}`;
  if (expected === void 0) return { kind: "act", because: `${open}. How long this takes is not known.` };
  if (expected <= left) return { kind: "act", because: `${open}; ${took(time, expected)}.` };
  const happened = `${open}; ${took(time, expected)}, which does not fit.`;
  const next = nextLongEnough(windows, now, expected);
  return next === void 0 ? neverFits(time, happened) : untilNext(time, happened, next, windows);
}
function tooEarly(time, windows, { opensAt, reason }) {
  const { now, expectedMilliseconds: expected = 0 } = time;
  const happened = `It is ${localText(now, windows.timeZone)}: ${reason}.`;
  const next = nextLongEnough(windows, now, expected);
  if (next === void 0) {
    return neverFits(time, `${happened} No window is open for long enough: ${took(time, expected)}.`);
  }
  const short = next > opensAt ? ` The next window, from ${localText(opensAt, windows.timeZone)}, is too short: ${took(time, expected)}.` : "";
  return untilNext(time, happened + short, next, windows);
}
function took({ validationMilliseconds: validation = 0 }, expected) {
  const rehearsal = `the rehearsal took ${durationText(expected - validation)}`;
  return validation === 0 ? rehearsal : `${rehearsal}, and the smoke tests then run for ${durationText(validation)}`;
}
function untilNext(time, happened, next, { timeZone }) {
  const wait = next.getTime() - time.now.getTime();
  return waiting(
    happened,
    `${held[time.act](time.hop.to)} Nothing failed.`,
    `Start a new run when the next window opens: ${localText(next, timeZone)}, in ${durationText(wait)}. If it cannot wait, change "windows" in the configuration.`
  );
}
function neverFits(time, happened) {
  return refuse(
    happened,
    `${held[time.act](time.hop.to)} No window that is configured is long enough, so waiting would not help.`,
    `Make a window in "windows" of the configuration longer${(time.validationMilliseconds ?? 0) > 0 ? ', or "validate" shorter' : ""}, then start a new run.`
  );
}
function frozen({ act, begun, hop }, { reason }) {
  const why = reason === void 0 ? "" : `: ${reason}`;
  return waiting(
    `Promotion is frozen by the variable ${freezeVariable}${why}${/[.!?…]$/.test(why) ? "" : "."}`,
    begun ? `${nouns[act]} of ${hop.id} was started and remains half done on production.` : held[act](hop.to),
    begun ? `Look at production now. To continue, ${lift}; to go back, run the rollback of ${hop.id}: a freeze never stops it.` : `When it is over, ${lift}. A freeze never stops a rollback.`
  );
}
var lift = `set the repository variable ${freezeVariable} to "false" or delete it, then start a new run`;
var nouns = {
  "restore-point": "The restore point",
  deploy: "The deploy",
  migrate: "The migration"
};
var held = {
  "restore-point": () => "Production was not touched.",
  deploy: () => "Production was not touched.",
  migrate: (to) => `${to} runs on production; its migrations were not started, so the rollback window stays open.`
};

// src/steps/gate/promotion-time.ts
function notNow({ project, hop }, situation, act) {
  const { promotion, record, now } = situation;
  const { validate, windows } = project.configuration;
  const expected = expectedMilliseconds(record, act, validate?.for);
  const decision = decidePromotionTime({
    hop,
    act,
    begun: act === "migrate" ? promotion.migrating !== void 0 : promotion.deployStarted,
    now,
    freeze: decideFreeze(project.effects.environment[freezeVariable]),
    windows,
    ...validate === void 0 ? {} : { validationMilliseconds: validate.for },
    ...expected === void 0 ? {} : { expectedMilliseconds: expected }
  });
  return isAct(decision) ? void 0 : decision;
}

// src/core/decisions/places-apart.ts
function decidePlacesApart(production, staging) {
  if (!isSameDeployPlace(production.place, staging)) return void 0;
  return refuse(
    `Staging is deployed where production is: ${deployPlaceText(staging)} (${staging.kind}), where production was seen on ${production.at}.`,
    "They are one installation, so a rehearsal would stop and replace what runs on production. Nothing on staging was changed.",
    `Let environments.staging.deploy.${staging.kind} name a place of its own, and correct the variables that the jobs of staging get. If production is no longer there, start a new run, whose first step reads where it is now.`
  );
}

// src/core/history/production-place.ts
function productionPlace(entries, kind) {
  return entries.findLast(
    (entry) => isOf(entry, "production-place-seen") && entry.event.place.kind === kind
  );
}

// src/steps/hop/apart-from-production.ts
async function apartFromProduction(context, { own = [], place }) {
  if (context.environment === "staging") return own.includes("deploy") ? await notOnProduction(context) : void 0;
  if (place === true) await notePlace(context);
  return void 0;
}
async function notOnProduction(context) {
  const { live, project } = context;
  const request = requestOf(context);
  const deployer = live.place(targetOf(context));
  if (deployer?.place === void 0) return void 0;
  const seen = productionPlace(await project.journal.read(), deployer.kind);
  if (seen !== void 0) {
    return decidePlacesApart({ place: seen.event.place, at: seen.at }, await deployer.place(request));
  }
  project.effects.log.info(
    "Whether staging is deployed apart from production was not compared: the journal does not say where production is."
  );
  return void 0;
}
async function notePlace(context) {
  const { live, project } = context;
  try {
    const request = requestOf(context);
    const place = await live.place(targetOf(context))?.place?.(request);
    if (place === void 0) return;
    const before = productionPlace(await project.journal.read(), place.kind)?.event.place;
    if (before !== void 0 && isSameDeployPlace(before, place)) return;
    await project.journal.append({ type: "production-place-seen", place });
  } catch (error) {
    if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
    const { happened } = error.detail;
    project.effects.log.warn(
      `Where production is deployed could not be read: ${happened} Staging is compared with where it was seen before, if it was.`
    );
  }
}
function targetOf({ hop: { from, to } }) {
  return { version: to, from, to };
}
function requestOf({ hop, project }) {
  const [from, to] = [releaseOn(hop, "from"), releaseOn(hop, "to")];
  return { version: to, from, to, parts: hop.parts?.to ?? {}, signal: project.effects.signal };
}

// src/steps/frame/step.ts
function did(what) {
  return { kind: "did", did: what };
}
async function nothingElse() {
  return void 0;
}
function step(parts) {
  const { command, needs, mindsRetry } = parts;
  return {
    command,
    needs: needsOfStep(needs),
    writesJournal: true,
    ...mindsRetry === void 0 ? {} : { mindsRetry },
    gateAt: (where) => parts.gateAt?.(where) ?? parts.permit?.(where)?.gate,
    run: async (project, input) => {
      const opened = parts.open(input, project);
      return await hopStep(
        project,
        { ...input, command },
        {
          environment: opened.environment,
          needs,
          preempts: parts.preempts?.(opened) === true,
          body: (context) => inOrder(parts, context, opened),
          beforehand: async (context) => await parts.beforehand?.(context, opened)
        }
      );
    }
  };
}
async function inOrder(parts, context, opened) {
  const gathered = await parts.gather(context, opened);
  const seen = { opened, gathered, situation: await context.situation(), run: context.project.run };
  const decision = parts.decide(seen);
  if (!isAct(decision)) return decision;
  const held2 = await notPermitted(context, seen.situation, parts.permit?.(opened));
  if (held2 !== void 0) return held2;
  const together = await apartFromProduction(context, parts.needs);
  if (together !== void 0) return together;
  const end = await parts.act(context, decision, seen);
  if (end.kind !== "did") return end;
  const event = parts.record(end.did, seen);
  if (event !== void 0) await context.record(event);
  const concluded = await parts.conclude?.(context, end.did) ?? [];
  const told = parts.report(end.did, seen);
  return { kind: "done", ...told, details: [...told.details ?? [], ...concluded] };
}
async function notPermitted(context, situation, permit) {
  if (permit === void 0) return void 0;
  return notNow(context, situation, permit.act) ?? await notApproved(context, permit.gate, situation);
}

export {
  freezeVariable,
  decideFreeze,
  notNow,
  decidePlacesApart,
  productionPlace,
  did,
  nothingElse,
  step
};
