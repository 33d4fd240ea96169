import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployPlaceRules
} from "./chunk-CF4GPMPN.js";

// src/config/backup-places.ts
var backupPlaces = ["backup.store", "backup.encryption.age.recipients"];
var identityPlace = "backup.encryption.age.identity";

// src/steps/hop/needs.ts
var always = {
  common: ["product", "journal", "notify"],
  own: ["url", "access", "topology", "hooks.on-failure", "hooks.logs"]
};
function needsOfStep({ common = [], own = [], ...more }) {
  return { ...more, common: [...always.common, ...common], own: [...always.own, ...own] };
}
function placesOf({ common = [], own = [], logs, place }, environment, readsLogs) {
  const parts = logs === true && readsLogs ? [...own, "deploy"] : own;
  const deployed = place === true && environment === "production" && !parts.includes("deploy") ? placeSettings : [];
  return [
    ...common.flatMap(placesOfCommon),
    ...[...parts, ...deployed].map((part) => `environments.${environment}.${part}`)
  ];
}
var placeSettings = [...deployPlaceRules].flatMap(([kind, { keys }]) => keys.map((key) => `deploy.${kind}.${key}`));
function placesOfCommon(part) {
  switch (part) {
    case "backup":
      return backupPlaces;
    case "decryption":
      return [identityPlace];
    default:
      return [part];
  }
}
function projectWithin(project, command, { common = [] }) {
  if (common.includes("backup")) return project;
  return { ...project, store: () => refuseUndeclared(command, "backup") };
}
function liveWithin(live, command, { common = [], own = [], place }) {
  const hooks = `environments.${live.environment}.hooks.`;
  const declared = [...always.own, ...own];
  return {
    ...live,
    data: () => own.includes("data") ? live.data() : refuseUndeclared(command, "data"),
    deployer: (target) => own.includes("deploy") ? live.deployer(target) : refuseUndeclared(command, "deploy"),
    // A log is looked for after a failure, whatever the step is: what it was not given it does without.
    deployerLogs: () => own.includes("deploy") ? live.deployerLogs() : void 0,
    place: (target) => place === true || own.includes("deploy") ? live.place(target) : refuseUndeclared(command, "deploy"),
    measures: (placeholders) => common.includes("baseline") ? live.measures(placeholders) : refuseUndeclared(command, "baseline"),
    smokeTests: (placeholders, since) => common.includes("smoke") ? live.smokeTests(placeholders, since) : refuseUndeclared(command, "smoke"),
    context: (where, placeholders) => {
      const part = where.startsWith(hooks) ? `hooks.${where.slice(hooks.length)}` : void 0;
      if (part !== void 0 && !declared.includes(part)) refuseUndeclared(command, part);
      return live.context(where, placeholders);
    }
  };
}
function refuseUndeclared(command, part) {
  throw new Error(`the step "${command}" uses "${part}" of the configuration, which it does not declare`);
}

export {
  backupPlaces,
  identityPlace,
  needsOfStep,
  placesOf,
  projectWithin,
  liveWithin
};
