import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  forecastOf,
  forecastProgress,
  forecastSentence,
  paceAfter,
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
  partsNotInPlace
} from "./chunk-ZD4AXHGN.js";
import {
  did,
  nothingElse,
  step
} from "./chunk-FXGBG2MO.js";
import {
  isAct,
  runHook
} from "./chunk-EZJOXTEV.js";
import {
  budgetEnded,
  decideWait,
  judgeWait
} from "./chunk-37VHWOWD.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";

// src/steps/migrations/wait.ts
var wait = step({
  command: "wait",
  needs: { own: ["hooks.after-migrations"] },
  mindsRetry: true,
  open: (input, project) => ({
    environment: environmentOf(input, "wait"),
    budget: budgetOf(project, input)
  }),
  gather: nothingElse,
  decide: ({ opened, situation }) => decideWait(opened.environment, situation),
  act: async (context, { awaited }, { opened, situation }) => {
    const end = await watch(context, awaited, opened.budget, situation);
    const isOver = end.kind === "did" && end.did.isMigrated && context.project.traits.deferrable;
    if (isOver) await runHook(context, "after-migrations");
    return end;
  },
  record: ({ awaited, milliseconds }) => awaited.kind === "migrated" ? { type: "waited", milliseconds } : void 0,
  report: ({ because, milliseconds, isAtOnce }) => ({
    headline: isAtOnce ? because : `${because} Waited ${durationText(milliseconds)}.`
  })
});
async function watch(context, awaited, budget, situation) {
  const { project, hop, live, environment } = context;
  const forecast = environment === "production" && awaited.kind === "migrated" ? forecastOf(situation.record) : void 0;
  const { clock, signal } = project.effects;
  const started = clock.now().getTime();
  let observation = situation.observation;
  let looks = noLooks;
  let pace;
  for (; ; ) {
    const judged = judgeWait(awaited, observation, hop);
    const at = clock.now().getTime();
    const elapsed = at - started;
    if (judged !== void 0 && !isAct(judged)) return judged;
    if (judged !== void 0) {
      const other = partsNotInPlace(hop, environment, await live.observeParts(signal));
      if (other !== void 0) return other;
      const isMigrated = observation.migrations.kind === "done";
      return did({ because: judged.because, milliseconds: elapsed, awaited, isAtOnce: pace === void 0, isMigrated });
    }
    looks = looked(looks, observation, hop.to, at);
    const told = project.traits.deferrable ? tellsByNow(looks, observation, { to: hop.to, environment, at }) : void 0;
    if (told !== void 0) return told;
    if (elapsed >= budget) {
      const end = budgetEnded(observation, hop.to, budget, forecast && forecastSentence(forecast, clock.now()));
      if (isAct(end)) throw new Error("a budget that ended cannot be a reason to act");
      return end;
    }
    showProgress(context, observation, forecast && forecastProgress(forecast, clock.now()));
    pace = paceAfter(pace, observation, at);
    await clock.sleep(Math.min(pace.pause, Math.max(budget - elapsed, 1)), signal);
    observation = await live.observe(signal);
  }
}

export {
  wait
};
