import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  report
} from "./chunk-XRH7E3OA.js";
import {
  migrate
} from "./chunk-QMKQSODE.js";
import {
  wait
} from "./chunk-PARQMOFR.js";
import {
  restore
} from "./chunk-YNT4UG6W.js";
import {
  rollback
} from "./chunk-75KNHRKZ.js";
import {
  smoke
} from "./chunk-WGIHCC5G.js";
import {
  deploy
} from "./chunk-2OOOIEEP.js";
import {
  backup
} from "./chunk-2F7I7NFX.js";
import {
  check
} from "./chunk-AYY5IT3V.js";
import {
  isOnlyToWatch,
  servesTarget
} from "./chunk-JW4MQMAQ.js";

// src/core/decisions/step-title.ts
function stepTitle(step, situation) {
  const { job, id, title, environment } = step;
  if (environment !== "production") return rehearsalStepTitle(step, situation.rehearsal);
  const { promotion, standing } = situation;
  if (!promotion.deployStarted) return title;
  const point = promotion.restorePoint?.event.dataAt;
  switch (`${job} ${id}`) {
    case "read check":
      return standing.kind === "on-to" ? "Check production, which already runs {to}" : "Check production, where a deploy of {to} was started";
    case "read backup":
      return "Keep the backup that was rehearsed";
    case "promote backup":
      return point === void 0 || standing.kind === "on-from" ? title : `Keep the restore point, with the data of ${point}`;
    case "promote deploy":
      if (isOnlyToWatch(situation)) return "Watch {to}, which was deployed";
      return promotion.deployed !== void 0 && servesTarget(situation) ? "Check that {to} is deployed" : "Deploy {to} again, to finish it";
    case "finalize migrate":
      return promotion.migrating === void 0 ? title : "Check how far the started migrations are";
    default:
      return title;
  }
}
function rehearsalStepTitle({ id, title }, rehearsal) {
  const isBehind = rehearsal.kind === "started" && rehearsal.migrating;
  return isBehind && id === "smoke-to" ? "Smoke test {to} once more" : title;
}

// src/steps/sequence-step.ts
function sequenceStep(project, input, hop, step) {
  return {
    title: step.title.replaceAll("{from}", hop.from).replaceAll("{to}", hop.to),
    run: (log) => run({ ...project, effects: { ...project.effects, log } }, { ...input, hop }, step)
  };
}
function run(project, given, step) {
  const input = { ...given, environment: step.environment };
  switch (step.command) {
    case "check":
      return check.run(project, input);
    case "backup":
      return backup.run(project, { ...input, purpose: step.purpose });
    case "restore":
      return restore.run(project, { ...input, ...step.purpose === void 0 ? {} : { purpose: step.purpose } });
    case "deploy":
      return deploy.run(project, { ...input, release: step.release });
    case "smoke":
      return smoke.run(project, { ...input, release: step.release });
    case "wait":
      return wait.run(project, input);
    case "migrate":
      return migrate.run(project, input);
    case "rollback":
      return rollback.run(project, input);
    case "report":
      return report(project, input);
  }
}

export {
  stepTitle,
  rehearsalStepTitle,
  sequenceStep
};
